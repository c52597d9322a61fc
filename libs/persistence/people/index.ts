export * from './administration.js';
export * from './email-preference.js';
export * from './sign-in.js';
