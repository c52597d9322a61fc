import { Injectable } from '@nestjs/common';
import { HistoryService } from '#audit';
import { ReadingService, type Acting } from '#casework';
import {
  ALL_CASES,
  ASSURANCE_ROLES,
  DEPARTMENT_ROLES,
  isDepartmentRole,
  readCriteria,
  type CaseState,
} from '#domain';
import { holdsAny } from '#identity';
import { together } from '#platform';
import type { ListedCaseText } from '../case/case-texts.js';
import { caseRows, type CaseRow } from './case-row.js';

/** Cases of a list on this page; the whole list is a link away. */
const MOST_CASES = 20;
const MOST_CONDITIONS = 20;

/** A condition a department has to meet, as far as this page shows it. */
export interface OpenCondition {
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  readonly ownerName: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly inForce: boolean;
}

/** What a department's people find here. */
export interface DepartmentHome {
  /** How many cases of theirs were found to show. */
  readonly shown: number;
  readonly returned: readonly CaseRow[];
  /** Drafts with nothing missing, which an assurance lead can sign off. */
  readonly toSignOff: readonly CaseRow[];
  readonly signedOff: readonly CaseRow[];
  readonly drafts: readonly CaseRow[];
  readonly conditions: readonly OpenCondition[];
  readonly cases: readonly CaseRow[];
  /** There are more cases than are shown. */
  readonly more: boolean;
}

/** What people of GDS Assurance find here. */
export interface AssuranceHome {
  readonly mine: readonly CaseRow[];
  readonly toDecide: readonly CaseRow[];
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
    const [returned, signedOff, drafts, finished, all, conditions] = await together([
      this.casesOf(acting, ids, ['returned'], MOST_CASES),
      this.casesOf(acting, ids, ['signed-off'], MOST_CASES),
      this.casesOf(acting, ids, ['draft'], MOST_CASES),
      this.reading.finishedDrafts(acting, [...leads], MOST_CASES),
      this.casesOf(acting, ids, [], MOST_CASES + 1),
      this.conditionsOf(acting, ids),
    ]);
    const toSignOff = drafts.filter(({ reference }) => finished.has(reference));
    return {
      shown: all.length,
      returned: caseRows(returned),
      toSignOff: caseRows(toSignOff),
      signedOff: caseRows(signedOff),
      drafts: caseRows(drafts.filter((draft) => !toSignOff.includes(draft))),
      conditions,
      cases: caseRows(all.slice(0, MOST_CASES)),
      more: all.length > MOST_CASES,
    };
  }

  /** What a reviewer has in hand, soonest due first, and what waits for a decision. */
  private async ofAssurance(acting: Acting): Promise<AssuranceHome> {
    const criteria = readCriteria({ ...ALL_CASES, reviewer: 'me', states: [...IN_HAND] });
    const [mine, toDecide] = await together([
      this.list(acting, criteria, MOST_CASES),
      this.list(acting, readCriteria({ ...ALL_CASES, states: ['recommended'] }), MOST_CASES),
    ]);
    return { mine: caseRows(mine), toDecide: caseRows(toDecide) };
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

  /** Conditions that wait for evidence, soonest due first. */
  private async conditionsOf(
    acting: Acting,
    organisationIds: readonly string[],
  ): Promise<readonly OpenCondition[]> {
    const pages = await together(
      organisationIds.map((organisation) => {
        const asked = this.history.ask('conditions', { conditionStatus: 'open', organisation });
        return this.history.page(acting, asked, null, MOST_CONDITIONS);
      }),
    );
    return pages
      .flatMap(({ items }) => JSON.parse(items) as readonly OpenCondition[])
      .filter(({ inForce }) => inForce)
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  }
}

/** States in which a case is a reviewer's work. */
const IN_HAND = [
  'acknowledged',
  'in-review',
  'returned',
  'recommended',
] as const satisfies readonly CaseState[];
