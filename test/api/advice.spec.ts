import { ReminderService } from '#casework';
import { projectionDifferences, projectionOf, replay, type CaseEvent } from '#domain';
import { IdentityService } from '#identity';
import { readProjection } from '#persistence';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { PARTS, START, startWorld, type Part, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// Advice over HTTP: who may ask, answer and see what, what is told to whom, and by when. Time stands still at 10am in
// London on Monday 4 May 2026, a bank holiday.

let kept: KeptFiles;
let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  driver = new CaseDriver(world);
});
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const told = world.http.exchanges.filter(({ reply }) => !reply.headers.has('content-disposition'));
  const faults = told.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  await kept.remove();
  expect(faults).toEqual([]);
});
beforeEach(() => at(START.toISOString()));

/** Goes to an instant, with everybody signed in. */
async function at(instant: string): Promise<void> {
  world.clock.set(new Date(instant));
  const identity = world.api.app.get(IdentityService, { strict: false });
  for (const part of PARTS) {
    const { token } = await identity.issueToken(world.people[part].id);
    Object.assign(world.people[part], { token });
  }
}

interface Asked {
  readonly reference: string;
  readonly messageId: string;
  revision: number;
}

const QUESTION = {
  subject: 'common-platforms',
  point: 5,
  title: 'Which platform?',
  question: 'Is there a platform for payments already?',
};

async function ask(more: Json = {}, part: Part = 'submitter'): Promise<Asked> {
  const organisationId = more['about'] === undefined ? world.organisations.department.id : undefined;
  const body = { organisationId, ...QUESTION, ...more };
  return (await world.http.expect<Asked>(201, world.people[part], 'POST', '/advice', { body })).body;
}

/** Does something to a question, and notes its revision. */
async function act(
  asked: Asked,
  part: Part,
  what: string,
  body: Json,
  ifMatch = asked.revision,
): Promise<Reply> {
  const path = `/advice/${asked.reference}/${what}`;
  const reply = await world.http.send(world.people[part], 'POST', path, { body, ifMatch });
  if (reply.status <= 201) asked.revision = Number(reply.body['revision']);
  return reply;
}

function answer(asked: Asked, words = 'Yes: use the common one.'): Promise<Reply> {
  return act(asked, 'reviewer', 'answers', { body: words });
}

interface Read extends Json {
  readonly state: string;
  readonly revision: number;
  readonly messages: readonly Json[];
}

function read(part: Part, { reference }: Asked): Promise<Read> {
  return world.http.read<Read>(world.people[part], `/advice/${reference}`);
}

interface Mail {
  readonly template: string;
  readonly address: string;
  readonly part: string;
  readonly message: string | null;
}

function emailsOf({ reference }: Pick<Asked, 'reference'>): Promise<readonly Mail[]> {
  return world.database.query<Mail>({
    text: `select m.template, m.recipient_address as address, m.recipient_role as part,
        m.parameters ->> 'message' as message
      from email m join spend_case c on c.id = m.case_id where c.reference = $1 order by m.sequence, m.recipient_role`,
    values: [reference],
  });
}

async function listed(part: Part, query: string): Promise<readonly Json[]> {
  const { items } = await world.http.read<{ items: readonly Json[] }>(world.people[part], `/advice${query}`);
  return items;
}

describe('a question', () => {
  it('is asked, answered and closed, with everybody told once and every step in the one history', async () => {
    const asked = await ask();
    expect(await answer(asked)).toMatchObject({ status: 201 });
    expect(await act(asked, 'lead', 'follow-ups', { body: 'By when?' })).toMatchObject({ status: 201 });
    await answer(asked, 'In June.');
    expect(await act(asked, 'submitter', 'closure', { outcome: 'answered' })).toMatchObject({ status: 201 });

    const found = await read('auditor', asked);
    expect(found).toMatchObject({ state: 'advice-closed', outcome: 'answered', overdue: false });
    expect(found.messages.map(({ kind, body }) => [kind, body])).toEqual([
      ['question', QUESTION.question],
      ['answer', 'Yes: use the common one.'],
      ['question', 'By when?'],
      ['answer', 'In June.'],
      ['closure', ''],
    ]);
    const { items } = await world.http.read<{ items: readonly Json[] }>(
      world.people.submitter,
      `/cases/${asked.reference}/events`,
    );
    expect(items.map(({ type }) => type)).toEqual([
      'advice-asked',
      'advice-answered',
      'advice-followed-up',
      'advice-answered',
      'advice-closed',
    ]);
    expect((await emailsOf(asked)).map(({ template, part }) => `${template} ${part}`)).toEqual([
      'advice-asked assurance-inbox',
      'advice-asked submitter',
      'advice-answered submitter',
      'advice-followed-up assurance-inbox',
      'advice-followed-up named-reviewer',
      'advice-answered submitter',
      'advice-closed named-reviewer',
    ]);
  });

  it('is asked once under one key, and told of once', async () => {
    const body = { organisationId: world.organisations.department.id, ...QUESTION };
    const parts = { body, idempotencyKey: 'the-same-question' };
    const first = await world.http.expect(201, world.people.submitter, 'POST', '/advice', parts);
    const again = await world.http.expect(201, world.people.submitter, 'POST', '/advice', parts);
    expect(again.body).toEqual(first.body);
    expect(await emailsOf({ reference: String(first.body['reference']) })).toHaveLength(2);
  });

  it('is not among cases, and nothing a case is asked about', async () => {
    const asked = await ask();
    for (const part of ['submitter', 'reviewer', 'auditor'] as const) {
      const { items } = await world.http.read<{ items: readonly Json[] }>(
        world.people[part],
        '/cases?limit=100',
      );
      expect(items.map(({ reference }) => reference)).not.toContain(asked.reference);
    }
    const next = await world.http.expect(200, world.people.reviewer, 'POST', '/review-queue/next');
    expect(next.body).toMatchObject({ given: false });
    const refused = await world.http.send(world.people.lead, 'POST', `/cases/${asked.reference}/sign-off`, {
      ifMatch: 1,
    });
    expect(refused.status).toBe(409);
  });

  it('is refused from whoever may not ask, and where it names what does not fit', async () => {
    const elsewhere = await driver.draft();
    const wrong: readonly (readonly [Part, Json, number])[] = [
      ['stranger', { organisationId: world.organisations.department.id, ...QUESTION }, 403],
      ['reviewer', { organisationId: world.organisations.department.id, ...QUESTION }, 403],
      ['administrator', { organisationId: world.organisations.department.id, ...QUESTION }, 403],
      ['stranger', { about: elsewhere.reference, ...QUESTION }, 404],
      ['submitter', { ...QUESTION }, 422],
      ['submitter', { about: 'COSC-1', ...QUESTION }, 422],
      [
        'submitter',
        { about: elsewhere.reference, organisationId: world.organisations.assurance.id, ...QUESTION },
        422,
      ],
      ['submitter', { about: (await ask()).reference, ...QUESTION }, 422],
      [
        'submitter',
        { organisationId: world.organisations.department.id, ...QUESTION, subject: 'money' },
        400,
      ],
    ];
    for (const [part, body, status] of wrong) {
      const reply = await world.http.send(world.people[part], 'POST', '/advice', { body });
      expect({ part, body, status: reply.status }).toEqual({ part, body, status });
    }
  });
});

describe('who sees a question', () => {
  it('is its organisation, GDS Assurance and auditors, and nobody else', async () => {
    const asked = await ask();
    for (const part of ['submitter', 'lead', 'reviewer', 'decider', 'auditor'] as const)
      expect((await read(part, asked)).state).toBe('advice-asked');
    for (const part of ['stranger', 'administrator', 'nobody'] as const) {
      const { status } = await world.http.send(world.people[part], 'GET', `/advice/${asked.reference}`);
      expect({ part, status }).toEqual({ part, status: 404 });
      expect(await listed(part, '')).toEqual([]);
    }
  });

  it('is said by the database as well', async () => {
    const asked = await ask();
    const seen = async (part: Part, table: string): Promise<number> => {
      const acting = { personId: world.people[part].id, rolesAt: world.clock.now() };
      const rows = await world.database.as(acting).query<{ many: number }>({
        text: `select count(*)::int as many from ${table} t
          where t.case_id = (select id from spend_case where reference = $1)`,
        values: [asked.reference],
      });
      return rows[0]?.many ?? 0;
    };
    expect(await seen('submitter', 'advice_message')).toBe(1);
    expect(await seen('stranger', 'advice_message')).toBe(0);
  });
});

describe('two answers at once', () => {
  it('are one answer, and the other is told to look again', async () => {
    const asked = await ask();
    const ifMatch = asked.revision;
    const path = `/advice/${asked.reference}/answers`;
    const replies = await Promise.all(
      (['reviewer', 'decider'] as const).map((part) =>
        world.http.send(world.people[part], 'POST', path, { body: { body: `By the ${part}.` }, ifMatch }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    const { messages } = await read('submitter', asked);
    expect(messages.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
    const { status } = await world.http.send(world.people.reviewer, 'POST', path, {
      body: { body: 'Blindly.' },
    });
    expect(status).toBe(428);
  });

  it('leave what the department adds meanwhile, which overwrites nothing', async () => {
    const asked = await ask();
    const path = `/advice/${asked.reference}/follow-ups`;
    const replies = await Promise.all(
      ['One.', 'Two.', 'Three.'].map((body) =>
        world.http.send(world.people.submitter, 'POST', path, { body: { body } }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await read('submitter', asked)).messages).toHaveLength(4);
  });
});

describe('whose a question is', () => {
  it('is said as of any case, and narrows the queue', async () => {
    const asked = await ask({ subject: 'maturity-of-the-market' });
    const mine = (await listed('reviewer', '?adviser=me')).map(({ reference }) => reference);
    expect((await listed('reviewer', '?adviser=nobody')).map(({ reference }) => reference)).toContain(
      asked.reference,
    );
    const given = await world.http.expect(
      200,
      world.people.decider,
      'POST',
      `/cases/${asked.reference}/assign`,
      {
        body: { reviewerId: world.people.reviewer.id },
        ifMatch: asked.revision,
      },
    );
    asked.revision = Number(given.body['revision']);
    expect(new Set((await listed('reviewer', '?adviser=me')).map(({ reference }) => reference))).toEqual(
      new Set([...mine, asked.reference]),
    );
    expect(
      (await listed('reviewer', '?subject=maturity-of-the-market')).map(({ reference }) => reference),
    ).toEqual([asked.reference]);
    expect(await emailsOf(asked)).toContainEqual(
      expect.objectContaining({ template: 'reviewer-assigned', part: 'named-reviewer' }),
    );
    // Advice takes none of the points of work that reviews are weighed by.
    const reviewers = await world.http.read<readonly Json[]>(world.people.decider, '/reviewers');
    expect(reviewers.find(({ id }) => id === world.people.reviewer.id)).toMatchObject({
      cases: 0,
      points: 0,
    });
    await act(asked, 'submitter', 'closure', { outcome: 'no-longer-needed' });
    expect((await listed('reviewer', '?adviser=me')).map(({ reference }) => reference)).toEqual(mine);
    expect((await listed('reviewer', '?adviser=me&show=closed')).map(({ reference }) => reference)).toContain(
      asked.reference,
    );
  });

  it('is listed page by page, those that are open in the order they were asked', async () => {
    const before = await listed('reviewer', '?limit=100');
    const walked: Json[] = [];
    for (let path: string | null = '/advice?limit=2'; path !== null;) {
      const page: { items: readonly Json[]; next: string | null } = await world.http.read(
        world.people.reviewer,
        path,
      );
      walked.push(...page.items);
      path = page.next === null ? null : `/advice?limit=2&after=${encodeURIComponent(page.next)}`;
    }
    expect(walked).toEqual(before);
    expect(before.length).toBeGreaterThan(4);
    const times = before.map(({ askedAt }) => String(askedAt));
    expect(times).toEqual(times.toSorted());
  });
});

describe('the first-answer clock', () => {
  const raise = (): Promise<number> => world.api.app.get(ReminderService, { strict: false }).raiseDue();

  it.each([
    // On the bank holiday: counted from Tuesday.
    ['2026-05-04T09:00:00.000Z', '2026-05-08T23:00:00.000Z'],
    // On a Friday afternoon before a bank holiday: counted from the Tuesday after.
    ['2026-05-22T12:30:00.000Z', '2026-05-29T23:00:00.000Z'],
    ['2026-05-26T08:00:00.000Z', '2026-05-29T23:00:00.000Z'],
  ])('of a question asked at %s runs out at %s', async (askedAt, dueAt) => {
    await at(askedAt);
    const asked = await ask();
    expect(await read('submitter', asked)).toMatchObject({ firstAnswerDueAt: dueAt });
    const clock = await world.http.read(world.people.submitter, `/cases/${asked.reference}/clock`);
    expect(clock).toMatchObject({ standing: { targets: [{ id: 'first-answer', allowedDays: 3 }] } });
    await answer(asked);
    expect(await read('submitter', asked)).toMatchObject({ firstAnswerDueAt: null });
  });

  it('warns in time, says once that it was missed, and stands still once there is an answer', async () => {
    await at('2026-06-01T08:30:00.000Z');
    const asked = await ask();
    const answered = await ask();
    await answer(answered);
    // Due by the end of Thursday; warned on Wednesday.
    await at('2026-06-03T09:00:00.000Z');
    await raise();
    await raise();
    const reminders = async (one: Asked): Promise<readonly string[]> =>
      (await emailsOf(one))
        .map(({ template, part }) => `${template} ${part}`)
        .filter((name) => name.startsWith('target'));
    expect(await reminders(asked)).toEqual(['target-near assurance-inbox']);
    await at('2026-06-05T09:00:00.000Z');
    await raise();
    await raise();
    expect(await reminders(asked)).toEqual([
      'target-near assurance-inbox',
      'target-missed assurance-inbox',
      'target-missed deciders',
    ]);
    expect(await reminders(answered)).toEqual([]);
    expect((await listed('reviewer', '?overdue=true')).map(({ reference }) => reference)).toContain(
      asked.reference,
    );
    expect(await read('submitter', asked)).toMatchObject({ overdue: true });
    // The reminders are events of the question, so it has to be looked at again.
    asked.revision = (await read('reviewer', asked)).revision;
    expect((await answer(asked)).status).toBe(201);
    expect((await listed('reviewer', '?overdue=true')).map(({ reference }) => reference)).not.toContain(
      asked.reference,
    );
  });
});

describe('a question about buying through frameworks', () => {
  it('is sent to the Crown Commercial Service at once, in words who asked is shown', async () => {
    const asked = await ask({ subject: 'buying-through-frameworks' });
    const { state, messages } = await read('submitter', asked);
    expect(state).toBe('advice-answered');
    const referral = messages[1] ?? {};
    expect(referral).toMatchObject({ kind: 'referral', author: null, sentTo: 'frameworks@ccs.example' });
    expect(String(referral['body'])).toContain(QUESTION.question);
    expect(String(referral['body'])).toContain(world.people.submitter.email);
    const sent = (await emailsOf(asked)).filter(({ template }) => template === 'advice-referred');
    expect(sent.map(({ address, part }) => [address, part])).toEqual([
      ['frameworks@ccs.example', 'crown-commercial-service'],
      [world.people.submitter.email, 'submitter'],
    ]);
    expect(new Set(sent.map(({ message }) => message))).toEqual(new Set([referral['body']]));
  });

  it('is sent on by GDS Assurance where it turns out to be one, and then ends as referred', async () => {
    const asked = await ask();
    const early = await act(asked, 'reviewer', 'closure', { outcome: 'referred' });
    expect(early).toMatchObject({ status: 422 });
    expect(await act(asked, 'reviewer', 'referral', { note: 'By June.' })).toMatchObject({ status: 201 });
    expect(String((await read('submitter', asked)).messages[1]?.['body'])).toContain('By June.');
    expect(await act(asked, 'reviewer', 'closure', { outcome: 'referred' })).toMatchObject({ status: 201 });
  });

  it('stays where the case it is about is marked', async () => {
    const about = await driver.draft();
    await driver.act(about, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    const asked = await ask({ about: about.reference, subject: 'buying-through-frameworks' });
    expect(await read('reviewer', asked)).toMatchObject({
      state: 'advice-asked',
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
    expect(await act(asked, 'reviewer', 'referral', {})).toMatchObject({ status: 409 });
  });
});

describe('what was advised', () => {
  it('stands with the case it was asked from, from plan to review', async () => {
    const plan = await driver.draft({ planned: true });
    const asked = await ask({ about: plan.reference, point: 5 });
    await answer(asked);
    await driver.act(plan, 'submitter', 'POST', 'begin-request');
    for (const part of ['submitter', 'reviewer', 'auditor'] as const) {
      const advised = await world.http.read<readonly Json[]>(
        world.people[part],
        `/cases/${plan.reference}/advice`,
      );
      expect(advised).toMatchObject([
        { reference: asked.reference, point: 5, messages: [{}, { kind: 'answer' }] },
      ]);
    }
    const { status } = await world.http.send(world.people.stranger, 'GET', `/cases/${plan.reference}/advice`);
    expect(status).toBe(404);
  });

  it('stands beside a case it is put beside later, by who asked once and by GDS Assurance again', async () => {
    const plan = await driver.draft({ planned: true });
    const draft = await driver.draft();
    const elsewhere = await new CaseDriver({
      ...world,
      organisations: { ...world.organisations, department: world.organisations.otherDepartment },
      people: { ...world.people, submitter: world.people.stranger },
    }).draft();
    const asked = await ask({ point: 5 });
    await answer(asked);
    await act(asked, 'submitter', 'closure', { outcome: 'answered' });
    const beside = async (reference: string): Promise<readonly (readonly [unknown, unknown])[]> => {
      const path = `/cases/${reference}/advice`;
      const advised = await world.http.read<readonly Json[]>(world.people.reviewer, path);
      return advised.map((one) => [one['reference'], one['point']]);
    };
    const tie = (part: Part, about: string, point: number | null = null): Promise<Reply> =>
      act(asked, part, 'about', { about, point });

    for (const [part, about, status] of [
      ['stranger', plan.reference, 404],
      ['auditor', plan.reference, 403],
      ['submitter', elsewhere.reference, 422],
      ['reviewer', elsewhere.reference, 422],
      ['submitter', 'nonsense', 422],
      ['submitter', (await ask()).reference, 422],
    ] as const)
      expect({ part, about, status: (await tie(part, about)).status }).toEqual({ part, about, status });
    const blind = await world.http.send(world.people.submitter, 'POST', `/advice/${asked.reference}/about`, {
      body: { about: plan.reference },
    });
    expect(blind.status).toBe(428);

    expect((await tie('submitter', plan.reference, 5)).status).toBe(200);
    expect(await beside(plan.reference)).toEqual([[asked.reference, 5]]);
    expect((await tie('submitter', draft.reference)).status).toBe(403);
    expect((await tie('reviewer', plan.reference, 5)).status).toBe(422);
    expect((await tie('reviewer', draft.reference)).status).toBe(200);
    expect(await beside(plan.reference)).toEqual([]);
    expect(await beside(draft.reference)).toEqual([[asked.reference, null]]);
    const { items } = await world.http.read<{ items: readonly Json[] }>(
      world.people.submitter,
      `/cases/${asked.reference}/events`,
    );
    expect(items.slice(-2)).toMatchObject([
      { type: 'advice-tied', payload: { aboutReference: plan.reference, point: 5 } },
      { type: 'advice-tied', payload: { aboutReference: draft.reference, point: null } },
    ]);
  });

  it('is marked as the case is that it is put beside, and seen by nobody limited to less', async () => {
    const about = await driver.draft();
    await driver.act(about, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    const asked = await ask({ point: 5 });
    expect(await act(asked, 'reviewer', 'about', { about: about.reference })).toMatchObject({ status: 200 });
    expect(await read('reviewer', asked)).toMatchObject({
      protectiveMarking: 'OFFICIAL-SENSITIVE',
      about: { reference: about.reference },
    });
    const acting = { personId: world.people.reviewer.id, rolesAt: world.clock.now(), onlyOfficial: true };
    const seen = await world.database.as(acting).query({
      text: `select from advice_request q join spend_case c on c.id = q.case_id where c.reference = $1`,
      values: [asked.reference],
    });
    expect(seen).toEqual([]);
  });

  it('is marked with the case it is about, and not there from then on for whoever is limited to less', async () => {
    const about = await driver.draft();
    const asked = await ask({ about: about.reference });
    await driver.act(about, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    const { body } = await world.http.expect(201, world.people.reviewer, 'POST', '/me/tokens', {
      body: { name: 'Reads advice', scopes: ['cases:read'] },
    });
    const limited = { token: String(body['token']) };
    await world.http.expect(404, limited, 'GET', `/advice/${asked.reference}`);
    await world.http.expect(404, limited, 'GET', `/cases/${asked.reference}/events`);
    expect(
      JSON.stringify(await world.http.read(world.people.reviewer, `/cases/${asked.reference}/events`)),
    ).toContain(about.reference);
  });

  it('has files, attached by who wrote the message', async () => {
    const asked = await ask();
    const attach = (part: Part): Promise<Reply> =>
      world.http.send(
        world.people[part],
        'POST',
        `/cases/${asked.reference}/messages/${asked.messageId}/attachments`,
        {
          raw: 'system,users\nLicences,120\n',
          headers: { 'content-type': 'application/octet-stream', 'file-name': 'figures.csv' },
        },
      );
    const inAForm = await world.http.send(
      world.people.submitter,
      'POST',
      `/cases/${asked.reference}/messages/${asked.messageId}/attachments`,
      { raw: '--x\r\n--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    );
    expect(inAForm.status).toBe(415);
    expect(inAForm.body['detail']).toMatch(/as the body, with “Content-Type: application\/octet-stream”/);
    expect((await attach('reviewer')).status).toBe(403);
    expect((await attach('submitter')).status).toBe(201);
    const [message] = (await read('reviewer', asked)).messages;
    expect(message).toMatchObject({ attachments: [{ name: 'figures.csv', messageId: asked.messageId }] });
    const [file] = (message?.['attachments'] ?? []) as readonly Json[];
    const path = `/cases/${asked.reference}/attachments/${String(file?.['id'])}`;
    expect((await world.http.send(world.people.stranger, 'GET', `${path}/content`)).status).toBe(404);
    expect((await world.http.send(world.people.reviewer, 'GET', `${path}/content`)).text).toContain(
      'Licences',
    );
    // It stays with what was said.
    expect((await world.http.send(world.people.submitter, 'DELETE', path)).status).toBe(409);
  });
});

describe('published guidance', () => {
  const guidance = (part: Part, query = ''): Promise<readonly Json[]> =>
    world.http
      .read<{ items: readonly Json[] }>(world.people[part], `/guidance${query}`)
      .then(({ items }) => items);

  it('is read by every department, says nothing of who asked, and can be taken back', async () => {
    const asked = await ask({ point: 7 });
    expect(await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: 'Use it.' })).toMatchObject({
      status: 409,
    });
    await answer(asked);
    const telling = await act(asked, 'reviewer', 'guidance', {
      title: 'What the Home Office asked',
      body: `As ${asked.reference} shows.`,
      point: 7,
    });
    expect(telling.status).toBe(422);
    expect(telling.body['errors']).toMatchObject([{ pointer: '/title' }, { pointer: '/body' }]);
    const made = await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: 'Use it.', point: 7 });
    expect(made.status).toBe(201);

    const [found] = await guidance('stranger', '?point=7');
    expect(Object.keys(found ?? {}).sort()).toEqual([
      'body',
      'id',
      'point',
      'publishedAt',
      'subject',
      'title',
    ]);
    expect(JSON.stringify(found)).not.toMatch(
      new RegExp(`${asked.reference}|Home Office|${world.people.submitter.name}`),
    );
    expect(await guidance('stranger', '?point=8')).toEqual([]);
    expect(await guidance('nobody', '?subject=common-platforms')).toHaveLength(1);

    const id = String(made.body['guidanceId']);
    expect(await act(asked, 'submitter', `guidance/${id}/withdrawal`, { reason: 'So.' })).toMatchObject({
      status: 403,
    });
    const gone = await act(asked, 'decider', `guidance/${id}/withdrawal`, { reason: 'Out of date.' });
    expect(gone.status).toBe(200);
    expect(await guidance('stranger')).toEqual([]);
    expect((await read('reviewer', asked))['guidance']).toMatchObject([
      { id, withdrawnAt: START.toISOString() },
    ]);
    expect((await act(asked, 'decider', `guidance/${id}/withdrawal`, { reason: 'Again.' })).status).toBe(409);
  });
});

describe('everything that was said and done', () => {
  it('can be worked out again from the events alone', async () => {
    const cases = await world.database.query<{ id: string }>({
      text: `select case_id as id from advice_request`,
      values: [],
    });
    expect(cases.length).toBeGreaterThan(15);
    for (const { id } of cases) {
      const events = await world.database.query<CaseEvent>({
        text: `select case_id as "caseId", sequence, type, audience, actor_id as "actorId", actor_role as "actorRole",
            actor_organisation_id as "actorOrganisationId", from_state as "fromState", to_state as "toState", version,
            reason, payload, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"
          from case_event where case_id = $1 order by sequence`,
        values: [id],
      });
      const there = await readProjection(world.database, id);
      expect(projectionDifferences(projectionOf(replay(events)), there)).toEqual([]);
    }
  });

  it('is never changed: neither messages, nor what guidance was made of, nor guidance but to be withdrawn', async () => {
    for (const [table, column] of [
      ['advice_message', 'body'],
      ['guidance', 'body'],
    ])
      await expect(
        world.owner.query({
          text: `update ${String(table)} set ${String(column)} = 'Otherwise.'`,
          values: [],
        }),
      ).rejects.toThrow(/history|stays what it is/);
  });
});
