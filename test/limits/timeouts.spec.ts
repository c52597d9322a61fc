import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Controller, Get } from '@nestjs/common';
import { patienceOf } from '#edge';
import { Access } from '#identity';
import { Database, databaseErrorOf } from '#persistence';
import { send, startEdge, type EdgeApp } from '../api/edge/edge-app.js';
import { stillDatabase } from '../setup/still-database.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';

// Who sends slowly, asks too much at once or keeps the database waiting does not hold up everybody else.

@Controller('slow')
@Access('anyone')
class SlowController {
  static release: () => void = () => undefined;

  @Get()
  async wait(): Promise<{ readonly done: true }> {
    await new Promise<void>((resolve) => (SlowController.release = resolve));
    return { done: true };
  }
}

/** A connection on which bytes are written by hand. */
class Line {
  received = '';

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => (this.received += chunk.toString()));
    socket.on('error', () => undefined);
  }

  static async to(url: string): Promise<Line> {
    const { port, hostname } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new Line(socket);
  }

  write(text: string): void {
    this.socket.write(text);
  }

  /** Milliseconds until the other end closes the connection. */
  async untilClosed(): Promise<number> {
    const start = performance.now();
    if (!this.socket.closed) await once(this.socket, 'close');
    return performance.now() - start;
  }
}

describe('a request that comes too slowly', () => {
  let world: PagesWorld;
  let edge: EdgeApp;
  beforeAll(async () => {
    const quick = { HEADERS_TIMEOUT_SECONDS: '1', REQUEST_TIMEOUT_SECONDS: '2' };
    edge = await startEdge([], quick);
    world = await startPagesWorld(quick);
  });
  afterAll(async () => {
    await edge.close();
    await world.close();
  });

  it('is ended when its headers drip in', async () => {
    const line = await Line.to(edge.url);
    line.write('GET /health/live HTTP/1.1\r\nHost: here\r\n');
    const dripping = setInterval(() => {
      line.write('X-Slow: drip\r\n');
    }, 100);
    const time = await line.untilClosed();
    clearInterval(dripping);
    expect(line.received).toMatch(/^HTTP\/1\.1 408 Request Timeout/);
    expect(line.received).toContain('/problems/request-timeout');
    expect(time).toBeLessThan(5_000);
  });

  it.each(['/api/v1/sessions', '/sign-in'])('is ended when its body drips in: %s', async (path) => {
    const line = await Line.to(world.api.url);
    line.write(
      `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    );
    const dripping = setInterval(() => {
      line.write(' ');
    }, 100);
    const time = await line.untilClosed();
    clearInterval(dripping);
    expect(time).toBeLessThan(7_000);
    expect(line.received).not.toContain(' 200 ');
  });

  it('does not keep others from being answered', async () => {
    const lines = await Promise.all(Array.from({ length: 200 }, () => Line.to(edge.url)));
    for (const line of lines) line.write('GET /health/live HTTP/1.1\r\nHost: here\r\n');
    const start = performance.now();
    expect((await send(`${edge.url}/health/live`)).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(5_000);
    await Promise.all(lines.map((line) => line.untilClosed()));
  });

  it.each(['/health/live', '/help'])('is refused with headers that are too large: %s', async (path) => {
    const line = await Line.to(world.api.url);
    line.write(`GET ${path} HTTP/1.1\r\nHost: here\r\nX-Large: ${'x'.repeat(17_000)}\r\n\r\n`);
    await line.untilClosed();
    expect(line.received).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('being told to stop', () => {
  it('lets what is under way be answered, takes nothing new, and closes what lies idle', async () => {
    const edge = await startEdge([SlowController]);
    const idle = await Line.to(edge.url);
    idle.write('GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n');
    const slow = send(`${edge.url}/slow`);
    while (!idle.received.includes('"ok"')) await new Promise((resume) => setTimeout(resume, 10));
    await new Promise((resume) => setTimeout(resume, 100));
    const closing = edge.close();
    await idle.untilClosed();
    await expect(fetch(`${edge.url}/health/live`)).rejects.toThrow();
    SlowController.release();
    expect((await slow).body).toEqual({ done: true });
    await closing;
  });
});

describe('the database', () => {
  let edge: EdgeApp;
  let database: Database;
  beforeAll(async () => {
    edge = await startEdge([], {
      STATEMENT_TIMEOUT_SECONDS: '1',
      LOCK_TIMEOUT_SECONDS: '1',
      IDLE_TRANSACTION_SECONDS: '1',
    });
    database = new Database({ url: edge.config.databaseUrl, poolSize: 3, patience: patienceOf(edge.config) });
  });
  afterAll(async () => {
    await database.close();
    await edge.close();
  });

  async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
    return work.then(
      () => undefined,
      (error: unknown) => databaseErrorOf(error)?.code,
    );
  }
  const run = (text: string) => ({ text, values: [] });

  it('ends a statement that takes too long', async () => {
    expect(await codeOf(database.asService().query(run('select pg_sleep(5)')))).toBe('57014');
  });

  it('ends waiting for a lock somebody else holds', async () => {
    await edge.database.transaction(async (holder) => {
      await holder.query(run('select pg_advisory_xact_lock(7)'));
      expect(await codeOf(database.asService().query(run('select pg_advisory_xact_lock(7)')))).toMatch(
        /55P03|57014/,
      );
    });
  });

  it('ends a transaction that does nothing', async () => {
    const idling = database.asService().transaction(async (transaction) => {
      await transaction.query(run('select 1'));
      await new Promise((resume) => setTimeout(resume, 1_500));
      await transaction.query(run('select 1'));
    });
    await expect(idling).rejects.toThrow();
    expect(await database.asService().query(run('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('is not waited for where it stands still, and nothing it answers later is mixed up', async () => {
    const still = await stillDatabase(edge.config.databaseUrl);
    const patience = { ...patienceOf(edge.config), answerSeconds: 1 };
    const behind = new Database({ url: still.url, poolSize: 2, patience });
    try {
      const ask = (number: number) =>
        behind.asService().query<{ number: number }>(run(`select ${String(number)} as number`));
      expect(await ask(1)).toEqual([{ number: 1 }]);
      still.stop();
      const start = performance.now();
      const asked = [
        ask(2),
        behind.asService().transaction((transaction) => transaction.query(run('select 3'))),
        // One more than there are connections: it waits for one, and no longer than for an answer.
        ask(4),
        behind.asNobody().query(run('select 5')),
      ];
      for (const one of await Promise.allSettled(asked))
        expect(one).toMatchObject({ status: 'rejected', reason: { code: 'ETIMEDOUT' } });
      expect(performance.now() - start).toBeLessThan(4_000);
      still.goOn();
      expect(await ask(6)).toEqual([{ number: 6 }]);
      expect(await Promise.all([ask(7), ask(8)])).toEqual([[{ number: 7 }], [{ number: 8 }]]);
    } finally {
      await behind.close();
      await still.close();
    }
  });

  it('lets a stream of rows last, however slowly it is read', async () => {
    let rows = 0;
    const text = 'select number, pg_sleep(0.03) from generate_series(1, 80) number';
    for await (const { number } of database
      .asService()
      .stream<{ number: number }>({ text, values: [] }, 10)) {
      rows = number;
      if (rows === 20) await new Promise((resume) => setTimeout(resume, 1_500));
    }
    expect(rows).toBe(80);
    // What the stream was let do holds for it alone.
    expect(await codeOf(database.asService().query(run('select pg_sleep(5)')))).toBe('57014');
  });
});
