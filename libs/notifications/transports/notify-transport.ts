import { NotifyClient } from 'notifications-node-client';
import {
  MailTransport,
  PermanentRefusal,
  TemporaryFailure,
  type OutgoingMessage,
  type Receipt,
} from './mail-transport.js';
import { withoutMarkdown } from './without-markdown.js';

/** Where GOV.UK Notify is and how to sign in there. */
export interface NotifyOptions {
  readonly url: string;
  readonly apiKey: string;
  /** A template whose subject is `((subject))` and whose message is `((body))`. */
  readonly templateId: string;
  /** Longest a request may take, in milliseconds. */
  readonly timeout?: number;
}

const TIMEOUT_MS = 30_000;

/**
 * Sends emails through GOV.UK Notify. Each carries its row's id as Notify's `reference`; before a repeat Notify is
 * asked whether it already has one by that reference, so that an answer lost on the way sends nothing twice.
 * Answers and their meaning: GOV.UK Notify's REST documentation.
 */
export class NotifyTransport extends MailTransport {
  private readonly client: NotifyClient;

  constructor(private readonly options: NotifyOptions) {
    super();
    this.client = new NotifyClient(options.url, options.apiKey);
    limitRequests(this.client, options.timeout ?? TIMEOUT_MS);
  }

  override async send(message: OutgoingMessage): Promise<Receipt> {
    try {
      const known = message.attempt > 1 ? await this.find(message.emailId) : null;
      if (known !== null) return { providerReference: known };
      const answer = await this.client.sendEmail(this.options.templateId, message.recipientAddress, {
        personalisation: { subject: message.subject, body: withoutMarkdown(message.body) },
        reference: message.emailId,
      });
      return { providerReference: answer.data.id };
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** Notify's id of the email with this reference, if it has one. */
  private async find(reference: string): Promise<string | null> {
    const answer = await this.client.getNotifications('email', undefined, reference);
    return answer.data.notifications.find((one) => one.reference === reference)?.id ?? null;
  }
}

/**
 * The client waits for ever of itself, and goes wherever an answer sends it. A message in hand for longer than its lease
 * could be sent by somebody else, and what is in it is for nobody but GOV.UK Notify.
 */
function limitRequests(client: NotifyClient, timeout: number): void {
  type Rest = Parameters<NotifyClient['setClient']>[0];
  const { restClient } = client.apiClient as { restClient: Rest };
  const limited = (request: object) => restClient({ ...request, timeout, maxRedirects: 0 });
  client.setClient(limited as Rest);
}

/** What the client throws: an HTTP answer, or none. */
interface NotifyError extends Error {
  readonly response?: { readonly status: number; readonly data?: unknown };
}

function asFailure(error: unknown): TemporaryFailure | PermanentRefusal {
  const status = error instanceof Error ? (error as NotifyError).response?.status : undefined;
  if (status === undefined) return new TemporaryFailure('GOV.UK Notify could not be reached');
  const said = `${status}${kindOf((error as NotifyError).response?.data)}`;
  // 400 is about this message: an address that is none, a template that does not fit, a recipient not on a trial
  // service's list. 403 is about our key, 429 and 5xx pass.
  return status === 400
    ? new PermanentRefusal(`GOV.UK Notify refused it (${said})`)
    : new TemporaryFailure(`GOV.UK Notify could not take it (${said})`);
}

/** Notify's name for the error. Its message is left out: it can repeat the address. */
function kindOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('errors' in data) || !Array.isArray(data.errors))
    return '';
  const first: unknown = data.errors[0];
  return typeof first === 'object' && first !== null && 'error' in first && typeof first.error === 'string'
    ? ` ${first.error.replace(/\W+/g, '').slice(0, 60)}`
    : '';
}
