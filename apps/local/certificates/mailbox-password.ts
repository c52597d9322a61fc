import { randomBytes } from 'node:crypto';

/** The part that sends emails, and the mailbox it sends them to where there is no mail server yet. */
export const SENDER = 'worker';
export const MAILBOX = 'mailpit';

/** Files in which each has the password; the mailbox knows no client by its certificate. */
export const MAILBOX_FILES = { [SENDER]: 'mailbox-password', [MAILBOX]: 'mailbox-users' } as const;

/** Another random password, as each of the two reads it. */
export function newMailboxPassword(): Readonly<Record<keyof typeof MAILBOX_FILES, string>> {
  const password = randomBytes(32).toString('base64url');
  return { [SENDER]: `${password}\n`, [MAILBOX]: `${SENDER}:${password}\n` };
}

/** Whether what the two have is a password, and the same. @param kept what is in the file of each; null where there is none */
export function isSharedPassword(kept: Readonly<Record<keyof typeof MAILBOX_FILES, string | null>>): boolean {
  const password = /^([\w-]{43})\n$/.exec(kept[SENDER] ?? '')?.[1];
  return password !== undefined && kept[MAILBOX] === `${SENDER}:${password}\n`;
}
