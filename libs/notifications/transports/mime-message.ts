import type MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMessage } from './mail-transport.js';

/** What the mail composer takes. */
type MimeFields = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;

/**
 * The fields of the MIME message. The name and the address stay apart, so that neither can pose as the other, and the
 * Message-ID comes from the row: a repeat is the same message to whoever receives it.
 *
 * @param from address emails come from, with or without a name
 */
export function mimeFields(message: OutgoingMessage, from: string): MimeFields {
  return {
    from,
    to: { name: message.recipientName, address: message.recipientAddress },
    ...(message.replyTo === undefined ? {} : { replyTo: { name: '', address: message.replyTo } }),
    subject: message.subject,
    text: message.body,
    date: message.date,
    messageId: messageIdOf(message.emailId, from),
    headers: {
      // Asks the other side's machines not to answer (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    // Nothing in a message may make the composer read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** `<id@domain>`, the domain being that of the sender. */
export function messageIdOf(emailId: string, from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${emailId}@${domain}>`;
}
