import { startWorld, type Part, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';

// Who is told what of the past, and how it is said when there is nothing to tell.

const MINUTE = 60_000;

let world: World;
let driver: CaseDriver;
let driven: DrivenCase;
/** Instants of the case's life. */
const at: Record<'before' | 'draft' | 'assessed' | 'returned' | 'decided', string> = {
  before: '',
  draft: '',
  assessed: '',
  returned: '',
  decided: '',
};

/** Says of the present that it is over. */
function passed(): string {
  const instant = world.clock.now().toISOString();
  world.clock.advance(MINUTE);
  return instant;
}

beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
  at.before = passed();
  driven = await driver.draft();
  at.draft = passed();
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(driven, step);
  const said = { body: 'Among us.', audience: 'internal' };
  await driver.act(driven, 'reviewer', 'POST', 'comments', said);
  await driver.act(driven, 'reviewer', 'POST', 'comments', { body: 'To all.', audience: 'shared' });
  await driver.assess(driven);
  at.assessed = passed();
  const { version } = driven;
  const points = [{ point: 5, question: 'Which regions?' }];
  await driver.act(driven, 'reviewer', 'POST', 'return', { version, reason: 'Unclear.', points });
  at.returned = passed();
  await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'All of them.' });
  await driver.act(driven, 'reviewer', 'POST', 'recommend', {
    version,
    outcome: 'approved-with-conditions',
    reason: 'It is sound.',
  });
  await driver.decide(driven, 'approved-with-conditions');
  at.decided = passed();
});
afterAll(() => world.close());

function path(part: string | null, instant: string): string {
  return `/cases/${driven.reference}/as-it-stood${part === null ? '' : `/${part}`}?at=${instant}`;
}

async function items(part: string, reader: Part, instant: string): Promise<readonly Json[]> {
  const { items: found } = await world.http.read<{ items: Json[] }>(
    world.people[reader],
    path(part, instant),
  );
  return found;
}

describe('the department', () => {
  it('does not see what was deliberation then, although it may see it today', async () => {
    expect(await items('assessments', 'submitter', at.assessed)).toEqual([]);
    expect(await items('assessments', 'auditor', at.assessed)).toHaveLength(13);
    expect(await items('assessments', 'submitter', at.returned)).toHaveLength(13);
    expect(await items('rulings', 'submitter', at.assessed)).toEqual([]);
    expect(await items('rulings', 'submitter', at.returned)).toHaveLength(1);
    expect(await items('recommendations', 'submitter', at.returned)).toEqual([]);
    expect(await items('recommendations', 'submitter', at.decided)).toHaveLength(1);
  });

  it('never sees what is said within GDS Assurance', async () => {
    const said = async (reader: Part) =>
      (await items('comments', reader, at.decided)).map(({ body }) => body);
    expect(await said('lead')).toEqual(['To all.']);
    expect((await said('reviewer')).sort()).toEqual(['Among us.', 'To all.']);
    const rulings = async (reader: Part) => {
      const told = await world.http.read<{ case: { legacyExceptions: Json[] } }>(
        world.people[reader],
        path(null, at.decided),
      );
      return told.case.legacyExceptions.map(({ ruling }) => ruling !== null);
    };
    expect(await rulings('submitter')).toEqual([false]);
    expect(await rulings('auditor')).toEqual([true]);
  });

  it('is told by the roles somebody holds now, not those they held then', async () => {
    const { http, organisations } = world;
    const gds = organisations.assurance.id;
    const reviewer = await world.addPerson('Reviewer from the department', [
      ['reviewer', gds],
      ['submitter', organisations.department.id],
    ]);
    const told = await http.read<{ items: unknown[] }>(reviewer, path('assessments', at.assessed));
    expect(told.items).toEqual([]);
  });
});

describe('whoever may not see the case', () => {
  it.each(['stranger', 'administrator', 'nobody'] as const)('%s: is told nothing of it', async (part) => {
    const { http, people } = world;
    for (const instant of [at.before, at.decided])
      for (const asked of [null, 'comments', 'relations']) {
        const reply = await http.expect(404, people[part], 'GET', path(asked, instant));
        expect(JSON.stringify(reply.body)).not.toContain('created');
      }
  });
});

describe('an instant', () => {
  it('before the case existed is answered so', async () => {
    const { http, people } = world;
    for (const asked of [null, 'comments', 'relations']) {
      const { body } = await http.expect(404, people.submitter, 'GET', path(asked, at.before));
      expect(body['detail']).toBe(
        `${driven.reference} did not exist at ${at.before}: it was created at ${at.draft}.`,
      );
    }
  });

  it('still to come is refused, and so is what is no instant or none at all', async () => {
    const { http, people, clock } = world;
    const later = new Date(clock.now().getTime() + 1).toISOString();
    const future = await http.expect(422, people.auditor, 'GET', path(null, later));
    expect(future.body['errors']).toEqual([{ pointer: '/at', detail: 'Give an instant that has passed' }]);
    await http.expect(200, people.auditor, 'GET', path(null, clock.now().toISOString()));
    for (const asked of [
      path(null, '2026-05-04'),
      path(null, '2026-02-30T00:00:00Z'),
      path(null, at.draft).split('?')[0] ?? '',
      `${path(null, at.draft)}&at=${at.draft}`,
    ]) {
      const { body } = await http.expect(400, people.auditor, 'GET', asked);
      expect(body['errors']).toMatchObject([{ pointer: '/at' }]);
    }
  });

  it('is asked for in so many words by the description of the API', async () => {
    const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
    const asking = description.operations.filter(({ id }) => id.startsWith('AsItStood.'));
    expect(asking).toHaveLength(14);
    for (const { node } of asking)
      expect(node['parameters']).toContainEqual(
        expect.objectContaining({ name: 'at', in: 'query', required: true, description: expect.any(String) }),
      );
  });

  it('at which much happened is answered as after all of it', async () => {
    const { http, people } = world;
    const told = await http.read(people.auditor, path(null, at.draft));
    expect(told).toMatchObject({ at: at.draft, revision: 15, changedAt: at.draft, notKnown: [] });
    const before = new Date(new Date(at.assessed).getTime() - 1).toISOString();
    expect(await http.read(people.auditor, path(null, before))).toMatchObject({
      at: before,
      revision: 15,
      changedAt: at.draft,
      case: { state: 'draft' },
    });
  });
});

describe('what was due next', () => {
  it('is reckoned by the regime the case is pinned to', async () => {
    const due = async (instant: string) => {
      const { case: then } = await world.http.read<{ case: Json }>(world.people.auditor, path(null, instant));
      return [then['nextDueTarget'], then['nextDueAt']];
    };
    expect(await due(at.draft)).toEqual([null, null]);
    expect(await due(at.assessed)).toEqual(['decide', expect.any(String)]);
    // The clock stands still.
    expect(await due(at.returned)).toEqual([null, null]);
  });
});

describe('events that say less than those of today', () => {
  it('leave open what they do not say, and the answer says what that is', async () => {
    const other = await driver.driveTo('in-review');
    const { database, http, people, clock } = world;
    // As it was written before the route was kept with a review of the rating.
    await database.query({
      text: `with changed as (update spend_case set revision = revision + 1, rating = 'high', route = 'another'
          where reference = $1 returning id, revision, current_version)
        insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, occurred_at, from_state,
          to_state, version, payload, hash, previous_hash)
        select id, revision, 'rating-reviewed', 'shared', $2, 'reviewer', $3, 'in-review', 'in-review', current_version,
          '{"ratingReviewId": "00000000-0000-4000-8000-000000000000", "computed": "low", "rating": "high"}', sha256('not looked at'), sha256('either')
        from changed`,
      values: [other.reference, people.reviewer.id, clock.now()],
    });
    const instant = passed();
    const told = await http.read(people.auditor, `/cases/${other.reference}/as-it-stood?at=${instant}`);
    expect(told).toMatchObject({ notKnown: ['route'], case: { rating: 'high' } });
  });
});
