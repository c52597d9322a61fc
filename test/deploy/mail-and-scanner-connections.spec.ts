import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { chooseTransport } from '#notifications';
import { loadConfig, type Config } from '#platform';
import { chooseScanner } from '../../libs/casework/attachments/scanning/choose-scanner.js';
import { startTestClamd } from '../attachments/clamd.js';
import { EICAR } from '../attachments/files.js';
import { issueCertificates, PROJECT, serviceOf, type Deployment } from './certificates.js';

// What the worker of docker-compose.yml speaks to beside the database and the queue: a mail server and a scanner.

let deployment: Deployment;
let stranger: Deployment;
beforeAll(async () => {
  [deployment, stranger] = await Promise.all([issueCertificates(), issueCertificates()]);
});
afterAll(() => Promise.all([deployment.remove(), stranger.remove()]));

/** The worker’s settings of docker-compose.yml and .env.example, with what a test changes. */
function configOf(changed: Record<string, string>): Config {
  const { environment } = serviceOf('worker');
  const example = readFileSync(join(PROJECT, '.env.example'), 'utf8');
  const exampleOf = (name: string): string =>
    deployment.here('worker', new RegExp(`^${name}=(.*)$`, 'm').exec(example)?.[1] ?? 'missing');
  return loadConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'smtp',
    MAIL_FROM: 'no-reply@spend.example',
    SMTP_URL: exampleOf('SMTP_URL'),
    SMTP_TLS_AUTHORITY: exampleOf('SMTP_TLS_AUTHORITY'),
    SMTP_PASSWORD_FILE: deployment.here('worker', environment['SMTP_PASSWORD_FILE'] ?? 'missing'),
    ASSURANCE_INBOX: 'assurance@gds.example',
    ...changed,
  });
}

interface Heard {
  readonly secure: boolean;
  readonly user: string | undefined;
}

describe('an email', () => {
  let server: SMTPServer | undefined;
  const heard: Heard[] = [];

  async function close(): Promise<void> {
    const ending = server;
    server = undefined;
    if (ending === undefined) return;
    await new Promise<void>((ended) => {
      ending.close(ended);
    });
  }

  afterEach(async () => {
    await close();
    heard.length = 0;
  });

  /** A mail server that takes mail from those in the file of the mailbox, and only over TLS. @returns its address */
  async function listen(options: SMTPServerOptions = {}): Promise<string> {
    const users = readFileSync(join(deployment.folder, 'mailpit', 'mailbox-users'), 'utf8').trim();
    const starting = new SMTPServer({
      cert: deployment.read('mailpit', 'certificate'),
      key: deployment.read('mailpit', 'key'),
      onAuth: (auth, _session, callback) => {
        const user = auth.username ?? '';
        if (`${user}:${auth.password ?? ''}` === users) callback(null, { user });
        else callback(Object.assign(new Error('Authentication credentials invalid'), { responseCode: 535 }));
      },
      onData: (stream, session, callback) => {
        heard.push({ secure: session.secure, user: session.user });
        stream.resume();
        stream.once('end', () => {
          callback();
        });
      },
      ...options,
    });
    server = starting;
    starting.on('error', () => undefined);
    await new Promise<void>((ready) => starting.listen(0, '127.0.0.1', ready));
    // Spelt so, it is another machine as far as the service can tell.
    return `LOCALHOST:${String((starting.server.address() as AddressInfo).port)}`;
  }

  function send(place: string, changed: Record<string, string> = {}): Promise<unknown> {
    return chooseTransport(
      configOf({ SMTP_URL: configOf({}).smtpUrl?.replace('mailpit:1025', place) ?? '', ...changed }),
    ).send({
      emailId: randomUUID(),
      attempt: 1,
      recipientName: 'Demonstration submitter',
      recipientAddress: 'reader@home-office.example',
      subject: 'A subject',
      body: 'A body',
      date: new Date('2026-11-24T09:00:00.000Z'),
    });
  }

  it('leaves over TLS, to the mailbox of the deployment, from the worker by a password that ends with its certificate', async () => {
    await send(await listen());
    expect(heard).toEqual([{ secure: true, user: 'worker' }]);
  });

  it('is not taken from who does not know the password of the day', async () => {
    const place = await listen();
    const other = { SMTP_PASSWORD_FILE: join(stranger.folder, 'worker', 'mailbox-password') };
    await expect(send(place, other)).rejects.toThrow('did not accept the sign-in');
    expect(heard).toEqual([]);
  });

  it('does not leave where there is no TLS, or somebody else answers', async () => {
    const plain = await listen({ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
    await expect(send(plain)).rejects.toThrow('could not take it');
    await close();
    const place = await listen();
    const other = { SMTP_TLS_AUTHORITY: stranger.file('worker', 'authority') };
    await expect(send(place, other)).rejects.toThrow('could not be reached');
    expect(heard).toEqual([]);
  });
});

describe('a file', () => {
  it('goes to the scanner through a socket, and over no network', async () => {
    const socket = join(deployment.folder, 'clamd.sock');
    const clamd = await startTestClamd(socket);
    const { environment } = serviceOf('worker');
    expect(environment['CLAMAV_HOST']).toBeUndefined();
    const scanner = chooseScanner(configOf({ MALWARE_SCANNER: 'clamav', CLAMAV_SOCKET: socket }));
    await scanner.check();
    expect(await scanner.scan(Readable.from([EICAR]))).toMatchObject({ clean: false });
    expect(await scanner.scan(Readable.from([Buffer.from('text')]))).toEqual({ clean: true });
    expect(clamd.scanned).toHaveLength(2);
    await clamd.stop();
  });
});
