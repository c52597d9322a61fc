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

/** Gives a handler the version the request is a change to, and describes the header in the API. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    versionOfIfMatch(context.switchToHttp().getRequest<RequestWithHeaders>().headers['if-match']),
  [
    (target, key) => {
      if (key === undefined) return;
      const method = Object.getOwnPropertyDescriptor(target, key);
      if (method === undefined) return;
      ApiHeader({
        name: 'If-Match',
        required: true,
        description: 'ETag of the version this is a change to, as it was read.',
        schema: { type: 'string', pattern: '^"[1-9]\\d{0,9}"$', example: '"7"' },
      })(target, key, method);
    },
  ],
);
