import { Injectable } from '@nestjs/common';
import {
  canSayNil,
  historyQuestion,
  timesOfCase,
  type CaseTimes,
  type HistoryCriteria,
  type QuestionName,
} from '#domain';
import { Database, findOrganisation, type HistoryContext } from '#persistence';
import { ClockRules } from './clock-rules.js';

/** Makes a row of an answer of what the database gave; `null` where it does not belong there after all. */
export type FinishRow = (json: string) => string | null;

/** What is left of the work on rows once they have been read: the times of cases, and the nil return. */
@Injectable()
export class HistoryRows {
  constructor(
    private readonly database: Database,
    private readonly clockRules: ClockRules,
  ) {}

  /** @param at the instant of the answer */
  async finisher(name: QuestionName, criteria: HistoryCriteria, at: Date): Promise<FinishRow> {
    if (name !== 'times') return (json) => json;
    const [turnarounds, calendar] = await Promise.all([
      this.clockRules.turnarounds(),
      this.clockRules.calendarAt(at),
    ]);
    const columns = historyQuestion(name).columns.map((column) => column.name);
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
      return JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
    };
  }

  /** The row a question has where it has no other; `null` where it has none then, or it cannot be said to this reader. */
  async nilRow(name: QuestionName, { criteria, sight, today }: HistoryContext): Promise<string | null> {
    if (name !== 'spending-control-exceptions' || !canSayNil(criteria, sight, today)) return null;
    const { quarter, organisation } = criteria;
    const known =
      organisation === undefined ? null : await findOrganisation(this.database.asService(), organisation);
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
