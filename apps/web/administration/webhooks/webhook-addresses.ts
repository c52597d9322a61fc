/** Address of the list of webhooks. */
export const WEBHOOKS = '/webhooks';

/** Address of the page of one. */
export function pageOfWebhook(id: string): string {
  return `${WEBHOOKS}/${id}`;
}
