import { createTransport, type Transporter } from 'nodemailer';
import { OLDEST_TLS, redactText, type TlsFiles } from '#platform';
import {
  MailTransport,
  PermanentRefusal,
  TemporaryFailure,
  type OutgoingMessage,
  type Receipt,
} from './mail-transport.js';
import { messageIdOf, mimeFields } from './mime-message.js';

/** How long the mail server may keep us waiting, in milliseconds. */
export interface SmtpPatience {
  /** For looking the server up and connecting. */
  readonly connection: number;
  readonly greeting: number;
  /** For each answer after that. */
  readonly answer: number;
}

/** Eight answers at most, so that a whole conversation ends within the lease of five minutes. */
const PATIENCE: SmtpPatience = { connection: 10_000, greeting: 15_000, answer: 30_000 };

/** Hands emails to a mail server, one connection for each. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;

  /**
   * @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte; to another machine
   *   `smtp://` goes on only once the server has taken up TLS
   * @param from address emails come from
   * @param tls whom the certificate of the mail server may be of
   */
  constructor(
    url: string,
    private readonly from: string,
    patience: SmtpPatience = PATIENCE,
    tls: TlsFiles = {},
  ) {
    super();
    this.transporter = createTransport({
      // Passwords and links leave this machine encrypted or not at all; `?requireTLS=false` in the address waives it.
      requireTLS: !isThisMachine(url),
      url,
      tls: { ...tls, minVersion: OLDEST_TLS },
      connectionTimeout: patience.connection,
      dnsTimeout: patience.connection,
      greetingTimeout: patience.greeting,
      socketTimeout: patience.answer,
    });
  }

  override async send(message: OutgoingMessage): Promise<Receipt> {
    try {
      await this.transporter.sendMail(mimeFields(message, this.from));
    } catch (error) {
      throw asFailure(error);
    }
    return { providerReference: messageIdOf(message.emailId, this.from) };
  }
}

function isThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** What nodemailer says of a failure. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Only a 5xx about the recipient or the message itself is final. A 5xx about who we are (the greeting, the sign-in,
 * the sender) is for the operator to put right, and so is tried again; so is everything without an answer.
 */
function asFailure(error: unknown): TemporaryFailure | PermanentRefusal {
  if (!(error instanceof Error)) return new TemporaryFailure('The mail server could not be reached');
  const { code, command, response, responseCode }: SmtpError = error;
  const answer = response === undefined ? '' : `: ${answerOf(response)}`;
  if (code === 'EAUTH')
    return new TemporaryFailure(`The mail server did not accept the sign-in${codeIn(responseCode)}`);
  const isAboutTheMessage = command === 'RCPT TO' || command === 'DATA';
  if (isAboutTheMessage && responseCode !== undefined && responseCode >= 500)
    return new PermanentRefusal(`The receiving mail server refused it${answer}`);
  // An address no mail server could be asked about.
  if (code === 'EENVELOPE' && command === 'API')
    return new PermanentRefusal('The email address is not one that can be sent to');
  if (responseCode !== undefined) return new TemporaryFailure(`The mail server could not take it${answer}`);
  if (code === 'ETIMEDOUT') return new TemporaryFailure('The mail server did not answer in time');
  return new TemporaryFailure(`The mail server could not be reached (${code ?? 'no answer'})`);
}

const LONGEST_ANSWER = 200;

/** The server's own words on one line, without addresses. */
function answerOf(response: string): string {
  return redactText(response.replace(/\s+/g, ' '))
    .replaceAll(/\S+@\S+/g, '[email]')
    .slice(0, LONGEST_ANSWER);
}

function codeIn(responseCode: number | undefined): string {
  return responseCode === undefined ? '' : ` (${responseCode})`;
}
