import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '#casework';
import { projectionDifferences, projectionOf, replay, splitPayload } from '#domain';
import { readCaseHistory, readProjection } from '#persistence';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { FINISHED_DETAILS, metEvidence } from './world/case-content.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// What a department says of common components of government: asked by a catalogue in versions, kept like everything else
// it says, and counted.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

const PUBLIC = {
  flags: { ...(FINISHED_DETAILS['flags'] as object), publicFacing: true, usesOneLogin: true },
};
const ANSWERS = [
  { component: 'govuk-one-login', use: 'used' },
  { component: 'govuk-notify', use: 'planned', reason: null },
  { component: 'govuk-pay', use: 'not-used', reason: 'Nobody pays for anything.' },
  { component: 'govuk-forms', use: 'not-used', reason: 'It asks for more than it offers.' },
];

/** A finished draft of a service for the public, but for what it says of components. */
async function draft(): Promise<DrivenCase> {
  const driven = await driver.draft();
  await driver.act(driven, 'submitter', 'PATCH', 'details', PUBLIC, 1);
  return driven;
}

async function save(driven: DrivenCase, point: number, components: unknown, revision = 1): Promise<Reply> {
  const { http, people } = world;
  const reply = await http.send(people.submitter, 'PUT', `/cases/${driven.reference}/points/${point}`, {
    body: { ...metEvidence(point), components },
    ifMatch: `"${revision}"`,
  });
  if (reply.status === 200) driven.revision = Number(reply.body['revision']);
  return reply;
}

async function submitted(answers: unknown = ANSWERS, usesOneLogin = true): Promise<DrivenCase> {
  const driven = await draft();
  if (!usesOneLogin)
    await driver.act(driven, 'submitter', 'PATCH', 'details', { flags: { usesOneLogin } }, 2);
  expect((await save(driven, 8, answers)).status).toBe(200);
  await driver.step(driven, 'sign-off');
  await driver.step(driven, 'submit');
  return driven;
}

function shipped(): Json {
  const folder = join(import.meta.dirname, '..', '..', 'prisma', 'reference-data');
  return JSON.parse(readFileSync(join(folder, 'common-components.json'), 'utf8')) as Json;
}

describe('answers', () => {
  it('are refused on another point, twice, and of what is not in the catalogue, each at its place', async () => {
    const driven = await draft();
    const refusals = [
      [7, [ANSWERS[0]], 422, ['/components']],
      [8, [ANSWERS[0], { component: 'govuk-gas', use: 'used' }], 422, ['/components/1/component']],
      [8, [ANSWERS[0], ANSWERS[0]], 422, ['/components/1/component']],
      [8, [{ component: 'govuk-pay', use: 'perhaps' }], 400, ['/components/0/use']],
      [8, [{ use: 'used' }], 400, ['/components/0/component']],
      [8, [{ component: 'govuk-pay', reason: 'x'.repeat(6_000) }], 400, ['/components/0/reason']],
    ] as const;
    for (const [point, components, status, pointers] of refusals) {
      const refused = await save(driven, point, components);
      expect([refused.status, (refused.body['errors'] as Json[]).map(({ pointer }) => pointer)]).toEqual([
        status,
        pointers,
      ]);
    }
    expect((await save(driven, 8, [])).status).toBe(200);
  });

  it('are asked for before a request can be signed off, with the reason of each that is not used', async () => {
    const driven = await draft();
    const { http, people } = world;
    const path = `/cases/${driven.reference}`;
    const missing = async (): Promise<unknown> => {
      const refused = await http.send(people.lead, 'POST', `${path}/sign-off`, { ifMatch: driven.revision });
      expect(refused.status).toBe(409);
      return (refused.body['errors'] as Json[]).map(({ detail }) => detail);
    };
    expect(await missing()).toEqual(
      ['GOV.UK One Login', 'GOV.UK Notify', 'GOV.UK Pay', 'GOV.UK Forms'].map(
        (name) => `Say whether ${name} is used`,
      ),
    );
    await save(driven, 8, [...ANSWERS.slice(0, 3), { component: 'govuk-forms', use: 'not-used' }]);
    expect(await missing()).toEqual(['Say why GOV.UK Forms is not used']);
    await save(driven, 8, ANSWERS, 2);
    await driver.step(driven, 'sign-off');
    expect(driven.state).toBe('signed-off');
  });

  it('are asked for at their own place, and may not say otherwise than the facts of the request', async () => {
    const driven = await draft();
    const { http, people } = world;
    const path = `/cases/${driven.reference}`;
    const told = async (): Promise<unknown> => {
      const refused = await http.send(people.lead, 'POST', `${path}/sign-off`, { ifMatch: driven.revision });
      expect(refused.status).toBe(409);
      return refused.body['errors'];
    };
    await save(driven, 8, ANSWERS.slice(1, 3));
    expect(await told()).toMatchObject([
      { pointer: '/points/7/components/2/use', detail: 'Say whether GOV.UK One Login is used' },
      { pointer: '/points/7/components/3/use', detail: 'Say whether GOV.UK Forms is used' },
    ]);
    const [, ...others] = ANSWERS;
    await save(driven, 8, [...others, { ...ANSWERS[0], use: 'not-used', reason: 'Staff only.' }], 2);
    expect(await told()).toEqual([
      {
        pointer: '/points/7/components/3/use',
        detail:
          '“Uses GOV.UK One Login” is answered yes among the facts, and point 8 says of GOV.UK One Login “Not used”: change one of the two',
      },
    ]);
    await driver.act(driven, 'submitter', 'PATCH', 'details', { flags: { usesOneLogin: false } }, 2);
    await driver.step(driven, 'sign-off');
    expect(driven.state).toBe('signed-off');
  });

  it('are kept with the name each component had, in the case, its version, its history and its past', async () => {
    const driven = await submitted();
    const before = world.clock.now();
    const { http, people, database } = world;
    const path = `/cases/${driven.reference}`;
    const kept = ANSWERS.map((answer, index) => ({
      reason: null,
      ...answer,
      name: ['GOV.UK One Login', 'GOV.UK Notify', 'GOV.UK Pay', 'GOV.UK Forms'][index],
    }));
    const componentsIn = (points: unknown): unknown =>
      (points as Json[])
        .filter((point) => 'components' in point)
        .map((point) => [point['point'], point['components']]);
    const read = await http.read(people.reviewer, path);
    expect(componentsIn(read['points'])).toEqual([[8, kept]]);
    const version = await http.read(people.reviewer, `${path}/versions/1`);
    expect(componentsIn((version['content'] as Json)['points'])).toEqual([[8, kept]]);

    world.clock.advance(60_000);
    for (const step of ['acknowledge', 'start-review'] as const) await driver.step(driven, step);
    const points = [{ point: 8, question: 'Why not?' }];
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'See point 8.', points });
    await save(driven, 8, [{ ...ANSWERS[2], use: 'planned', reason: null }, ...ANSWERS.slice(3)], 2);
    const then = await http.read(people.auditor, `${path}/as-it-stood?at=${before.toISOString()}`);
    expect(componentsIn((then['case'] as Json)['points'])).toEqual([[8, kept]]);
    const resubmit = { ifMatch: driven.revision, body: { reason: 'Answered.' } };
    const refused = await http.send(people.lead, 'POST', `${path}/resubmit`, resubmit);
    expect([refused.status, (refused.body['errors'] as Json[]).length]).toEqual([409, 2]);
    await save(driven, 8, [...ANSWERS.slice(0, 2), { ...ANSWERS[2], reason: 'None.' }, ANSWERS[3]], 3);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Answered.' });
    const difference = await http.read(people.reviewer, `${path}/versions/2/difference?from=1`);
    expect(difference['points']).toMatchObject([
      { point: 8, changes: [{ pointer: '/points/7/components' }] },
    ]);

    const everything = { everything: true, organisationIds: [] };
    const history = await readCaseHistory(database, driven.reference, everything, world.clock.now());
    if (history === null) throw new Error('The case has no history');
    const rows = await readProjection(database, history.caseId);
    expect(projectionDifferences(projectionOf(replay(history.events)), rows)).toEqual([]);
  });

  it('are private in their reasons alone', async () => {
    const driven = await submitted();
    const [row] = await world.database.query<{ payload: unknown }>({
      text: `select e.payload from case_event e join spend_case c on c.id = e.case_id
        where c.reference = $1 and e.type = 'point-evidence-saved' order by e.sequence desc limit 1`,
      values: [driven.reference],
    });
    const { facts, private: hidden } = splitPayload(row?.payload, null);
    expect(Object.keys(hidden ?? {}).filter((pointer) => pointer.includes('components'))).toEqual([
      '/evidence/components/2/reason',
      '/evidence/components/3/reason',
    ]);
    expect(facts).toMatchObject({
      evidence: { components: [{ name: 'GOV.UK One Login', use: 'used' }, {}, {}, {}] },
    });
  });
});

describe('take-up', () => {
  it('is counted by component, of what was submitted, and leads to the answers', async () => {
    const { http, people } = world;
    const before = await http.read<TakeUp>(people.auditor, '/component-take-up');
    const of = ({ components }: TakeUp, id: string): Json =>
      components.find(({ component }) => component === id) as unknown as Json;
    const own = ANSWERS.map(({ component }) => ({ component, use: 'not-used', reason: 'We build our own.' }));
    world.clock.advance(60_000);
    await submitted(own, false);
    const after = await http.read<TakeUp>(people.auditor, '/component-take-up');
    expect(after.asked.cases).toBe(before.asked.cases + 1);
    expect(after.reuse).toEqual(before.reuse);
    expect(of(after, 'govuk-pay')).toMatchObject({
      name: 'GOV.UK Pay',
      notUsed: { cases: Number((of(before, 'govuk-pay')['notUsed'] as Json)['cases']) + 1 },
    });
    const rows = await http.read<{ items: Json[] }>(
      people.auditor,
      '/decision-history/components?component=govuk-pay&kinds=not-used&limit=1',
    );
    expect(rows.items).toMatchObject([
      { componentName: 'GOV.UK Pay', use: 'not-used', useReason: 'We build our own.' },
    ]);
    // A department counts its own; nobody else's are there for it.
    const theirs = await http.read<TakeUp>(people.submitter, '/component-take-up');
    expect(theirs.asked.cases).toBe(after.asked.cases);
    const others = await http.read<TakeUp>(people.stranger, '/component-take-up');
    expect(others).toEqual({ components: [], asked: NONE, reuse: NONE, none: NONE, inTouch: null });
    expect(after).toMatchObject({
      none: { cases: before.none.cases + 1 },
      inTouch: { pairs: 0, lesserPence: 0, latest: [] },
    });
    expect(await http.read(people.auditor, '/component-take-up?component=govuk-pay')).toMatchObject({
      inTouch: null,
    });
    await http.expect(400, people.auditor, 'GET', '/component-take-up?kinds=perhaps');
  });

  it('counts nobody who was not asked or gave up, and of a chain of approvals the latest alone', async () => {
    const { http, people } = world;
    const taken = (): Promise<TakeUp> => http.read<TakeUp>(people.auditor, '/component-take-up');
    const before = await taken();
    world.clock.advance(60_000);
    // It serves nobody outside: its answers were not asked for.
    const unasked = await driver.draft();
    expect((await save(unasked, 8, ANSWERS.slice(1))).status).toBe(200);
    for (const step of ['sign-off', 'submit'] as const) await driver.step(unasked, step);
    expect(await taken()).toEqual(before);
    const first = await submitted();
    const second = await submitted();
    expect((await taken()).asked.cases).toBe(before.asked.cases + 2);
    await world.owner.query({
      text: `update spend_case l set follows_case_id = c.id, follows_kind = 'varies', follows_version = 1
        from spend_case c where l.reference = $1 and c.reference = $2`,
      values: [second.reference, first.reference],
    });
    expect((await taken()).asked.cases).toBe(before.asked.cases + 1);
    await driver.act(second, 'submitter', 'POST', 'withdraw', { reason: 'Given up.' });
    expect((await taken()).asked.cases).toBe(before.asked.cases + 1);
    await driver.act(first, 'submitter', 'POST', 'withdraw', { reason: 'Given up.' });
    expect(await taken()).toEqual(before);
  });
});

describe('the catalogue', () => {
  it('is there for whoever is signed in', async () => {
    const { version, components } = await world.http.read(
      world.people.nobody,
      '/reference-data/common-components',
    );
    expect([version, components]).toEqual(['1', shipped()['components']]);
  });

  it('gets versions from administrators, which count from their day for what is not submitted yet', async () => {
    const { http, people, clock } = world;
    const early = await submitted();
    const late = await draft();
    await save(late, 8, ANSWERS);
    const appointments = {
      id: 'govuk-appointments',
      name: 'GOV.UK Appointments (made up)',
      does: 'Keeps appointments.',
      url: 'https://appointments.service.gov.uk/',
      askedWhen: { flags: ['publicFacing'], categories: [], phases: [] },
    };
    const next = {
      ...shipped(),
      version: '2',
      validFrom: '2026-05-04',
      components: [...(shipped()['components'] as Json[]), appointments],
    };
    const add = (body: Json): Promise<Reply> =>
      http.send(people.administrator, 'POST', '/reference-data/common-components', { body });
    expect((await add({ ...next, validFrom: '2026-05-03' })).body['errors']).toMatchObject([
      { pointer: '/validFrom' },
    ]);
    expect((await add({ ...next, version: '1' })).status).toBe(409);
    expect(
      (await add({ ...next, components: [{ ...appointments, url: 'gov.uk' }] })).body['errors'],
    ).toMatchObject([{ pointer: '/components/0/url' }]);
    clock.advance(1_000);
    expect((await add(next)).status).toBe(201);
    expect((await http.read(people.nobody, '/reference-data/common-components'))['version']).toBe('2');
    expect(await loadCatalogue(world.database, next, clock.now())).toEqual({
      version: '2',
      did: 'unchanged',
    });
    await expect(loadCatalogue(world.database, { ...next, name: 'Mine' }, clock.now())).rejects.toThrow(
      /another catalogue 2/,
    );

    const refused = await http.send(people.lead, 'POST', `/cases/${late.reference}/sign-off`, {
      ifMatch: late.revision,
    });
    expect(refused.body['errors']).toMatchObject([
      { detail: 'Say whether GOV.UK Appointments (made up) is used' },
    ]);
    // What came in before keeps the catalogue it came in under.
    for (const step of ['acknowledge', 'start-review'] as const) await driver.step(early, step);
    const points = [{ point: 8, question: 'Why not?' }];
    await driver.act(early, 'reviewer', 'POST', 'return', { version: 1, reason: 'See point 8.', points });
    await driver.act(early, 'lead', 'POST', 'resubmit', { reason: 'It stands.' });
    expect(early.state).toBe('in-review');
  });
});

const NONE = { cases: 0, requestedPence: 0 };

interface TakeUp {
  readonly components: readonly { readonly component: string }[];
  readonly asked: typeof NONE;
  readonly reuse: typeof NONE;
  readonly none: typeof NONE;
}
