import { randomUUID } from 'node:crypto';
import { DashboardService, HistoryService } from '#audit';
import {
  ALL_CASES,
  casesInState,
  DECIDED_STATES,
  pence,
  type CaseCriteria,
  type HeldRole,
  type Role,
  type Uuid,
} from '#domain';
import { ReadingService } from '#casework';
import {
  conditionsFigure,
  moneyFigure,
  statesFigure,
  timeFigure,
  verdictsFigure,
  type Figure,
} from '../../apps/web/dashboard/figures.js';
import { givenFilters } from '../../apps/web/decisions/history-address.js';
import { fieldsOf } from '../../apps/web/forms/posted-form.js';
import { readFilters } from '../../apps/web/worklist/case-filter.js';
import { ClockRules } from '../../libs/audit/history/clock-rules.js';
import { NOW, startHistoryWorld, type HistoryWorld, type Reader } from './history-world.js';
import { readNaively, type NaiveHistory } from './naive-cases.js';
import type { Asking } from './naive-facts.js';
import { naiveConditions, naiveMoney, naiveStates, naiveTimes, naiveVerdicts } from './naive-figures.js';

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
        conditions: await dashboard.conditions(reader, criteria),
      };
      expect(given).toEqual({
        criteria,
        states: naiveStates(asking, criteria),
        times: naiveTimes(asking, criteria, calendar),
        verdicts: naiveVerdicts(asking, criteria),
        money: naiveMoney(asking, criteria),
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

/** Everything a dashboard can be narrowed to: every filter is in one of them, and some of them are alone. */
function everyFilter(): readonly CaseCriteria[] {
  const title = history.cases[0]!.details.title.slice(1, 5);
  const reviewer = history.cases.find(({ row }) => row.reviewer_id !== null)!.row.reviewer_id as Uuid;
  const narrow: readonly Partial<CaseCriteria>[] = [
    {},
    { organisationId: world.parentId, minPence: pence(5_000_000) },
    { states: [...DECIDED_STATES, 'returned'], routes: ['gds-assurance'] },
    { reviewer, maxPence: pence(90_000_000) },
    { ratings: ['high', 'medium'], flags: ['publicFacing'] },
    { submittedFrom: '2026-02-01', submittedTo: '2026-06-30' },
    { submittedTo: '2026-04-15' },
    { text: title },
    { categories: ['digital-service'] },
    { overdue: true },
    { overdue: false, submittedFrom: '2025-11-01' },
  ];
  return narrow.map((criteria) => ({ ...ALL_CASES, ...criteria }));
}

/** The figures of a page, as the page shows them. */
async function figuresOf(reader: Reader, criteria: CaseCriteria): Promise<readonly Figure[]> {
  return Promise.all([
    statesFigure(await dashboard.casesByState(reader, criteria), criteria),
    timeFigure(await dashboard.timeToDecision(reader, criteria), criteria),
    moneyFigure(await dashboard.requestedAgainstApproved(reader, criteria), criteria),
    verdictsFigure(await dashboard.verdicts(reader, criteria), criteria),
    conditionsFigure(await dashboard.conditions(reader, criteria), criteria),
  ]);
}

/** How many rows a number says there are: “3 of 7” is three of seven rows. */
function saidBy(text: string): number {
  return Number(text.replace(/^.* of /, '').replaceAll(',', ''));
}

function linksOfSvg(svg: string): readonly string[] {
  return [...svg.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}

describe('the list behind a figure', () => {
  const NOT_LINKED = /^(0|–|£.*|\d+%|Not known)$/;

  /** How many rows the page at an address shows, on all its pages together. */
  async function rowsAt(reader: Reader, address: string): Promise<number> {
    const { pathname, searchParams } = new URL(address, world.url);
    const query = fieldsOf(
      Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
    );
    if (pathname === '/cases') {
      const reading = world.api.app.get(ReadingService, { strict: false });
      const acting = { ...reader, name: 'Reader', email: 'reader@people.example' };
      const { count, atLeast } = await reading.count(acting, readFilters(query).criteria);
      if (atLeast) throw new Error('Too many to count');
      return count;
    }
    const [, list, question = 'decisions'] = pathname.split('/');
    if (list !== 'decisions') throw new Error(`Nothing follows ${address}`);
    const answers = world.api.app.get(HistoryService, { strict: false });
    const asked = answers.ask(question, givenFilters(query));
    const page = await answers.page(reader, asked, null, 1_000);
    if (page.next !== null) throw new Error('Too many to count');
    return page.count;
  }

  it.each(['auditor', 'both'] as const)(
    'has just as many rows as the figure says, for %s, every cell and every filter',
    async (part) => {
      const reader = world.readers[part];
      const followed = new Map<string, number>();
      const said: Promise<{ place: string; said: number; counted: number }>[] = [];
      const filters = part === 'auditor' ? everyFilter() : everyFilter().slice(-3);
      for (const [which, criteria] of filters.entries())
        for (const { id, rows, svg, headings } of await figuresOf(reader, criteria)) {
          for (const { heading, cells } of rows)
            for (const [column, { text, href }] of cells.entries()) {
              const place = `${String(which)} ${id}: ${heading}, ${headings[column + 1]?.text ?? ''}`;
              // Sums of money add up the cases of their row, which its first number leads to.
              if (href === null) expect([place, text]).toEqual([place, expect.stringMatching(NOT_LINKED)]);
              else {
                const rowsThere = rowsAt(reader, href);
                said.push(rowsThere.then((counted) => ({ place, said: saidBy(text), counted })));
                followed.set(id, (followed.get(id) ?? 0) + 1);
              }
            }
          const inTable = rows.flatMap(({ cells }) => cells.map(({ href }) => href));
          expect(linksOfSvg(svg ?? '').filter((href) => !inTable.includes(href))).toEqual([]);
        }
      const wrong = (await Promise.all(said)).filter((one) => one.said !== one.counted);
      expect(wrong).toEqual([]);
      // Every kind of figure was followed, in a world that has something in each.
      expect([...followed.keys()]).toEqual(['states', 'times', 'money', 'points', 'conditions-figure']);
      expect(Math.min(...followed.values())).toBeGreaterThan(part === 'auditor' ? 20 : 5);
    },
  );
});
