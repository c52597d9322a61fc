/** What was done, told on the page somebody comes to after a form; the word stands in its address. */
const NOTICES = {
  'role-given': 'The role was given. It counts from now on.',
  'role-ended': 'The role has ended.',
  deactivated: 'The account was deactivated. Everything it was signed in with has ended.',
  'lock-lifted': 'The lock was lifted. They can sign in again.',
  'signed-out': 'They were signed out everywhere. It is on record with your name.',
  'everybody-signed-out': 'Everybody else was signed out. It is on record with your name.',
  'sign-in-anew':
    'They can sign in with another account of their organisation. Until they do, nobody is signed in as them that way.',
  'invited-again': 'An invitation is on its way. A link sent earlier no longer works.',
  'person-added': 'The person was added. Give them a role, so that they can do something here.',
  'organisation-added': 'The organisation was added.',
  'organisation-changed': 'The organisation was changed.',
  'token-revoked': 'The token was revoked. It no longer works.',
  'client-registered': 'The client was registered. It can use the API from now on.',
  'client-revoked': 'The client was revoked. It can no longer use the API.',
  'webhook-changed': 'The webhook was changed. It counts for what is sent from now on.',
  'webhook-ended': 'The webhook has ended. Nothing more is sent to it, and its secret is destroyed.',
  'webhook-disabled': 'The webhook was disabled. Nothing more is sent to it.',
  'webhook-enabled': 'The webhook was enabled. It is sent what has waited.',
  'webhook-replayed': 'What you asked for waits to be sent again.',
  'version-added': 'The version was added.',
} as const;

/** A word for what was done. */
export type Done = keyof typeof NOTICES;

/** An address with the word for what was done. @param path without a query */
export function after(done: Done, path: string): string {
  return `${path}?done=${done}`;
}

/** The sentence for the word of an address; nothing for any other text. */
export function noticeOf(done: unknown): string | undefined {
  return typeof done === 'string' && Object.hasOwn(NOTICES, done) ? NOTICES[done as Done] : undefined;
}
