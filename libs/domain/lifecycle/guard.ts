import type { ActionRequest, ActorFacts, CaseFacts } from './case-facts.js';
import type { Refusal, RefusalKind } from './refusal.js';
import { isDepartmentRole } from './roles.js';

/** Looks at one thing and says what is in the way; an empty list means nothing is. */
export type Guard = (facts: CaseFacts, actor: ActorFacts, request: ActionRequest) => readonly Refusal[];

/** Nothing is in the way. */
export const NOTHING: readonly Refusal[] = [];

/** One thing is in the way. */
export function refuse(kind: RefusalKind, message: string, pointer?: string): readonly Refusal[] {
  return [pointer === undefined ? { kind, message } : { kind, message, pointer }];
}

/**
 * Whether the person speaks, or has spoken on this case, for its organisation: holds a department role there now, or
 * created, signed off or submitted the case or an approval it starts from.
 */
export function isOfTheDepartment(
  facts: Pick<CaseFacts, 'departmentHands' | 'organisationId'>,
  person: ActorFacts,
): boolean {
  return (
    facts.departmentHands.includes(person.personId) ||
    person.roles.some((held) => isDepartmentRole(held.role) && held.organisationId === facts.organisationId)
  );
}
