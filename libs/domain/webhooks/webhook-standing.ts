/** Whether an address is told anything, and whether that arrives. */
export const WEBHOOK_STANDINGS = ['ended', 'disabled', 'failing', 'not-called', 'works'] as const;
export type WebhookStanding = (typeof WEBHOOK_STANDINGS)[number];

/** What people read for each; an instant follows the first three. */
export const WEBHOOK_STANDING_NAMES: Readonly<Record<WebhookStanding, string>> = {
  ended: 'Ended',
  disabled: 'Disabled',
  failing: 'Failing',
  'not-called': 'Not called yet',
  works: 'Works',
};

/** What the standing of an address rests on. Instants are UTC. */
export interface WebhookFacts {
  readonly endedAt: string | null;
  readonly disabledAt: string | null;
  readonly failingSince: string | null;
  /** Whether something arrived at this address since it was added, given another address, or enabled again. */
  readonly called: boolean;
}

/** How an address stands, and since when where that is told. It works only where something has arrived. */
export function webhookStanding({ endedAt, disabledAt, failingSince, called }: WebhookFacts): {
  readonly standing: WebhookStanding;
  readonly since: string | null;
} {
  if (endedAt !== null) return { standing: 'ended', since: endedAt };
  if (disabledAt !== null) return { standing: 'disabled', since: disabledAt };
  if (failingSince !== null) return { standing: 'failing', since: failingSince };
  return { standing: called ? 'works' : 'not-called', since: null };
}
