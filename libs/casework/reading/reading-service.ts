import { Injectable } from '@nestjs/common';
import {
  askedComponents,
  departmentDue,
  londonDate,
  refusedExceptions,
  roleFor,
  summariseCompleteness,
  triageOf,
  type ActionOffer,
  type CaseCriteria,
  type CaseState,
  type CommonComponent,
  type CompletenessSummary,
  type DepartmentDue,
  type ExternalOutcome,
  type FurtherStepKind,
  type RefusedException,
  type ReviewDepth,
  type Triage,
  INTERNAL_RECIPIENTS,
} from '#domain';
import {
  countCases,
  Database,
  emailsOfCase,
  listDecisions,
  readCase,
  readPart,
  revisionOfCase,
  searchCases,
  type CappedCount,
  type CasePart,
  type CasePosition,
  type CaseSearch,
  type CaseSort,
  type CaseText,
  type EmailOfCase,
  type ListPosition,
  type TextPage,
} from '#persistence';
import { Clock, notFound, together } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import { departmentDueInput, questionsOfReturn } from '../desk/department-work.js';
import { offersTo } from '../desk/offers.js';
import { CaseLoading } from '../desk/case-loading.js';
import { OncePerReading } from '../desk/once-per-reading.js';

/** Which cases to list, in which order, and which page of them. */
export interface CasesToList {
  readonly criteria: CaseCriteria;
  readonly sort: CaseSort;
  readonly after: CasePosition | null;
  /** How many at most. */
  readonly limit: number;
}

/** How a case is rated and routed, and by which rules. */
export interface TriageOfCase extends Triage {
  /** False while it is a draft, whose regime may still change. */
  readonly pinned: boolean;
  readonly reviewDepth: ReviewDepth | null;
  /** Decisions made elsewhere that were recorded and stand, oldest first, whether or not the regime asks for them. */
  readonly recordedDecisions: readonly RecordedDecision[];
}

/** What a department has to do next about one of its cases. */
export interface DueOfCase {
  readonly due: DepartmentDue | null;
  /** Whether it was returned, every question is answered and nothing is missing: a lead can sign it off. */
  readonly readyToResubmit: boolean;
}

/** States in which a case that was decided or returned can be the department's to act on. */
const WITH_DEPARTMENT = [
  'returned',
  'approved',
  'approved-with-conditions',
] as const satisfies readonly CaseState[];

/** A decision made elsewhere, in brief. */
export interface RecordedDecision {
  readonly id: string;
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
}

/**
 * Reads cases for people. A case a person may not see is answered exactly like one that does not exist.
 * Everything that returns text returns JSON as PostgreSQL built it, to be sent on unread.
 */
@Injectable()
export class ReadingService {
  private readonly wholes = new OncePerReading<CaseText>();
  private readonly parts = new OncePerReading<string>();
  private readonly revisions = new OncePerReading<number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly loading: CaseLoading,
  ) {}

  /**
   * A whole case; `null` when the reader has this revision already.
   * @throws ProblemError 404
   */
  async read(acting: Acting, reference: string, known: number | null): Promise<CaseText | null> {
    const sight = sightOf(acting.roles);
    if (known !== null) {
      const latest = await revisionOfCase(this.database.as(acting), reference, sight);
      if (latest === null) throw notFound();
      acting.witness?.sawCase(latest);
      if (latest.revision === known) return null;
    }
    return this.wholes.get(acting, reference, () => this.readNow(acting, reference));
  }

  private async readNow(acting: Acting, reference: string): Promise<CaseText> {
    const found = await readCase(this.database.as(acting), reference, sightOf(acting.roles));
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return found;
  }

  /**
   * The revision of a case.
   * @throws ProblemError 404
   */
  revision(acting: Acting, reference: string): Promise<number> {
    return this.revisions.get(acting, reference, async () => {
      const latest = await revisionOfCase(this.database.as(acting), reference, sightOf(acting.roles));
      if (latest === null) throw notFound();
      acting.witness?.sawCase(latest);
      return latest.revision;
    });
  }

  /** Cases the person may see that fit the criteria, in the order asked for. */
  async list(acting: Acting, request: CasesToList): Promise<TextPage<CasePosition>> {
    const { criteria, ...page } = request;
    const found = await searchCases(this.database.as(acting), {
      ...this.searchFor(acting, criteria),
      ...page,
    });
    acting.witness?.sawList(found.count);
    return found;
  }

  /** How many cases the person may see fit the criteria, counted no further than is of use. */
  async count(acting: Acting, criteria: CaseCriteria): Promise<CappedCount> {
    const counted = await countCases(this.database.as(acting), this.searchFor(acting, criteria));
    acting.witness?.sawList(counted.count);
    return counted;
  }

  /** Decisions the person may see, latest first. */
  async decisions(
    acting: Acting,
    request: {
      readonly organisationId: string | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly after: ListPosition | null;
      readonly limit: number;
    },
  ): Promise<TextPage> {
    const found = await listDecisions(this.database.as(acting), { ...request, sight: sightOf(acting.roles) });
    acting.witness?.sawList(found.count);
    return found;
  }

  /**
   * One part of a case, as a JSON array.
   * @throws ProblemError 404
   */
  part(acting: Acting, reference: string, part: CasePart): Promise<string> {
    return this.parts.get(acting, `${part} of ${reference}`, () => this.partNow(acting, reference, part));
  }

  private async partNow(acting: Acting, reference: string, part: CasePart): Promise<string> {
    const found = await readPart(
      this.database.as(acting),
      part,
      reference,
      sightOf(acting.roles),
      londonDate(this.clock.now()),
    );
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return found.json;
  }

  /**
   * One comment the person may see.
   * @throws ProblemError 404
   */
  async comment(
    acting: Acting,
    reference: string,
    commentId: string,
  ): Promise<{ readonly id: string; readonly revision: number }> {
    const comments = JSON.parse(await this.part(acting, reference, 'comments')) as readonly {
      readonly id: string;
      readonly revision: number;
    }[];
    const found = comments.find((comment) => comment.id === commentId);
    if (found === undefined) throw notFound();
    return found;
  }

  /**
   * What is still missing before the case can be signed off; worked out anew each time.
   * @throws ProblemError 404
   */
  async completeness(acting: Acting, reference: string): Promise<CompletenessSummary> {
    const { facts } = await this.loading.load(acting, reference);
    return summariseCompleteness(facts.content, facts);
  }

  /**
   * The legacy exceptions of a returned case that were refused, and how far the department has answered each; none
   * of any other case, whose rulings are not the department's to see yet.
   * @throws ProblemError 404
   */
  async refusedExceptions(acting: Acting, reference: string): Promise<readonly RefusedException[]> {
    const { record, facts } = await this.loading.load(acting, reference);
    if (record.state !== 'returned') return [];
    const rulings = record.legacyExceptions.flatMap(({ id, ruling }) =>
      ruling === null ? [] : [{ ...ruling, exceptionId: id }],
    );
    return refusedExceptions(facts.content, rulings, record.versions);
  }

  /**
   * The references of drafts with nothing missing, among the newest of some organisations. That they are looked through
   * shows nobody anything, so no look is told.
   * @param most how many drafts of each organisation are looked through
   */
  async finishedDrafts(
    acting: Acting,
    organisationIds: readonly string[],
    most: number,
  ): Promise<ReadonlySet<string>> {
    if (organisationIds.length === 0) return new Set();
    const drafts = await this.loading.newest(acting, organisationIds, ['draft'], most);
    const finished = drafts.filter(({ facts }) => summariseCompleteness(facts.content, facts).complete);
    return new Set(finished.map(({ record }) => record.reference));
  }

  /**
   * What departments have to do next about the newest of their cases that are returned or approved, by reference. As
   * with drafts, no look is told.
   * @param most how many cases of each organisation are looked through
   */
  async departmentDues(
    acting: Acting,
    organisationIds: readonly string[],
    most: number,
  ): Promise<ReadonlyMap<string, DueOfCase>> {
    if (organisationIds.length === 0) return new Map();
    const found = await this.loading.newest(acting, organisationIds, WITH_DEPARTMENT, most);
    const today = londonDate(this.clock.now());
    return new Map(
      found.map(({ record, facts, returned }): [string, DueOfCase] => {
        const questions = returned === null ? [] : questionsOfReturn(record, facts.content, returned);
        const due = departmentDue({ ...departmentDueInput(record), questions, today });
        const answered = questions.length > 0 && questions.every(({ standing }) => standing !== 'open');
        const complete = answered && summariseCompleteness(facts.content, facts).complete;
        return [record.reference, { due, readyToResubmit: complete }];
      }),
    );
  }

  /**
   * What the department has to meet, keep or report next of an approved case; `null` where nothing is.
   * @throws ProblemError 404
   */
  async departmentDue(acting: Acting, reference: string): Promise<DepartmentDue | null> {
    const { record } = await this.loading.load(acting, reference);
    const today = londonDate(this.clock.now());
    return departmentDue({ ...departmentDueInput(record), questions: [], today });
  }

  /**
   * What the person can do with the case now, and why not where they can't.
   * @throws ProblemError 404
   */
  async actions(
    acting: Acting,
    reference: string,
  ): Promise<{ readonly revision: number; readonly actions: readonly ActionOffer[] }> {
    const loaded = await this.loading.load(acting, reference);
    return { revision: loaded.record.revision, actions: offersTo(acting, loaded, this.clock.now()) };
  }

  /**
   * Where a case stands against its thresholds, how it is rated and which route it takes: as it says now, by the
   * regime it is pinned to or, while it is a draft, the one new requests come under.
   * @throws ProblemError 404
   */
  async triage(acting: Acting, reference: string): Promise<TriageOfCase> {
    const [{ record, facts, policy }, recordedDecisions] = await together([
      this.loading.load(acting, reference),
      this.recordedDecisions(acting, reference),
    ]);
    return {
      pinned: record.policy.pinned,
      reviewDepth: record.triage.reviewDepth,
      recordedDecisions,
      ...triageOf(policy, record.details, facts.confirmedRating),
    };
  }

  /**
   * The common components a case is asked about: as it says now, by the catalogue that counts for it.
   * @throws ProblemError 404
   */
  async askedComponents(acting: Acting, reference: string): Promise<readonly CommonComponent[]> {
    const { record, policy } = await this.loading.load(acting, reference);
    return askedComponents(policy.components, record.details);
  }

  /**
   * The emails a case gave rise to and what became of each. Department people see those to themselves and to their
   * own; GDS Assurance's own notices are not theirs to see.
   * @throws ProblemError 404
   */
  async emails(acting: Acting, reference: string): Promise<readonly EmailOfCase[]> {
    const [{ record }, emails] = await together([
      this.loading.load(acting, reference),
      emailsOfCase(this.database.as(acting), reference, sightOf(acting.roles)),
    ]);
    const ofDepartment = roleFor(acting, record.organisation.id, ['submitter', 'assurance-lead']);
    return ofDepartment === undefined
      ? emails
      : emails.filter(
          ({ recipientRole }) => !(INTERNAL_RECIPIENTS as readonly string[]).includes(recipientRole),
        );
  }

  private async recordedDecisions(acting: Acting, reference: string): Promise<readonly RecordedDecision[]> {
    const all = JSON.parse(
      await this.part(acting, reference, 'externalDecisions'),
    ) as readonly (RecordedDecision & {
      readonly superseded: boolean;
    })[];
    return all
      .filter(({ superseded }) => !superseded)
      .map(({ id, kind, outcome, decidedOn }) => ({ id, kind, outcome, decidedOn }));
  }

  private searchFor({ personId, roles }: Acting, criteria: CaseCriteria): CaseSearch {
    return { criteria, sight: sightOf(roles), personId, now: this.clock.now() };
  }
}
