/** How the account of a person stands; an invited one has an invitation and has never been signed in with. */
export const ACCOUNT_STANDINGS = ['active', 'invited', 'deactivated'] as const;
export type AccountStanding = (typeof ACCOUNT_STANDINGS)[number];

/** What people read for each. */
export const ACCOUNT_STANDING_NAMES: Readonly<Record<AccountStanding, string>> = {
  active: 'Active',
  invited: 'Invited',
  deactivated: 'Deactivated',
};

/**
 * How an account stands. Who is invited stays so when the time of the invitation has passed: they still cannot sign in.
 * @param invitation the one that waits to be taken up; `null` where none does
 */
export function accountStanding({
  deactivatedAt,
  invitation,
}: {
  readonly deactivatedAt: string | null;
  readonly invitation: object | null;
}): AccountStanding {
  if (deactivatedAt !== null) return 'deactivated';
  return invitation === null ? 'active' : 'invited';
}
