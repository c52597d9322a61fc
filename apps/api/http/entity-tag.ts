import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { badRequest, preconditionRequired } from '#platform';

const STRONG_VERSION = /^"([1-9]\d{0,9})"$/;
const LARGEST_VERSION = 2_147_483_647;

/** The ETag of a version: `"7"`. Strong, because a version never changes. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version an `If-Match` header names.
 *
 * @throws ProblemError 428 when it is missing; 400 when it is anything but one strong ETag of a version
 */
export function versionOfIfMatch(header: string | undefined): number {
  if (header === undefined)
    throw preconditionRequired(
      'Say which version you are changing: send its ETag as “If-Match”, like If-Match: "7".',
    );
  const version = Number(STRONG_VERSION.exec(header.trim())?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(version) || version > LARGEST_VERSION)
    throw badRequest(
      'If-Match must be the one ETag you were given, in its quotes, like If-Match: "7". Lists, “*” and weak tags are not taken.',
    );
  return version;
}

/** Whether an `If-None-Match` header names this version, so that 304 is answer enough. Compared weakly (RFC 9110). */
export function isUnchanged(header: string | undefined, version: number): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === entityTag(version));
}

interface RequestWithHeaders {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A parameter read from `If-Match`, with the header described in the API. */
function fromIfMatch(
  read: (header: string | undefined) => number,
  description: string,
  schema: { readonly pattern: string; readonly example: string },
): () => ParameterDecorator {
  return createParamDecorator(
    (_data: unknown, context: ExecutionContext) =>
      read(context.switchToHttp().getRequest<RequestWithHeaders>().headers['if-match']),
    [
      (target, key) => {
        if (key === undefined) return;
        const method = Object.getOwnPropertyDescriptor(target, key);
        if (method === undefined) return;
        const header = { name: 'If-Match', required: true, description };
        ApiHeader({ ...header, schema: { type: 'string', ...schema } })(target, key, method);
      },
    ],
  );
}

/** Gives a handler the version the request is a change to, and describes the header in the API. */
export const IfMatch = fromIfMatch(
  versionOfIfMatch,
  'ETag of the version this is a change to, as it was read.',
  { pattern: '^"[1-9]\\d{0,9}"$', example: '"7"' },
);

/** The ETag of something nobody has saved yet. */
const NEVER_SAVED = '"0"';

/**
 * The revision an `If-Match` header names, 0 for what was never saved.
 *
 * @throws ProblemError as `versionOfIfMatch` does
 */
export function revisionOfIfMatch(header: string | undefined): number {
  if (header === undefined)
    throw preconditionRequired(
      'Say which version you are changing: send its ETag as “If-Match”, like If-Match: "7", or If-Match: "0" where nothing has been saved yet.',
    );
  return header.trim() === NEVER_SAVED ? 0 : versionOfIfMatch(header);
}

/** As `IfMatch`, for what is there from the start and may never have been saved: then its ETag is `"0"`. */
export const IfMatchOrNew = fromIfMatch(
  revisionOfIfMatch,
  'ETag of what you looked at; "0" where nothing has been saved yet.',
  { pattern: '^"(0|[1-9]\\d{0,9})"$', example: '"0"' },
);
