import type { INestApplication } from '@nestjs/common';
import { REFERENCE_DATA_KINDS } from '#domain';
import { ACCESS_SCHEMAS } from '../access/access-schemas.js';
import { KEY_PATTERN, LONGEST_KEY, SHORTEST_KEY } from '../idempotency/idempotency-claim.js';
import { EVENT_STREAM_SCHEMAS } from '../events/event-stream-schemas.js';
import { DISPOSAL_SCHEMAS } from '../retention/disposal-schemas.js';
import { IMPORT_SCHEMAS } from '../imports/import-schemas.js';
import { ADVICE_SCHEMAS } from '../advice/advice-schemas.js';
import { LIKENESS_SCHEMAS } from '../likeness/likeness-schemas.js';
import { PIPELINE_SCHEMAS } from '../pipeline/pipeline-schemas.js';
import { buildOpenApi } from '../openapi/build-openapi.js';
import { HISTORY_SCHEMAS } from '../history/history-schemas.js';
import { SEARCH_SCHEMAS } from '../searches/search-schemas.js';
import { AS_IT_STOOD_SCHEMAS } from './schemas/as-it-stood-schemas.js';
import { AFTER_DECISION_SCHEMAS } from './schemas/after-decision-schemas.js';
import { CASE_SCHEMAS } from './schemas/case-schemas.js';
import { CONTENT_SCHEMAS, POINT_NUMBER } from './schemas/content-schemas.js';
import { EVENT_SCHEMAS } from './schemas/event-schemas.js';
import type { JsonSchema } from './schemas/json-schema.js';
import { LOG_SCHEMAS } from './schemas/log-schemas.js';
import { RECEIPT_SCHEMAS } from './schemas/receipt-schemas.js';
import { REFERENCE_SCHEMAS } from './schemas/reference-schemas.js';
import { TRIAGE_SCHEMAS } from './schemas/triage-schemas.js';

/** A JSON object of the document, whose shape OpenAPI defines. */
type Node = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Every schema an answer about cases is described by. */
export const ANSWER_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ...CONTENT_SCHEMAS,
  ...CASE_SCHEMAS,
  ...AFTER_DECISION_SCHEMAS,
  ...EVENT_SCHEMAS,
  ...RECEIPT_SCHEMAS,
  ...REFERENCE_SCHEMAS,
  ...TRIAGE_SCHEMAS,
  ...AS_IT_STOOD_SCHEMAS,
  ...SEARCH_SCHEMAS,
  ...LOG_SCHEMAS,
  ...ACCESS_SCHEMAS,
  ...IMPORT_SCHEMAS,
  ...PIPELINE_SCHEMAS,
  ...ADVICE_SCHEMAS,
  ...LIKENESS_SCHEMAS,
  ...DISPOSAL_SCHEMAS,
  ...HISTORY_SCHEMAS,
  ...EVENT_STREAM_SCHEMAS,
};

const IDEMPOTENCY_KEY: Node = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Your own name for this request, a new one for each. Sent again with the same request it gives the same answer ' +
    'and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ' +
    'ignore it: If-Match already keeps them from being done twice.',
  schema: { type: 'string', minLength: SHORTEST_KEY, maxLength: LONGEST_KEY, pattern: KEY_PATTERN },
};

const REPLAYED: Node = {
  description: '“true” when this is the answer given before under the same Idempotency-Key.',
  schema: { type: 'string', enum: ['true'] },
};

/** What the names in paths stand for. */
const PATH_PARAMETERS: Readonly<Record<string, Node>> = {
  reference: {
    description: 'Reference of the case. Small letters and missing hyphens are forgiven.',
    schema: { type: 'string' },
    example: 'DT-XXXX-XXXX',
  },
  point: { description: 'Number of a point of the Technology Code of Practice.', schema: POINT_NUMBER },
  number: { description: 'Number of a submission version.', schema: { type: 'integer', minimum: 1 } },
  sequence: { description: 'Sequence of an event of the case.', schema: { type: 'integer', minimum: 1 } },
  id: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
  deliveryId: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
  roleId: { description: 'Id, a UUID.', schema: { type: 'string', format: 'uuid' } },
  kind: {
    description: 'Kind of reference data.',
    schema: { type: 'string', enum: [...REFERENCE_DATA_KINDS] },
  },
  version: { description: 'Of a regime its version, of bank holidays their id.', schema: { type: 'string' } },
};

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? (value as Node[]) : [];
}

/** Parts of the path first, every one of them, also where a compiler left no type of it to be found. */
function describeParameters(path: string, operation: Node): void {
  const given = nodesOf(operation['parameters']);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): Node => {
    const known = PATH_PARAMETERS[name];
    const outline = { name, required: true, in: 'path' };
    if (known !== undefined) return { ...outline, ...known };
    return given.find((each) => each['in'] === 'path' && each['name'] === name) ?? outline;
  });
  operation['parameters'] = [...inPath, ...given.filter((each) => each['in'] !== 'path')];
}

function describeIdempotency(operation: Node): void {
  const parameters = nodesOf(operation['parameters']);
  operation['parameters'] = [{ $ref: '#/components/parameters/IdempotencyKey' }, ...parameters];
  const responses = operation['responses'] as Node;
  for (const status of [400, 422]) responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2')) continue;
    const described = response as Node;
    described['headers'] = {
      ...(described['headers'] as Node | undefined),
      'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
    };
  }
}

/** Describes the whole API as OpenAPI 3.1: the edge's own description, the answers about cases, and idempotency. */
export function describeApi(app: INestApplication): object {
  const document = buildOpenApi(app) as unknown as {
    components: Record<string, Node>;
    paths: Record<string, Record<string, Node>>;
  };
  const { components, paths } = document;
  components['schemas'] = { ...components['schemas'], ...ANSWER_SCHEMAS };
  components['parameters'] = { ...components['parameters'], IdempotencyKey: IDEMPOTENCY_KEY };
  components['headers'] = { ...components['headers'], IdempotencyReplayed: REPLAYED };
  for (const [path, item] of Object.entries(paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      describeParameters(path, operation);
      // Signing in takes no key: what it answers may not be kept.
      if (method === 'post' && operation['x-access'] !== 'anyone') describeIdempotency(operation);
    }
  return document;
}
