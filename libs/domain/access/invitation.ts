/** How long an invitation can be taken up, in days of 24 hours. This service's own choice. */
export const INVITATION_DAYS = 7;

const DAY_MS = 86_400_000;

/** The instant an invitation made at another stops working. */
export function invitationExpiry(madeAt: Date): Date {
  return new Date(madeAt.getTime() + INVITATION_DAYS * DAY_MS);
}
