export * from './attachment-reading.js';
export * from './attachment-riders.js';
export * from './scanning.js';
