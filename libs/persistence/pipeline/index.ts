export type { PipelineScope } from './pipeline-sql.js';
export * from './plan-figures.js';
export * from './plan-reading.js';
export * from './plans-to-import.js';
