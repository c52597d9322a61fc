import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { followEvents } from '../../apps/client/follow-events.js';
import { keepSheet } from '../../apps/client/sheet-keeper.js';
import { spendControl, type SpendControl } from '../../apps/client/spend-control.js';
import { whatToDo } from '../../apps/client/what-to-do.js';
import { typesAreOf } from '../../apps/local/documents/types-stamp.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { startLogWorld, type LogWorld } from '../audit/log-world.js';
import { until } from '../faults/mail-worker.js';
import { startBusyFront, type BusyFront } from './busy-front.js';

// A client made from the description of the API, and the program that keeps a spreadsheet with it.

const PROJECT = join(import.meta.dirname, '..', '..');
const PROGRAM = join(PROJECT, 'dist', 'apps', 'client', 'keep-spreadsheet.js');

let world: LogWorld;
let driver: CaseDriver;
let front: BusyFront;
let token: string;
let client: SpendControl;
let folder: string;
beforeAll(async () => {
  world = await startLogWorld();
  driver = new CaseDriver(world);
  front = await startBusyFront(world.api.url);
  const body = { name: 'A spreadsheet', scopes: ['cases:read'] };
  const made = await world.http.expect(201, world.people.reviewer, 'POST', '/me/tokens', { body });
  token = String(made.body['token']);
  client = spendControl({ url: front.url, token });
  folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
});
afterAll(async () => {
  await front.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

type Row = Readonly<Record<string, string>>;

function rowsIn(file: string): readonly Row[] {
  return parse(readFileSync(file), { bom: true, columns: true });
}

/** Seals what happened and brings a spreadsheet up to date. */
async function keep(file: string): Promise<readonly Row[]> {
  await world.sealing.seal();
  await keepSheet(client, { url: front.url, file }, { limit: 20 });
  return rowsIn(file);
}

/** The program as it is shipped, told to look every second. */
function start(file: string, given = token, ...more: readonly string[]): ChildProcess {
  const args = [PROGRAM, '--url', `${front.url}/`, '--file', file, '--every', '1', ...more];
  return spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], SPEND_CONTROL_TOKEN: given },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function draft(details: object = {}): Promise<string> {
  const organisationId = world.organisations.department.id;
  const body = { organisationId, ...FINISHED_DETAILS, ...details };
  const made = await world.http.expect(201, world.people.submitter, 'POST', '/cases', { body });
  return String(made.body['reference']);
}

describe('the spreadsheet', () => {
  it('says of a case what it is, each time it has moved on, and comes back when it is asked to', async () => {
    const file = join(folder, 'moving.csv');
    const driven = await driver.draft();
    const row = {
      Reference: driven.reference,
      Title: FINISHED_DETAILS['title'],
      Organisation: 'Home Office',
      State: 'draft',
      'Requested (£)': '1500000.00',
      'Approved (£)': '',
      'Decided on': '',
    };
    front.refusals.push({ status: 503, retryAfter: '1' }, { status: 429, retryAfter: '0' });
    const began = performance.now();
    expect(await keep(file)).toEqual([expect.objectContaining(row)]);
    expect(performance.now() - began).toBeGreaterThan(990);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    expect(await keep(file)).toEqual([expect.objectContaining({ ...row, State: 'in-review' })]);
    await driver.recommend(driven);
    await driver.decide(driven, 'approved');
    const decided = { ...row, State: 'approved', 'Approved (£)': '50000.00', 'Decided on': '2026-05-04' };
    expect(await keep(file)).toEqual([
      expect.objectContaining({ ...decided, Revision: String(driven.revision) }),
    ]);
    // Nothing new: one question, and the same file.
    const [text, asked] = [readFileSync(file), front.asked];
    await keep(file);
    expect([readFileSync(file), front.asked]).toEqual([text, asked + 1]);
  });

  it('goes on where it was when the program is killed, and has nothing in it twice', async () => {
    const file = join(folder, 'killed.csv');
    const before = await draft();
    await world.sealing.seal();
    const program = start(file);
    await until(
      () => existsSync(`${file}.cursor`) && rowsIn(file).some((row) => row['Reference'] === before),
    );
    program.kill('SIGKILL');
    await once(program, 'exit');
    // As it is left by a program that ended between the spreadsheet and the cursor, and in the middle of writing.
    const cursor = JSON.parse(readFileSync(`${file}.cursor`, 'utf8')) as { url: string; next: number };
    writeFileSync(`${file}.cursor`, JSON.stringify({ ...cursor, next: 2 }));
    writeFileSync(`${file}.part`, 'Reference,Ti');
    const after = await draft();
    await world.http.expect(201, world.people.submitter, 'POST', `/cases/${before}/comments`, {
      body: { audience: 'shared', body: 'A word.' },
    });
    await world.sealing.seal();
    const again = start(file);
    await until(() => rowsIn(file).some((row) => row['Reference'] === after));
    again.kill('SIGTERM');
    expect(await once(again, 'exit')).toEqual([0, null]);
    const references = rowsIn(file).map((row) => row['Reference']);
    expect(new Set(references).size).toBe(references.length);
    const anew = join(folder, 'anew.csv');
    expect(await keep(anew)).toEqual(rowsIn(file));
  });

  it('says what to do where nothing answers, or nothing can', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const url = `http://127.0.0.1:${String((closed.address() as AddressInfo).port)}`;
    closed.close();
    const refused: unknown = await fetch(url).catch((error: unknown) => error);
    expect(whatToDo(refused, url)).toBe(
      `Nothing answers at ${url}: check the address and its port, and that the service is running.`,
    );
    const nameless = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    for (const cause of [nameless, new AggregateError([nameless])])
      expect(whatToDo(new TypeError('fetch failed', { cause }), 'https://nowhere.invalid')).toBe(
        'There is no computer with the name in https://nowhere.invalid: check how the address is written.',
      );
    const file = join(folder, 'nowhere.csv');
    const args = [PROGRAM, '--url', 'localhost:3000', '--file', file, '--once'];
    const program = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], SPEND_CONTROL_TOKEN: token },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    program.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    expect(await once(program, 'close')).toEqual([1, null]);
    expect(Buffer.concat(said).toString()).toMatch(/^“localhost:3000” is not an address: give .+\n$/);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['text/html', '<p>Hello', /is not this service: it answered 200 with text\/html\. Give the address/],
    [undefined, '', /it answered 200 with nothing this client knows/],
    ['application/json', '{"hello":1}', /JSON, but no events of cases/],
  ])('says so where another program answers with %s', async (type, body, said) => {
    const other = createServer((_, answer) => {
      answer.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body);
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}`;
    const keeping = keepSheet(spendControl({ url, token }), { url, file: join(folder, 'other.csv') });
    await expect(keeping).rejects.toThrow(said);
    other.closeAllConnections();
    other.close();
  });

  it('runs nothing that somebody wrote, and is rid of a case that may no longer be seen once it is made anew', async () => {
    const file = join(folder, 'marked.csv');
    const reference = await draft({ title: '=HYPERLINK("https://elsewhere.example")' });
    const rowOf = (rows: readonly Row[]) => rows.find((row) => row['Reference'] === reference);
    expect(rowOf(await keep(file))?.['Title']).toBe(`'=HYPERLINK("https://elsewhere.example")`);
    await world.http.expect(200, world.people.submitter, 'PATCH', `/cases/${reference}/details`, {
      body: { protectiveMarking: 'OFFICIAL-SENSITIVE' },
      ifMatch: 1,
    });
    // Nobody tells a program without the scope for it what happens to a marked case, this included.
    expect(rowOf(await keep(file))).toBeDefined();
    rmSync(`${file}.cursor`);
    expect(rowOf(await keep(file))).toBeUndefined();
  });

  it('is left alone where the service refuses, or is another', async () => {
    const file = join(folder, 'refused.csv');
    const refused = start(file, 'scm_not-a-token', '--once');
    const said: Buffer[] = [];
    refused.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    expect(await once(refused, 'close')).toEqual([1, null]);
    expect(Buffer.concat(said).toString()).toMatch(
      /^The service answered 401: .+ Check SPEND_CONTROL_TOKEN: .+\n$/,
    );
    expect(existsSync(file)).toBe(false);
    await keep(file);
    const elsewhere = { url: 'https://elsewhere.example', file };
    await expect(keepSheet(client, elsewhere)).rejects.toThrow(`is one of ${front.url}`);
    writeFileSync(file, 'Something,else\n');
    await expect(keepSheet(client, { url: front.url, file })).rejects.toThrow('not a spreadsheet of this');
  });
});

describe('the client', () => {
  it('has the types of the description the service gives (otherwise run npm run docs)', async () => {
    const { text } = await world.http.send(null, 'GET', '/openapi.json');
    const types = readFileSync(join(PROJECT, 'apps', 'client', 'api.d.ts'), 'utf8');
    expect(typesAreOf(types, text)).toBe(true);
    expect(typesAreOf(types, text.replace('Spend control', 'Spending control'))).toBe(false);
    expect(typesAreOf(types.replace('next: number', 'next: string'), text)).toBe(false);
  });

  it('is told by the compiler what there is not, and by the service what it refuses', async () => {
    // @ts-expect-error -- there is no such route
    expect((await client.GET('/api/v1/nothing')).response.status).toBe(404);
    // @ts-expect-error -- a cursor is a number
    const { data, error } = await client.GET('/api/v1/events', { params: { query: { after: 'x' } } });
    expect([data, error?.status]).toEqual([undefined, 400]);
  });

  it('follows until it is stopped, also while it waits', async () => {
    await world.sealing.seal();
    const stopping = new AbortController();
    let next = 0;
    for await (const part of followEvents(client, 0, { everyMs: 60_000, signal: stopping.signal })) {
      next = part.next;
      if (!part.more)
        setTimeout(() => {
          stopping.abort();
        }, 50);
    }
    expect(next).toBeGreaterThan(20);
    front.refusals.push({ status: 503, retryAfter: '60' });
    const waiting = new AbortController();
    setTimeout(() => {
      waiting.abort();
    }, 50);
    for await (const part of followEvents(client, next, { signal: waiting.signal }))
      throw new Error(`It was answered: ${JSON.stringify(part)}`);
  });
});
