import { startWorld, type Person, type World } from './world/api-world.js';
import { FINISHED_DETAILS, SMALL_DETAILS } from './world/case-content.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// What GDS Assurance makes of a submission: its rating, its route, its depth, its relatives, its time.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

function read<Body = Json>(person: Person, driven: DrivenCase, part: string): Promise<Body> {
  return world.http.read<Body>(person, `/cases/${driven.reference}/${part}`);
}

function post(person: Person, driven: DrivenCase, path: string, body: Json): Promise<Reply> {
  return world.http.send(person, 'POST', `/cases/${driven.reference}/${path}`, {
    body,
    ifMatch: driven.revision,
  });
}

describe('a draft', () => {
  it('says how it would be rated and routed, and what that asks for, while it is written', async () => {
    const { http, people, organisations } = world;
    const body = {
      ...FINISHED_DETAILS,
      ratingAnswers: {},
      organisationId: organisations.department.id,
    };
    const made = await http.expect(201, people.submitter, 'POST', '/cases', { body });
    const path = `/cases/${String(made.body['reference'])}`;
    const before = await http.read(people.submitter, `${path}/triage`);
    expect(before).toMatchObject({
      regimeVersion: 'v6',
      pinned: false,
      threshold: { known: true, overThreshold: true, rule: expect.stringContaining('£1,000,000') },
      rating: { known: false, missing: [{}, {}, {}] },
      effectiveRating: null,
      route: { route: { id: 'gds-assurance' } },
    });
    const answers = { transactions: 'over-1m', 'top-75': 'no', 'vulnerable-users': 'no' };
    await http.expect(200, people.submitter, 'PATCH', `${path}/details`, {
      body: { ratingAnswers: answers },
      ifMatch: 1,
    });
    const after = await http.read(people.submitter, `${path}/triage`);
    expect(after).toMatchObject({
      rating: { known: true, level: 'high', madeBy: [{ question: 'transactions', answer: 'over-1m' }] },
      route: { commitments: { asked: true, questions: [{ missing: { message: expect.any(String) } }] } },
    });
    // Taking one answer back leaves the others.
    await http.expect(200, people.submitter, 'PATCH', `${path}/details`, {
      body: { ratingAnswers: { 'top-75': null } },
      ifMatch: 2,
    });
    const { details } = await http.read<{ details: Json }>(people.submitter, path);
    expect(details['ratingAnswers']).toEqual({ transactions: 'over-1m', 'vulnerable-users': 'no' });
    const completeness = await http.read(people.submitter, `${path}/completeness`);
    expect(JSON.stringify(completeness)).toContain('/details/ratingAnswers/top-75');
  });
});

describe('the threshold check', () => {
  it.each([
    ['requestedPence=10000000&flag=publicFacing', false, 'not over £100,000 because public-facing'],
    ['requestedPence=10000001&flag=publicFacing', true, 'over £100,000 because public-facing'],
    ['requestedPence=1&flag=cryptKey', true, 'over £0 because Crypt-Key'],
  ])('of %s', async (query, overThreshold, rule) => {
    const answer = await world.http.read(world.people.submitter, `/threshold-check?${query}`);
    expect(answer).toMatchObject({ regimeVersion: 'v6', check: { known: true, overThreshold, rule } });
  });

  it('goes by the regime that is asked for, and knows no other', async () => {
    const path = '/threshold-check?requestedPence=1';
    const v4 = await world.http.read(world.people.submitter, `${path}&regime=v4`);
    expect(v4).toMatchObject({ regimeVersion: 'v4', check: { known: false } });
    expect(v4).toMatchObject({ regimeNote: 'By its own dates v4 ended in September 2023' });
    const unknown = await world.http.send(world.people.submitter, 'GET', `${path}&regime=v9`);
    expect(unknown.status).toBe(400);
    expect(unknown.body).toMatchObject({
      errors: [{ pointer: '/regime', detail: expect.stringMatching(/there are v4, v5, v6, 2026-assurance/) }],
    });
  });
});

describe('the rating', () => {
  it('is confirmed without a reason and overridden only with one, which everybody on the case can read', async () => {
    const { people } = world;
    const driven = await driver.driveTo('submitted');
    const confirmed = await driver.act(driven, 'reviewer', 'POST', 'review-rating', {
      version: 1,
      rating: 'low',
    });
    expect(confirmed.body).toMatchObject({ rating: 'low', computed: 'low', overridden: false });
    const silent = await post(people.reviewer, driven, 'review-rating', { version: 1, rating: 'high' });
    expect(silent.status).toBe(422);
    expect(JSON.stringify(silent.body)).toContain('/reason');
    const unknown = await post(people.reviewer, driven, 'review-rating', { version: 1, rating: 'extreme' });
    expect(unknown.status).toBe(422);
    const reason = 'It carries passports.';
    await driver.act(driven, 'reviewer', 'POST', 'review-rating', { version: 1, rating: 'high', reason });
    expect(await read(people.submitter, driven, 'rating-reviews')).toMatchObject([
      { rating: 'low', overridden: false, reason: null },
      { rating: 'high', computed: 'low', overridden: true, reason },
    ]);
    expect(await read(people.submitter, driven, 'triage')).toMatchObject({
      pinned: true,
      rating: { level: 'low' },
      effectiveRating: { level: 'high', saidBy: 'reviewer', overridden: true },
    });
    expect(await world.http.read(people.auditor, `/cases/${driven.reference}`)).toMatchObject({
      rating: 'high',
      ratingConfirmed: true,
    });
  });

  it('an override stands while the answers stay, and lapses when they make another level', async () => {
    const { people, http } = world;
    const driven = await driver.driveTo('in-review');
    const reason = 'Looks riskier than it says.';
    await driver.act(driven, 'reviewer', 'POST', 'review-rating', { version: 1, rating: 'medium', reason });
    const points = [{ point: 1, question: 'Who are the users?' }];
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'Unclear.', points });
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'See the plan.' });
    expect(await http.read(people.auditor, `/cases/${driven.reference}`)).toMatchObject({
      rating: 'medium',
      ratingConfirmed: true,
    });
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'And the load?', points });
    const body = {
      ratingAnswers: { transactions: 'over-1m' },
      commitmentAnswers: { 'strategic-commitments': { meets: true } },
    };
    await driver.act(driven, 'submitter', 'PATCH', 'details', body, 1);
    driven.revision = Number((await http.read(people.submitter, `/cases/${driven.reference}`))['revision']);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'More users than we thought.' });
    expect(await http.read(people.auditor, `/cases/${driven.reference}`)).toMatchObject({
      rating: 'high',
      ratingConfirmed: false,
    });
  });
});

describe('earned autonomy', () => {
  it('sends lower-rated spending to the department’s own assurance, and GDS Assurance can call it in', async () => {
    const { people, http } = world;
    const driven = await driver.driveTo('signed-off', { departmental: true });
    const refused = await post(people.submitter, driven, 'submit', {});
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toMatch(/own assurance/);
    const reason = 'Our board looked at it.';
    await driver.act(driven, 'lead', 'POST', 'record-departmental-assurance', { reason });
    expect(driven).toMatchObject({ state: 'assured-by-department', version: 1 });
    const kept = await http.read(people.auditor, `/cases/${driven.reference}`);
    expect(kept).toMatchObject({ rating: 'medium', route: 'departmental-assurance', nextDueAt: null });
    await driver.act(driven, 'reviewer', 'POST', 'call-in', { reason: 'It affects other departments.' });
    expect(driven.state).toBe('submitted');
    expect(await read(people.submitter, driven, 'clock')).toMatchObject({ standing: { state: 'running' } });
  });

  it('is recorded by deciders, corrected by a later record, and never covers what is rated high', async () => {
    const { people, http, organisations } = world;
    const path = `/organisations/${organisations.otherDepartment.id}/earned-autonomy`;
    const said = {
      validFrom: '2026-01-01',
      reason: 'Tried.',
      documentTitle: 'Letter',
      documentUrl: 'https://gds.example/letter',
    };
    const ask = (person: Person, body: Json) => http.send(person, 'POST', path, { body });
    expect((await ask(people.reviewer, { ...said, levels: ['low'] })).status).toBe(403);
    expect((await ask(people.decider, { ...said, levels: ['low', 'high'] })).status).toBe(422);
    expect((await ask(people.decider, { ...said, levels: ['low'], validTo: '2025-12-31' })).status).toBe(422);
    const first = await ask(people.decider, { ...said, levels: ['low'] });
    expect(first.status).toBe(201);
    const correction = { ...said, levels: [], supersedesId: first.body['id'] };
    expect((await ask(people.decider, correction)).status).toBe(201);
    expect((await ask(people.decider, correction)).status).toBe(409);
    expect(await http.read(people.stranger, path)).toMatchObject([
      { levels: [], superseded: false },
      { levels: ['low'], superseded: true },
    ]);
  });
});

describe('time', () => {
  it('is extended within the limit, with a reason, and the department is told', async () => {
    const { people } = world;
    const driven = await driver.driveTo('in-review');
    const decide = async (): Promise<Json | undefined> => {
      const { standing } = await read<{ standing: { targets: Json[] } }>(people.submitter, driven, 'clock');
      return standing.targets.find(({ id }) => id === 'decide');
    };
    const before = await decide();
    expect(before).toMatchObject({ allowedDays: 28, state: 'running', dueAt: '2026-06-01T23:00:00.000Z' });
    const reason = 'The supplier’s accounts came late.';
    await driver.act(driven, 'decider', 'POST', 'extend-clock', { target: 'decide', days: 7, reason });
    expect(await decide()).toMatchObject({
      allowedDays: 35,
      extensionDays: 7,
      dueAt: '2026-06-08T23:00:00.000Z',
    });
    const tooLong = await post(people.decider, driven, 'extend-clock', {
      target: 'decide',
      days: 22,
      reason,
    });
    expect(tooLong.body['detail']).toMatch(/at most 28 calendar days in all, and has been by 7/);
    const never = await post(people.decider, driven, 'extend-clock', {
      target: 'acknowledge',
      days: 1,
      reason,
    });
    expect([409, 422]).toContain(never.status);
    const odd = await post(people.decider, driven, 'extend-clock', { target: 'no-such', days: 1, reason });
    expect([409, 422]).toContain(odd.status);
    const emails = await read<Json[]>(people.submitter, driven, 'emails');
    expect(emails.filter(({ template }) => template === 'clock-extended').length).toBeGreaterThan(0);
  });
});

describe('decisions made elsewhere', () => {
  it('are recorded with document and date, and shown beside what the regime asks for', async () => {
    const { people } = world;
    const driven = await driver.driveTo('submitted');
    const said = {
      kind: 'ministerial',
      outcome: 'approved',
      documentTitle: 'Submission of 1 May',
      documentUrl: 'https://gds.example/submission',
    };
    const early = await post(people.reviewer, driven, 'external-decisions', {
      ...said,
      decidedOn: '2026-05-05',
    });
    expect(early.status).toBe(422);
    const made = await post(people.reviewer, driven, 'external-decisions', {
      ...said,
      decidedOn: '2026-05-04',
    });
    expect(made.status).toBe(201);
    expect(await read(people.submitter, driven, 'external-decisions')).toMatchObject([
      { ...said, decidedOn: '2026-05-04', note: null },
    ]);
    expect(await read(people.submitter, driven, 'triage')).toMatchObject({
      route: {
        steps: [
          { kind: 'ministerial', applies: false },
          { kind: 'treasury', applies: false },
        ],
      },
    });
  });
});

describe('related cases', () => {
  it('are suggested with the reason, decided by people, and kept from departments', async () => {
    const { people, http, organisations } = world;
    const one = await driver.driveTo('submitted');
    const other = await driver.driveTo('submitted');
    const second = await world.addPerson('Other lead', [
      ['submitter', organisations.otherDepartment.id],
      ['assurance-lead', organisations.otherDepartment.id],
    ]);
    const elsewhere = await http.expect(201, second, 'POST', '/cases', {
      body: {
        ...SMALL_DETAILS,
        title: 'Move licensing service to the public cloud',
        organisationId: organisations.otherDepartment.id,
      },
    });
    const path = `/cases/${String(elsewhere.body['reference'])}`;
    await http.expect(200, second, 'POST', `${path}/close-draft-below-threshold`, {
      body: { reason: 'Small.' },
      ifMatch: 1,
    });
    type Suggestion = Json & { case: Json };
    const suggestions = await read<Suggestion[]>(people.reviewer, one, 'relation-suggestions');
    const about = (reference: unknown) =>
      suggestions.find((suggestion) => suggestion.case['reference'] === reference);
    expect(about(other.reference)).toMatchObject({ kind: 'split', suppliers: ['Example Hosting Ltd'] });
    expect(about(other.reference)?.['reason']).toMatch(
      /same organisation and supplier \(Example Hosting Ltd\)/,
    );
    expect(about(elsewhere.body['reference'])).toMatchObject({
      kind: 'duplicate',
      reason: expect.stringMatching(/% alike, from Ministry of Justice/),
    });
    expect(await read(people.submitter, one, 'relation-suggestions')).toEqual([]);

    const given = { relatedReference: other.reference, kind: 'split', reason: 'One purchase in two parts.' };
    const marked = await post(people.reviewer, one, 'relations', given);
    expect(marked.status).toBe(201);
    expect((await post(people.reviewer, one, 'relations', given)).status).toBe(409);
    const itself = await post(people.reviewer, one, 'relations', {
      ...given,
      relatedReference: one.reference,
    });
    expect(itself.status).toBe(422);
    expect(await read(people.auditor, other, 'relations')).toMatchObject([
      { kind: 'split', direction: 'to', case: { reference: one.reference } },
    ]);
    expect(await read(people.submitter, one, 'relations')).toEqual([]);
    const without = await read<Suggestion[]>(people.reviewer, one, 'relation-suggestions');
    expect(without.map((suggestion) => suggestion.case['reference'])).not.toContain(other.reference);
    const events = await read<{ items: Json[] }>(people.submitter, one, 'events');
    expect(events.items.map(({ type }) => type)).not.toContain('case-related');

    const id = String(marked.body['id']);
    await http.expect(200, people.reviewer, 'POST', `/cases/${one.reference}/relations/${id}/remove`, {
      body: { reason: 'A mistake.' },
      ifMatch: 1,
    });
    expect(await read(people.auditor, other, 'relations')).toEqual([]);
  });

  it('a variation is linked to the case it varies', async () => {
    const { people } = world;
    const approved = await driver.driveTo('approved');
    const variation = await driver.driveTo('submitted');
    const given = {
      relatedReference: approved.reference,
      kind: 'varies',
      reason: 'It asks for two more years.',
    };
    expect((await post(people.reviewer, variation, 'relations', given)).status).toBe(201);
    expect(await read(people.decider, approved, 'relations')).toMatchObject([
      { kind: 'varies', direction: 'to' },
    ]);
  });
});

describe('assignment', () => {
  it('goes from hand to hand with reasons, and tells whom it concerns', async () => {
    const { people, organisations } = world;
    const next = await world.addPerson('Next reviewer', [['reviewer', organisations.assurance.id]]);
    const driven = await driver.driveTo('in-review');
    const notTheirs = await post(next, driven, 'hand-over', { reviewerId: next.id, reason: 'Mine now.' });
    expect(notTheirs.status).toBe(403);
    await driver.act(driven, 'reviewer', 'POST', 'hand-over', { reviewerId: next.id, reason: 'On leave.' });
    const emails = await read<Json[]>(people.auditor, driven, 'emails');
    expect(emails.filter(({ template }) => template === 'reviewer-assigned')).toMatchObject([
      { recipientName: 'Next reviewer', recipientRole: 'named-reviewer' },
      { recipientRole: 'submitter' },
    ]);
    await driver.act(driven, 'decider', 'POST', 'unassign', { reason: 'The team changes.' });
    expect(await world.http.read(people.auditor, `/cases/${driven.reference}`)).toMatchObject({
      reviewer: null,
    });
    const own = await post(people.decider, driven, 'assign', { reviewerId: people.submitter.id });
    expect(own.status).toBe(422);
    await driver.act(driven, 'decider', 'POST', 'assign', { reviewerId: next.id });
    const events = await read<{ items: Json[] }>(people.submitter, driven, 'events');
    expect(events.items.map(({ type }) => type)).not.toContain('reviewer-unassigned');
  });
});
