import { randomUUID } from 'node:crypto';

/** What a call answered. */
export interface Called<Body> {
  readonly status: number;
  readonly body: Body;
  /** The revision in the `ETag`, ready to be sent as `If-Match`. */
  readonly etag: string | null;
}

/** A problem as the API words it. */
export interface ProblemAnswer {
  readonly status: number;
  readonly detail: string;
}

/** Calls the API as one signed-in person would. */
export class ApiClient {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** Signs in with an email address and a password. */
  static async signIn(base: string, email: string, password: string): Promise<ApiClient> {
    const response = await fetch(`${base}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`Signing in answered ${String(response.status)}`);
    const { token } = (await response.json()) as { token: string };
    return new ApiClient(base, token);
  }

  /** Reads something. */
  get<Body>(path: string): Promise<Called<Body>> {
    return this.call<Body>('GET', path, undefined, null);
  }

  /** Changes something; `etag` is what was read before. A POST carries a key so that a repeat would do nothing. */
  send<Body>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    etag: string | null,
  ): Promise<Called<Body>> {
    return this.call<Body>(method, path, body, etag);
  }

  private async call<Body>(
    method: string,
    path: string,
    body: unknown,
    etag: string | null,
  ): Promise<Called<Body>> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method === 'POST') headers['idempotency-key'] = randomUUID();
    if (etag !== null) headers['if-match'] = etag;
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: JSON.parse(text) as Body,
      etag: response.headers.get('etag'),
    };
  }
}

/** The body of a call that went well. */
export function expectOk<Body>(called: Called<Body>): Called<Body> {
  if (called.status >= 300)
    throw new Error(`The API answered ${String(called.status)}: ${JSON.stringify(called.body)}`);
  return called;
}
