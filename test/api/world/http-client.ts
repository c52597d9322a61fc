import { randomUUID } from 'node:crypto';

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
    const headers = headersOf(person, method, parts);
    const content = parts.raw ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body));
    if (content !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    const response = await fetch(this.url + address, {
      method,
      headers,
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    const body = (isJson ? JSON.parse(text) : {}) as Body;
    const reply = { status: response.status, headers: response.headers, body, text };
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

function headersOf(person: { readonly token: string } | null, method: string, parts: RequestParts): Headers {
  const headers = new Headers(parts.headers);
  if (person !== null) headers.set('authorization', `Bearer ${person.token}`);
  const { ifMatch, idempotencyKey } = parts;
  if (ifMatch !== undefined) headers.set('if-match', typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch);
  const key = idempotencyKey === undefined && method === 'POST' ? randomUUID() : idempotencyKey;
  if (key !== undefined && key !== null) headers.set('idempotency-key', key);
  return headers;
}
