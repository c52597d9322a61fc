import { ReminderService } from '#casework';
import { startWorld, type World } from './world/api-world.js';
import { FINISHED_EXCEPTION } from './world/case-content.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';

// What comes after a decision: actual spend, variations and extensions, promised remediation, and who is reminded of it.

const APPROVED_PENCE = 5_000_000;
const WHY = 'Six more months, because the supplier was late.';

let world: World;
let driver: CaseDriver;
/** An approval with a promise that was carried over, and the request it is followed with. */
let carried: { readonly from: string; readonly to: string };
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
}, 60_000);
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

interface Following {
  readonly follows:
    | (Json & {
        readonly reference: string;
        readonly amounts: Json;
        readonly difference: Json;
        readonly pointsAsApproved: readonly number[];
        readonly verdicts: readonly Json[];
      })
    | null;
  readonly followers: readonly Json[];
}

async function start(driven: DrivenCase, kind = 'extends'): Promise<string> {
  const reply = await driver.act(driven, 'submitter', 'POST', 'variations', { kind, whatChanges: WHY });
  expect(reply.status).toBe(201);
  return (reply.body['following'] as { reference: string }).reference;
}

async function following(reference: string, part: keyof World['people'] = 'reviewer'): Promise<Following> {
  const { http, people } = world;
  return (await http.expect<Following>(200, people[part], 'GET', `/cases/${reference}/following`)).body;
}

async function revisionOf(reference: string): Promise<number> {
  const { http, people } = world;
  const { body } = await http.expect<{ revision: number }>(
    200,
    people.reviewer,
    'GET',
    `/cases/${reference}`,
  );
  return body.revision;
}

describe('what starts from a marked approval', () => {
  it('is not marked lower than that, because it says what that says', async () => {
    const { http, people } = world;
    const approved = await driver.draft();
    await driver.act(
      approved,
      'submitter',
      'PATCH',
      'details',
      { protectiveMarking: 'OFFICIAL-SENSITIVE' },
      1,
    );
    approved.revision = await revisionOf(approved.reference);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(approved, step);
    await driver.assess(approved);
    const { version } = approved;
    const outcome = 'approved';
    await driver.act(approved, 'reviewer', 'POST', 'recommend', { version, outcome, reason: 'It is sound.' });
    await driver.decide(approved, outcome);
    const reference = await start(approved, 'varies');
    const lower = (body: Json) =>
      http.send(people.submitter, 'PATCH', `/cases/${reference}/details`, { body, ifMatch: 1 });
    const refused = await lower({ protectiveMarking: 'OFFICIAL' });
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [{ pointer: '/protectiveMarking', detail: expect.stringMatching(/^Keep the marking: the approval/) }],
    ]);
    expect((await lower({ protectiveMarking: 'OFFICIAL-SENSITIVE' })).status).toBe(200);
  });
});

describe('an extension', () => {
  let approved: DrivenCase;
  let extension: string;
  beforeAll(async () => {
    approved = await driver.driveTo('approved');
    extension = await start(approved);
  });

  it('is a draft with everything that was approved, of which only the difference has to be explained', async () => {
    const { http, people } = world;
    const { body } = await http.expect(200, people.submitter, 'GET', `/cases/${extension}`);
    expect(body).toMatchObject({
      state: 'draft',
      follows: { reference: approved.reference, kind: 'extends', version: 1 },
      details: { requestedPence: APPROVED_PENCE, yearAmounts: [], whatChanges: WHY },
      legacyExceptions: [{ system: 'Licence mainframe' }],
    });
    const completeness = `/cases/${extension}/completeness`;
    // Another amount was approved than asked for, and an extension ends later: both are asked for.
    const open = await http.expect<{ sections: { missing: { pointer: string }[] }[] }>(
      200,
      people.submitter,
      'GET',
      completeness,
    );
    expect(open.body.sections.flatMap(({ missing }) => missing.map(({ pointer }) => pointer))).toEqual([
      '/details/spendEndsOn',
      '/details/yearAmounts',
    ]);
    const signed = await http.send(people.lead, 'POST', `/cases/${extension}/sign-off`, { ifMatch: 1 });
    expect([signed.status, signed.text]).toEqual([
      409,
      expect.stringContaining('later than the approved end, 31 March 2028'),
    ]);
    const found = await following(extension);
    expect(found.follows).toMatchObject({
      reference: approved.reference,
      whatChanges: WHY,
      amounts: { approvedPence: APPROVED_PENCE, requestedPence: APPROVED_PENCE, differencePence: 0 },
      difference: { unchanged: true },
    });
    expect(found.follows?.pointsAsApproved).toHaveLength(13);
    expect(found.follows?.verdicts).toHaveLength(13);
    expect((await following(approved.reference)).followers).toMatchObject([
      { reference: extension, kind: 'extends', state: 'draft' },
    ]);
  });

  it('is marked as related for GDS Assurance, and in both histories', async () => {
    const { http, people } = world;
    const relations = await http.expect<readonly Json[]>(
      200,
      people.reviewer,
      'GET',
      `/cases/${extension}/relations`,
    );
    expect(relations.body).toMatchObject([
      { kind: 'extends', direction: 'from', case: { reference: approved.reference } },
    ]);
    const { body } = await http.expect<{ items: readonly Json[] }>(
      200,
      people.submitter,
      'GET',
      `/cases/${approved.reference}/events`,
    );
    expect(body.items.at(-1)).toMatchObject({ type: 'variation-started', reason: WHY });
  });

  it('shows what is changed of the approval, point by point', async () => {
    const { http, people } = world;
    const evidence = { selfAssessment: 'met', narrative: 'The supplier changed.', links: [] };
    await http.expect(200, people.submitter, 'PUT', `/cases/${extension}/points/4`, {
      body: evidence,
      ifMatch: 1,
    });
    const patch = { requestedPence: 160_000_000, whatChanges: `${WHY} And more.` };
    await http.expect(200, people.submitter, 'PATCH', `/cases/${extension}/details`, {
      body: patch,
      ifMatch: 1,
    });
    const { follows } = await following(extension);
    expect(follows?.difference).toMatchObject({
      details: [{ pointer: '/details/requestedPence', before: APPROVED_PENCE, after: 160_000_000 }],
      points: expect.arrayContaining([expect.objectContaining({ point: 4 })]) as unknown,
    });
    expect(follows?.pointsAsApproved).not.toContain(4);
  });

  it('is ready once it ends later and what was approved is divided among the years', async () => {
    const { http, people } = world;
    const other = await driver.driveTo('approved');
    const reference = await start(other);
    const patch = (body: Json, ifMatch: number) =>
      http.expect(200, people.submitter, 'PATCH', `/cases/${reference}/details`, { body, ifMatch });
    const isComplete = async () =>
      (await http.expect(200, people.submitter, 'GET', `/cases/${reference}/completeness`)).body['complete'];
    const year = { financialYear: '2026-27', amountPence: APPROVED_PENCE };
    const twice = await http.send(people.submitter, 'PATCH', `/cases/${reference}/details`, {
      body: { yearAmounts: [year, year] },
      ifMatch: 1,
    });
    expect(twice).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/yearAmounts/1/financialYear', detail: 'Give 2026-27 only once' }] },
    });
    await patch({ yearAmounts: [year] }, 1);
    expect(await isComplete()).toBe(false);
    await patch({ spendEndsOn: '2029-03-31' }, 2);
    expect(await isComplete()).toBe(true);
    await http.expect(200, people.lead, 'POST', `/cases/${reference}/sign-off`, { ifMatch: 3 });
  });

  it('and a variation, changes something of what was approved', async () => {
    const { http, people } = world;
    const other = await driver.driveTo('approved');
    const reference = await start(other, 'varies');
    await http.expect(200, people.submitter, 'PATCH', `/cases/${reference}/details`, {
      body: { yearAmounts: [{ financialYear: '2026-27', amountPence: APPROVED_PENCE }] },
      ifMatch: 1,
    });
    const refused = await http.send(people.lead, 'POST', `/cases/${reference}/sign-off`, { ifMatch: 2 });
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ pointer: '/details/whatChanges' }] } });
    expect(refused.text).toContain('nothing does yet');
  });

  it('is the only open one of its approval, also of two that are started at once', async () => {
    const { http, people } = world;
    const path = `/cases/${approved.reference}/variations`;
    const body = { kind: 'varies', whatChanges: WHY };
    const ifMatch = await revisionOf(approved.reference);
    const refused = await http.send(people.submitter, 'POST', path, { body, ifMatch });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(extension)]);
    const other = await driver.driveTo('approved');
    const both = await Promise.all(
      [1, 2].map(() =>
        http.send(people.submitter, 'POST', `/cases/${other.reference}/variations`, {
          body,
          ifMatch: other.revision,
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, expect.any(Number)]);
    expect((await following(other.reference)).followers).toHaveLength(1);
  });

  it('is started once, however often it is sent with the same key', async () => {
    const { http, people } = world;
    const other = await driver.driveTo('approved');
    const path = `/cases/${other.reference}/variations`;
    const options = {
      body: { kind: 'varies', whatChanges: WHY },
      ifMatch: other.revision,
      idempotencyKey: 'start-once-and-never-again',
    };
    const first = await http.send(people.submitter, 'POST', path, options);
    const again = await http.send(people.submitter, 'POST', path, options);
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect((await following(other.reference)).followers).toHaveLength(1);
  });

  it('starts from an approval alone, and by who drafts for its organisation', async () => {
    const { http, people } = world;
    const draft = await driver.draft();
    const refused = await driver.driveTo('not-approved');
    const body = { kind: 'extends', whatChanges: WHY };
    for (const [driven, part, status] of [
      [draft, 'submitter', 409],
      [refused, 'submitter', 409],
      [approved, 'reviewer', 403],
      [approved, 'stranger', 404],
      [approved, 'auditor', 403],
    ] as const) {
      const path = `/cases/${driven.reference}/variations`;
      const reply = await http.send(people[part], 'POST', path, { body, ifMatch: driven.revision });
      expect([part, reply.status]).toEqual([part, status]);
    }
    const patch = { body: { whatChanges: WHY }, ifMatch: 1 };
    expect(
      (await http.send(people.submitter, 'PATCH', `/cases/${draft.reference}/details`, patch)).status,
    ).toBe(422);
  });
});

describe('actual spend', () => {
  it('is held against what was approved; each report is kept, and more than approved is explained', async () => {
    const { http, people } = world;
    const driven = await driver.driveTo('approved');
    const path = `/cases/${driven.reference}/spend`;
    const years = (amountPence: number) => [{ financialYear: '2026-27', amountPence }];
    const first = await driver.act(driven, 'submitter', 'POST', 'spend', { years: years(1_000_000) });
    expect([first.status, first.body['overspentPence']]).toEqual([201, null]);
    const ifMatch = driven.revision;
    const over = { years: years(6_000_000) };
    const refused = await http.send(people.submitter, 'POST', path, { body: over, ifMatch });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Say why more was spent')]);
    const said = await driver.act(driven, 'lead', 'POST', 'spend', { ...over, note: 'Prices rose.' });
    expect(said.body['overspentPence']).toBe(1_000_000);
    const stale = await http.send(people.submitter, 'POST', path, { body: { years: years(1) }, ifMatch });
    expect(stale.status).toBe(412);
    const final = { years: years(4_900_000), final: true, endedOn: '2026-05-04' };
    const early = await http.send(people.submitter, 'POST', path, {
      body: { ...final, endedOn: '2020-03-31' },
      ifMatch: driven.revision,
    });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/endedOn' }] } });
    expect(early.text).toContain('when it was approved, or later. Where nothing was spent, give no amounts');
    const before = [{ financialYear: '2025-26', amountPence: 1 }];
    const unapproved = await http.send(people.submitter, 'POST', path, {
      body: { years: before },
      ifMatch: driven.revision,
    });
    expect(unapproved).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/years/0/financialYear' }] },
    });
    expect(unapproved.text).toContain('Nothing can have been spent in 2025-26: the spending was approved on');
    // As if it was to start earlier.
    await world.owner.query({
      text: `update spend_case set spend_starts_on = '2026-05-01' where reference = $1`,
      values: [driven.reference],
    });
    await driver.act(driven, 'submitter', 'POST', 'spend', final);
    const extending = await http.send(people.submitter, 'POST', `/cases/${driven.reference}/variations`, {
      body: { kind: 'extends', whatChanges: WHY },
      ifMatch: driven.revision,
    });
    expect([extending.status, extending.text]).toEqual([409, expect.stringContaining('reported as final')]);
    for (const part of ['submitter', 'reviewer', 'auditor'] as const) {
      const { body } = await http.expect(200, people[part], 'GET', path);
      expect(body).toMatchObject({
        approvedPence: APPROVED_PENCE,
        spentPence: 4_900_000,
        overspentPence: null,
        final: true,
        endedOn: '2026-05-04',
        reports: [{ totalPence: 4_900_000 }, { totalPence: 6_000_000, note: 'Prices rose.' }, { note: null }],
      });
    }
    expect((await http.send(people.stranger, 'GET', path)).status).toBe(404);
    const told = await world.owner.query<{ role: string }>({
      text: `select recipient_role as role from email where template = 'spend-recorded' and parameters ->> 'reference' = $1`,
      values: [driven.reference],
    });
    expect(told.map(({ role }) => role)).toContain('named-reviewer');
  });

  it('is final with nothing spent where it was dropped before it was to start', async () => {
    const { http, people, clock } = world;
    const driven = await driver.driveTo('approved');
    const path = `/cases/${driven.reference}/spend`;
    const empty = { body: { years: [] }, ifMatch: driven.revision };
    const refused = await http.send(people.submitter, 'POST', path, empty);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/years' }] } });
    expect(refused.text).toContain('say that these are the final amounts and give none');
    const endedOn = clock.now().toISOString().slice(0, 10);
    await driver.act(driven, 'submitter', 'POST', 'spend', { years: [], final: true, endedOn });
    const { body } = await http.expect(200, people.reviewer, 'GET', path);
    expect(body).toMatchObject({
      spentPence: 0,
      final: true,
      endedOn,
      reports: [{ totalPence: 0, years: [] }],
    });
  });

  it('is told as it stood at an instant, with what was promised', async () => {
    const { http, people, clock } = world;
    const driven = await driver.driveTo('approved');
    const years = (amountPence: number) => [{ financialYear: '2026-27', amountPence }];
    const [promise] = driven.conditions;
    await driver.act(driven, 'submitter', 'POST', 'spend', { years: years(1_000_000) });
    const then = clock.now().toISOString();
    clock.advance(60_000);
    await driver.act(driven, 'submitter', 'POST', 'spend', { years: years(2_000_000) });
    const evidence = `conditions/${promise?.id ?? ''}/evidence`;
    await driver.act(driven, 'submitter', 'POST', evidence, { text: 'It is off.' }, 1);
    const now = clock.now().toISOString();
    const base = `/cases/${driven.reference}/as-it-stood`;
    const stood = async (part: string, at: string) =>
      (await http.expect<{ items: readonly Json[] }>(200, people.auditor, 'GET', `${base}/${part}?at=${at}`))
        .body.items;
    expect(await stood('spend-reports', then)).toMatchObject([{ totalPence: 1_000_000 }]);
    expect(await stood('conditions', then)).toMatchObject([{ kind: 'remediation', status: 'open' }]);
    const spend = `/cases/${driven.reference}/spend`;
    const { body } = await http.expect<{ reports: readonly Json[] }>(200, people.auditor, 'GET', spend);
    expect(await stood('spend-reports', now)).toEqual(body.reports);
    expect(await stood('conditions', now)).toMatchObject([
      { status: 'evidence-submitted', evidence: [{ text: 'It is off.' }] },
    ]);
  });

  it('cannot be altered in the database', async () => {
    await expect(
      world.owner.query({ text: 'update spend_report set total_pence = 1', values: [] }),
    ).rejects.toThrow('history');
  });
});

describe('promised remediation', () => {
  it('is followed like a condition: given more time, answered with evidence, and met', async () => {
    const { http, people } = world;
    const driven = await driver.driveTo('approved');
    const path = `/cases/${driven.reference}/conditions`;
    const { body } = await http.expect<readonly Json[]>(200, people.submitter, 'GET', path);
    expect(body).toMatchObject([
      {
        number: 1,
        kind: 'remediation',
        exceptionId: driven.exceptionId,
        dueOn: '2028-03-31',
        status: 'open',
      },
    ]);
    const { id } = body[0] as { id: string };
    const extend = { dueOn: '2028-09-30', reason: 'The data are more than was thought.' };
    await driver.act(driven, 'reviewer', 'POST', `conditions/${id}/extend`, extend, 1);
    const earlier = { ...extend, dueOn: '2028-01-01' };
    const refused = await http.send(people.reviewer, 'POST', `${path}/${id}/extend`, {
      body: earlier,
      ifMatch: 2,
    });
    expect(refused.status).toBe(422);
    await driver.act(driven, 'submitter', 'POST', `conditions/${id}/evidence`, { text: 'It is off.' }, 2);
    await driver.act(driven, 'reviewer', 'POST', `conditions/${id}/confirm`, undefined, 3);
    expect((await http.expect<readonly Json[]>(200, people.submitter, 'GET', path)).body).toMatchObject([
      { status: 'met', dueOn: '2028-09-30' },
    ]);
  });
});

describe('promised benefits', () => {
  const BENEFITS = [
    {
      benefit: 'Fees change in days.',
      measure: 'Days: 90, then 5.',
      dueOn: '2029-03-31',
      amountPence: 25_000_000,
    },
    { benefit: 'Nobody has to phone.', measure: 'Calls a month: 900, then 90.', dueOn: '2028-06-30' },
  ];

  async function promising(): Promise<DrivenCase> {
    const { http, people } = world;
    const driven = await driver.draft();
    const path = `/cases/${driven.reference}/legacy-exceptions/${driven.exceptionId}`;
    const past = { ...FINISHED_EXCEPTION, benefits: [{ ...BENEFITS[0], dueOn: '2020-01-01' }] };
    const refused = await http.send(people.submitter, 'PUT', path, { body: past, ifMatch: 1 });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('/benefits/0/dueOn')]);
    const half = { ...FINISHED_EXCEPTION, benefits: [BENEFITS[0], { benefit: 'Nobody has to phone.' }] };
    await driver.act(driven, 'submitter', 'PUT', `legacy-exceptions/${driven.exceptionId}`, half, 1);
    const { body } = await http.expect(200, people.lead, 'GET', `/cases/${driven.reference}/completeness`);
    expect(JSON.stringify(body)).toContain('/legacyExceptions/0/benefits/1/measure');
    const whole = { ...FINISHED_EXCEPTION, benefits: BENEFITS };
    await driver.act(driven, 'submitter', 'PUT', `legacy-exceptions/${driven.exceptionId}`, whole, 2);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    await driver.recommend(driven);
    await driver.decide(driven, 'approved');
    return driven;
  }

  it('are content, and followed from the approval on until they are met or found not met', async () => {
    const { http, people } = world;
    const driven = await promising();
    const path = `/cases/${driven.reference}/conditions`;
    const { body } = await http.expect<readonly Json[]>(200, people.submitter, 'GET', path);
    expect(body).toMatchObject([
      { kind: 'remediation', dueOn: '2028-03-31' },
      {
        kind: 'benefit',
        exceptionId: driven.exceptionId,
        dueOn: '2029-03-31',
        status: 'open',
        text: expect.stringMatching(/Fees change in days[^]*Measured by[^]*Worth: £250,000$/) as unknown,
      },
      { kind: 'benefit', dueOn: '2028-06-30' },
    ]);
    const [remedy, fees, calls] = body as readonly { id: string }[];
    const notMet = (id: string | undefined, revision: number) =>
      http.send(people.reviewer, 'POST', `${path}/${id ?? ''}/not-met`, {
        body: { reason: 'Nobody counted.' },
        ifMatch: revision,
      });
    const early = await notMet(fees?.id, 1);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('not overdue')]);
    await driver.act(driven, 'submitter', 'POST', `conditions/${fees?.id ?? ''}/evidence`, { text: '6.' }, 1);
    await driver.act(driven, 'reviewer', 'POST', `conditions/${fees?.id ?? ''}/confirm`, undefined, 2);
    await driver.act(driven, 'submitter', 'POST', `conditions/${calls?.id ?? ''}/evidence`, { text: '?' }, 1);
    const without = await http.send(people.reviewer, 'POST', `${path}/${calls?.id ?? ''}/not-met`, {
      body: {},
      ifMatch: 2,
    });
    expect(without.status).toBe(400);
    expect((await notMet(calls?.id, 2)).status).toBe(200);
    expect((await notMet(calls?.id, 3)).status).toBe(409);
    expect((await notMet(remedy?.id, 1)).status).toBe(409);
    const told = await world.owner.query<{ status: string }>({
      text: `select distinct parameters ->> 'status' as status from email
        where template = 'condition-changed' and parameters ->> 'reference' = $1 and recipient_role = 'submitter' order by 1`,
      values: [driven.reference],
    });
    expect(told).toEqual([{ status: 'met' }, { status: 'not-met' }]);
    const asked = await http.expect<{ items: readonly Json[] }>(
      200,
      people.auditor,
      'GET',
      '/decision-history/conditions?conditionStatus=not-met&conditionKind=benefit',
    );
    expect(asked.body.items).toMatchObject([
      { reference: driven.reference, conditionKind: 'benefit', settledReason: 'Nobody counted.' },
    ]);
  });

  it('are carried over to a variation, and a condition imposed by the decider is never found not met', async () => {
    const { http, people } = world;
    const driven = await promising();
    const varied = await start(driven, 'varies');
    const { body } = await http.expect(200, people.submitter, 'GET', `/cases/${varied}`);
    expect(body).toMatchObject({ legacyExceptions: [{ benefits: [BENEFITS[0], { amountPence: null }] }] });
    expect((await following(varied)).follows?.difference).toMatchObject({ unchanged: true });
    const conditional = await driver.driveTo('approved-with-conditions');
    await driver.giveEvidence(conditional);
    const [imposed] = conditional.conditions;
    const refused = await http.send(
      people.reviewer,
      'POST',
      `/cases/${conditional.reference}/conditions/${imposed?.id ?? ''}/not-met`,
      { body: { reason: 'No.' }, ifMatch: imposed?.revision ?? 0 },
    );
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('decider imposed')]);
  });
});

describe('what was promised, in an approval that a variation replaces', () => {
  it('is followed once: with the variation, and with the approval where it was taken out or comes back', async () => {
    const { http, people } = world;
    const benefit = (what: string) => ({ benefit: what, measure: 'Days.', dueOn: '2029-03-31' });
    const benefits = [benefit('Fees change in days.'), benefit('Nobody has to phone.')];
    const approved = await driver.draft();
    const exception = { ...FINISHED_EXCEPTION, benefits };
    await driver.act(approved, 'submitter', 'PUT', `legacy-exceptions/${approved.exceptionId}`, exception, 1);
    const decide = async (driven: DrivenCase) => {
      for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
        await driver.step(driven, step);
      await driver.recommend(driven);
      await driver.decide(driven, 'approved');
    };
    await decide(approved);
    const [, fees] = approved.conditions;
    const answer = `conditions/${fees?.id ?? ''}`;
    await driver.act(approved, 'submitter', 'POST', `${answer}/evidence`, { text: 'They do.' }, 1);
    await driver.act(approved, 'reviewer', 'POST', `${answer}/confirm`, undefined, 2);
    approved.revision = await revisionOf(approved.reference);

    world.clock.advance(60_000);
    const reference = await start(approved, 'varies');
    const { body: made } = await http.expect<{ legacyExceptions: { id: string }[] }>(
      200,
      people.submitter,
      'GET',
      `/cases/${reference}`,
    );
    const exceptionId = made.legacyExceptions[0]?.id ?? '';
    const varied: DrivenCase = { ...approved, reference, exceptionId, decisionId: null, conditions: [] };
    const years = [{ financialYear: '2026-27', amountPence: APPROVED_PENCE }];
    await driver.act(varied, 'submitter', 'PATCH', 'details', { yearAmounts: years }, 1);
    const without = { ...FINISHED_EXCEPTION, benefits: benefits.slice(0, 1) };
    await driver.act(varied, 'submitter', 'PUT', `legacy-exceptions/${exceptionId}`, without, 1);
    await decide(varied);
    const followed = async (of: string) =>
      (await http.expect<readonly Json[]>(200, people.submitter, 'GET', `/cases/${of}/conditions`)).body
        .toSorted((one, other) => Number(one['number']) - Number(other['number']))
        .map(({ kind, status, carriedOverTo }) => [kind, status, carriedOverTo]);
    const there = [
      ['remediation', 'carried-over', reference],
      ['benefit', 'met', null],
      // It was taken out of the variation, so nothing else asks for it.
      ['benefit', 'open', null],
    ];
    expect(await followed(approved.reference)).toEqual(there);
    // What was kept already is not asked for again.
    expect(await followed(reference)).toEqual([['remediation', 'open', null]]);
    const history = await http.expect<{ items: readonly Json[] }>(
      200,
      people.submitter,
      'GET',
      `/cases/${approved.reference}/events`,
    );
    expect(history.body.items.at(-1)).toMatchObject({
      type: 'promises-carried-over',
      payload: {
        followingReference: reference,
        promises: [{ conditionId: approved.conditions[0]?.id, status: 'carried-over' }],
      },
    });

    const supersede = async (outcome: 'approved' | 'not-approved') => {
      const given = {
        version: varied.version,
        reason: 'It was wrong.',
        supersedes: varied.decisionId,
        outcome,
      };
      const more = outcome === 'approved' ? { approvedPence: APPROVED_PENCE } : {};
      const reply = await driver.act(varied, 'decider', 'POST', 'supersede', { ...given, ...more });
      varied.decisionId = String(reply.body['decisionId']);
    };
    await supersede('not-approved');
    expect((await followed(approved.reference))[0]).toEqual(['remediation', 'open', null]);
    await supersede('approved');
    expect(await followed(approved.reference)).toEqual(there);
    const auditor = await http.expect<{ items: readonly Json[] }>(
      200,
      people.auditor,
      'GET',
      '/decision-history/conditions?conditionStatus=carried-over',
    );
    expect(auditor.body.items).toMatchObject([{ reference: approved.reference }]);
    // Nobody is told of a variation they do not see by what was carried over to it.
    const copy = await http.expect<{ token: string }>(201, people.submitter, 'POST', '/me/tokens', {
      body: { name: 'A copy', scopes: ['cases:read', 'decisions:read'] },
    });
    const program = { token: copy.body.token };
    const seenBy = async (path: string) =>
      (await http.expect(200, program, 'GET', `/cases/${approved.reference}${path}`)).text.includes(
        reference,
      );
    const then = `/as-it-stood?at=${world.clock.now().toISOString()}`;
    expect([await seenBy('/conditions'), await seenBy(then)]).toEqual([true, true]);
    const mark = (marking: string) =>
      world.owner.query({
        text: 'update spend_case set protective_marking = $2 where reference = $1',
        values: [reference, marking],
      });
    // Nor by how it stands, when that changed, or by a filter: all say what they said before it was carried over.
    const standing = async (reader: { readonly token: string }) => {
      const of = async (path: string) =>
        (await http.expect<readonly Json[]>(200, reader, 'GET', `/cases/${approved.reference}${path}`)).body;
      const at = await of(`/as-it-stood/conditions?at=${world.clock.now().toISOString()}`);
      const now = (await of('/conditions')).map(
        ({ id, status, revision, changedAt, overdue, carriedOverTo }) => ({
          ...{ id, status, revision, changedAt, overdue, carriedOverTo },
        }),
      );
      const { items } = at as unknown as { items: readonly Json[] };
      expect(items).toMatchObject(now);
      const found = await Promise.all(
        ['open', 'carried-over'].map(async (status) => {
          const path = `/decision-history/conditions?case=${approved.reference}&conditionStatus=${status}`;
          return (await http.expect<{ items: readonly Json[] }>(200, reader, 'GET', path)).body.items.map(
            (item) => [item['number'], item['status']],
          );
        }),
      );
      return { ...now.find(({ id }) => id === approved.conditions[0]?.id), found };
    };
    const [, fromIt] = await Promise.all([standing(people.auditor), standing(program)]);
    expect(fromIt).toMatchObject({ status: 'carried-over', found: [[[3, 'open']], [[1, 'carried-over']]] });
    await mark('OFFICIAL-SENSITIVE');
    expect([await seenBy('/conditions'), await seenBy(then)]).toEqual([false, false]);
    expect(await standing(program)).toEqual({
      ...fromIt,
      ...{ status: 'open', revision: 1, carriedOverTo: null },
      changedAt: new Date(Date.parse(String(fromIt.changedAt)) - 60_000).toISOString(),
      found: [
        expect.arrayContaining([
          [1, 'open'],
          [3, 'open'],
        ]) as unknown,
        [],
      ],
    });
    expect(await standing(people.auditor)).toMatchObject({ status: 'carried-over' });
    await mark('OFFICIAL');
    carried = { from: approved.reference, to: reference };
  });
});

describe('through the years after a decision', () => {
  it('a department is asked what it spent and told that its approval ends, once each, until it has answered', async () => {
    const { http } = world;
    const silent = await driver.driveTo('approved');
    const extended = await driver.driveTo('approved');
    const reminders = world.api.app.get(ReminderService, { strict: false });
    const raised = () =>
      world.owner.query<{ reference: string; occasion: string }>({
        text: `select c.reference, e.payload ->> 'occasion' as occasion from case_event e
          join spend_case c on c.id = e.case_id
          where e.type in ('spend-report-due', 'approval-ending') and c.reference = any($1) order by e.occurred_at`,
        values: [[silent.reference, extended.reference]],
      });
    const until = async (day: string) => {
      world.clock.set(new Date(`${day}T10:00:00.000Z`));
      await reminders.raiseDue();
      await reminders.raiseDue();
    };
    await until('2027-04-20');
    expect((await raised()).map(({ occasion }) => occasion)).toEqual([
      'spend-report-due:2026-27:2027-03-31',
      'spend-report-due:2026-27:2027-03-31',
    ]);
    await until('2027-10-04');
    // Their tokens ended long ago.
    const { department, otherDepartment } = world.organisations;
    const submitter = await world.addPerson('Later submitter', [['submitter', department.id]]);
    const stranger = await world.addPerson('Later stranger', [['submitter', otherDepartment.id]]);
    const list = '/approvals-ending';
    const listed = await http.expect<{ items: readonly Json[] }>(200, submitter, 'GET', list);
    expect(listed.body.items.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([silent.reference, extended.reference]),
    );
    const auditor = await world.addPerson('Later auditor', [['auditor', world.organisations.assurance.id]]);
    const overdue = '/decision-history/decisions?spend=overdue';
    const asked = await http.expect<{ items: readonly Json[] }>(200, auditor, 'GET', overdue);
    expect(asked.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reference: silent.reference,
          spendStanding: 'not-reported',
          spendReportOverdue: true,
        }),
      ]),
    );
    const none = await http.expect<{ items: readonly Json[] }>(200, stranger, 'GET', list);
    expect(none.body.items).toEqual([]);
    const { body: now } = await http.expect<{ revision: number }>(
      200,
      submitter,
      'GET',
      `/cases/${extended.reference}`,
    );
    await http.expect(201, submitter, 'POST', `/cases/${extended.reference}/variations`, {
      body: { kind: 'extends', whatChanges: WHY },
      ifMatch: now.revision,
    });
    await until('2028-01-05');
    await until('2028-04-20');
    const overduePromises = await world.owner.query<{ reference: string }>({
      text: `select distinct c.reference from case_event e join spend_case c on c.id = e.case_id
        where e.type = 'condition-overdue' and c.reference = any($1)`,
      values: [[carried.from, carried.to]],
    });
    expect(overduePromises).toEqual([{ reference: carried.to }]);
    const all = await raised();
    expect(
      all.filter(({ reference }) => reference === silent.reference).map(({ occasion }) => occasion),
    ).toEqual([
      'spend-report-due:2026-27:2027-03-31',
      'approval-ending:6:2028-03-31',
      'approval-ending:3:2028-03-31',
      'spend-report-due:end:2028-03-31',
    ]);
    expect(
      all.filter(({ reference }) => reference === extended.reference).map(({ occasion }) => occasion),
    ).toEqual([
      'spend-report-due:2026-27:2027-03-31',
      'approval-ending:6:2028-03-31',
      'spend-report-due:end:2028-03-31',
    ]);
  }, 60_000);
});
