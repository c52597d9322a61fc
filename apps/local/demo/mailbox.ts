import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** One email as it was written. */
export interface DeliveredEmail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** The folder the local mail transport writes to. */
export class Mailbox {
  private readonly seen = new Set<string>();

  constructor(private readonly folder: string) {}

  /** Emails that arrived since the last look. */
  async newEmails(): Promise<readonly DeliveredEmail[]> {
    const names = (await readdir(this.folder).catch(() => []))
      .filter((name) => name.endsWith('.eml') && !this.seen.has(name))
      .sort();
    return Promise.all(
      names.map(async (name) => {
        this.seen.add(name);
        const mail = await simpleParser(await readFile(join(this.folder, name)));
        const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
        return {
          to: to?.value[0]?.name ?? to?.text ?? '',
          subject: mail.subject ?? '',
          body: (mail.text ?? '').trim(),
        };
      }),
    );
  }

  /** Waits until a number of new emails has arrived; gives what there is after the limit. */
  async waitFor(count: number, limitMs: number): Promise<readonly DeliveredEmail[]> {
    const arrived: DeliveredEmail[] = [];
    for (let waited = 0; arrived.length < count && waited < limitMs; waited += 100) {
      arrived.push(...(await this.newEmails()));
      if (arrived.length < count) await new Promise((resume) => setTimeout(resume, 100));
    }
    return arrived;
  }
}
