import { WEBHOOK_STANDING_NAMES, webhookStanding, type WebhookFacts, type WebhookStanding } from '#domain';

const COLOURS: Readonly<Record<WebhookStanding, string>> = {
  ended: 'grey',
  disabled: 'yellow',
  failing: 'red',
  'not-called': 'blue',
  works: 'green',
};

/** How a webhook stands, as pages show it. */
export interface WebhookStandingView {
  readonly name: string;
  readonly colour: string;
  readonly since: string | null;
}

/** The standing of a webhook in words. */
export function webhookStandingView(webhook: WebhookFacts): WebhookStandingView {
  const { standing, since } = webhookStanding(webhook);
  return { name: WEBHOOK_STANDING_NAMES[standing], colour: COLOURS[standing], since };
}
