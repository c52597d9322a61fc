import { randomUUID } from 'node:crypto';
import { DashboardService } from '#audit';
import {
  ALL_CASES,
  casesDecided,
  casesInState,
  conditionsStanding,
  DECIDED_STATES,
  decisionsOfMonth,
  pence,
  verdictsOn,
  type CaseCriteria,
  type CasesBehind,
  type ConditionStanding,
  type HeldRole,
  type Role,
  type Uuid,
} from '#domain';
import { ReadingService } from '#casework';
import { ClockRules } from '../../libs/audit/history/clock-rules.js';
import { NOW, startHistoryWorld, type HistoryWorld, type Reader } from './history-world.js';
import { readNaively, type NaiveHistory } from './naive-cases.js';
import type { Asking } from './naive-facts.js';
import {
  naiveConditions,
  naiveMoney,
  naiveSpend,
  naiveStates,
  naiveTimes,
  naiveVerdicts,
} from './naive-figures.js';

// The right figures are worked out another way: from the events alone, in memory, by looking at everything.

let world: HistoryWorld;
let history: NaiveHistory;
let dashboard: DashboardService;
beforeAll(async () => {
  world = await startHistoryWorld();
  history = await readNaively(world.database);
  dashboard = world.api.app.get(DashboardService, { strict: false });
});
afterAll(() => world.close());

function askingOf(reader: Reader): Asking {
  return { history, reader, criteria: {}, now: NOW, today: '2026-11-26' };
}

/** Whatever a dashboard can be narrowed to, one by one and together. */
function narrowings(): readonly CaseCriteria[] {
  const parent = world.parentId;
  const reviewer = history.cases.find(({ row }) => row.reviewer_id !== null)!.row.reviewer_id as Uuid;
  const narrow: readonly Partial<CaseCriteria>[] = [
    {},
    { organisationId: parent },
    { states: ['draft', 'in-review', 'returned'] },
    { states: DECIDED_STATES, minPence: pence(5_000_000) },
    { maxPence: pence(9_000_000) },
    { reviewer },
    { reviewer: 'nobody' },
    { ratings: ['high', 'medium'] },
    { routes: ['gds-assurance'] },
    { categories: ['digital-service'] },
    { flags: ['publicFacing'] },
    { submittedFrom: '2026-02-01', submittedTo: '2026-06-30' },
    { submittedTo: '2026-04-15', states: DECIDED_STATES },
    { text: history.cases[0]!.details.title.slice(1, 5) },
    { organisationId: parent, ratings: ['high'], states: DECIDED_STATES },
  ];
  return narrow.map((criteria) => ({ ...ALL_CASES, ...criteria }));
}

describe.each(['auditor', 'department', 'both', 'administrator'] as const)('figures for %s', (part) => {
  const sees = part !== 'administrator';

  it('are those of the cases they may see, however they are narrowed', async () => {
    const reader = world.readers[part];
    const asking = askingOf(reader);
    const calendar = await new ClockRules().calendarAt(world.database, NOW);
    for (const criteria of narrowings()) {
      const given = {
        criteria,
        states: await dashboard.casesByState(reader, criteria),
        times: await dashboard.timeToDecision(reader, criteria),
        verdicts: await dashboard.verdicts(reader, criteria),
        money: await dashboard.requestedAgainstApproved(reader, criteria),
        spend: await dashboard.approvedAgainstSpent(reader, criteria),
        conditions: await dashboard.conditions(reader, criteria),
      };
      expect(given).toEqual({
        criteria,
        states: naiveStates(asking, criteria),
        times: naiveTimes(asking, criteria, calendar),
        verdicts: naiveVerdicts(asking, criteria),
        money: naiveMoney(asking, criteria),
        spend: naiveSpend(asking, criteria),
        conditions: naiveConditions(asking, criteria),
      });
    }
  });

  it('are there where they see cases, and nought where they see none', async () => {
    const reader = world.readers[part];
    const figures = [
      (await dashboard.casesByState(reader, ALL_CASES)).length,
      (await dashboard.timeToDecision(reader, ALL_CASES)).months.filter(({ cases }) => cases > 0).length,
      (await dashboard.verdicts(reader, ALL_CASES)).length,
      (await dashboard.requestedAgainstApproved(reader, ALL_CASES)).inAll.cases,
      (await dashboard.approvedAgainstSpent(reader, ALL_CASES)).inAll.spentPence,
      (await dashboard.approvedAgainstSpent(reader, ALL_CASES)).inAll.over,
      (await dashboard.conditions(reader, ALL_CASES)).organisations.length,
    ];
    expect(figures.map((figure) => figure > 0)).toEqual(figures.map(() => sees));
  });
});

describe('what somebody may not see', () => {
  it('is not counted: neither cases of others nor their drafts', async () => {
    const { auditor, department } = world.readers;
    const own = department.roles[0]!.organisationId;
    const narrowed: CaseCriteria = { ...ALL_CASES, organisationId: own };
    const other: CaseCriteria = { ...ALL_CASES, organisationId: world.parentId };
    expect(await dashboard.casesByState(department, other)).toEqual([]);
    expect(await dashboard.casesByState(department, ALL_CASES)).toEqual(
      await dashboard.casesByState(auditor, narrowed),
    );
  });

  it('is not counted before it is released: deliberation is no figure for the department', async () => {
    const { auditor } = world.readers;
    const withheld = history.cases.find(({ state, events }) => {
      const told = events.findLastIndex(({ type }) => type === 'returned' || type === 'decided');
      return state === 'recommended' || events.slice(told + 1).some(({ type }) => type === 'point-assessed');
    })!;
    const { organisationId } = withheld;
    const narrowed: CaseCriteria = { ...ALL_CASES, organisationId };
    const held = (role: Role, at: string): HeldRole => ({ role, organisationId: at });
    const lead: Reader = { ...auditor, roles: [held('assurance-lead', organisationId)] };
    // Who reviews and also speaks for the department gets no more of its verdicts than the department does.
    const both: Reader = { ...auditor, roles: [held('reviewer', randomUUID()), ...lead.roles] };
    const forLead = await dashboard.verdicts(lead, narrowed);
    expect(forLead).toEqual(naiveVerdicts(askingOf(lead), narrowed));
    expect(await dashboard.verdicts(both, narrowed)).toEqual(forLead);
    expect(await dashboard.verdicts(auditor, narrowed)).not.toEqual(forLead);
  });

  it('is not counted among drafts: figures and lists agree on every state', async () => {
    const reading = world.api.app.get(ReadingService, { strict: false });
    for (const reader of Object.values(world.readers)) {
      const acting = { ...reader, name: 'Reader', email: 'reader@people.example' };
      const figures = await dashboard.casesByState(reader, ALL_CASES);
      for (const { state, cases } of figures) {
        const behind = casesInState(ALL_CASES, state);
        if (behind.list !== 'cases') throw new Error('Not the list of cases');
        expect({ state, cases }).toEqual({
          state,
          cases: (await reading.count(acting, behind.criteria)).count,
        });
      }
    }
  });
});

describe('the list behind a figure', () => {
  async function rowsBehind(behind: CasesBehind | null): Promise<readonly Record<string, unknown>[]> {
    if (behind === null) throw new Error('Nothing is behind it');
    const rows: Record<string, unknown>[] = [];
    const query =
      behind.list === 'cases'
        ? new URLSearchParams({
            ...(behind.criteria.organisationId === null
              ? {}
              : { organisation: behind.criteria.organisationId }),
            state: behind.criteria.states.join(','),
          })
        : new URLSearchParams(behind.filters);
    const path = behind.list === 'cases' ? '/cases' : `/decision-history/${behind.question}`;
    for (let after = ''; ;) {
      const page = await world.http.read<{ items: Record<string, unknown>[]; next: string | null }>(
        world.readers.auditor,
        `${path}?${query.toString()}&limit=100${after}`,
      );
      rows.push(...page.items);
      if (page.next === null) return rows;
      after = `&after=${page.next}`;
    }
  }

  it('has just as many rows as the figure says', async () => {
    const { auditor } = world.readers;
    const [verdict] = await dashboard.verdicts(auditor, ALL_CASES);
    expect(await rowsBehind(verdictsOn(ALL_CASES, verdict!.organisation, verdict!.point))).toHaveLength(
      verdict!.assessed,
    );
    const money = await dashboard.requestedAgainstApproved(auditor, ALL_CASES);
    const [first] = money.organisations;
    expect(await rowsBehind(casesDecided(ALL_CASES, first!.organisation))).toHaveLength(first!.cases);
    expect(await rowsBehind(casesDecided(ALL_CASES, 'all'))).toHaveLength(money.inAll.cases);
  });

  it('has every condition of a figure in force, and every first decision of a month', async () => {
    const { auditor } = world.readers;
    const { organisations, today } = await dashboard.conditions(auditor, ALL_CASES);
    let found = 0;
    for (const { organisation, conditions } of organisations)
      for (const [standing, count] of Object.entries(conditions)) {
        const behind = conditionsStanding(ALL_CASES, organisation, standing as ConditionStanding, today);
        const rows = (await rowsBehind(behind)).filter(({ inForce }) => inForce === true);
        expect({ organisation, standing, count: rows.length }).toEqual({ organisation, standing, count });
        found += count;
      }
    expect(found).toBeGreaterThan(5);
    const { months } = await dashboard.timeToDecision(auditor, ALL_CASES);
    for (const { month, cases } of months) {
      const rows = await rowsBehind(decisionsOfMonth(ALL_CASES, month));
      expect(rows.filter(({ supersedesNumber }) => supersedesNumber === null)).toHaveLength(cases);
    }
  });
});
