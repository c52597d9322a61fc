import { LikenessFinder } from '#casework';
import { projectionDifferences, projectionOf, replay } from '#domain';
import { readCaseHistory, readProjection } from '#persistence';
import { startWorld, type Part, type Person, type World } from './world/api-world.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// Two departments that plan the same thing, and what reviewers make of it. The departments learn nothing before.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

const REASON = 'Both ask for the same register of drones.';

interface Plans {
  readonly one: string;
  readonly other: string;
}

/** Two plans for the same, of two departments, compared. */
async function twoPlans(about: string, more: Json = {}): Promise<Plans> {
  const references: string[] = [];
  for (const [part, organisation] of [
    ['submitter', 'department'],
    ['stranger', 'otherDepartment'],
  ] as const) {
    const { body } = await world.http.expect(201, world.people[part], 'POST', '/cases', {
      body: {
        state: 'planned',
        title: `Register of ${about}`,
        description: `Owners of ${about} register them online.`,
        organisationId: world.organisations[organisation].id,
        ...(part === 'stranger' ? more : {}),
      },
    });
    references.push(String(body['reference']));
  }
  await compare();
  return { one: references[0]!, other: references[1]! };
}

function compare(): Promise<number> {
  return world.api.app.get(LikenessFinder, { strict: false }).compareChanged();
}

function suggestionsOf(reference: string, person: Person): Promise<{ suggestions: Json[]; inTouch: Json[] }> {
  return world.http.read(person, `/cases/${reference}/likenesses`);
}

async function listed(person: Person = world.people.reviewer): Promise<readonly string[]> {
  const { items } = await world.http.read<{ items: { one: Json; other: Json }[] }>(person, '/likenesses');
  return items.map(({ one, other }) =>
    [String(one['reference']), String(other['reference'])].sort().join(' '),
  );
}

function judge(
  part: Part,
  { one, other }: Plans,
  what: 'put-in-touch' | 'dismiss',
  more: object = {},
): Promise<Reply> {
  return world.http.send(world.people[part], 'POST', `/cases/${one}/likenesses/${other}/${what}`, {
    body: { reason: REASON },
    ...more,
  });
}

function nameOf({ one, other }: Plans): string {
  return [one, other].sort().join(' ');
}

it('is suggested to GDS Assurance and auditors with the reason, and to no department', async () => {
  const plans = await twoPlans('bee hives');
  for (const part of ['reviewer', 'decider', 'auditor'] as const) {
    const { suggestions } = await suggestionsOf(plans.one, world.people[part]);
    expect(suggestions).toMatchObject([
      {
        other: { reference: plans.other },
        reasons: expect.arrayContaining(['Their titles are 100% alike']) as unknown,
      },
    ]);
    expect(await listed(world.people[part])).toContain(nameOf(plans));
    const pair = await world.http.read(world.people[part], `/cases/${plans.one}/likenesses/${plans.other}`);
    expect(pair).toMatchObject({
      one: { reference: plans.one },
      other: { reference: plans.other },
      verdict: null,
    });
  }
  // Of two cases beside one another, both are on record as looked at.
  await new Promise((resume) => setTimeout(resume, 200));
  for (const reference of [plans.one, plans.other]) {
    const looked = await world.http.read<{ items: Json[] }>(
      world.people.auditor,
      `/access-records?reference=${reference}&personId=${world.people.decider.id}`,
    );
    expect(looked.items).toContainEqual(
      expect.objectContaining({ part: `likenesses/${plans.other}`, reference }),
    );
  }
  for (const part of ['submitter', 'lead'] as const) {
    expect(await suggestionsOf(plans.one, world.people[part])).toEqual({ suggestions: [], inTouch: [] });
    expect((await world.http.send(world.people[part], 'GET', '/likenesses')).status).toBe(403);
    const pair = `/cases/${plans.one}/likenesses/${plans.other}`;
    expect((await world.http.send(world.people[part], 'GET', pair)).status).toBe(403);
  }
  expect(
    (await world.http.send(world.people.submitter, 'GET', `/cases/${plans.other}/likenesses`)).status,
  ).toBe(404);
  // Who reviews and speaks for one of the two hears of neither.
  const both = await world.addPerson('Both', [
    ['reviewer', world.organisations.assurance.id],
    ['submitter', world.organisations.otherDepartment.id],
  ]);
  expect(await listed(both)).not.toContain(nameOf(plans));
  expect((await suggestionsOf(plans.one, both)).suggestions).toEqual([]);
  const seen = await world.database
    .as({ personId: both.id, rolesAt: world.clock.now() })
    .query({ text: 'select * from likeness_pair', values: [] });
  expect(seen).toEqual([]);
});

it('is given suppliers that are spelt otherwise as a reason, as one of the two writes them', async () => {
  const plans = await twoPlans('barges', { description: 'Nothing else.' });
  for (const [reference, part, currentSuppliers] of [
    [plans.one, 'submitter', ['Smith & Sons Ltd.', 'Other P.L.C.']],
    [plans.other, 'stranger', ['SMITH AND SONS LIMITED', 'Other plc', 'Third LLP']],
  ] as const)
    await world.http.expect(200, world.people[part], 'PATCH', `/cases/${reference}/details`, {
      body: { currentSuppliers },
      ifMatch: 1,
    });
  await compare();
  const { suggestions } = await suggestionsOf(plans.one, world.people.reviewer);
  const [{ reasons } = { reasons: [] }] = suggestions;
  expect(
    [
      'Both name the same suppliers: Other P.L.C., Smith & Sons Ltd.',
      'Both name the same suppliers: Other plc, SMITH AND SONS LIMITED',
    ].filter((reason) => (reasons as string[]).includes(reason)),
  ).toHaveLength(1);
});

it('is of a chain of approvals the latest alone', async () => {
  const plans = await twoPlans('sundials');
  const { body } = await world.http.expect(201, world.people.submitter, 'POST', '/cases', {
    body: {
      state: 'planned',
      title: 'Register of sundials',
      description: 'Owners of sundials register them online.',
      organisationId: world.organisations.department.id,
    },
  });
  const later = String(body['reference']);
  await compare();
  const pairs = [plans, { one: later, other: plans.other }].map(nameOf);
  expect(await listed()).toEqual(expect.arrayContaining(pairs));
  await world.owner.query({
    text: `update spend_case l set follows_case_id = c.id, follows_kind = 'varies', follows_version = 1
      from spend_case c where l.reference = $1 and c.reference = $2`,
    values: [later, plans.one],
  });
  const shown = await listed();
  expect(pairs.map((pair) => shown.includes(pair))).toEqual([false, true]);
  expect((await suggestionsOf(plans.one, world.people.reviewer)).suggestions).toEqual([]);
  const seen = (await suggestionsOf(plans.other, world.people.reviewer)).suggestions;
  expect(seen.map(({ other }) => (other as Json)['reference'])).toEqual([later]);
});

it('goes when the two no longer look alike, and comes page by page', async () => {
  const plans = await twoPlans('goats');
  const second = await twoPlans('geese');
  const first = await world.http.read<{ next: string; items: Json[] }>(
    world.people.auditor,
    '/likenesses?limit=1',
  );
  expect(first.items).toHaveLength(1);
  const rest = await world.http.read<{ items: Json[] }>(
    world.people.auditor,
    `/likenesses?after=${first.next}`,
  );
  expect(rest.items.length).toBeGreaterThanOrEqual(1);
  expect(rest.items).not.toContainEqual(first.items[0]);
  expect((await world.http.send(world.people.auditor, 'GET', '/likenesses?after=WzFd')).status).toBe(400);
  await world.http.expect(200, world.people.submitter, 'PATCH', `/cases/${plans.one}/details`, {
    body: { title: 'Printing of leaflets', description: null },
    ifMatch: 1,
  });
  expect(await compare()).toBe(1);
  expect(await compare()).toBe(0);
  expect(await listed()).not.toContain(nameOf(plans));
  // What is given up is compared with nothing.
  expect(await listed()).toContain(nameOf(second));
  await world.http.expect(200, world.people.submitter, 'POST', `/cases/${second.one}/withdraw`, {
    body: { reason: 'No money.' },
    ifMatch: 1,
  });
  expect(await listed()).not.toContain(nameOf(second));
});

it('puts two departments in touch, with an email to both, in the history of both, once', async () => {
  const plans = await twoPlans('drones');
  for (const [reference, part, requestedPence] of [
    [plans.one, 'submitter', 50_000],
    [plans.other, 'stranger', 70_000],
  ] as const)
    await world.http.expect(200, world.people[part], 'PATCH', `/cases/${reference}/details`, {
      body: { requestedPence },
      ifMatch: 1,
    });
  for (const part of ['submitter', 'decider', 'auditor'] as const)
    expect((await judge(part, plans, 'put-in-touch')).status).toBe(403);
  expect((await judge('reviewer', plans, 'put-in-touch', { body: { reason: '' } })).status).toBe(400);
  const key = { idempotencyKey: 'in-touch-about-drones' };
  const both = await Promise.all([
    judge('reviewer', plans, 'put-in-touch', key),
    judge('reviewer', plans, 'put-in-touch', key),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await judge('reviewer', { one: plans.other, other: plans.one }, 'put-in-touch')).status).toBe(409);
  expect((await judge('reviewer', plans, 'dismiss')).status).toBe(409);

  const { people } = world;
  for (const [own, theirs, person, contact] of [
    [plans.one, plans.other, people.submitter, people.stranger],
    [plans.other, plans.one, people.stranger, people.submitter],
  ] as const) {
    const { suggestions, inTouch } = await suggestionsOf(own, person);
    expect(suggestions).toEqual([]);
    expect(inTouch).toMatchObject([
      {
        reference: theirs,
        title: 'Register of drones',
        reason: REASON,
        contact: { name: contact.name, email: contact.email },
      },
    ]);
    const events = await world.http.read<{ items: Json[] }>(person, `/cases/${own}/events`);
    expect(events.items.at(-1)).toMatchObject({
      type: 'put-in-touch',
      reason: REASON,
      payload: { relatedReference: theirs },
    });
    expect((await world.http.send(person, 'GET', `/cases/${theirs}`)).status).toBe(404);
    const emails = await world.database.query<{ address: string; parameters: Json }>({
      text: `select recipient_address as address, parameters from email where template = 'put-in-touch'
        and case_id = (select id from spend_case where reference = $1) order by recipient_role desc`,
      values: [own],
    });
    expect(emails[0]).toMatchObject({
      address: person.email,
      parameters: { other: { reference: theirs, contactName: contact.name, contactEmail: contact.email } },
    });
  }
  const [mark] = await world.http.read<Json[]>(people.auditor, `/cases/${plans.one}/relations`);
  expect(mark).toMatchObject({ kind: 'related', case: { reference: plans.other } });
  expect(await listed()).not.toContain(nameOf(plans));
  const pair = await world.http.read(people.auditor, `/cases/${plans.one}/likenesses/${plans.other}`);
  expect(pair).toMatchObject({ verdict: { verdict: 'put-in-touch', reason: REASON } });
  // Counted among what was not done twice, for who sees both sides.
  interface Counted {
    readonly inTouch: {
      readonly pairs: number;
      readonly lesserPence: number;
      readonly latest: Json[];
    } | null;
  }
  const today = world.clock.now().toISOString().slice(0, 10);
  const counted = async (person: Person, query = ''): Promise<Counted['inTouch']> =>
    (await world.http.read<Counted & Json>(person, `/component-take-up${query}`)).inTouch;
  const { department, otherDepartment, assurance } = world.organisations;
  for (const query of [
    '',
    `?from=${today}&to=${today}&organisation=${department.id}`,
    `?organisation=${otherDepartment.id}`,
  ])
    expect(await counted(people.auditor, query)).toMatchObject({
      pairs: 1,
      lesserPence: 50_000,
      latest: [{ lesserPence: 50_000, at: world.clock.now().toISOString() }],
    });
  for (const query of ['?to=2020-01-01', `?organisation=${assurance.id}`])
    expect(await counted(people.auditor, query)).toEqual({ pairs: 0, lesserPence: 0, latest: [] });
  expect(await counted(people.submitter)).toBeNull();
  // What the working tables say follows from the events alone, on both sides.
  for (const reference of [plans.one, plans.other]) {
    const sight = { everything: true, organisationIds: [] };
    const history = await readCaseHistory(
      world.database,
      reference,
      sight,
      new Date('2200-01-01T00:00:00.000Z'),
    );
    if (history === null) throw new Error('The case is not there');
    const found = await readProjection(world.database, history.caseId);
    expect(projectionDifferences(projectionOf(replay(history.events)), found)).toEqual([]);
  }
});

it('names a case that was marked since to nobody who does not see it, neither in events nor among those in touch', async () => {
  const plans = await twoPlans('gliders');
  expect((await judge('reviewer', plans, 'put-in-touch')).status).toBe(200);
  const { submitter, stranger, auditor } = world.people;
  const told = async (person: Person, reference = plans.one): Promise<string> =>
    JSON.stringify([
      await world.http.read(person, `/cases/${reference}/likenesses`),
      await world.http.read(person, `/cases/${reference}/events`),
      await world.http.read(person, `/decision-history/events?case=${reference}`),
    ]);
  expect(await told(submitter)).toContain(plans.other);
  const { revision } = await world.http.read<{ revision: number } & Json>(stranger, `/cases/${plans.other}`);
  expect(revision).toBe(2);
  await world.http.expect(200, stranger, 'PATCH', `/cases/${plans.other}/details`, {
    body: { protectiveMarking: 'OFFICIAL-SENSITIVE', title: 'Register of secret gliders' },
    ifMatch: 1,
  });
  const after = await told(submitter);
  expect(after).not.toContain(plans.other);
  expect(after).not.toContain('put-in-touch');
  expect(await told(auditor)).toContain(plans.other);
  // The other way round nothing is marked: they were told of a case that is OFFICIAL, and still are.
  expect(await told(stranger, plans.other)).toContain(plans.one);
});

it('gives a kept answer again only to who still sees the case', async () => {
  const plans = await twoPlans('balloons');
  const reviewer = await world.addPerson('A reviewer for a day', [
    ['reviewer', world.organisations.assurance.id],
  ]);
  const path = `/cases/${plans.one}/likenesses/${plans.other}/put-in-touch`;
  const parts = { body: { reason: REASON }, idempotencyKey: 'in-touch-about-balloons' };
  const first = await world.http.expect(200, reviewer, 'POST', path, parts);
  expect((await world.http.expect(200, reviewer, 'POST', path, parts)).body).toEqual(first.body);
  world.clock.advance(1_000);
  await world.owner.query({
    text: 'update role_assignment set valid_to = $2 where person_id = $1',
    values: [reviewer.id, world.clock.now()],
  });
  await world.http.expect(404, reviewer, 'POST', path, parts);
});

it('is dismissed for good: never suggested again, however it is compared, and unknown to the departments', async () => {
  const plans = await twoPlans('ferrets');
  const [first, second] = await Promise.all([
    judge('reviewer', plans, 'dismiss'),
    judge('reviewer', { one: plans.other, other: plans.one }, 'dismiss'),
  ]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expect(await listed()).not.toContain(nameOf(plans));
  await world.http.expect(200, world.people.submitter, 'PATCH', `/cases/${plans.one}/details`, {
    body: { title: 'Register of ferrets and their owners' },
    ifMatch: 1,
  });
  await compare();
  expect(
    await world.database.count(
      'likeness_pair',
      'case_id = any($1) or other_case_id = any($1)',
      await idsOf(plans),
    ),
  ).toBe(0);
  expect((await suggestionsOf(plans.other, world.people.auditor)).suggestions).toEqual([]);
  expect((await judge('reviewer', plans, 'put-in-touch')).status).toBe(409);
  for (const [reference, person] of [
    [plans.one, world.people.submitter],
    [plans.other, world.people.stranger],
  ] as const) {
    const { items } = await world.http.read<{ items: Json[] }>(person, `/cases/${reference}/events`);
    expect(items.map(({ type }) => type)).not.toContain('likeness-dismissed');
    const seen = await world.http.read<{ items: Json[] }>(world.people.auditor, `/cases/${reference}/events`);
    expect(seen.items.find(({ type }) => type === 'likeness-dismissed')).toMatchObject({ reason: REASON });
  }
});

it('never tells another department of what is marked higher than OFFICIAL, nor where nobody can be told', async () => {
  const plans = await twoPlans('vaults', { protectiveMarking: 'OFFICIAL-SENSITIVE' });
  expect(await listed()).toContain(nameOf(plans));
  const refused = await judge('reviewer', plans, 'put-in-touch');
  expect(refused.status).toBe(409);
  expect(refused.body['detail']).toContain(`${plans.other} is marked OFFICIAL-SENSITIVE`);
  expect(
    await world.database.count(
      'case_event',
      `type = 'put-in-touch' and case_id = any($1)`,
      await idsOf(plans),
    ),
  ).toBe(0);
  expect((await judge('reviewer', { one: plans.one, other: plans.one }, 'put-in-touch')).status).toBe(422);
  expect((await judge('reviewer', { one: plans.one, other: 'DT-3333-3333' }, 'dismiss')).status).toBe(404);
});

it('keeps no word of a description that is gone', async () => {
  const plans = await twoPlans('sundials');
  const [id] = await idsOf(plans);
  const kept = () => world.database.count('likeness_entry', 'case_id = $1', id);
  expect(await kept()).toBe(1);
  await world.database.query({
    text: 'update spend_case set description = null where id = any($1)',
    values: [await idsOf(plans)],
  });
  expect(await kept()).toBe(0);
  expect(await world.database.count('likeness_word', `word = 'zeppelin'`)).toBe(0);
  expect(
    await world.database.count(
      'likeness_pair',
      `(case_id = $1 or other_case_id = $1) and reasons <> '{}'`,
      id,
    ),
  ).toBe(0);
});

async function idsOf({ one, other }: Plans): Promise<readonly string[]> {
  const rows = await world.database.query<{ id: string }>({
    text: 'select id from spend_case where reference = any($1)',
    values: [[one, other]],
  });
  return rows.map(({ id }) => id);
}
