import type { SpendFigures, SpendWord } from '#domain';
import { standing, type NaiveCase, type NaiveDecision } from './naive-cases.js';

/** What a decision approved, if it is the one that stands. */
export function approvedOf(c: NaiveCase, d: NaiveDecision | null): number | null {
  return d !== null && d === standing(c) ? d.approved : null;
}

/** What was spent of a decision of a case, worked out from its events one by one; no variations are in this world. */
export function spendOf(c: NaiveCase, d: NaiveDecision | null) {
  const approved = approvedOf(c, d);
  const reports = c.events.filter((event) => event.type === 'spend-recorded');
  const latest = approved === null ? undefined : reports.at(-1);
  const said = latest?.payload;
  const since = c.events.slice(latest?.sequence ?? 0);
  const isOver = said !== undefined && approved !== null && said.totalPence > approved;
  return {
    spentPence: said?.totalPence ?? null,
    spendStanding:
      approved === null ? null : said === undefined ? 'not-reported' : isOver ? 'over' : 'within',
    overspentPence: isOver ? said.totalPence - approved : null,
    spendReportedAt: latest?.occurredAt ?? null,
    spendReportOverdue:
      approved !== null && said?.final !== true && since.some(({ type }) => type === 'spend-report-due'),
    spendFinal: said?.final ?? false,
    spendEndedOn: said?.endedOn ?? null,
  };
}

export function fitsSpend(
  spend: readonly string[] | undefined,
  c: NaiveCase,
  d: NaiveDecision | null,
): boolean {
  if (spend === undefined) return true;
  const { spendStanding, spendReportOverdue } = spendOf(c, d);
  const asked = spend as readonly SpendWord[];
  return asked.some((word) => word === spendStanding) || (asked.includes('overdue') && spendReportOverdue);
}

/** One approval, as its figures count it. */
export type Spent = ReturnType<typeof spendOf> & { readonly approved: number };

export function sumOfSpend(own: readonly Spent[]): SpendFigures['inAll'] {
  const sum = (amounts: readonly (number | null)[]): number =>
    amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return {
    approvals: own.length,
    approvedPence: sum(own.map(({ approved }) => approved)),
    reportedOfPence: sum(own.map(({ approved, spentPence }) => (spentPence === null ? null : approved))),
    spentPence: sum(own.map(({ spentPence }) => spentPence)),
    over: own.filter(({ overspentPence }) => overspentPence !== null).length,
    notReported: own.filter(({ spentPence }) => spentPence === null).length,
    overdue: own.filter(({ spendReportOverdue }) => spendReportOverdue).length,
  };
}
