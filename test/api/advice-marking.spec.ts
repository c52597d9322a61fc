import { projectionDifferences, projectionOf, replay, seesOnlyOfficial, type CaseEvent } from '#domain';
import { readProjection } from '#persistence';
import { startWorld, type Part, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// A question is marked as strictly as the case it is about, from the moment the case is, and nothing of a marked one goes
// further than those who may read it; what is published for everybody tells nobody who asked.

const MARKED = 'OFFICIAL-SENSITIVE';

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

interface Asked {
  readonly reference: string;
  readonly messageId: string;
  revision: number;
}

const QUESTION = {
  subject: 'common-platforms',
  title: 'Which platform for secrets?',
  question: 'Is there a platform for secrets already?',
};

async function ask(more: Json = {}): Promise<Asked> {
  const organisationId = more['about'] === undefined ? world.organisations.department.id : undefined;
  const body = { organisationId, ...QUESTION, ...more };
  return (await world.http.expect<Asked>(201, world.people.submitter, 'POST', '/advice', { body })).body;
}

async function act(asked: Asked, part: Part, what: string, body: Json): Promise<Reply> {
  const path = `/advice/${asked.reference}/${what}`;
  const reply = await world.http.send(world.people[part], 'POST', path, { body, ifMatch: asked.revision });
  if (reply.status <= 201) asked.revision = Number(reply.body['revision']);
  return reply;
}

async function read(part: Part, asked: Asked): Promise<Json> {
  const found = await world.http.read(world.people[part], `/advice/${asked.reference}`);
  asked.revision = Number(found['revision']);
  return found;
}

function mark(one: DrivenCase, protectiveMarking: string, revision = 1): Promise<Reply> {
  return world.http.send(world.people.submitter, 'PATCH', `/cases/${one.reference}/details`, {
    body: { protectiveMarking },
    ifMatch: revision,
  });
}

async function tokenWith(...scopes: readonly string[]): Promise<string> {
  const body = { name: scopes.join(' '), scopes };
  const made = await world.http.expect(201, world.people.reviewer, 'POST', '/me/tokens', { body });
  return String(made.body['token']);
}

async function publishedOne(): Promise<Asked> {
  const asked = await ask();
  await act(asked, 'reviewer', 'answers', { body: 'There is one.' });
  expect((await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: 'Buy.' })).status).toBe(201);
  return asked;
}

interface Mail {
  readonly template: string;
  readonly part: string;
  readonly parameters: Json;
}

function emailsOf({ reference }: Asked): Promise<readonly Mail[]> {
  return world.database.query<Mail>({
    text: `select m.template, m.recipient_role as part, m.parameters from email m join spend_case c on c.id = m.case_id
      where c.reference = $1 order by m.sequence, m.recipient_role`,
    values: [reference],
  });
}

describe('a question about a case that is marked later', () => {
  it('is marked with it, by an event of its own, and is then out of the reach of whoever may not see it', async () => {
    const entry = await driver.draft({ planned: true });
    const asked = await ask({ about: entry.reference });
    await act(asked, 'reviewer', 'answers', { body: 'There is one.' });
    const closed = await ask({ about: entry.reference });
    await act(closed, 'submitter', 'closure', { outcome: 'no-longer-needed' });
    const elsewhere = await ask();
    const plain = { token: await tokenWith('cases:read') };
    const outright = { token: await tokenWith('cases:read', 'marked-cases:read') };
    const path = `/advice/${asked.reference}`;
    expect((await world.http.send(plain, 'GET', path)).status).toBe(200);

    expect((await mark(entry, MARKED)).status).toBe(200);
    for (const one of [asked, closed])
      expect(await read('reviewer', one)).toMatchObject({ protectiveMarking: MARKED });
    expect(await read('reviewer', elsewhere)).toMatchObject({ protectiveMarking: 'OFFICIAL' });
    const { items } = await world.http.read<{ items: readonly Json[] }>(
      world.people.auditor,
      `/cases/${asked.reference}/events`,
    );
    expect(items.at(-1)).toMatchObject({
      type: 'advice-marked',
      actorRole: 'submitter',
      payload: { protectiveMarking: MARKED },
    });

    for (const one of [path, `/cases/${asked.reference}`, `/cases/${asked.reference}/events`]) {
      expect((await world.http.send(plain, 'GET', one)).status).toBe(404);
      expect((await world.http.send(outright, 'GET', one)).status).toBe(200);
    }
    const listed = await world.http.read<{ items: readonly Json[] }>(plain, '/advice?show=all');
    expect(listed.items.map(({ reference }) => reference)).toEqual([elsewhere.reference]);
    expect(await act(asked, 'reviewer', 'referral', {})).toMatchObject({ status: 409 });
    const published = await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: 'There is one.' });
    expect(published).toMatchObject({
      status: 409,
      body: {
        detail: `The question is marked ${MARKED}: nothing that was made of it goes to every department`,
      },
    });

    // Marked lower again, the case leaves its questions as they are: what was written under it stays in them.
    expect((await mark(entry, 'OFFICIAL', 2)).status).toBe(200);
    expect(await read('reviewer', asked)).toMatchObject({ protectiveMarking: MARKED });
  });

  it('takes what was published of it down from every department, once, whoever marks and however', async () => {
    const entry = await driver.draft({ planned: true });
    const [withIt, byItself, tied] = [await ask({ about: entry.reference }), await ask(), await ask()];
    const ids: string[] = [];
    for (const one of [withIt, byItself, tied]) {
      await act(one, 'reviewer', 'answers', { body: 'There is one.' });
      for (const title of ['Platforms', 'More platforms'])
        ids.push(
          String((await act(one, 'reviewer', 'guidance', { title, body: 'Buy.' })).body['guidanceId']),
        );
    }
    // What was taken back before stays so.
    await act(withIt, 'reviewer', `guidance/${ids[1] ?? ''}/withdrawal`, { reason: 'It was wrong.' });
    const published = async () =>
      (await world.http.read<{ items: readonly { id: string }[] }>(world.people.stranger, '/guidance')).items
        .map(({ id }) => id)
        .filter((id) => ids.includes(id));
    expect(await published()).toHaveLength(5);

    await mark(entry, MARKED);
    expect(await published()).toHaveLength(4);
    expect((await act(byItself, 'submitter', 'marking', { protectiveMarking: MARKED })).status).toBe(200);
    expect(await published()).toHaveLength(2);
    const put = await act(tied, 'submitter', 'about', { about: entry.reference, point: null });
    expect([put.status, await published()]).toEqual([200, []]);
    for (const part of ['submitter', 'reviewer'] as const)
      expect(await read(part, withIt)).toMatchObject({
        guidance: [
          {
            id: ids[0],
            body: 'Buy.',
            withdrawnBecause: 'marked',
            withdrawnAt: expect.any(String) as unknown,
          },
          { id: ids[1], withdrawnBecause: 'taken-back' },
        ],
      });
    const again = await act(byItself, 'reviewer', 'guidance', { title: 'Platforms', body: 'Buy.' });
    expect(again.status).toBe(409);
    const seen = (onlyOfficial: boolean) =>
      world.database
        .as({ personId: world.people.reviewer.id, rolesAt: world.clock.now(), onlyOfficial })
        .query({ text: `select id from guidance where id = any($1::uuid[])`, values: [ids] });
    expect([(await seen(false)).length, (await seen(true)).length]).toEqual([6, 0]);
    await expect(
      world.database.query({
        text: `update spend_case set protective_marking = $2 where reference = $1`,
        values: [(await publishedOne()).reference, MARKED],
      }),
    ).rejects.toThrow('Nothing is published of a marked question');
  });

  it('is so in the database as well, which refuses a case marked more strictly than a question about it', async () => {
    const entry = await driver.draft();
    const asked = await ask({ about: entry.reference });
    await expect(
      world.database.query({
        text: `update spend_case set protective_marking = $2 where reference = $1`,
        values: [entry.reference, MARKED],
      }),
    ).rejects.toThrow('A question is marked at least as its case');
    await mark(entry, MARKED);
    await expect(
      world.database.query({
        text: `update spend_case set protective_marking = 'OFFICIAL' where reference = $1`,
        values: [asked.reference],
      }),
    ).rejects.toThrow('A question is marked at least as its case');
    const machine = { scopes: [] };
    const seen = (onlyOfficial: boolean) =>
      world.database
        .as({ personId: world.people.auditor.id, rolesAt: world.clock.now(), onlyOfficial })
        .query({
          text: `select m.id from advice_message m join spend_case c on c.id = m.case_id where c.reference = $1`,
          values: [asked.reference],
        });
    expect(await seen(seesOnlyOfficial(machine))).toEqual([]);
    expect(await seen(false)).toHaveLength(1);
  });

  it('is marked by a file of planned spend as well', async () => {
    const headers = { 'content-type': 'text/csv' };
    const upload = async (marking: string): Promise<void> => {
      const raw = `organisation,key,title,protective-marking\nhome-office,SECRETS-1,Secrets,${marking}\n`;
      const reply = await world.http.send(world.people.submitter, 'POST', '/pipeline/imports', {
        raw,
        headers,
      });
      expect(reply.body).toMatchObject({ outcome: 'imported' });
    };
    await upload('OFFICIAL');
    const [entry] = await world.database.query<{ reference: string }>({
      text: `select reference from spend_case where pipeline_key = 'SECRETS-1'`,
      values: [],
    });
    const asked = await ask({ about: entry?.reference });
    await upload(MARKED);
    expect(await read('submitter', asked)).toMatchObject({ protectiveMarking: MARKED });
  });

  it('is marked also where it is asked at the very moment the case is marked', async () => {
    const entry = await driver.draft();
    const [marked, ...asked] = await Promise.all([
      mark(entry, MARKED),
      ...Array.from({ length: 8 }, () => ask({ about: entry.reference })),
    ]);
    expect(marked.status).toBe(200);
    for (const one of asked) expect(await read('auditor', one)).toMatchObject({ protectiveMarking: MARKED });
  });
});

describe('the marking of a question', () => {
  it('is chosen by who asks, never below that of the case, and raised later by either side', async () => {
    const chosen = await ask({ protectiveMarking: MARKED });
    expect(await read('reviewer', chosen)).toMatchObject({ protectiveMarking: MARKED });
    const entry = await driver.draft();
    await mark(entry, MARKED);
    const below = await ask({ about: entry.reference, protectiveMarking: 'OFFICIAL' });
    expect(await read('reviewer', below)).toMatchObject({ protectiveMarking: MARKED });
    for (const part of ['submitter', 'reviewer'] as const) {
      const asked = await ask();
      expect((await act(asked, 'stranger', 'marking', { protectiveMarking: MARKED })).status).toBe(404);
      expect((await act(asked, 'auditor', 'marking', { protectiveMarking: MARKED })).status).toBe(403);
      expect((await act(asked, part, 'marking', { protectiveMarking: MARKED })).status).toBe(200);
      expect(await read('auditor', asked)).toMatchObject({ protectiveMarking: MARKED });
      expect((await act(asked, part, 'marking', { protectiveMarking: MARKED })).status).toBe(409);
      const lower = await act(asked, part, 'marking', { protectiveMarking: 'OFFICIAL' });
      expect(lower).toMatchObject({ status: 422, body: { errors: [{ pointer: '/protectiveMarking' }] } });
    }
  });

  it('keeps every word of it out of emails, which say that there is something to read', async () => {
    const asked = await ask({ protectiveMarking: MARKED });
    await act(asked, 'reviewer', 'answers', { body: 'Ask in person, says the answer.' });
    await act(asked, 'submitter', 'follow-ups', { body: 'And by when, asks the department?' });
    await act(asked, 'reviewer', 'closure', { outcome: 'answered', body: 'Closed with words.' });
    await act(asked, 'submitter', 'reopening', { body: 'Something is left, says the department.' });
    const sent = await emailsOf(asked);
    expect(new Set(sent.map(({ template }) => template))).toEqual(
      new Set(['advice-asked', 'advice-answered', 'advice-followed-up', 'advice-closed', 'advice-reopened']),
    );
    for (const { parameters } of sent) {
      expect(parameters).toMatchObject({ withheld: true, marking: MARKED, reference: asked.reference });
      expect(JSON.stringify(parameters)).not.toMatch(
        /secrets|in person|by when|with words|is left|platform/i,
      );
    }
  });
});

describe('published guidance', () => {
  it('names no organisation, nobody of the thread and not the case, however they are written', async () => {
    const entry = await driver.draft();
    const title = 'Rehousing the ferrets';
    await world.http.expect(200, world.people.submitter, 'PATCH', `/cases/${entry.reference}/details`, {
      body: { title },
      ifMatch: 1,
    });
    const asked = await ask({ about: entry.reference });
    await act(asked, 'reviewer', 'answers', { body: 'There is one.' });
    for (const [told, words] of [
      [title, 'as in “rehousing ferrets”'],
      ['Ministry of Justice', 'The Ministry of the Justice has one.'],
      ['Home Office', 'the home-office'],
      [world.people.submitter.name, `Thanks to ${world.people.submitter.name.toUpperCase()}!`],
      [world.people.reviewer.name, world.people.reviewer.name],
      [entry.reference, entry.reference],
      ['ask@platforms.example', 'Write to ask@platforms.example.'],
    ] as const) {
      const refused = await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: words });
      expect({ words, status: refused.status, errors: refused.body['errors'] }).toMatchObject({
        status: 422,
        errors: [{ pointer: '/body', detail: expect.stringContaining(`“${told}”`) }],
      });
    }
    // Others of the department, and its other requests, which are looked for without being told.
    const secret = await driver.draft();
    await world.http.expect(200, world.people.submitter, 'PATCH', `/cases/${secret.reference}/details`, {
      body: { title: 'Counting of hedgehogs', protectiveMarking: MARKED },
      ifMatch: 1,
    });
    for (const words of [`Ask\n${world.people.lead.name}`, 'See\nthe counting of hedgehogs']) {
      const refused = await act(asked, 'reviewer', 'guidance', { title: 'Platforms', body: words });
      expect({ words, status: refused.status, errors: refused.body['errors'] }).toMatchObject({
        status: 422,
        errors: [{ pointer: '/body', detail: expect.stringContaining('look at line 2') }],
      });
    }
    // Whose the service is tells nobody who asked.
    const made = await act(asked, 'reviewer', 'guidance', {
      title: 'Platforms',
      body: 'The Government Digital Service has one.',
    });
    expect(made.status).toBe(201);
  });
});

describe('a question about buying through frameworks', () => {
  it('is told of once to each, and truly', async () => {
    const asked = await ask({ subject: 'buying-through-frameworks' });
    const sent = await emailsOf(asked);
    expect(sent.map(({ template, part }) => `${template} ${part}`)).toEqual([
      'advice-asked assurance-inbox',
      'advice-referred crown-commercial-service',
      'advice-referred submitter',
    ]);
    expect(sent[0]?.parameters).toMatchObject({ sentOn: true });
    expect(new Set(sent.map(({ parameters }) => parameters['state']))).toEqual(
      new Set(['Sent to the Crown Commercial Service']),
    );
    expect(sent[0]?.parameters).not.toHaveProperty('target');
    expect(sent[1]?.parameters).toMatchObject({ answerTo: world.people.submitter.email });
    expect(await read('submitter', asked)).toMatchObject({
      state: 'advice-answered',
      firstAnswerDueAt: null,
    });
  });

  it('waits for GDS Assurance where it is marked', async () => {
    const asked = await ask({ subject: 'buying-through-frameworks', protectiveMarking: MARKED });
    expect(await read('submitter', asked)).toMatchObject({ state: 'advice-asked' });
    expect((await emailsOf(asked)).map(({ part }) => part)).toEqual(['assurance-inbox', 'submitter']);
  });
});

describe('a question that is opened again', () => {
  it('is due again where nobody answered it, and not where somebody had', async () => {
    const never = await ask();
    await act(never, 'submitter', 'closure', { outcome: 'no-longer-needed' });
    expect(await read('submitter', never)).toMatchObject({ firstAnswerDueAt: null });
    world.clock.set(new Date('2026-05-05T09:00:00.000Z'));
    await act(never, 'submitter', 'reopening', { body: 'It is needed after all.' });
    expect(await read('submitter', never)).toMatchObject({ firstAnswerDueAt: '2026-05-08T23:00:00.000Z' });
    const answered = await ask();
    await act(answered, 'reviewer', 'answers', { body: 'There is one.' });
    await act(answered, 'submitter', 'closure', { outcome: 'answered' });
    await act(answered, 'submitter', 'reopening', { body: 'Which?' });
    expect(await read('submitter', answered)).toMatchObject({ firstAnswerDueAt: null });
    world.clock.set(new Date('2026-05-09T09:00:00.000Z'));
    const late = await world.http.read<{ items: readonly Json[] }>(
      world.people.reviewer,
      '/advice?overdue=true',
    );
    const references = late.items.map(({ reference }) => reference);
    expect(references).toContain(never.reference);
    expect(references).not.toContain(answered.reference);
  });
});

describe('who answers a question', () => {
  it('has it in hand from then on, unless somebody has', async () => {
    const asked = await ask();
    await act(asked, 'reviewer', 'answers', { body: 'There is one.' });
    expect(await read('submitter', asked)).toMatchObject({ adviser: { id: world.people.reviewer.id } });
    await act(asked, 'submitter', 'follow-ups', { body: 'Which?' });
    await act(asked, 'decider', 'answers', { body: 'The common one.' });
    expect(await read('submitter', asked)).toMatchObject({ adviser: { id: world.people.reviewer.id } });
    // Cases are in the hand of reviewers.
    const byDecider = await ask();
    await act(byDecider, 'decider', 'answers', { body: 'There is one.' });
    expect(await read('submitter', byDecider)).toMatchObject({ adviser: null });
  });
});

it('everything can be worked out again from the events alone', async () => {
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
