export * from './questions-to-mark.js';
export * from './advice-reading.js';
export type { AdviceRecord } from './advice-record.js';
export * from './advice-riders.js';
export * from './guidance-reading.js';
