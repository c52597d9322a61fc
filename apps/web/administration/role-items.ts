import { inSentenceCase, ROLE_MEANINGS, ROLE_NAMES, ROLES } from '#domain';

/** One radio button. */
export interface RoleItem {
  readonly value: string;
  readonly text: string;
  readonly hint: { readonly text: string };
  readonly checked: boolean;
}

/** The roles as radio buttons, each with what it is for. */
export function roleItems(chosen: string): readonly RoleItem[] {
  return ROLES.map((role) => ({
    value: role,
    text: inSentenceCase(ROLE_NAMES[role]),
    hint: { text: ROLE_MEANINGS[role] },
    checked: role === chosen,
  }));
}
