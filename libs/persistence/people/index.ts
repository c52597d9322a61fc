export * from './administration.js';
export * from './sign-in.js';
