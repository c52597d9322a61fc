export * from './audit.module.js';
export * from './point-in-time/parts-as-they-stood.js';
export * from './point-in-time/point-in-time-service.js';
export * from './proofs/log-export-service.js';
export * from './proofs/proof-service.js';
export * from './sealing/checkpoint-publisher.js';
export * from './sealing/log-keys.js';
export * from './sealing/sealing-service.js';
