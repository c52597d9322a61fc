export * from './access/access-log.js';
export * from './access/access-reading-service.js';
export * from './audit.module.js';
