import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/local/postgres/embedded-postgres.js';

/** A program of the build, with all it has said so far. */
interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
  /** Waits until it has said something. */
  says(words: string): Promise<void>;
}

const running = new Set<ChildProcess>();

function run(script: string, environment: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [join('dist', 'apps', 'local', script)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => {
      running.delete(child);
      done(code);
    });
  });
  return {
    child,
    ended,
    said: () => text,
    says: async (words) => {
      for (let waited = 0; !text.includes(words); waited += 50) {
        if (waited > 90_000 || child.exitCode !== null)
          throw new Error(`It never said “${words}”, but:\n${text}`);
        await new Promise((resume) => setTimeout(resume, 50));
      }
    },
  };
}

describe('one machine', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spend-control-one-machine-'));
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('starts, says who can sign in, starts again with the same data, also after it was killed', async () => {
    const port = await freePort();
    const environment = {
      HTTP_PORT: String(port),
      LOCAL_DIRECTORY: join(folder, 'start'),
      REDIS_URL: '',
    };
    const base = `http://127.0.0.1:${String(port)}`;

    const first = run('main.js', environment);
    await first.says('Stop with Ctrl+C');
    expect(first.said()).toContain(`is running at http://localhost:${String(port)}`);
    const before = await casesSeen(base, first.said());
    // Every programme, and an extension of what was approved.
    expect(before.length).toBeGreaterThan(67);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = run('main.js', environment);
    await second.says('Stop with Ctrl+C');
    expect(second.said()).not.toContain('Loading demonstration data');
    expect(await casesSeen(base, second.said())).toEqual(before);
    second.child.kill('SIGKILL');
    await second.ended;

    const third = run('main.js', environment);
    await third.says('Stop with Ctrl+C');
    expect(await casesSeen(base, third.said())).toEqual(before);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
    const server = join(folder, 'start', 'postgres', 'postmaster.pid');
    expect(existsSync(server) ? await readFile(server, 'utf8') : 'stopped').toBe('stopped');
  }, 180_000);

  it('says plainly that its port is taken, and how to choose another', async () => {
    const other: Server = createServer();
    const port = await freePort();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    const program = run('main.js', {
      HTTP_PORT: String(port),
      LOCAL_DIRECTORY: join(folder, 'taken'),
    });
    expect(await program.ended).toBe(1);
    expect(program.said()).toBe(
      `Port ${String(port)} is taken by another program (perhaps this one, started before).\n` +
        `Stop that program, or choose another port:  HTTP_PORT=${String(port + 1)} npm start\n`,
    );
    await new Promise((done) => other.close(done));
  });

  it('names every wrong setting at once before anything is started', async () => {
    const program = run('main.js', {
      HTTP_PORT: 'three',
      TOKEN_HOURS: '0',
      MAIL_TRANSPORT: 'pigeon',
      LOCAL_DIRECTORY: join(folder, 'wrong'),
    });
    expect(await program.ended).toBe(1);
    for (const name of ['HTTP_PORT', 'TOKEN_HOURS', 'MAIL_TRANSPORT']) expect(program.said()).toContain(name);
    expect(existsSync(join(folder, 'wrong', 'postgres'))).toBe(false);
  });

  it('plays one request from draft to approval with conditions and tells of every event and email', async () => {
    const program = run('demo.js', { REDIS_URL: '' });
    expect(await program.ended).toBe(0);
    const told = program.said();
    expect(told).toContain('26.67, red-rated');
    expect(told).toContain('Recommended → Approved with conditions');
    const closing =
      /(DT-\S+) is “Approved with conditions” after (\d+) events and (\d+) emails, every one on record\./;
    const [, reference, events, emails] = closing.exec(told) ?? [];
    expect(reference).toBeDefined();
    const numbers = [...told.matchAll(/● event (\d+):/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: Number(events) }, (_, index) => index + 1));
    expect([...told.matchAll(/✉ to /g)]).toHaveLength(Number(emails));
  }, 120_000);
});

/** Signs in as the auditor the program names and gives the references of all cases. */
async function casesSeen(base: string, said: string): Promise<readonly string[]> {
  const email = /auditor\s+(\S+)/.exec(said)?.[1];
  const password = /the password of each is (\S+)/.exec(said)?.[1];
  const session = await fetch(`${base}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await session.json()) as { token: string };
  const answer = await fetch(`${base}/api/v1/cases?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await answer.json()) as { items: { reference: string }[] };
  return items.map(({ reference }) => reference).sort();
}
