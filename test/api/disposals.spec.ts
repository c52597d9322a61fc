import { DisposalService } from '#casework';
import { disposalDueOn, ENDINGS, WAITING_DAYS, type Ending } from '#domain';
import { IdentityService } from '#identity';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { importFile } from './world/import-file.js';

// Which cases are due for disposal, told to who looks after records.

let world: World;
let driver: CaseDriver;

interface Listed {
  readonly reference: string;
  readonly status: string;
  readonly ending: Ending;
  readonly endedOn: string;
  readonly dueOn: string;
  readonly [further: string]: unknown;
}

beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
}, 60_000);
afterAll(() => world.close());

async function passTo(at: string): Promise<void> {
  world.clock.set(new Date(at));
  const identity = world.api.app.get(IdentityService, { strict: false });
  for (const person of Object.values(world.people))
    Object.assign(person, { token: (await identity.issueToken(person.id)).token });
}

async function page(
  query: string,
): Promise<{ readonly items: readonly Listed[]; readonly next: string | null }> {
  return world.http.read(world.people.auditor, `/disposals?${query}`);
}

/** A question nobody needs answered any more. */
async function closedQuestion(): Promise<void> {
  const { http, people, organisations } = world;
  const body = {
    organisationId: organisations.department.id,
    subject: 'common-platforms',
    title: 'Which platform?',
    question: 'Is there one already?',
  };
  const asked = await http.expect(201, people.submitter, 'POST', '/advice', { body });
  await http.expect(201, people.submitter, 'POST', `/advice/${String(asked.body['reference'])}/closure`, {
    body: { outcome: 'no-longer-needed' },
    ifMatch: Number(asked.body['revision']),
  });
}

async function withdrawn(): Promise<DrivenCase> {
  return driver.driveTo('withdrawn');
}

describe('the list of disposals', () => {
  it('is for auditors and administrators', async () => {
    const { http, people } = world;
    for (const part of ['submitter', 'lead', 'reviewer', 'decider', 'nobody'] as const)
      expect((await http.send(people[part], 'GET', '/disposals')).status).toBe(403);
    expect(await http.read(people.administrator, '/disposals')).toEqual({ items: [], next: null });
  });

  it('names each ended case when the rules say that it is due, and nothing of what it says', async () => {
    const imported = await world.http.send(world.people.administrator, 'POST', '/decision-imports', {
      raw: importFile([{}]),
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    });
    expect(imported.body).toMatchObject({ outcome: 'imported' });
    for (const state of [
      'approved',
      'assured-by-department',
      'closed-below-threshold',
      'approved-with-conditions',
    ] as const) {
      const driven = await driver.driveTo(state);
      if (state === 'approved') await driver.settle(driven);
    }
    await closedQuestion();
    await passTo('2028-02-29T12:00:00.000Z');
    await withdrawn();
    await passTo('2040-01-01T12:00:00.000Z');
    const { items } = await page('status=due');
    expect(items.map(({ ending }) => ending).sort()).toEqual([...ENDINGS].sort());
    for (const { ending, endedOn, dueOn } of items) expect(dueOn).toBe(disposalDueOn(ending, endedOn));
    expect(items.map(({ dueOn }) => dueOn)).toEqual(items.map(({ dueOn }) => dueOn).sort());
    expect(items).toContainEqual(expect.objectContaining({ endedOn: '2028-02-29', dueOn: '2030-02-28' }));
    expect(items).toContainEqual(expect.objectContaining({ ending: 'imported', endedOn: '2019-03-01' }));
    expect(JSON.stringify(items)).not.toContain('licensing');
    for (const item of items) expect(item).not.toHaveProperty('state');
  });

  it('goes on by cursor, without leaving anything out', async () => {
    await passTo('2028-02-29T12:00:00.000Z');
    for (let count = 0; count < 3; count += 1) await withdrawn();
    await passTo('2040-01-01T12:00:00.000Z');
    const all = (await page('limit=100')).items;
    expect(all.length).toBe(9);
    const found: Listed[] = [];
    for (let next: string | null = ''; next !== null;) {
      const part: Awaited<ReturnType<typeof page>> = await page(
        `limit=3${next === '' ? '' : `&after=${next}`}`,
      );
      found.push(...part.items);
      next = part.next;
    }
    expect(found).toEqual(all);
  });

  it('names what is wrong with a question', async () => {
    const { http, people } = world;
    const cursor = Buffer.from(JSON.stringify(['2028-02-30', 'x'])).toString('base64url');
    for (const query of ['status=gone', 'after=nonsense', `after=${cursor}`, 'limit=0'])
      expect((await http.send(people.auditor, 'GET', `/disposals?${query}`)).status).toBe(400);
  });
});

describe('marking', () => {
  it('is done once for one key, and answers the same again', async () => {
    const { http, people } = world;
    const [due] = (await page('status=due')).items;
    const parts = { body: { reason: 'Due.' }, idempotencyKey: 'mark-it-once-and-no-more' };
    const path = `/cases/${due?.reference ?? ''}/disposal`;
    const first = await http.expect(200, people.administrator, 'POST', path, parts);
    const again = await http.expect(200, people.administrator, 'POST', path, parts);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('a case that was imported', () => {
  it('loses who decided it and the hash of its row, and cannot be imported again', async () => {
    const { http, people } = world;
    const imported = (await page('')).items.find(({ ending }) => ending === 'imported');
    const reference = imported?.reference ?? '';
    if (imported?.status === 'due')
      await http.expect(200, people.administrator, 'POST', `/cases/${reference}/disposal`, {
        body: { reason: 'Due.' },
      });
    await passTo(new Date(world.clock.now().getTime() + WAITING_DAYS * 86_400_000).toISOString());
    expect(await world.api.app.get(DisposalService, { strict: false }).carryOutDue()).toBe(1);
    const read = await http.read(people.auditor, `/cases/${reference}`);
    expect(read).toMatchObject({
      disposedAt: world.clock.now().toISOString(),
      importedFrom: { reference: 'COSC-00103' },
      decision: { outcome: 'approved', approvedPence: 100_000_000, decidedInSource: '', reason: '' },
    });
    const again = await http.send(people.administrator, 'POST', '/decision-imports', {
      raw: importFile([{}]),
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    });
    expect(again.body).toMatchObject({
      outcome: 'nothing-new',
      totals: { imported: 0, disposed: 1, conflicts: 0 },
      disposed: [{ line: 2, sourceReference: 'COSC-00103', reference }],
    });
    const [row] = await world.owner.query<{ hash: string }>({
      text: 'select imported_hash as hash from spend_case where reference = $1',
      values: [reference],
    });
    expect(row?.hash).toBe('');
  });
});
