import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { versionOfIfMatch } from '../http/entity-tag.js';

/** The ETag of something nobody has saved yet. */
const NEVER_SAVED = '"0"';

/** The revision an `If-Match` header names, 0 for what was never saved. Errors as `versionOfIfMatch`. */
export function revisionOfIfMatch(header: string | undefined): number {
  return header?.trim() === NEVER_SAVED ? 0 : versionOfIfMatch(header);
}

interface RequestWithHeaders {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** As `IfMatch`, for what is there from the start and may never have been saved: then its ETag is `"0"`. */
export const IfMatchOrNew = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    revisionOfIfMatch(context.switchToHttp().getRequest<RequestWithHeaders>().headers['if-match']),
  [
    (target, key) => {
      if (key === undefined) return;
      const method = Object.getOwnPropertyDescriptor(target, key);
      if (method === undefined) return;
      ApiHeader({
        name: 'If-Match',
        required: true,
        description: 'ETag of what you looked at; "0" where nothing has been saved yet.',
        schema: { type: 'string', pattern: '^"(0|[1-9]\\d{0,9})"$', example: '"0"' },
      })(target, key, method);
    },
  ],
);
