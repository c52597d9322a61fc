import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { connect, createSecureContext, TLSSocket } from 'node:tls';
import { dispensableRedis, NotifyTransport, SmtpTransport, type OutgoingMessage } from '#notifications';
import { Database } from '#persistence';
import { S3Store } from '../../libs/persistence/objects/s3-store.js';
import { AppLogger, loadConfig, ManualClock } from '#platform';
import { SingleSignOnService } from '#identity';

// Whoever stands in the way with a certificate of their own making is told nothing: not a byte comes after the handshake.

/** The certificate `smtp-server` comes with, which nobody vouches for. */
const own = createRequire(import.meta.url)('../../node_modules/smtp-server/dist/cjs/tls-options.js') as {
  default: (options: object) => { readonly key: string; readonly cert: string };
};
const secureContext = createSecureContext(own.default({}));

/** What a client of PostgreSQL asks first: whether there is TLS. */
const ASKS_FOR_TLS = 8;

let server: Server;
let place: string;
let handshakes = 0;
const heard: string[] = [];

/** Takes up TLS and listens. @param already what the client sent before */
function takeUp(socket: Socket): void {
  const secure = new TLSSocket(socket, { isServer: true, secureContext });
  secure.on('data', (bytes: Buffer) => heard.push(bytes.toString('latin1')));
  secure.on('error', () => undefined);
}

beforeAll(async () => {
  server = createServer((socket) => {
    handshakes += 1;
    socket.on('error', () => undefined);
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) return;
      const isPostgres = first.length === ASKS_FOR_TLS && first.readInt32BE(0) === ASKS_FOR_TLS;
      if (isPostgres) socket.write('S');
      else socket.unshift(first);
      takeUp(socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  place = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
beforeEach(() => {
  handshakes = 0;
  heard.length = 0;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const MESSAGE: OutgoingMessage = {
  emailId: randomUUID(),
  attempt: 1,
  recipientName: 'Demonstration submitter',
  recipientAddress: 'reader@home-office.example',
  subject: 'A subject',
  body: 'A body',
  date: new Date('2026-11-24T09:00:00.000Z'),
};
const API_KEY = `spend_control-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0`;

async function askDatabase(mode: string): Promise<unknown> {
  const database = new Database({ url: `postgresql://u:p@${place}/x?sslmode=${mode}`, poolSize: 1 });
  try {
    return await database.asService().query({ text: 'select 1', values: [] });
  } finally {
    await database.close();
  }
}

async function departTo(issuer: string): Promise<unknown> {
  const config = loadConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
  });
  const database = new Database({ url: config.databaseUrl, poolSize: 1 });
  const provider = {
    id: 'one',
    name: 'One',
    issuer,
    clientId: 'spend',
    clientSecret: 'secret',
    emailDomains: ['one.example'],
    people: { by: 'records' as const },
  };
  const clock = new ManualClock(MESSAGE.date);
  const logger = new AppLogger({ level: 'silent' });
  const service = new SingleSignOnService(database, clock, config, logger, [provider]);
  try {
    return await service.depart({
      provider: 'one',
      browserKey: undefined,
      again: false,
      personId: null,
      then: '/',
      kept: null,
    });
  } finally {
    await database.close();
  }
}

const CLIENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'a mail server': () => new SmtpTransport(`smtps://${place}`, 'no-reply@spend.example').send(MESSAGE),
  'GOV.UK Notify': () =>
    new NotifyTransport({ url: `https://${place}`, apiKey: API_KEY, templateId: randomUUID() }).send(MESSAGE),
  'an identity provider': () => departTo(`https://${place}`),
  'a store of files': () =>
    new S3Store({
      bucket: 'files',
      region: 'eu-west-2',
      endpoint: `https://${place}`,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      encryption: null,
      kmsKeyId: null,
    }).destroy(randomUUID()),
  'Redis, where TLS is asked for': async () => {
    const redis = dispensableRedis(`rediss://${place}`, {}, () => undefined);
    try {
      // Refused at once while there is no connection: the first one is being made meanwhile.
      await new Promise((failed) => redis.once('error', failed));
      await redis.ping();
    } finally {
      redis.disconnect();
    }
  },
  'PostgreSQL, where TLS is asked for': () => askDatabase('require'),
  'PostgreSQL, where it is asked for in full': () => askDatabase('verify-full'),
};

it.each(Object.keys(CLIENTS))('%s whose certificate nobody vouches for is told nothing', async (name) => {
  await expect(CLIENTS[name]!()).rejects.toThrow();
  expect(handshakes).toBeGreaterThan(0);
  expect(heard).toEqual([]);
});

it('would hear what is sent by who does not look', async () => {
  const [host, port] = place.split(':');
  const socket = connect({ host, port: Number(port), rejectUnauthorized: false });
  socket.end('careless');
  await new Promise((closed) => socket.once('close', closed));
  expect(heard).toEqual(['careless']);
});
