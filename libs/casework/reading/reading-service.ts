import { Injectable } from '@nestjs/common';
import {
  differenceBetween,
  londonDate,
  redactedEvent,
  roleFor,
  summariseCompleteness,
  triageOf,
  type ActionOffer,
  type CaseCriteria,
  type CaseEvent,
  type CompletenessSummary,
  type ContentDifference,
  type ExternalOutcome,
  type FurtherStepKind,
  type ReviewDepth,
  type Triage,
} from '#domain';
import {
  countCases,
  Database,
  emailsOfCase,
  listDecisions,
  readCase,
  readHistory,
  readPart,
  readVersions,
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
  type HistoryText,
  type TextPage,
  type VersionRecord,
} from '#persistence';
import { Clock, notFound } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import { offersTo } from '../desk/offers.js';
import { CaseLoading } from '../desk/case-loading.js';

/** What two versions of a case differ in, point by point. */
export interface VersionDifference extends ContentDifference {
  readonly from: number;
  readonly to: number;
}

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
    const found = await readCase(this.database.as(acting), reference, sight);
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return found;
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
  async part(acting: Acting, reference: string, part: CasePart): Promise<string> {
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
   * What happened to a case, in order.
   * @throws ProblemError 404
   */
  async history(acting: Acting, reference: string, after: number, limit: number): Promise<HistoryText> {
    const found = await readHistory(this.database.as(acting), {
      reference,
      sight: sightOf(acting.roles),
      after,
      limit,
    });
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return found.disposed ? { ...found, json: withoutText(found.json) } : found;
  }

  /**
   * What was submitted as a version.
   * @throws ProblemError 404
   */
  async version(acting: Acting, reference: string, number: number): Promise<VersionRecord> {
    const [found] = await readVersions(this.database.as(acting), reference, sightOf(acting.roles), [number]);
    if (found === undefined) throw notFound();
    acting.witness?.sawCase(found);
    return found.version;
  }

  /**
   * What changed between two versions.
   * @throws ProblemError 404 when either does not exist
   */
  async difference(acting: Acting, reference: string, from: number, to: number): Promise<VersionDifference> {
    const found = await readVersions(this.database.as(acting), reference, sightOf(acting.roles), [from, to]);
    const [first] = found;
    if (first !== undefined) acting.witness?.sawCase(first);
    const versions = found.map(({ version }) => version);
    const before = versions.find((version) => version.number === from);
    const after = versions.find((version) => version.number === to);
    if (before === undefined || after === undefined) throw notFound();
    return { from, to, ...differenceBetween(before.content, after.content) };
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
    const { record, facts, policy } = await this.loading.load(acting, reference);
    return {
      pinned: record.policy.pinned,
      reviewDepth: record.triage.reviewDepth,
      recordedDecisions: await this.recordedDecisions(acting, reference),
      ...triageOf(policy, record.details, facts.confirmedRating),
    };
  }

  /**
   * The emails a case gave rise to and what became of each. Department people see those to themselves and to their
   * own; GDS Assurance's own notices are not theirs to see.
   * @throws ProblemError 404
   */
  async emails(acting: Acting, reference: string): Promise<readonly EmailOfCase[]> {
    const { record } = await this.loading.load(acting, reference);
    const emails = await emailsOfCase(this.database.as(acting), record.id);
    const ofDepartment = roleFor(acting, record.organisation.id, ['submitter', 'assurance-lead']);
    return ofDepartment === undefined
      ? emails
      : emails.filter((email) => !INTERNAL_RECIPIENTS.has(email.recipientRole));
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

const INTERNAL_RECIPIENTS: ReadonlySet<string> = new Set(['named-reviewer', 'deciders', 'assurance-inbox']);

/** Events of a case that was disposed of, in the shape events have. */
function withoutText(json: string): string {
  const events = JSON.parse(json) as readonly CaseEvent[];
  return JSON.stringify(events.map((event) => ({ ...redactedEvent(event), reason: null })));
}
