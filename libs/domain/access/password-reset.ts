/** How long a link to choose another password works, in minutes. This service's own choice. */
export const PASSWORD_RESET_MINUTES = 30;

/** Nobody is sent another such link within these minutes, so that nobody's mailbox can be filled from here. */
export const PASSWORD_RESET_AGAIN_MINUTES = 5;

const MINUTE_MS = 60_000;

/** The instant a link made at another stops working. */
export function passwordResetExpiry(madeAt: Date): Date {
  return new Date(madeAt.getTime() + PASSWORD_RESET_MINUTES * MINUTE_MS);
}

/** Who was sent a link after this instant is not sent another now. */
export function passwordResetNotSince(now: Date): Date {
  return new Date(now.getTime() - PASSWORD_RESET_AGAIN_MINUTES * MINUTE_MS);
}
