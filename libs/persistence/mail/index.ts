export * from './digests.js';
export * from './emails-of-case.js';
export * from './outbox.js';
