import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';

const PROGRAM = join(import.meta.dirname, 'issuer-program.mjs');

/** A client the issuer knows. */
export interface IssuerClient {
  readonly id: string;
  readonly secret: string;
}

/** A key of an issuer, with its private part. */
export interface IssuerKey extends JWK {
  readonly kid: string;
  readonly alg: string;
}

/** Makes a key. */
export async function newKey(alg: string, kid: string, modulusLength = 3_072): Promise<IssuerKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg, kid };
}

/** The public part of a key. */
export function publicPart({ kty, n, e, crv, x, y, kid, alg, use }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, n, e, crv, x, y, kid, alg, use }).filter(([, value]) => value !== undefined),
  );
}

/** Signs claims as the issuer would, or would not. */
export async function signed(
  key: IssuerKey,
  claims: JWTPayload,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const { alg, kid } = key;
  return new SignJWT(claims)
    .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
    .sign(await importJWK(key, alg));
}

/** A real OpenID provider in a process of its own, that can be taken away and brought back with other keys. */
export class Issuer {
  private child: ChildProcess | undefined;

  private constructor(
    readonly url: string,
    private readonly clients: readonly IssuerClient[],
    private readonly scopes: string,
    private readonly audience: string,
  ) {}

  /** @param audience of its tokens unless a client asks for another */
  static async at(
    clients: readonly IssuerClient[],
    scopes: readonly string[],
    audience: string,
  ): Promise<Issuer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return new Issuer(`http://127.0.0.1:${String(port)}`, clients, scopes.join(' '), audience);
  }

  /** Starts it; the first key signs. */
  async start(keys: readonly IssuerKey[]): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM], {
      env: {
        PATH: process.env['PATH'],
        ISSUER: this.url,
        KEYS: JSON.stringify(keys),
        CLIENTS: JSON.stringify(this.clients),
        SCOPES: this.scopes,
        AUDIENCE: this.audience,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.child = child;
    for await (const part of child.stdout) if (String(part).includes('ready')) return;
    throw new Error('The issuer did not start');
  }

  /** Takes it away at once. */
  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child?.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Gets a client a token by its credentials. @param resource whom it is to be for, unless the usual */
  async tokenFor({ id, secret }: IssuerClient, scope: string, resource?: string): Promise<string> {
    const answer = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope,
        ...(resource === undefined ? {} : { resource }),
      }),
    });
    const text = await answer.text();
    const { access_token: token } = JSON.parse(text) as { access_token?: string };
    if (token === undefined) throw new Error(`The issuer gave no token: ${text}`);
    return token;
  }
}
