import { HttpException } from '@nestjs/common';
import { databaseErrorOf } from '#persistence';
import { ProblemError, problemOf, type Problem, type ProblemKind } from '#platform';

/** What the sender is told of an error, and whether somebody must look into it. */
export interface Judgement {
  readonly problem: Problem;
  /** Headers the answer carries beside those of its status. */
  readonly headers: Readonly<Record<string, string>>;
  /** True when the service, not the request, is at fault. */
  readonly fault: boolean;
}

const MALFORMED_JSON = 'The body is not JSON that can be read. Check its brackets, quotes and commas.';

/** What to do about errors the framework raises before a handler is reached, by Fastify's code. */
const BY_CODE: Readonly<Record<string, readonly [ProblemKind, string]>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'bad-request',
    'The body is empty. Send a JSON object, or leave the Content-Type header out.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad-request', MALFORMED_JSON],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'bad-request',
    'Content-Length does not match the body that was sent.',
  ],
  FST_ERR_HANDLER_TIMEOUT: ['unavailable', 'This took too long. Try again in a little while.'],
};

const NOT_NOW: readonly [ProblemKind, string] = [
  'unavailable',
  'The service cannot answer just now. Try again in a little while.',
];

/** The same by status, for whatever has no entry above. */
const BY_STATUS: Readonly<Record<number, readonly [ProblemKind, string]>> = {
  400: ['bad-request', 'The request cannot be read. Check its address, headers and body.'],
  404: ['not-found', 'There is nothing at this address.'],
  406: ['not-acceptable', 'The answer cannot be given in the form asked for.'],
  408: ['request-timeout', 'The request took too long to arrive. Send it again.'],
  413: ['body-too-large', 'The body is larger than this service accepts. Send less at once.'],
  414: ['address-too-long', 'The address is longer than this service accepts.'],
  415: ['unsupported-media-type', 'Send the body as JSON, with “Content-Type: application/json”.'],
  429: ['too-many-requests', 'There were too many requests. Wait a little, then try again.'],
  431: ['headers-too-large', 'The headers are larger than this service accepts.'],
  503: NOT_NOW,
};

/** Network errors of Node.js, and classes of SQLSTATE, that mean the database is not there or is too busy. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** Also statements that took, and locks that were waited for, longer than they may. */
const PASSING_SQLSTATES = /^(08|53|57P|57014|55P03|25P0[34]|40001|40P01)/;
/** What the pool of connections says, without a code. */
const LOST_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Turns anything that was thrown into what the sender is told. Only a `ProblemError` speaks for itself. */
export function judge(error: unknown): Judgement {
  if (error instanceof ProblemError)
    return { problem: error.problem, headers: error.headers, fault: error.problem.status >= 500 };
  const known = BY_CODE[codeOf(error) ?? ''] ?? BY_STATUS[statusOf(error) ?? 0];
  if (known !== undefined) {
    const problem = problemOf(...known);
    return { problem, headers: {}, fault: problem.status >= 500 };
  }
  if (isPassing(error)) return { problem: problemOf(...NOT_NOW), headers: {}, fault: true };
  return {
    problem: problemOf(
      'server-fault',
      'Something went wrong here, and it has been recorded. If it happens again, quote the correlation id.',
    ),
    headers: {},
    fault: true,
  };
}

function textOf(error: unknown, field: 'code' | 'message'): string | undefined {
  const value =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Nest wraps what Fastify threw; the code is in the cause. */
function codeOf(error: unknown): string | undefined {
  return textOf(error, 'code') ?? (error instanceof Error ? textOf(error.cause, 'code') : undefined);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const fromFastify = textOf(error, 'code')?.startsWith('FST_ERR_') === true;
  const status = fromFastify ? (error as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && UNREACHABLE.has(code)) return true;
  if (LOST_CONNECTION.test(textOf(error, 'message') ?? '')) return true;
  return PASSING_SQLSTATES.test(databaseErrorOf(error)?.code ?? '');
}
