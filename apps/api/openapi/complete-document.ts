import type { AccessRule, MachineRule } from '#domain';
import { PROBLEM_KINDS, type ProblemKind } from '#platform';

/** A JSON object of the document, whose shape OpenAPI defines rather than we. */
export type Node = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;
const CORRELATION_SCHEMA = { type: 'string', pattern: '^[\\w-]{8,64}$' };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodeAt(parent: Node, key: string): Node {
  const present = parent[key];
  if (isNode(present)) return present;
  const made: Node = {};
  parent[key] = made;
  return made;
}

const PROBLEM_SCHEMA: Node = {
  type: 'object',
  description: 'What went wrong (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'correlationId'],
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'Kind of problem, stable, for programs to compare.',
      enum: Object.keys(PROBLEM_KINDS).map((kind) => `/problems/${kind}`),
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and what to do, for people.' },
    instance: { type: 'string', format: 'uri-reference', description: 'Path of the request.' },
    correlationId: { ...CORRELATION_SCHEMA, description: 'Quote this when asking for help.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', format: 'json-pointer', description: 'Where (RFC 6901).' },
          detail: { type: 'string', description: 'What to do about it.' },
        },
      },
    },
  },
};

function componentName(status: number): string {
  return `Problem${status}`;
}

function problemResponse(title: string): Node {
  return {
    description: title,
    headers: { 'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function addComponents(document: Node): void {
  const components = nodeAt(document, 'components');
  nodeAt(components, 'schemas')['Problem'] = PROBLEM_SCHEMA;
  nodeAt(components, 'headers')['CorrelationId'] = {
    description: 'Names the request in the log of the service.',
    schema: CORRELATION_SCHEMA,
  };
  nodeAt(components, 'parameters')['CorrelationId'] = {
    name: 'X-Correlation-Id',
    in: 'header',
    required: false,
    description: 'Your own name for the request; a random one is made up otherwise.',
    schema: CORRELATION_SCHEMA,
  };
  const responses = nodeAt(components, 'responses');
  for (const kind of Object.keys(PROBLEM_KINDS) as ProblemKind[]) {
    const { status, title } = PROBLEM_KINDS[kind];
    responses[componentName(status)] = problemResponse(title);
  }
}

function parametersOf(operation: Node): Node[] {
  const { parameters } = operation as { parameters?: unknown };
  return Array.isArray(parameters) ? (parameters as unknown[]).filter(isNode) : [];
}

/** The problems an operation can end in, from what it takes and who it is for. */
function problemStatuses(
  method: string,
  path: string,
  operation: Node,
  rule: AccessRule | undefined,
): number[] {
  const parameters = parametersOf(operation);
  const takesBody = isNode(operation['requestBody']);
  const changes = !['get', 'head'].includes(method);
  const conditional = parameters.some(({ name }) => name === 'If-Match');
  return [
    ...(takesBody || parameters.length > 0 ? [400] : []),
    ...(rule === 'anyone' ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    ...(changes && rule !== 'anyone' ? [409] : []),
    ...(conditional ? [412, 428] : []),
    ...(takesBody ? [413, 415, 422] : []),
    500,
    503,
  ];
}

function completeResponses(operation: Node, statuses: readonly number[]): void {
  const responses = nodeAt(operation, 'responses');
  for (const status of statuses)
    responses[String(status)] ??= { $ref: `#/components/responses/${componentName(status)}` };
  for (const [status, response] of Object.entries(responses)) {
    if (!isNode(response) || '$ref' in response) continue;
    if (Number(status) >= 400 && !('content' in response)) {
      const title = typeof response['description'] === 'string' ? response['description'] : '';
      responses[status] =
        title === ''
          ? { $ref: `#/components/responses/${componentName(Number(status))}` }
          : problemResponse(title);
    } else nodeAt(response, 'headers')['X-Correlation-Id'] = { $ref: '#/components/headers/CorrelationId' };
  }
}

const SCHEMA_REF = /^#\/components\/schemas\/(.+)$/;

/** Closes every schema a request body reaches: what a class does not name is refused, and the document says so. */
function closeRequestSchemas(document: Node, bodies: readonly unknown[]): void {
  const schemas = nodeAt(nodeAt(document, 'components'), 'schemas');
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const name = typeof value['$ref'] === 'string' ? SCHEMA_REF.exec(value['$ref'])?.[1] : undefined;
    const schema = name === undefined || seen.has(name) ? undefined : schemas[name];
    if (name !== undefined && isNode(schema)) {
      seen.add(name);
      if (schema['type'] === 'object') schema['additionalProperties'] = false;
      visit(schema);
    }
    Object.values(value).forEach(visit);
  };
  bodies.forEach(visit);
}

/** OpenAPI 3.1 follows JSON Schema, where `example` has become a list. */
function modernExamples(value: unknown): void {
  if (Array.isArray(value)) value.forEach(modernExamples);
  if (!isNode(value)) return;
  const isSchema = 'type' in value || 'enum' in value || '$ref' in value;
  if (isSchema && 'example' in value && !('in' in value) && !isNode(value['type'])) {
    value['examples'] = [value['example']];
    delete value['example'];
  }
  Object.values(value).forEach(modernExamples);
}

/**
 * Adds, once and in one place, what holds for every operation: who it is for, the problems it may end in, the
 * correlation id; and closes the schemas of requests.
 *
 * @param routeOf who may use an operation, by operation id
 */
export function completeDocument(
  document: Node,
  routeOf: (
    operationId: string,
  ) => { readonly rule: AccessRule | undefined; readonly machineRule: MachineRule | undefined } | undefined,
): void {
  addComponents(document);
  const bodies: unknown[] = [];
  for (const [path, item] of Object.entries(nodeAt(document, 'paths'))) {
    if (!isNode(item)) continue;
    for (const method of METHODS) {
      const operation = item[method];
      if (!isNode(operation)) continue;
      const { rule, machineRule } = routeOf(String(operation['operationId'])) ?? {};
      completeResponses(operation, problemStatuses(method, path, operation, rule));
      operation['security'] = rule === 'anyone' ? [] : [{ bearer: [] }];
      operation['x-access'] = rule ?? 'nobody';
      if (rule !== 'anyone')
        operation['x-scope'] =
          machineRule !== undefined && 'scope' in machineRule ? machineRule.scope : 'people only';
      operation['parameters'] = [
        ...parametersOf(operation),
        { $ref: '#/components/parameters/CorrelationId' },
      ];
      bodies.push(operation['requestBody']);
    }
  }
  closeRequestSchemas(document, bodies);
  modernExamples(document);
}
