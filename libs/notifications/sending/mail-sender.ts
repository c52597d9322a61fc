import { Injectable } from '@nestjs/common';
import {
  claimEmail,
  Database,
  returnToQueue,
  settleSent,
  settleUnsent,
  type ClaimedEmail,
} from '#persistence';
import { stillTold, type Recipient } from '#domain';
import { AppLogger, Clock, Config } from '#platform';
import { renderNotice } from '../templates/render-notice.js';
import { isStored, lineOrNull, optional } from '../templates/stored-values.js';
import {
  LEASE_MS,
  MailTransport,
  PermanentRefusal,
  TemporaryFailure,
  type OutgoingMessage,
} from '../transports/mail-transport.js';
import { Chance, nextAttempt } from './retry-plan.js';

/** What an attempt came to. `nothing-to-do`: another attempt has the row, or it is settled, or it is not yet due. */
export type AttemptOutcome = 'nothing-to-do' | 'sent' | 'refused' | 'tried-in-vain' | 'technical-failure';

/** Why an email is not sent that has nothing left to tell. */
const NOTHING_LEFT = 'What it told of is no longer for its reader';

/** Times a settlement is tried when the database does not answer, and the pause between, in milliseconds. */
const SETTLE_TRIES = 5;
const SETTLE_PAUSE_MS = 500;

/**
 * Sends one row of the outbox. Knows nothing of queues: call it as often as you like, from as many places, and each
 * row's email leaves once. The exception nobody can close: the mail server took the message and this process ended, or
 * lost the database, before that was written down; then it leaves again, under the same Message-ID.
 */
@Injectable()
export class MailSender {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly transport: MailTransport,
    private readonly chance: Chance,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Claims the row, sends the email, and records what became of it.
   *
   * @throws only when the database cannot be reached; the row is then taken up again when its lease runs out
   */
  async attempt(emailId: string): Promise<AttemptOutcome> {
    const now = this.clock.now();
    const claimed = await claimEmail(
      this.database.asService(),
      emailId,
      now,
      new Date(now.getTime() + LEASE_MS),
    );
    if (claimed === null) return 'nothing-to-do';
    // It may have waited: what it tells of may have been marked, or its reader may have moved on.
    const parameters = stillTold(claimed.template, claimed.parameters, claimed.cases);
    const outcome =
      parameters === null
        ? await this.settleFailure(claimed, new PermanentRefusal(NOTHING_LEFT))
        : await this.send({ ...claimed, parameters });
    this.logger.info(
      { emailId, caseId: claimed.caseId, template: claimed.template, attempt: claimed.attempts, outcome },
      'Email attempted',
    );
    return outcome;
  }

  private async send(claimed: ClaimedEmail): Promise<AttemptOutcome> {
    let providerReference: string;
    try {
      ({ providerReference } = await this.transport.send(this.write(claimed)));
    } catch (error) {
      return this.settleFailure(claimed, error);
    }
    await persistently(() =>
      settleSent(this.database.asService(), claimed.id, this.clock.now(), providerReference),
    );
    return 'sent';
  }

  private write(claimed: ClaimedEmail): OutgoingMessage {
    const letter = renderNotice(claimed.template, claimed.parameters, this.config.publicUrl);
    return {
      emailId: claimed.id,
      attempt: claimed.attempts,
      recipientName: claimed.recipientName,
      recipientAddress: claimed.recipientAddress,
      ...answeredBy(claimed),
      subject: letter.subject,
      body: letter.body,
      date: this.clock.now(),
    };
  }

  private async settleFailure(claimed: ClaimedEmail, error: unknown): Promise<AttemptOutcome> {
    const attempt = { emailId: claimed.id, attempts: claimed.attempts };
    const at = this.clock.now();
    if (error instanceof PermanentRefusal) {
      const { reason } = error;
      await persistently(() =>
        settleUnsent(this.database.asService(), attempt, { status: 'refused', reason, at }),
      );
      return 'refused';
    }
    const reason = this.reasonOf(claimed, error);
    const nextAttemptAt = nextAttempt(claimed.attempts, claimed.firstAttemptAt, at, this.chance.next());
    if (nextAttemptAt === null) {
      await persistently(() =>
        settleUnsent(this.database.asService(), attempt, { status: 'technical-failure', reason, at }),
      );
      return 'technical-failure';
    }
    await persistently(() => returnToQueue(this.database.asService(), attempt, { reason, nextAttemptAt }));
    return 'tried-in-vain';
  }

  /** A mistake of our own is tried again like an outage: it may be put right within the four hours. */
  private reasonOf(claimed: ClaimedEmail, error: unknown): string {
    if (error instanceof TemporaryFailure) return error.reason;
    this.logger.error(
      { emailId: claimed.id, template: claimed.template, error },
      'An email could not be written',
    );
    return 'The email could not be written';
  }
}

/** Whoever asked is answered at their own address, where an email goes to somebody outside the service. */
function answeredBy({ parameters }: ClaimedEmail): Pick<OutgoingMessage, 'replyTo'> {
  const part: Recipient = 'crown-commercial-service';
  if (!isStored(parameters) || parameters['recipientPart'] !== part) return {};
  const address = lineOrNull(optional(parameters, 'answerTo'));
  return address === null ? {} : { replyTo: address };
}

/** Writes down what happened even if the database is away for a moment: forgetting it could send an email twice. */
async function persistently(settle: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await settle();
      return;
    } catch (error) {
      if (tries === SETTLE_TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, SETTLE_PAUSE_MS * tries));
    }
  }
}
