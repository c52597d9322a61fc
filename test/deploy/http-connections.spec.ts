import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { get as getPlainly, type IncomingMessage } from 'node:http';
import { get, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { AppLogger, Config, loadConfig } from '#platform';
import { runWeb, type RunningWeb } from '../../apps/web/run-web.js';
import { startWorld, type World } from '../api/world/api-world.js';
import { issueCertificates, PROJECT, serviceOf, type Deployment } from './certificates.js';

// The API and the pages as docker-compose.yml has them: over HTTPS, and for whom the deployment's authority vouches.

const SETTINGS = [
  'HTTP_TLS_CERTIFICATE',
  'HTTP_TLS_KEY',
  'HTTP_TLS_CLIENT_AUTHORITY',
  'HTTP_TLS_CLIENTS',
] as const;

const REQUIRED = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
  PUBLIC_URL: 'http://localhost',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'no-reply@spend.example',
  ASSURANCE_INBOX: 'assurance@gds.example',
};

let deployment: Deployment;
let stranger: Deployment;
let world: World;
let pages: RunningWeb;
const ports: Record<string, string> = {};

/** What docker-compose.yml sets for a part, with the paths it has here. */
function settingsOf(part: string): Record<string, string> {
  const { environment } = serviceOf(part);
  return Object.fromEntries(
    SETTINGS.map((name) => [name, deployment.here(part, environment[name] ?? 'missing')]),
  );
}

beforeAll(async () => {
  [deployment, stranger] = await Promise.all([issueCertificates(), issueCertificates()]);
  world = await startWorld(settingsOf('api'));
  const { httpTlsCertificate, httpTlsKey, httpTlsClientAuthority, httpTlsClients } = loadConfig({
    ...REQUIRED,
    ...settingsOf('web'),
  });
  const config = Object.assign(new Config(), world.config, {
    httpTlsCertificate,
    httpTlsKey,
    httpTlsClientAuthority,
    httpTlsClients,
  });
  pages = await runWeb(config, { clock: world.clock, logger: new AppLogger({ level: 'fatal' }) });
  ports['api'] = new URL(world.api.url).port;
  ports['web'] = new URL(pages.url).port;
});
afterAll(async () => {
  await pages.close();
  await world.close();
  await Promise.all([deployment.remove(), stranger.remove()]);
});

/** Asks a part whether it is ready. @returns the answer, or rejects where there is none */
async function answer(
  part: string,
  options: RequestOptions,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const request = get({
    host: '127.0.0.1',
    port: ports[part],
    path: '/health/ready',
    servername: part,
    ca: deployment.read('proxy', 'authority'),
    ...options,
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode, text: await textOf(response) };
}

async function ask(part: string, options: RequestOptions): Promise<number | undefined> {
  return (await answer(part, options)).status;
}

function by(whose: Deployment, part: string): { readonly cert: string; readonly key: string } {
  return { cert: whose.read(part, 'certificate'), key: whose.read(part, 'key') };
}

describe.each(['api', 'web'])('the connection from the proxy to %s', (part) => {
  it('is made with the proxy’s certificate, again and again', async () => {
    expect(await ask(part, by(deployment, 'proxy'))).toBe(200);
    expect(await ask(part, by(deployment, 'proxy'))).toBe(200);
    expect((part === 'api' ? world.api : pages).url).toMatch(/^https:/);
  });

  const REFUSED: Readonly<Record<string, readonly [() => RequestOptions, RegExp]>> = {
    'without a certificate': [() => ({}), /certificate required|ECONNRESET|socket hang up/],
    'with one of another authority': [() => by(stranger, 'proxy'), /unknown ca|ECONNRESET|socket hang up/],
    'with that of a part that has no business there': [
      () => by(deployment, 'worker'),
      /ECONNRESET|socket hang up/,
    ],
    'with a TLS that is too old': [
      () => ({
        ...by(deployment, 'proxy'),
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
      /protocol version/,
    ],
  };
  it.each(Object.keys(REFUSED))('is refused %s', async (name) => {
    const [options, why] = REFUSED[name]!;
    await expect(ask(part, options())).rejects.toThrow(why);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'is refused to who takes up a session of %s without its certificate, which may have ended since',
    async (version) => {
      const [first, sessions] = await whole({ ...by(deployment, 'proxy'), maxVersion: version });
      expect(first).toMatch(/^HTTP\/1\.1 200/);
      for (const session of sessions) {
        const [again] = await whole({ maxVersion: version, session }).catch((error: unknown) => [
          String(error),
        ]);
        expect(again).not.toMatch(/200/);
        // With its certificate it is a session of its own.
        const socket = connectTo({ ...by(deployment, 'proxy'), maxVersion: version, session });
        await once(socket, 'secureConnect');
        expect(socket.isSessionReused()).toBe(false);
        socket.destroy();
      }
      expect(await ask(part, by(deployment, 'proxy'))).toBe(200);
    },
  );

  function connectTo(options: ConnectionOptions): TLSSocket {
    return connect({
      host: '127.0.0.1',
      port: Number(ports[part]),
      servername: part,
      ca: deployment.read('proxy', 'authority'),
      ...options,
    });
  }

  /** Asks over a connection of its own. @returns the answer and every session that could be taken up again */
  async function whole(options: ConnectionOptions): Promise<readonly [string, readonly Buffer[]]> {
    const socket = connectTo(options);
    const sessions: Buffer[] = [];
    socket.on('session', (session) => sessions.push(session));
    socket.write(`GET /health/ready HTTP/1.1\r\nHost: ${part}\r\nConnection: close\r\n\r\n`);
    const answered = await textOf(socket);
    const last = socket.getSession();
    return [answered, last === undefined ? sessions : [...sessions, last]];
  }

  it('is refused without TLS: not a word is answered', async () => {
    const request = getPlainly({ host: '127.0.0.1', port: ports[part], path: '/health/ready' });
    await expect(once(request, 'response')).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it('is not made to who only says it is that part', async () => {
    const elsewhere = { ...by(deployment, 'proxy'), ca: stranger.read('proxy', 'authority') };
    await expect(ask(part, elsewhere)).rejects.toThrow(/certificate/);
    await expect(ask(part, { ...by(deployment, 'proxy'), servername: 'mailpit' })).rejects.toThrow(
      /does not match certificate/,
    );
  });

  it('says three weeks before that the certificate ends, and goes on', async () => {
    const report = async (): Promise<unknown> =>
      JSON.parse((await answer(part, by(deployment, 'proxy'))).text) as unknown;
    const ends = Date.parse(new X509Certificate(deployment.read(part, 'certificate')).validTo);
    world.clock.set(new Date(ends - 21 * 24 * 3_600_000 - 1));
    expect(await report()).toMatchObject({ ready: true, checks: { certificate: 'ok' } });
    world.clock.advance(1);
    expect(await report()).toMatchObject({ ready: true, checks: { certificate: 'failed' } });
  });

  async function healthCheck(environment: Record<string, string>): Promise<unknown> {
    const checking = spawn(process.execPath, [join(PROJECT, 'deploy', 'health', 'serving.mjs')], {
      env: { HTTP_PORT: ports[part], ...environment },
    });
    const [code] = (await once(checking, 'exit')) as [unknown];
    return code;
  }

  it('is not needed for its health check, which has its own certificate', async () => {
    const strangers = Object.fromEntries(
      Object.entries(settingsOf(part)).map(([name, value]) => [
        name,
        value.replace(deployment.folder, stranger.folder),
      ]),
    );
    const checks = [settingsOf(part), strangers, {}].map(healthCheck);
    expect(await Promise.all(checks)).toEqual([0, 1, 1]);
  });
});
