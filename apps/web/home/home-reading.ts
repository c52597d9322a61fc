import { Injectable } from '@nestjs/common';
import { HistoryService } from '#audit';
import {
  AdviceReadingService,
  LikenessService,
  PipelineService,
  ReadingService,
  SpendService,
  type Acting,
  type EndingApprovals,
} from '#casework';
import {
  ALL_CASES,
  ASSURANCE_ROLES,
  DEPARTMENT_ROLES,
  isDepartmentRole,
  readCriteria,
  type CaseCriteria,
  type CaseState,
  type ConditionStatus,
} from '#domain';
import { holdsAny } from '#identity';
import { Clock, together } from '#platform';
import type { ListedCaseText } from '../case/case-texts.js';
import { lastDayBefore } from '../advice/advice-model.js';
import { pipelinePath } from '../pipeline/pipeline-address.js';
import { caseRows, type CaseRow } from './case-row.js';

/** Cases of a list on this page; the whole list is a link away. */
export const MOST_CASES = 20;
const MOST_CONDITIONS = 20;
/** Pairs that look alike are counted up to here. */
const MOST_PAIRS = 100;

/** A condition that waits for something, as far as this page shows it. */
export interface OpenCondition {
  readonly reference: string;
  readonly title: string;
  readonly conditionId: string;
  readonly decisionNumber: number;
  readonly number: number;
  readonly text: string;
  readonly ownerName: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly overdue: boolean;
  /** How many times evidence was given: of an open one, how many times it was sent back. */
  readonly evidenceGiven: number;
}

/** What a department's people find here. */
export interface DepartmentHome {
  /** How many cases of theirs were found to show. */
  readonly shown: number;
  readonly returned: readonly CaseRow[];
  /** Drafts with nothing missing, and what was returned and is answered: an assurance lead can sign them off. */
  readonly toSignOff: readonly CaseRow[];
  readonly signedOff: readonly CaseRow[];
  readonly drafts: readonly CaseRow[];
  readonly conditions: readonly OpenCondition[];
  /** Approvals about to run out, or that have. */
  readonly ending: readonly (EndingApprovals['items'][number] & { readonly mayExtend: true })[];
  /** Planned spend whose request should be begun now. */
  readonly toEngage: { readonly count: number; readonly href: string };
  readonly cases: readonly CaseRow[];
  /** There are more cases than are shown. */
  readonly more: boolean;
}

/** What people of GDS Assurance find here. */
export interface AssuranceHome {
  /** Conditions whose evidence waits to be looked at, of cases the person reviews or nobody does. */
  readonly toCheck: readonly OpenCondition[];
  /** Cases the person works on now. */
  readonly mine: readonly CaseRow[];
  /** Cases the person reviews that wait for somebody else. */
  readonly away: readonly CaseRow[];
  readonly toDecide: readonly CaseRow[];
  /** Pairs of cases that look alike and nobody has judged; there may be more than are counted. */
  readonly alike: { readonly count: number; readonly more: boolean };
  /** Requests for advice without an answer; of them late, and the last day of the next that is due. */
  readonly advice: { readonly waiting: number; readonly late: number; readonly dueOn: string | null };
}

/** What somebody finds here by what they are; `null` of what they are not. */
export interface Home {
  readonly department: DepartmentHome | null;
  readonly assurance: AssuranceHome | null;
}

/** Reads what the page everybody starts at shows. */
@Injectable()
export class HomeReading {
  constructor(
    private readonly reading: ReadingService,
    private readonly history: HistoryService,
    private readonly spending: SpendService,
    private readonly pipeline: PipelineService,
    private readonly likenesses: LikenessService,
    private readonly advice: AdviceReadingService,
    private readonly clock: Clock,
  ) {}

  /** Everything the person needs by what they are. */
  async read(acting: Acting): Promise<Home> {
    const [department, assurance] = await together([
      holdsAny(acting, DEPARTMENT_ROLES) ? this.ofDepartment(acting) : null,
      holdsAny(acting, ASSURANCE_ROLES) ? this.ofAssurance(acting) : null,
    ]);
    // Of several lists the one that is shown last is told of, whichever came first.
    const shown = assurance?.toDecide.length ?? department?.shown;
    if (shown !== undefined) acting.witness?.sawList(shown);
    return { department, assurance };
  }

  /** Everything of the organisations somebody speaks for. */
  private async ofDepartment(acting: Acting): Promise<DepartmentHome> {
    const held = acting.roles.filter(({ role }) => isDepartmentRole(role));
    const ids = [...new Set(held.map(({ organisationId }) => organisationId))];
    const leads = new Set(
      held.flatMap(({ role, organisationId }) => (role === 'assurance-lead' ? [organisationId] : [])),
    );
    const [returned, signedOff, drafts, finished, dues, all, conditions, ending, engage] = await together([
      this.casesOf(acting, ids, ['returned'], MOST_CASES),
      this.casesOf(acting, ids, ['signed-off'], MOST_CASES),
      this.casesOf(acting, ids, ['draft'], MOST_CASES),
      this.reading.finishedDrafts(acting, [...leads], MOST_CASES),
      this.reading.departmentDues(acting, ids, MOST_CASES + 1),
      this.casesOf(acting, ids, [], MOST_CASES + 1),
      this.conditionsOf(
        acting,
        'open',
        ids.map((organisation) => ({ organisation })),
      ),
      together(ids.map((id) => this.spending.ending(acting, id))),
      this.pipeline.toEngage(acting, ids),
    ]);
    const now = this.clock.now();
    const toSignOff = [
      // What was returned and is answered is signed off by sending it again, which is a lead's as well.
      ...returned.filter(
        ({ reference, organisation }) =>
          leads.has(organisation.id) && dues.get(reference)?.readyToResubmit === true,
      ),
      ...drafts.filter(({ reference }) => finished.has(reference)),
    ];
    return {
      shown: all.length,
      returned: caseRows(
        returned.filter((one) => !toSignOff.includes(one)),
        now,
        dues,
      ),
      toSignOff: caseRows(toSignOff, now, dues),
      signedOff: caseRows(signedOff, now),
      drafts: caseRows(
        drafts.filter((draft) => !toSignOff.includes(draft)),
        now,
      ),
      // Whoever gave evidence already and has to give more comes first.
      conditions: conditions.toSorted(
        (one, other) => Number(other.evidenceGiven > 0) - Number(one.evidenceGiven > 0),
      ),
      ending: ending
        .flatMap(({ items }) => items.map((one) => ({ ...one, mayExtend: true as const })))
        .toSorted((one, other) => one.endsOn.localeCompare(other.endsOn))
        .slice(0, MOST_CASES),
      toEngage: {
        count: engage,
        href: pipelinePath({
          organisationId: ids.length === 1 ? (ids[0] ?? null) : null,
          period: null,
          show: 'engage-now',
        }),
      },
      cases: caseRows(all.slice(0, MOST_CASES), now, dues),
      more: all.length > MOST_CASES,
    };
  }

  /** What a reviewer has in hand, soonest due first, and what waits for a decision. */
  private async ofAssurance(acting: Acting): Promise<AssuranceHome> {
    const listed = (criteria: Partial<CaseCriteria>) =>
      this.list(acting, readCriteria({ ...ALL_CASES, ...criteria }), MOST_CASES);
    const [toCheck, mine, away, toDecide, pairs, advice] = await together([
      holdsAny(acting, ['reviewer'])
        ? this.conditionsOf(acting, 'evidence-submitted', [{ reviewer: 'me' }, { reviewer: 'nobody' }])
        : [],
      listed({ reviewer: 'me', states: [...IN_HAND] }),
      listed({ reviewer: 'me', states: [...ELSEWHERE] }),
      listed({ states: ['recommended'] }),
      this.likenesses.count(acting, MOST_PAIRS + 1),
      this.advice.waiting(acting),
    ]);
    const now = this.clock.now();
    return {
      toCheck,
      mine: caseRows(mine, now),
      away: caseRows(away, now),
      toDecide: caseRows(toDecide, now),
      alike: { count: Math.min(pairs, MOST_PAIRS), more: pairs > MOST_PAIRS },
      advice: {
        waiting: advice.waiting,
        late: advice.late,
        dueOn: advice.nextDueAt === null ? null : lastDayBefore(advice.nextDueAt),
      },
    };
  }

  /** Cases of some organisations, latest first: not every case the person may see, who may be more than one thing. */
  private async casesOf(
    acting: Acting,
    organisationIds: readonly string[],
    states: readonly CaseState[],
    most: number,
  ): Promise<readonly ListedCaseText[]> {
    const lists = await together(
      organisationIds.map((organisationId) =>
        this.list(
          acting,
          readCriteria({ ...ALL_CASES, organisationId, states: [...states] }),
          most,
          'created',
        ),
      ),
    );
    return lists
      .flat()
      .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
      .slice(0, most);
  }

  private async list(
    acting: Acting,
    criteria: ReturnType<typeof readCriteria>,
    limit: number,
    sort: 'created' | 'due' = 'due',
  ): Promise<readonly ListedCaseText[]> {
    const { json } = await this.reading.list(acting, { criteria, sort, after: null, limit });
    return JSON.parse(json) as readonly ListedCaseText[];
  }

  /** Conditions in force of a status, soonest due first. @param narrowing any of which they fit */
  private async conditionsOf(
    acting: Acting,
    conditionStatus: ConditionStatus,
    narrowing: readonly Readonly<Record<string, string>>[],
  ): Promise<readonly OpenCondition[]> {
    const pages = await together(
      narrowing.map((narrowed) => {
        const asked = this.history.ask('conditions', { conditionStatus, inForce: 'true', ...narrowed });
        return this.history.page(acting, asked, null, MOST_CONDITIONS);
      }),
    );
    return pages
      .flatMap(({ items }) => JSON.parse(items) as readonly OpenCondition[])
      .toSorted(
        (one, other) =>
          one.dueOn.localeCompare(other.dueOn) ||
          one.reference.localeCompare(other.reference) ||
          one.decisionNumber - other.decisionNumber ||
          one.number - other.number,
      );
  }
}

/** States in which a case is a reviewer's work now. */
const IN_HAND = ['acknowledged', 'in-review'] as const satisfies readonly CaseState[];
/** States in which a reviewer's case waits for somebody else. */
const ELSEWHERE = ['returned', 'recommended'] as const satisfies readonly CaseState[];
