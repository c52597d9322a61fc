/** One thing wrong with what was sent: where, as a JSON pointer (RFC 6901; empty for the whole body), and what to do. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * What went wrong, in the shape of RFC 9457 (problem details). The HTTP edge adds `instance` and `correlationId`.
 * `type` is a stable relative reference that programs may compare; `detail` is a sentence for people.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

/** Every kind of problem the service answers with. The key ends its `type`: `/problems/not-found`. */
export const PROBLEM_KINDS = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'not-permitted': { status: 403, title: 'You may not do this' },
  'sign-in-again': { status: 403, title: 'Sign in again to do this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This cannot be done at this address' },
  'not-acceptable': { status: 406, title: 'The answer cannot be given in the form asked for' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'This does not fit how things stand' },
  'precondition-failed': { status: 412, title: 'It has changed since you read it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The body is not of a type taken here' },
  unprocessable: { status: 422, title: 'Some answers need attention' },
  'precondition-required': { status: 428, title: 'Say which version you are changing' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'server-fault': { status: 500, title: 'Something went wrong in this service' },
  unavailable: { status: 503, title: 'The service cannot answer just now' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;
export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Puts a problem of a kind into words; an empty list of errors is left out. */
export function problemOf(kind: ProblemKind, detail: string, errors: readonly FieldProblem[] = []): Problem {
  const { status, title } = PROBLEM_KINDS[kind];
  const problem = { type: `/problems/${kind}`, title, status, detail };
  return errors.length === 0 ? problem : { ...problem, errors };
}

/** A refusal the sender is told about word for word: nothing secret belongs in it. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** Headers the answer carries, such as when to try again. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

function problemError(kind: ProblemKind, detail: string, errors?: readonly FieldProblem[]): ProblemError {
  return new ProblemError(problemOf(kind, detail, errors));
}

/** 404. One answer for what is not there and for what the person may not know of. */
export function notFound(
  detail = 'There is nothing at this address, or nothing that you may see.',
): ProblemError {
  return problemError('not-found', detail);
}

/** 401: nobody is signed in, or the token has ended. */
export function notSignedIn(
  detail = 'Sign in, and send the token as “Authorization: Bearer <token>”.',
): ProblemError {
  return problemError('not-signed-in', detail);
}

/** 403: signed in, and still not allowed; `detail` says why. */
export function notPermitted(detail: string): ProblemError {
  return problemError('not-permitted', detail);
}

/** 403: allowed to who signed in not long ago; `detail` says so. Its `type` tells programs to sign in and try again. */
export function signInAgain(detail: string): ProblemError {
  return problemError('sign-in-again', detail);
}

/** 400: the request itself is malformed. */
export function badRequest(detail: string, errors?: readonly FieldProblem[]): ProblemError {
  return problemError('bad-request', detail, errors);
}

/** 409: well formed, but not possible as things stand. */
export function conflict(detail: string, errors?: readonly FieldProblem[]): ProblemError {
  return problemError('conflict', detail, errors);
}

/** 412: somebody else changed it first. */
export function preconditionFailed(detail: string): ProblemError {
  return problemError('precondition-failed', detail);
}

/** 428: a change was asked for without saying which version it is a change to. */
export function preconditionRequired(detail: string): ProblemError {
  return problemError('precondition-required', detail);
}

/** 422: readable, but some of what it says cannot be accepted. */
export function unprocessable(detail: string, errors: readonly FieldProblem[]): ProblemError {
  return problemError('unprocessable', detail, errors);
}

/** 503: worth trying again later. */
export function unavailable(detail: string): ProblemError {
  return problemError('unavailable', detail);
}

/** 429: too many requests. @param retryAfterSeconds when it is worth trying again */
export function tooManyRequests(retryAfterSeconds: number): ProblemError {
  return new ProblemError(
    problemOf(
      'too-many-requests',
      `There were too many requests. Wait ${retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`}, then try again.`,
    ),
    { 'retry-after': String(retryAfterSeconds) },
  );
}

/** 405: the address is there, and takes other methods. @param allowed those it takes */
export function methodNotAllowed(allowed: readonly string[]): ProblemError {
  return new ProblemError(
    problemOf('method-not-allowed', `At this address only ${allowed.join(', ')} can be used.`),
    { allow: allowed.join(', ') },
  );
}
