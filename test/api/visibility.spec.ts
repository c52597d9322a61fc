import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { startWorld, type Part, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { FINISHED_DETAILS } from './world/case-content.js';
import { bodyOf, CaseOperations } from './world/case-operations.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

let world: World;
let kept: KeptFiles;
let driver: CaseDriver;
/** Has everything a case can have: conditions, comments, an exception. */
let rich: DrivenCase;
let operations: CaseOperations;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  driver = new CaseDriver(world);
  const description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
  rich = await driver.driveTo('approved-with-conditions');
  const comment = { audience: 'shared', body: 'Shared.' };
  const commentId = String(
    (await driver.act(rich, 'reviewer', 'POST', 'comments', comment)).body['commentId'],
  );
  operations = new CaseOperations(world, description, rich, commentId);
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

const READINGS = [
  '',
  '/points/1',
  '/completeness',
  '/actions',
  '/assessments',
  '/rulings',
  '/versions',
  '/versions/1',
  '/returns',
  '/recommendations',
  '/decisions',
  '/conditions',
  '/comments',
  '/emails',
  '/triage',
  '/clock',
  '/rating-reviews',
  '/external-decisions',
  '/relations',
  '/relation-suggestions',
  '/events',
];

/** Work of administrators and auditors, whoever may see the case. */
function isOfRecords(operationId: string): boolean {
  return operationId.startsWith('Disposal.');
}

describe.each(['stranger', 'administrator', 'nobody'] as const)('for a %s', (part) => {
  it('keeping the records of cases is refused by what they are, or is their work: it shows nothing of a case', async () => {
    for (const operation of operations.all.filter(({ id }) => isOfRecords(id))) {
      const { status, text } = await operations.ask(part, operation);
      if (part === 'administrator') expect(text).not.toContain(String(FINISHED_DETAILS['title']));
      else {
        expect(status).toBe(403);
        const path = operations.addressOf(operation).replace(rich.reference, 'DT-0000-0000');
        const never = await world.http.send(world.people[part], operation.method, path, {
          body: bodyOf(operation),
        });
        expect(never.status).toBe(403);
      }
    }
  });

  it('it is answered exactly like a case that was never there', async () => {
    const there = await world.http.send(world.people[part], 'GET', `/cases/${rich.reference}`);
    const never = await world.http.send(world.people[part], 'GET', '/cases/DT-3333-3333');
    const told = ({ body }: Reply) => ({ ...body, correlationId: '', instance: '' });
    expect(told(there)).toEqual(told(never));
  });

  it('it is in no list', async () => {
    for (const path of ['/cases', `/cases?organisation=${world.organisations.department.id}`, '/decisions'])
      expect(await world.http.read(world.people[part], path)).toEqual({ items: [], next: null });
  });
});

describe('an auditor', () => {
  it('reads everything', async () => {
    for (const path of READINGS)
      await world.http.read(world.people.auditor, `/cases/${rich.reference}${path}`);
    const { items } = await world.http.read<{ items: Json[] }>(world.people.auditor, '/cases');
    expect(items.map((item) => item['reference'])).toContain(rich.reference);
    const comment = { audience: 'internal', body: 'Between us.' };
    await driver.act(rich, 'decider', 'POST', 'comments', comment);
    const comments = await world.http.read(world.people.auditor, `/cases/${rich.reference}/comments`);
    expect(JSON.stringify(comments)).toContain('Between us.');
  });
});

describe('what GDS Assurance keeps to itself', () => {
  const WORDS = ['word of the assessment', 'word of the ruling', 'word within', 'word of the recommendation'];

  async function heard(part: Part, driven: DrivenCase): Promise<string[]> {
    const texts = await Promise.all(
      READINGS.map(async (path) => {
        const reply = await world.http.send(world.people[part], 'GET', `/cases/${driven.reference}${path}`);
        expect(reply.status).toBe(200);
        return reply.text;
      }),
    );
    const all = texts.join('\n');
    return WORDS.filter((word) => all.includes(word));
  }

  it('reaches the department when it is released, and what is said within never', async () => {
    const driven = await driver.driveTo('in-review');
    const version = 1;
    const explanation = 'word of the assessment';
    await driver.assess(driven);
    const [first] = await world.http.read<{ sequence: number }[]>(
      world.people.reviewer,
      `/cases/${driven.reference}/assessments`,
    );
    await driver.act(
      driven,
      'reviewer',
      'PUT',
      'assessments/1',
      { version, verdict: 'partially-met', explanation },
      first!.sequence,
    );
    const ruled = await world.http.read<{ sequence: number }[]>(
      world.people.reviewer,
      `/cases/${driven.reference}/rulings`,
    );
    await driver.act(
      driven,
      'reviewer',
      'PUT',
      `legacy-exceptions/${driven.exceptionId}/ruling`,
      { version, ruling: 'refused', reason: 'word of the ruling' },
      ruled[0]!.sequence,
    );
    await driver.act(driven, 'reviewer', 'POST', 'comments', { audience: 'internal', body: 'word within' });
    const reason = 'word of the recommendation';
    await driver.act(driven, 'reviewer', 'POST', 'recommend', { version, outcome: 'approved', reason });

    for (const part of ['submitter', 'lead'] as const) expect(await heard(part, driven)).toEqual([]);
    for (const part of ['reviewer', 'decider', 'auditor'] as const)
      expect(await heard(part, driven)).toEqual(WORDS);

    await driver.decide(driven, 'approved');
    for (const part of ['submitter', 'lead'] as const)
      expect(await heard(part, driven)).toEqual(WORDS.filter((word) => word !== 'word within'));
  });

  it('cannot be answered, changed or settled by the department', async () => {
    const driven = await driver.driveTo('in-review');
    const comment = { audience: 'internal', body: 'Between us.' };
    const id = String((await driver.act(driven, 'reviewer', 'POST', 'comments', comment)).body['commentId']);
    const path = `/cases/${driven.reference}/comments`;
    const { http, people } = world;
    const statuses = [
      await http.send(people.submitter, 'POST', path, {
        body: { audience: 'shared', parentId: id, body: 'Heard you.' },
      }),
      await http.send(people.submitter, 'PUT', `${path}/${id}`, { body: { body: 'Mine' }, ifMatch: 1 }),
      await http.send(people.submitter, 'POST', `${path}/${id}/resolve`, { ifMatch: 1 }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 404, 404]);
  });
});
