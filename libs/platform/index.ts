export * from './clock/clock.js';
export * from './config/config.js';
export * from './config/config-variables.js';
export * from './config/load-config.js';
export * from './health/readiness.js';
export * from './logging/app-logger.js';
export { redact, redactText } from './logging/redact.js';
export * from './problem/problem.js';
export * from './platform.module.js';
