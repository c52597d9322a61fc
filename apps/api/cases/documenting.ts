import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ref } from './schemas/json-schema.js';

const ETAG = { description: 'Revision of what was answered.', schema: { type: 'string' as const } };
const LINK = { description: 'The next page, rel="next".', schema: { type: 'string' as const } };
const LOCATION = { description: 'Where it is.', schema: { type: 'string' as const } };

/** What a read gives beside its body. */
interface Reading {
  /** An ETag to ask again with: 304 when nothing has changed. */
  readonly revision?: boolean;
  /** An ETag to change it with. */
  readonly tagged?: boolean;
  /** A link to the next page. */
  readonly paged?: boolean;
}

/** Describes a read: what it is for, the schema of its answer, and whether it has a revision to ask again by. */
export function Gives(
  summary: string,
  schema: string,
  { revision = false, tagged = revision, paged = false }: Reading = {},
): MethodDecorator {
  const headers = { ...(tagged ? { ETag: ETAG } : {}), ...(paged ? { Link: LINK } : {}) };
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, description: summary, schema: ref(schema), headers }),
    ...(revision
      ? [
          ApiHeader({
            name: 'If-None-Match',
            required: false,
            description: 'ETag you have; 304 is answered when it is still the one.',
            schema: { type: 'string' },
          }),
          ApiResponse({ status: 304, description: 'You have it already.', headers: { ETag: ETAG } }),
        ]
      : []),
  );
}

/** Describes a change: what it does, the schema of its receipt, and whether that comes with a revision. */
export function Changes(
  summary: string,
  schema = 'Receipt',
  { makes = false, tagged = true }: { readonly makes?: boolean; readonly tagged?: boolean } = {},
): MethodDecorator {
  const status = makes ? 201 : 200;
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({
      status,
      description: summary,
      schema: ref(schema),
      headers: { ...(tagged ? { ETag: ETAG } : {}), ...(makes ? { Location: LOCATION } : {}) },
    }),
  );
}
