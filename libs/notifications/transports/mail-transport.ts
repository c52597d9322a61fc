/** One email, written and ready to leave. */
export interface OutgoingMessage {
  /** Id of the row it comes from. Whatever leaves carries it, so that a repeat can be recognised. */
  readonly emailId: string;
  /** Number of this attempt, from 1; above 1 an earlier one may have left after all. */
  readonly attempt: number;
  readonly recipientName: string;
  readonly recipientAddress: string;
  /** Who gets an answer to it; absent where nobody does. GOV.UK Notify knows only addresses that were set up there. */
  readonly replyTo?: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** When it was written, UTC. */
  readonly date: Date;
}

/** What the receiving system calls the message. */
export interface Receipt {
  readonly providerReference: string;
}

/** It may work later: the other side is busy, away, or set up wrongly on our side. */
export class TemporaryFailure extends Error {
  /** @param reason in plain words, without addresses or credentials */
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'TemporaryFailure';
  }
}

/** It will never work: the receiving system refuses this message or this recipient. */
export class PermanentRefusal extends Error {
  /** @param reason in plain words, without addresses or credentials */
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'PermanentRefusal';
  }
}

/** A way out for emails. */
export abstract class MailTransport {
  /**
   * Hands one message over. Must give up well within {@link LEASE_MS}, because after that somebody else may send it.
   *
   * @throws TemporaryFailure when it may work later
   * @throws PermanentRefusal when it never will
   */
  abstract send(message: OutgoingMessage): Promise<Receipt>;
}

/** How long an attempt may hold a row, in milliseconds. This service's own; longer than any transport takes. */
export const LEASE_MS = 5 * 60_000;
