export * from './assurance-people.js';
export * from './component-take-up.js';
export * from './export-receipts.js';
export * from './read-history.js';
export type { HistoryContext } from './question-sql.js';
