export * from './choose-store.js';
export * from './object-store.js';
export * from './folder-store.js';
