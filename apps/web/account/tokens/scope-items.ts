import { SCOPE_NAMES, type Scope } from '#domain';

/** One box to tick. */
export interface ScopeItem {
  readonly value: Scope;
  readonly text: string;
  readonly hint: { readonly text: string };
  readonly checked: boolean;
}

/** Scopes as boxes to tick, each with the name programs know it by. */
export function scopeItems(scopes: readonly Scope[], chosen: readonly string[]): readonly ScopeItem[] {
  return scopes.map((scope) => ({
    value: scope,
    text: SCOPE_NAMES[scope],
    hint: { text: scope },
    checked: chosen.includes(scope),
  }));
}
