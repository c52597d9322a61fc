export * from './audit.module.js';
export * from './point-in-time/parts-as-they-stood.js';
export * from './point-in-time/point-in-time-service.js';
