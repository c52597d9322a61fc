import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EICAR } from './files.js';

/** A scanner at a port of this machine. */
export interface RunningClamd {
  readonly port: number;
  stop(): Promise<void>;
}

/** How a scanner of a test behaves: as it should, or silent, or closing the connection once a file is on its way. */
export type Manner = 'well' | 'silent' | 'cut' | 'too-small' | 'nonsense';

/** A scanner of a test's own: speaks clamd's protocol on a real connection, and knows one virus. */
export interface TestClamd extends RunningClamd {
  manner: Manner;
  /** Sizes of the files it was given. */
  readonly scanned: number[];
}

/** Starts it. @param at the port it had before, where it comes back, or the path of a socket, which has none */
export async function startTestClamd(at: number | string = 0): Promise<TestClamd> {
  const sockets = new Set<Socket>();
  const scanned: number[] = [];
  const clamd = { manner: 'well' as Manner };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      answer(socket, received);
    });
  });

  const answer = (socket: Socket, received: Buffer): void => {
    if (received.toString('latin1').startsWith('zPING\0')) {
      if (clamd.manner !== 'silent') socket.end('PONG\0');
      return;
    }
    const command = 'zINSTREAM\0';
    if (!received.toString('latin1', 0, command.length).startsWith(command)) return;
    if (clamd.manner === 'cut' && received.length > command.length + 4) {
      socket.destroy();
      return;
    }
    const file: Buffer[] = [];
    for (let at = command.length; at + 4 <= received.length;) {
      const length = received.readUInt32BE(at);
      if (length === 0) {
        const whole = Buffer.concat(file);
        scanned.push(whole.length);
        if (clamd.manner === 'silent') return;
        if (clamd.manner === 'too-small') socket.end('INSTREAM size limit exceeded. ERROR\0');
        else if (clamd.manner === 'nonsense') socket.end('what?\0');
        else socket.end(whole.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        return;
      }
      if (at + 4 + length > received.length) return;
      file.push(received.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  };

  await new Promise<void>((resume) =>
    typeof at === 'string' ? server.listen(at, resume) : server.listen(at, '127.0.0.1', resume),
  );
  const address = server.address();
  return Object.assign(clamd, {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    scanned,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resume) => server.close(resume));
    },
  });
}

/** Whether ClamAV's own clamd is installed here. */
export const CLAMD_IS_HERE = spawnSync('clamd', ['--version']).status === 0;

/** Starts ClamAV's own clamd with one signature of a test's own: that of the EICAR file. */
export async function startRealClamd(): Promise<RunningClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'test-clamd-'));
  const port = await freePort();
  const md5 = createHash('md5').update(EICAR).digest('hex');
  await writeFile(join(folder, 'test.hdb'), `${md5}:${EICAR.length}:Eicar-Test-Signature\n`);
  await writeFile(
    join(folder, 'clamd.conf'),
    `DatabaseDirectory ${folder}\nTCPSocket ${port}\nTCPAddr 127.0.0.1\nForeground yes\nStreamMaxLength 1M\n`,
  );
  const running = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  for (let waited = 0; !(await listens(port)); waited += 1) {
    if (waited > 300 || running.exitCode !== null) throw new Error('clamd did not start');
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return {
    port,
    stop: async () => {
      running.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const address = server.address();
  await new Promise((resume) => server.close(resume));
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
