import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  endingUntil,
  londonDate,
  overspend,
  pence,
  totalSpent,
  yearsCompared,
  type IsoDate,
  type Pence,
  type SpendReport,
  type YearCompared,
} from '#domain';
import {
  approvalsEnding,
  Database,
  readSpend,
  recordSpendReport,
  type EndingApproval,
  type SpendReportGiven,
} from '#persistence';
import { Clock, notFound } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import { ofCase } from '../desk/preconditions.js';
import { noticeBy } from '../submission/submission-service.js';

/** What was spent of an approval, held against it. */
export interface SpendComparison {
  readonly approvedPence: Pence | null;
  /** By the latest report; `null` where there is none. */
  readonly spentPence: Pence | null;
  /** By how much more was spent than approved; `null` where it was not more. */
  readonly overspentPence: Pence | null;
  readonly final: boolean;
  readonly endedOn: IsoDate | null;
  /** The day the spending was to end. */
  readonly plannedEnd: IsoDate | null;
  readonly years: readonly YearCompared[];
  /** Every report, the latest first. */
  readonly reports: readonly SpendReportGiven[];
}

/** Approvals about to run out, or that have. */
export interface EndingApprovals {
  /** London. */
  readonly today: IsoDate;
  readonly until: IsoDate;
  readonly items: readonly (EndingApproval & { readonly ended: boolean })[];
}

/** Approvals that ended so many years ago are no longer listed. This service's own choice. */
const LISTED_FOR_YEARS = 1;

/** What was spent of approvals, and which of them run out. */
@Injectable()
export class SpendService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Records what was spent so far. Nothing of an earlier report is altered; the latest stands. */
  record(acting: Acting, reference: string, expected: number, report: SpendReport): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'record-spend',
      request: () => ({ spend: report }),
      precondition: ofCase(expected),
      plan: (record, by, _facts, at) => {
        const { decision } = record;
        if (decision === null) throw new Error(`Case ${record.reference} is approved without a decision`);
        const years = report.years.toSorted((one, other) =>
          one.financialYear < other.financialYear ? -1 : 1,
        );
        const { note, final, endedOn } = report;
        const held = {
          decisionId: decision.id,
          approvedPence: decision.approvedPence,
          years,
          totalPence: pence(totalSpent(years)),
          note,
          final,
          endedOn,
        };
        const reportId = randomUUID();
        return {
          type: 'spend-recorded',
          payload: { reportId, ...held },
          toState: record.state,
          riders: [recordSpendReport({ id: reportId, ...held, recordedBy: acting.personId, recordedAt: at })],
          notice: {
            ...noticeBy(by, note ?? undefined),
            spentPence: held.totalPence,
            approvedPence: held.approvedPence,
            final,
          },
          status: 201,
          location: `/api/v1/cases/${record.reference}/spend`,
          made: {
            id: reportId,
            totalPence: held.totalPence,
            overspentPence: overspend(held.totalPence, held.approvedPence),
          },
        };
      },
    });
  }

  /**
   * What was spent of a case, held against what was approved.
   * @throws ProblemError 404
   */
  async read(acting: Acting, reference: string): Promise<SpendComparison> {
    const read = await readSpend(this.database.as(acting), reference, sightOf(acting.roles));
    if (read === null) throw notFound();
    acting.witness?.sawCase(read);
    const { approvedPence, plannedYears, spendEndsOn, reports } = read;
    const latest = reports.at(0);
    return {
      approvedPence,
      spentPence: latest?.totalPence ?? null,
      overspentPence: latest === undefined ? null : overspend(latest.totalPence, approvedPence),
      final: latest?.final ?? false,
      endedOn: latest?.endedOn ?? null,
      plannedEnd: spendEndsOn,
      years: yearsCompared(plannedYears, latest?.years ?? []),
      reports,
    };
  }

  /** Approvals about to run out, of one organisation or of all one sees, with those that have within a year. */
  async ending(acting: Acting, organisationId: string | null): Promise<EndingApprovals> {
    const today = londonDate(this.clock.now());
    const until = endingUntil(today);
    const from = `${String(Number(today.slice(0, 4)) - LISTED_FOR_YEARS)}${today.slice(4)}`;
    const sight = sightOf(acting.roles);
    const found = await approvalsEnding(this.database.as(acting), sight, organisationId, {
      from: from.endsWith('-02-29') ? `${from.slice(0, 4)}-02-28` : from,
      to: until,
    });
    acting.witness?.sawList(found.length);
    return { today, until, items: found.map((one) => ({ ...one, ended: one.endsOn < today })) };
  }
}
