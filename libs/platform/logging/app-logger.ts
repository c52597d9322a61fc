import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level, type Logger } from 'pino';
import { redact, redactText } from './redact.js';

/** How much is logged; `silent` is nothing. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where log lines go; standard output unless given. */
export interface AppLoggerOptions {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}

/**
 * Writes one line of JSON per happening. Passwords, tokens and email addresses are taken out of everything, whoever
 * logs it. Speaks Nest's logger interface too (`log('message', 'Context')`), so that the framework logs here.
 */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(options: AppLoggerOptions) {
    const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  }

  /** Something worth knowing: `info({ caseId }, 'Case submitted')`. */
  info(fields: object, message: string): void {
    this.write('info', fields, [message]);
  }

  /** Nest's name for `info`. */
  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  /** Something went wrong and somebody should look: `error({ error }, 'Could not send an email')`. */
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  /** Something is not as it should be, and the service carries on. */
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Two calling conventions meet here: (fields, message) of ours, and (message, …stack, context) of Nest's. */
  private write(level: Level, first: unknown, rest: readonly unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const [second] = rest;
    if (first instanceof Error) {
      this.pino[level](
        { error: redact(first) },
        redactText(typeof second === 'string' ? second : first.message),
      );
    } else if (typeof first === 'object' && first !== null && typeof second === 'string') {
      this.pino[level](redact(first) as object, redactText(second));
    } else if (typeof first === 'string') {
      this.pino[level](nestFields(rest), redactText(first));
    } else {
      this.pino[level]({ value: redact(first) }, 'A message without words');
    }
  }
}

/** Nest sends the context last and, with an error, its stack before. */
function nestFields(rest: readonly unknown[]): Record<string, unknown> {
  const context = rest.at(-1);
  const details = rest.slice(0, -1).filter((detail) => detail !== undefined);
  return {
    ...(typeof context === 'string' ? { context: redactText(context) } : {}),
    ...(details.length === 0 ? {} : { details: redact(details) }),
  };
}
