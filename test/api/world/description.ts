import Ajv2020Module from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Exchange, Json } from './http-client.js';

// Both are CommonJS modules whose types describe an ES module's default.
const Ajv2020 = Ajv2020Module as unknown as typeof Ajv2020Module.default;
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** One operation of the description. */
export interface Operation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly access: string;
  readonly node: Json;
}

function isNode(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object a schema describes may hold what it names and nothing else. */
function close(value: unknown): void {
  if (Array.isArray(value)) value.forEach(close);
  if (!isNode(value)) return;
  if (isNode(value['properties']) && value['type'] === 'object') value['additionalProperties'] ??= false;
  Object.values(value).forEach(close);
}

/** The API's own description, for holding real answers against it. */
export class Description {
  readonly operations: readonly Operation[];
  private readonly ajv: InstanceType<typeof Ajv2020>;

  constructor(readonly document: Json) {
    const closed = structuredClone(document);
    close(closed['components']);
    close(closed['paths']);
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema(closed, 'api');
    this.operations = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(
      ([path, item]) =>
        METHODS.flatMap((method) => {
          const node = item[method];
          return node === undefined
            ? []
            : [
                {
                  id: String(node['operationId']),
                  method: method.toUpperCase(),
                  path,
                  access: String(node['x-access']),
                  node,
                },
              ];
        }),
    );
  }

  /** A part of the document, followed to where it refers to. */
  resolve(node: unknown): Json {
    if (!isNode(node)) return {};
    const { $ref } = node;
    if (typeof $ref !== 'string') return node;
    const parts = $ref.slice(2).split('/').map(unescapePointer);
    return this.resolve(parts.reduce<unknown>((at, part) => (at as Json | undefined)?.[part], this.document));
  }

  /** The operation a request went to, constant paths before those with parameters. */
  operationOf(method: string, address: string): Operation | undefined {
    const path = address.split('?')[0] ?? '';
    return this.operations
      .filter((operation) => operation.method === method && matches(operation.path, path))
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
  }

  /** What is not as described about an answer, as sentences. */
  faultsOf({ method, path, reply }: Exchange): readonly string[] {
    const operation = this.operationOf(method, path);
    const where = `${method} ${path} → ${reply.status}`;
    if (operation === undefined) return [`${where}: no such operation is described`];
    const status = String(reply.status);
    const pointer = `#/paths/${escapePointer(operation.path)}/${method.toLowerCase()}/responses/${status}`;
    const response = this.resolve({ $ref: pointer });
    if (Object.keys(response).length === 0) return [`${where}: the status is not described`];
    const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const content = this.resolve(response['content'])[type];
    const undescribed = Object.entries(this.resolve(response['headers']))
      .filter(([name]) => name === 'ETag' && reply.headers.get(name) === null)
      .map(([name]) => `${where}: ${name} is missing`);
    if (reply.text === '') return undescribed;
    if (!isNode(content)) return [`${where}: a body of ${type} is not described`];
    return [...undescribed, ...this.schemaFaults(where, operation, status, type, reply.body)];
  }

  private schemaFaults(
    where: string,
    operation: Operation,
    status: string,
    type: string,
    body: unknown,
  ): readonly string[] {
    const own = (operation.node['responses'] as Json)[status] as Json;
    const base = typeof own['$ref'] === 'string' ? own['$ref'] : this.pointerOf(operation, status);
    const validate = this.ajv.getSchema(`api${base}/content/${escapePointer(type)}/schema`);
    if (validate === undefined) return [`${where}: there is no schema`];
    if (validate(body) === true) return [];
    return (validate.errors ?? []).map(
      (error) => `${where}: ${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  }

  private pointerOf(operation: Operation, status: string): string {
    return `#/paths/${escapePointer(operation.path)}/${operation.method.toLowerCase()}/responses/${status}`;
  }
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.');
  return new RegExp(`^${pattern}$`).test(path);
}
