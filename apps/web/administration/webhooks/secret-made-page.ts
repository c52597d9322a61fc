import type { WebhookEndpoint } from '#notifications';
import { show, type ShownPage } from '../../server/page.js';

/** The page after the secret of a webhook was made. @param secret `null` where it was shown already */
export function secretMadePage(webhook: WebhookEndpoint, secret: string | null): ShownPage {
  return show('administration/webhooks/secret-made', { webhook, secret });
}
