import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { MailTransport, TemporaryFailure, type OutgoingMessage, type Receipt } from './mail-transport.js';
import { mimeFields } from './mime-message.js';

/**
 * Writes each email to a folder as `<id>.eml`, which any mail program opens. A reader never sees half a file, and a
 * repeat replaces the first rather than adding to it.
 */
export class FileTransport extends MailTransport {
  constructor(
    private readonly directory: string,
    private readonly from: string,
  ) {
    super();
  }

  override async send(message: OutgoingMessage): Promise<Receipt> {
    const raw = await new MailComposer(mimeFields(message, this.from)).compile().build();
    const name = `${message.emailId}.eml`;
    const unfinished = join(this.directory, `.${name}.${message.attempt}`);
    try {
      await mkdir(this.directory, { recursive: true });
      await writeFile(unfinished, raw, { mode: 0o600 });
      await rename(unfinished, join(this.directory, name));
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw new TemporaryFailure(`The folder for emails could not be written to (${codeOf(error)})`);
    }
    return { providerReference: name };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
