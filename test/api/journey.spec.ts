import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, decisionBody, type DrivenCase } from './world/case-driver.js';
import { CONDITION, FINISHED_DETAILS, FINISHED_EXCEPTION, metEvidence } from './world/case-content.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';
import { PARTS_OF_THE_PAST } from './world/parts-of-the-past.js';

interface EventPage {
  readonly items: Json[];
  readonly next: number | null;
}

// One case from its first word to a decision that supersedes another, everything about it read on the way.

let world: World;
let driver: CaseDriver;
let driven: DrivenCase;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

function read<Body = Json>(part: keyof World['people'], path: string): Promise<Body> {
  return world.http.read<Body>(world.people[part], `/cases/${driven.reference}${path}`);
}

/** What the list of actions offers somebody. */
async function offered(part: keyof World['people']): Promise<readonly string[]> {
  const { actions } = await read<{ actions: { action: string; allowed: boolean }[] }>(part, '/actions');
  return actions.filter(({ allowed }) => allowed).map(({ action }) => action);
}

describe('a case from draft to superseded', () => {
  it('starts with a title and grows', async () => {
    const { http, people, organisations } = world;
    const body = { organisationId: organisations.department.id, title: 'A first thought' };
    const made = await http.expect(201, people.submitter, 'POST', '/cases', { body });
    const reference = String(made.body['reference']);
    expect(made.headers.get('location')).toBe(`/api/v1/cases/${reference}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toEqual({ reference, state: 'draft', revision: 1, version: null });
    driven = {
      reference,
      state: 'draft',
      revision: 1,
      version: null,
      exceptionId: '',
      decisionId: null,
      conditions: [],
    };

    const patched = await driver.act(driven, 'submitter', 'PATCH', 'details', FINISHED_DETAILS, 1);
    expect(patched.body['detailsRevision']).toBe(2);
    await driver.act(
      driven,
      'submitter',
      'PATCH',
      'details',
      { currentSuppliers: [], phase: null, flags: { breach: null } },
      2,
    );
    const { details } = await read<{ details: Json }>('submitter', '');
    expect(details).toMatchObject({ title: FINISHED_DETAILS['title'], currentSuppliers: [], phase: null });
    expect(details['flags']).toMatchObject({ breach: null, cryptKey: false });
    await driver.act(driven, 'submitter', 'PATCH', 'details', { phase: 'live', flags: { breach: false } }, 3);
  });

  it('takes evidence point by point, each with a revision of its own', async () => {
    for (let point = 1; point <= 13; point += 1)
      await driver.act(driven, 'submitter', 'PUT', `points/${point}`, metEvidence(point), 0);
    const { http, people } = world;
    const point = await http.expect(200, people.lead, 'GET', `/cases/${driven.reference}/points/7`);
    expect(point.headers.get('etag')).toBe('"1"');
    expect(point.body).toMatchObject({ point: 7, selfAssessment: 'met', revision: 1 });
    const stale = await http.send(people.lead, 'PUT', `/cases/${driven.reference}/points/7`, {
      body: metEvidence(7),
      ifMatch: 0,
    });
    expect(stale.status).toBe(412);
  });

  it('takes legacy exceptions, scored by the framework', async () => {
    const added = await driver.act(driven, 'submitter', 'POST', 'legacy-exceptions', FINISHED_EXCEPTION);
    const id = String(added.body['id']);
    driven = { ...driven, exceptionId: id };
    expect(added.headers.get('location')).toBe(`/api/v1/cases/${driven.reference}/legacy-exceptions/${id}`);
    const changed = { ...FINISHED_EXCEPTION, scores: { likelihood: { L1: 5 } } };
    await driver.act(driven, 'submitter', 'PUT', `legacy-exceptions/${id}`, changed, 1);
    expect(await read('submitter', `/legacy-exceptions/${id}`)).toMatchObject({
      points: [5, 9],
      risk: { complete: false },
    });
    await driver.act(driven, 'submitter', 'PUT', `legacy-exceptions/${id}`, FINISHED_EXCEPTION, 2);
    expect(await read('submitter', `/legacy-exceptions/${id}`)).toMatchObject({
      revision: 3,
      risk: { complete: true, overallRounded: 26.67, isRedRated: true },
    });
    const second = await driver.act(driven, 'lead', 'POST', 'legacy-exceptions', FINISHED_EXCEPTION);
    await driver.act(
      driven,
      'lead',
      'DELETE',
      `legacy-exceptions/${String(second.body['id'])}`,
      undefined,
      1,
    );
    expect((await read<{ legacyExceptions: unknown[] }>('lead', '')).legacyExceptions).toHaveLength(1);
  });

  it('says what is missing and what can be done', async () => {
    expect(await read('submitter', '/completeness')).toMatchObject({ complete: true });
    expect(await offered('submitter')).toEqual(['edit-content', 'withdraw', 'comment']);
    expect(await offered('lead')).toContain('sign-off');
  });

  it('is signed off, taken back, signed off again and submitted', async () => {
    await driver.step(driven, 'sign-off');
    await driver.act(driven, 'submitter', 'POST', 'take-back-sign-off', { reason: 'A slip.' });
    expect(driven.state).toBe('draft');
    await driver.step(driven, 'sign-off');
    await driver.step(driven, 'submit');
    expect(driven).toMatchObject({ state: 'submitted', version: 1 });
    const listed = await world.http.read<{ items: Json[] }>(world.people.reviewer, '/cases?state=submitted');
    expect(listed.items.map((item) => item['reference'])).toEqual([driven.reference]);
  });

  it('is acknowledged, reviewed and returned', async () => {
    await driver.act(driven, 'reviewer', 'POST', 'acknowledge', { reviewerId: world.people.reviewer.id });
    await driver.step(driven, 'start-review');
    await driver.assess(driven);
    const points = [{ point: 5, question: 'Which regions?' }];
    const body = { version: 1, reason: 'Point 5 is unclear.', points };
    await driver.act(driven, 'reviewer', 'POST', 'return', body);
    expect(await read('submitter', '/returns')).toMatchObject([{ reason: 'Point 5 is unclear.', points }]);
    expect(await read<Json[]>('submitter', '/assessments')).toHaveLength(13);
    expect(await read<Json[]>('submitter', '/rulings')).toHaveLength(1);
  });

  it('is answered and resubmitted; only what changed is assessed again', async () => {
    const evidence = { ...metEvidence(5), narrative: 'London and Cardiff.' };
    await driver.act(driven, 'submitter', 'PUT', 'points/5', evidence, 1);
    const reply = await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Both regions are named.' });
    expect(reply.body).toMatchObject({ state: 'in-review', version: 2, newVersion: true });
    expect(await read('reviewer', '/versions')).toHaveLength(2);
    expect(await read('reviewer', '/versions/2')).toMatchObject({ number: 2 });
    const difference = await read<{ points: Json[]; details: Json[] }>('reviewer', '/versions/2/difference');
    expect(difference).toMatchObject({ from: 1, to: 2, details: [], unchanged: false });
    expect(difference.points.map((changed) => changed['point'])).toEqual([5]);
    expect(await read('reviewer', '/versions/2/difference?from=2')).toMatchObject({ unchanged: true });

    const early = await world.http.send(
      world.people.reviewer,
      'POST',
      `/cases/${driven.reference}/recommend`,
      {
        body: { version: 2, outcome: 'approved', reason: 'Too soon.' },
        ifMatch: driven.revision,
      },
    );
    expect(early).toMatchObject({ status: 409, body: { detail: 'Assess point 5 first' } });
    const assessments = await read<{ point: number; sequence: number; latest: boolean }[]>(
      'reviewer',
      '/assessments',
    );
    const latest = assessments.find(({ point }) => point === 5)?.sequence;
    const verdict = { version: 2, verdict: 'not-met', explanation: 'One region is not enough.' };
    await driver.act(driven, 'reviewer', 'PUT', 'assessments/5', verdict, latest);
  });

  it('is recommended, referred back, recommended again and approved with conditions', async () => {
    const recommendation = { version: 2, outcome: 'approved-with-conditions', reason: 'With one condition.' };
    await driver.act(driven, 'reviewer', 'POST', 'recommend', recommendation);
    await driver.act(driven, 'decider', 'POST', 'refer-back', { version: 2, reason: 'Say more.' });
    await driver.act(driven, 'reviewer', 'POST', 'recommend', recommendation);
    expect(await read<Json[]>('decider', '/recommendations')).toHaveLength(2);
    await driver.decide(driven, 'approved-with-conditions');
    expect(driven.state).toBe('approved-with-conditions');
    expect(await read<Json[]>('submitter', '/recommendations')).toHaveLength(2);
    expect(await read('submitter', '/conditions')).toMatchObject([
      { ...CONDITION, kind: 'condition', status: 'open', overdue: false, inForce: true },
      { kind: 'remediation', dueOn: '2028-03-31', status: 'open', overdue: false, inForce: true },
    ]);
  });

  it('meets its condition: sent back once, then confirmed', async () => {
    const [condition] = driven.conditions;
    const path = `conditions/${condition!.id}`;
    await driver.giveEvidence(driven);
    await driver.act(driven, 'reviewer', 'POST', `${path}/send-back`, { reason: 'The link is broken.' }, 2);
    await driver.act(driven, 'submitter', 'POST', `${path}/evidence`, { text: 'The link works.' }, 3);
    await driver.act(driven, 'decider', 'POST', `${path}/confirm`, undefined, 4);
    const [met] = await read<{ status: string; evidence: unknown[] }[]>('auditor', '/conditions');
    expect(met).toMatchObject({ status: 'met', revision: 5 });
    expect(met?.evidence).toHaveLength(2);
  });

  it('is commented on', async () => {
    const comment = { audience: 'shared', point: 5, body: 'Which data centre?\nAnd since when?' };
    const asked = await driver.act(driven, 'reviewer', 'POST', 'comments', comment);
    const id = String(asked.body['commentId']);
    world.clock.advance(1_000);
    await driver.act(driven, 'submitter', 'POST', 'comments', {
      audience: 'shared',
      parentId: id,
      body: 'Cardiff.',
    });
    await driver.act(driven, 'reviewer', 'PUT', `comments/${id}`, { body: 'Which data centre?' }, 1);
    await driver.act(driven, 'submitter', 'POST', `comments/${id}/resolve`, undefined, 2);
    await driver.act(driven, 'reviewer', 'POST', `comments/${id}/reopen`, undefined, 3);
    const [first] = await read<Json[]>('lead', '/comments');
    expect(await read('lead', `/comments/${id}`)).toEqual(first);
    expect(first).toMatchObject({ id, revision: 4, resolvedAt: null, before: [{ body: comment.body }] });
  });

  it('is superseded; the old decision stays on record', async () => {
    const body = {
      ...decisionBody(driven, 'not-approved'),
      outcome: 'not-approved',
      supersedes: driven.decisionId,
      reason: 'The supplier has ended the offer.',
    };
    const reply = await driver.act(driven, 'decider', 'POST', 'supersede', body);
    expect(reply.body).toMatchObject({ state: 'not-approved', decisionNumber: 2 });
    expect(await read('submitter', '/decisions')).toMatchObject([
      { number: 1, outcome: 'approved-with-conditions', superseded: true },
      { number: 2, outcome: 'not-approved', superseded: false, supersedesId: driven.decisionId },
    ]);
    expect(await read('submitter', '/conditions')).toMatchObject([
      { inForce: false, kind: 'condition' },
      { inForce: false, kind: 'remediation' },
    ]);
    expect(await read('submitter', '/spend')).toMatchObject({ approvedPence: null, reports: [] });
    expect(await read('submitter', '/following')).toEqual({ follows: null, followers: [] });
    const listed = await world.http.read<{ items: Json[] }>(
      world.people.auditor,
      '/decisions?from=2026-05-04&to=2026-05-04',
    );
    expect(listed.items).toHaveLength(2);
    const none = await world.http.read<{ items: Json[] }>(world.people.auditor, '/decisions?from=2026-05-05');
    expect(none.items).toHaveLength(0);
  });

  it('has told people', async () => {
    const emails = await read<{ template: string; recipientRole: string }[]>('submitter', '/emails');
    expect(new Set(emails.map(({ template }) => template))).toContain('decided');
    expect(emails.map(({ recipientRole }) => recipientRole)).not.toContain('deciders');
    expect((await read<unknown[]>('auditor', '/emails')).length).toBeGreaterThan(emails.length);
  });

  it('has its whole history, page by page', async () => {
    const seen: Json[] = [];
    let path: string | null = `/cases/${driven.reference}/events?limit=20`;
    while (path !== null) {
      const page: Reply<EventPage> = await world.http.expect<EventPage>(
        200,
        world.people.auditor,
        'GET',
        path,
      );
      seen.push(...page.body.items);
      const link: string | null =
        /^<\/api\/v1(.*)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
      expect(link === null).toBe(page.body.next === null);
      path = link;
    }
    expect(seen.map((event) => event['sequence'])).toEqual(seen.map((_event, index) => index + 1));
    expect(seen).toHaveLength(driven.revision);
  });

  it('shows how it was rated and routed, and how its clock stood, to everybody on it', async () => {
    const { http, people } = world;
    for (const part of ['submitter', 'auditor'] as const)
      for (const path of ['triage', 'clock', 'rating-reviews', 'external-decisions'])
        await http.read(people[part], `/cases/${driven.reference}/${path}`);
    for (const path of ['relations', 'relation-suggestions'])
      expect(await http.read(people.submitter, `/cases/${driven.reference}/${path}`)).toEqual([]);
  });

  it('can be proved, event by event', async () => {
    const { http, people } = world;
    const proof = await http.read(people.submitter, `/cases/${driven.reference}/events/1/proof`);
    expect(proof).toMatchObject({ event: { sequence: 1, type: 'case-created', previous: null } });
  });

  it('stood at this instant as it stands', async () => {
    const { http, people, clock } = world;
    const address = `/cases/${driven.reference}`;
    const at = clock.now().toISOString();
    for (const part of ['submitter', 'auditor'] as const) {
      const then = await http.read(people[part], `${address}/as-it-stood?at=${at}`);
      expect(then['case']).toEqual(await http.read(people[part], address));
      for (const path of PARTS_OF_THE_PAST) {
        const { items } = await http.read(people[part], `${address}/as-it-stood/${path}?at=${at}`);
        expect(items).toEqual(await http.read(people[part], `${address}/${path}`));
      }
    }
  });

  it('is counted among the cases in its state', async () => {
    const counted = await world.http.read(world.people.auditor, '/cases/count?state=approved,not-approved');
    expect(counted).toMatchObject({ count: expect.any(Number) });
  });

  it('is answered 304 while nothing has changed', async () => {
    const { http, people } = world;
    const path = `/cases/${driven.reference}`;
    const first = await http.expect(200, people.submitter, 'GET', path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    for (const tag of [etag, `W/${etag}`, `"1", ${etag}`, '*']) {
      const again = await http.send(people.submitter, 'GET', path, { headers: { 'if-none-match': tag } });
      expect({ tag, status: again.status, text: again.text }).toEqual({ tag, status: 304, text: '' });
    }
    const typed = driven.reference.toLowerCase().replaceAll('-', '');
    expect((await http.read(people.submitter, `/cases/${typed}`))['reference']).toBe(driven.reference);
  });

  it('rests on reference data anyone signed in can read', async () => {
    for (const name of ['code-of-practice', 'legacy-risk-framework', 'regimes', 'working-days', 'lifecycle'])
      await world.http.read(world.people.nobody, `/reference-data/${name}`);
  });

  it('was described: every answer is as the description says', async () => {
    const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
    const faults = new Set(world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange)));
    expect([...faults]).toEqual([]);
    const asked = new Set(
      world.http.exchanges.map(({ method, path }) => description.operationOf(method, path)?.id),
    );
    const reads = description.operations.filter(
      ({ id, method, path }) =>
        // Files, likenesses, advice and what was spent have journeys of their own.
        method === 'GET' &&
        path.startsWith('/api/v1/cases') &&
        !/attachments|^Likeness|^Guidance|spendReports/i.test(id),
    );
    expect(reads.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});
