import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';

/** Anything an answer may hold; tests say what they expect of it. */
export type Json = Record<string, unknown>;

/** An answer, read. */
export interface Reply<Body = Json> {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it is JSON, `{}` otherwise. */
  readonly body: Body;
  readonly text: string;
}

/** What a request carries beside its method and address. */
export interface RequestParts {
  readonly body?: unknown;
  /** The revision a change is to; a text is sent as it is. */
  readonly ifMatch?: number | string | undefined;
  /** A new random one on every POST unless given; `null` sends none. */
  readonly idempotencyKey?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body exactly, instead of `body`. */
  readonly raw?: string;
}

/** One request and the answer to it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly reply: Reply<unknown>;
}

/** Sends requests as somebody and remembers every answer. */
export class HttpClient {
  /** Everything that was asked and answered, in order. */
  readonly exchanges: Exchange[] = [];

  constructor(readonly url: string) {}

  /** @param path from `/api/v1` on, or from the root where it begins with `//` */
  async send<Body = Json>(
    person: { readonly token: string } | null,
    method: string,
    path: string,
    parts: RequestParts = {},
  ): Promise<Reply<Body>> {
    const address = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const content = parts.raw ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body));
    const sent = headersOf(person, method, parts, content);
    const answer = await exchange(new URL(this.url + address), method, sent, content);
    const text = await textOf(answer);
    const isJson = /[/+]json\b/.test(answer.headers['content-type'] ?? '');
    const body = (isJson ? JSON.parse(text) : {}) as Body;
    const reply = { status: answer.statusCode ?? 0, headers: headersIn(answer.headers), body, text };
    this.exchanges.push({ method, path: address, reply });
    return reply;
  }

  /** Reads, and expects 200. */
  async read<Body = Json>(person: { readonly token: string }, path: string): Promise<Body> {
    return (await this.expect<Body>(200, person, 'GET', path)).body;
  }

  /** Sends, and expects a status. */
  async expect<Body = Json>(
    status: number,
    person: { readonly token: string },
    method: string,
    path: string,
    parts: RequestParts = {},
  ): Promise<Reply<Body>> {
    const reply = await this.send<Body>(person, method, path, parts);
    if (reply.status !== status)
      throw new Error(`${method} ${path} was answered ${reply.status}, not ${status}: ${reply.text}`);
    return reply;
  }
}

/** Connections are kept: to open one costs more than most answers. */
const CONNECTIONS = new Agent({ keepAlive: true });

/** Sends without the streams and signals of `fetch`, which take as much of a test's time as the service's own code. */
function exchange(
  url: URL,
  method: string,
  headers: Record<string, string>,
  content: string | undefined,
): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const sending = request(url, { method, headers, agent: CONNECTIONS }, answered);
    sending.once('error', failed);
    sending.end(content);
  });
}

function headersIn(answered: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answered))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

function headersOf(
  person: { readonly token: string } | null,
  method: string,
  { headers: given, ifMatch, idempotencyKey }: RequestParts,
  content: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (content !== undefined) headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(given ?? {})) headers[name.toLowerCase()] = value.trim();
  if (content !== undefined) headers['content-length'] = String(Buffer.byteLength(content));
  if (person !== null) headers['authorization'] = `Bearer ${person.token}`;
  if (ifMatch !== undefined) headers['if-match'] = typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch;
  const key = idempotencyKey === undefined && method === 'POST' ? randomUUID() : idempotencyKey;
  if (key !== undefined && key !== null) headers['idempotency-key'] = key;
  return headers;
}
