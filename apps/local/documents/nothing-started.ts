/** What is needed to name the modules of an application; nothing of it is started. */
export const NOTHING_STARTED = {
  DATABASE_URL: 'postgresql://nobody@localhost/nothing',
  PUBLIC_URL: 'http://localhost',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'nobody@example.org',
  ASSURANCE_INBOX: 'nobody@example.org',
} as const;
