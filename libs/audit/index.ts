export * from './audit.module.js';
export * from './exports/export-sealer.js';
export * from './exports/export-service.js';
export * from './history/history-service.js';
export * from './history/history-sight.js';
