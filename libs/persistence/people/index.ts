export * from './administration.js';
export type { AdministratorKept } from './administrators.js';
export * from './email-preference.js';
export * from './invitations.js';
export * from './organisations.js';
export * from './passwords.js';
export * from './people-reading.js';
export * from './sign-in.js';
