import type { Role } from '../lifecycle/roles.js';

/** What an administrator does to accounts, and to none of them to their own: somebody else has to agree to it. */
export type OwnAccountAction =
  'give-role' | 'end-role' | 'sign-in-anew' | 'end-sessions' | 'deactivate' | 'lift-lock';

const WHY: Readonly<Record<OwnAccountAction, string>> = {
  'give-role': 'You cannot give yourself a role. Ask another administrator.',
  'end-role': 'You cannot end your own role of administrator. Ask another administrator.',
  'sign-in-anew': 'You cannot do this for yourself. Ask another administrator.',
  'end-sessions': 'End your own sessions from your account.',
  deactivate: 'You cannot deactivate yourself. Ask another administrator.',
  'lift-lock': 'You cannot lift a lock of your own. Ask another administrator.',
};

/**
 * Why an administrator cannot do something to an account, because it is their own; `null` where it is not.
 * @param role the one that would end: any but that of administrator they can give up themselves
 */
export function refusedToOneself(
  action: OwnAccountAction,
  byId: string,
  personId: string,
  role: Role = 'administrator',
): string | null {
  return byId === personId && role === 'administrator' ? WHY[action] : null;
}
