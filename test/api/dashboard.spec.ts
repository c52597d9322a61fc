import { DashboardService } from '#audit';
import type { Acting } from '#casework';
import { ALL_CASES, MOST_ORGANISATIONS, OTHER_ORGANISATIONS, type ImportCells } from '#domain';
import { PeopleService } from '#identity';
import { startWorld, type World } from './world/api-world.js';
import { importFile } from './world/import-file.js';

// More organisations than a figure names one by one. Their decisions were made elsewhere and imported.

const ORGANISATIONS = MOST_ORGANISATIONS + 3;
const POUND = 100;

let world: World;
let dashboard: DashboardService;
let auditor: Acting;
let ids: readonly string[];

/** How many decided cases the organisation of a number has; each asks for a million pounds and is given half. */
function casesOf(index: number): number {
  return 1 + (index % 5);
}

beforeAll(async () => {
  world = await startWorld();
  dashboard = world.api.app.get(DashboardService, { strict: false });
  auditor = {
    personId: world.people.auditor.id,
    name: '',
    email: '',
    rolesAt: world.clock.now(),
    roles: [{ role: 'auditor', organisationId: world.organisations.assurance.id }],
  };
  const people = world.api.app.get(PeopleService, { strict: false });
  const made: string[] = [];
  const rows: ImportCells[] = [];
  for (let index = 0; index < ORGANISATIONS; index += 1) {
    const key = `body-${String(index)}`;
    const name = `Body ${String.fromCharCode(65 + index)}`;
    made.push((await people.createOrganisation({ key, name, acronym: null, parentId: null })).id);
    for (let number = 0; number < casesOf(index); number += 1)
      rows.push({
        reference: `${key}-${String(number)}`,
        organisation: key,
        'requested-amount': '1000000',
        'approved-amount': '500000',
        outcome: 'approved-with-conditions',
        conditions: [
          `Met | 2019-09-30 | A. Owner | a.owner@body.example | met`,
          `Waived | 2019-09-30 | A. Owner | a.owner@body.example | waived`,
          `Due on 4 May | 2026-05-04 | A. Owner | a.owner@body.example`,
        ].join('\n'),
      });
  }
  ids = made;
  const reply = await world.http.send(world.people.administrator, 'POST', '/decision-imports', {
    raw: importFile(rows),
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
  expect(reply.body).toMatchObject({ outcome: 'imported' });
});
afterAll(() => world.close());

/** Numbers of organisations, those with most cases first and by name among equals. */
function inOrder(): readonly number[] {
  return Array.from({ length: ORGANISATIONS }, (_, index) => index).sort(
    (a, b) => casesOf(b) - casesOf(a) || a - b,
  );
}

function named(): readonly { id: string | null; name: string }[] {
  const first = inOrder()
    .slice(0, MOST_ORGANISATIONS)
    .map((index) => ({ id: ids[index]!, name: `Body ${String.fromCharCode(65 + index)}` }));
  return [...first, { id: null, name: OTHER_ORGANISATIONS }];
}

/** Cases of each organisation that is named, and of the others together. */
function casesInOrder(): readonly number[] {
  const cases = inOrder().map(casesOf);
  const rest = cases.slice(MOST_ORGANISATIONS).reduce((sum, one) => sum + one, 0);
  return [...cases.slice(0, MOST_ORGANISATIONS), rest];
}

describe('a figure of more organisations than it names', () => {
  it('puts the rest of the money together, and leaves none out in all', async () => {
    const { organisations, inAll } = await dashboard.requestedAgainstApproved(auditor, ALL_CASES);
    const moneyOf = (cases: number) => ({
      cases,
      requestedPence: cases * 1_000_000 * POUND,
      approvedPence: cases * 500_000 * POUND,
    });
    expect(organisations).toEqual(
      named().map((organisation, place) => ({ organisation, ...moneyOf(casesInOrder()[place]!) })),
    );
    expect(inAll).toEqual(moneyOf(casesInOrder().reduce((sum, one) => sum + one, 0)));
  });

  it('puts the rest of the conditions together; what is due today is not overdue, and today is London’s', async () => {
    const expected = (standing: 'open' | 'overdue') =>
      named().map((organisation, place) => {
        const cases = casesInOrder()[place]!;
        const none = { overdue: 0, open: 0, met: cases, waived: cases, 'not-met': 0 };
        return { organisation, conditions: { ...none, [standing]: cases } };
      });
    expect(await dashboard.conditions(auditor, ALL_CASES)).toEqual({
      today: '2026-05-04',
      organisations: expected('open'),
    });
    const start = world.clock.now();
    world.clock.set(new Date('2026-05-04T23:00:00.000Z'));
    expect(await dashboard.conditions(auditor, ALL_CASES)).toEqual({
      today: '2026-05-05',
      organisations: expected('overdue'),
    });
    world.clock.set(start);
  });

  it('puts the rest of the verdicts together, point by point', async () => {
    await world.owner.query({
      text: `insert into assessment (id, case_id, version, point, sequence, verdict, assessed_by, assessed_at)
        select gen_random_uuid(), c.id, 1, p, 1, case p when 3 then 'not-met' else 'met' end, $1, now()
        from spend_case c cross join (values (3), (11)) as points(p)`,
      values: [world.people.reviewer.id],
    });
    const none = { met: 0, 'partially-met': 0, 'not-met': 0, 'not-applicable': 0 };
    expect(await dashboard.verdicts(auditor, ALL_CASES)).toEqual(
      named().flatMap((organisation, place) => {
        const assessed = casesInOrder()[place]!;
        return [
          { organisation, point: 3, verdicts: { ...none, 'not-met': assessed }, assessed },
          { organisation, point: 11, verdicts: { ...none, met: assessed }, assessed },
        ];
      }),
    );
  });

  it('says of how many decisions of its months the time is not known', async () => {
    const all = casesInOrder().reduce((sum, one) => sum + one, 0);
    // They were decided on 1 March 2019 and imported in 2026: today is long after their months.
    const now = await dashboard.timeToDecision(auditor, ALL_CASES);
    expect(now).toMatchObject({ targets: [], notTimed: 0 });
    const start = world.clock.now();
    world.clock.set(new Date('2020-02-29T12:00:00.000Z'));
    const then = await dashboard.timeToDecision(auditor, ALL_CASES);
    expect(then).toMatchObject({ targets: [], notTimed: all });
    world.clock.set(new Date('2020-03-01T00:00:00.000Z'));
    expect(await dashboard.timeToDecision(auditor, ALL_CASES)).toMatchObject({ notTimed: 0 });
    world.clock.set(start);
    const months = [...now.months, ...then.months];
    expect(months.map(({ month }) => month)).toContain('2019-03');
    expect(months.filter(({ cases }) => cases > 0)).toEqual([]);
  });
});
