import { Injectable } from '@nestjs/common';
import {
  canSayNil,
  historyQuestion,
  timesOfCase,
  timeTakenBy,
  type CaseTimes,
  type HistoryCriteria,
  type QuestionName,
  type TimedEvent,
} from '#domain';
import { Database, findOrganisation, type Actor, type HistoryContext } from '#persistence';
import { together } from '#platform';
import { ClockRules } from './clock-rules.js';

/** Makes a row of an answer of what the database gave; `null` where it does not belong there after all. */
export type FinishRow = (json: string) => string | null;

/** A decision with what the time it took is worked out from. */
interface TimedDecision {
  readonly caseRegimeVersion: string;
  readonly clockEvents: readonly TimedEvent[];
}

/** Whether rows of an answer are finished, and some of them found not to belong to it, once they have been read. */
function isFinished(name: QuestionName, criteria: HistoryCriteria): boolean {
  return name === 'times' || (name === 'decisions' && criteria.timeTaken !== undefined);
}

/** Whether rows that the database gave may be found not to belong to the answer. */
export function sifts({ targetBreached, timeTaken }: HistoryCriteria): boolean {
  return targetBreached !== undefined || timeTaken !== undefined;
}

/** What is left of the work on rows once they have been read: the times of cases, and the nil return. */
@Injectable()
export class HistoryRows {
  constructor(
    private readonly database: Database,
    private readonly clockRules: ClockRules,
  ) {}

  /** @param at the instant of the answer */
  async finisher(acting: Actor, name: QuestionName, criteria: HistoryCriteria, at: Date): Promise<FinishRow> {
    if (!isFinished(name, criteria)) return (json) => json;
    const queryable = this.database.as(acting);
    const [turnarounds, calendar] = await together([
      this.clockRules.turnarounds(queryable),
      this.clockRules.calendarAt(queryable, at),
    ]);
    const columns = historyQuestion(name).columns.map((column) => column.name);
    const only = (row: Readonly<Record<string, unknown>>): string =>
      JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
    if (name === 'decisions')
      return (json) => {
        const row = JSON.parse(json) as Readonly<Record<string, unknown>> & TimedDecision;
        const turnaround = turnarounds.get(row.caseRegimeVersion) ?? 'not-known';
        const decided = { regimeVersion: row.caseRegimeVersion, clockEvents: row.clockEvents };
        const taken = timeTakenBy(decided, turnaround, calendar, at);
        return taken !== null && criteria.timeTaken?.includes(taken) === true ? only(row) : null;
      };
    return (json) => {
      const { millisecondsInState, clockEvents, ...read } = JSON.parse(json) as Record<string, unknown> &
        CaseTimes & { readonly regimeVersion: string };
      const turnaround = turnarounds.get(read.regimeVersion) ?? 'not-known';
      const row: Readonly<Record<string, unknown>> = {
        ...read,
        ...timesOfCase({ millisecondsInState, clockEvents }, turnaround, calendar, at),
      };
      const isBreached = row['targetsBreached'] !== '';
      if (criteria.targetBreached !== undefined && criteria.targetBreached !== isBreached) return null;
      return only(row);
    };
  }

  /** The row a question has where it has no other; `null` where it has none then, or it cannot be said to this reader. */
  async nilRow(
    acting: Actor,
    name: QuestionName,
    { criteria, sight, today }: HistoryContext,
  ): Promise<string | null> {
    if (name !== 'spending-control-exceptions' || !canSayNil(criteria, sight, today)) return null;
    const { quarter, organisation } = criteria;
    const known =
      organisation === undefined ? null : await findOrganisation(this.database.as(acting), organisation);
    if (organisation !== undefined && known === null) return null;
    return JSON.stringify({
      quarter,
      department: null,
      organisation: known?.name ?? null,
      control: 'Digital and technology',
      reference: 'Nil return',
      title: 'Nothing to report',
      category: null,
      amountRequested: 0,
      amountApproved: 0,
      outcome: null,
      approvedOn: null,
      conditions: 0,
      synthetic: false,
    });
  }
}
