import type {
  CaseContent,
  CaseState,
  FollowingKind,
  IsoDate,
  KeptContent,
  Pence,
  PointNumber,
  Verdict,
  YearAmount,
} from '#domain';
import { ATTACHMENTS } from '../attachments/attachment-fragments.js';
import type { Queryable } from '../database/statement.js';
import { CONDITION_FIELDS } from './condition-fragments.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { DECISION_FIELDS, DETAILS, legacyExceptions, ORGANISATION, POINTS, utc } from './json-fragments.js';

/** A request that starts from a case. */
export interface FollowingCase {
  readonly reference: string;
  readonly title: string;
  readonly kind: FollowingKind;
  readonly state: CaseState;
  readonly requestedPence: Pence | null;
  readonly approvedPence: Pence | null;
  /** UTC. */
  readonly startedAt: string;
}

/** A decision as answers give it. */
export interface DecisionGiven {
  readonly outcome: string;
  readonly approvedPence: Pence | null;
  readonly requestedPence: Pence;
  readonly reason: string;
  readonly decidedAt: string;
}

/** A verdict of the review of the approval. */
export interface VerdictGiven {
  readonly point: PointNumber;
  readonly verdict: Verdict;
  readonly explanation: string | null;
}

/** The approval a request starts from, as it was decided, and as much of the request as is held against it. */
export interface FollowedCase {
  readonly kind: FollowingKind;
  readonly reference: string;
  readonly title: string;
  readonly state: CaseState;
  readonly version: number;
  readonly content: CaseContent;
  readonly decision: DecisionGiven | null;
  readonly verdicts: readonly VerdictGiven[];
  readonly conditions: readonly {
    readonly number: number;
    readonly kind: string;
    readonly text: string;
    readonly status: string;
    readonly dueOn: IsoDate;
  }[];
}

/** What a case follows and what follows it. */
export interface FollowingRead extends CaseSeen {
  readonly reference: string;
  readonly content: KeptContent;
  /** Ids of the files it took over, also of those it took out again. */
  readonly carriedFiles: readonly string[];
  readonly follows: FollowedCase | null;
  readonly followers: readonly FollowingCase[];
}

const FOLLOWED = `(select jsonb_build_object('kind', c.follows_kind, 'reference', f.reference, 'title', f.title,
    'state', f.state, 'version', c.follows_version,
    'content', (select v.content from submission_version v where v.case_id = f.id and v.number = c.follows_version),
    'decision', (select jsonb_build_object(${DECISION_FIELDS}) from decision d where d.id = f.decision_id),
    'verdicts', (select coalesce(jsonb_agg(jsonb_build_object('point', a.point, 'verdict', a.verdict,
        'explanation', a.explanation) order by a.point), '[]'::jsonb)
      from (select distinct on (s.point) s.* from assessment s where s.case_id = f.id
        order by s.point, s.sequence desc) a),
    'conditions', (select coalesce(jsonb_agg(jsonb_build_object(${CONDITION_FIELDS}) order by k.number), '[]'::jsonb)
      from condition k where k.decision_id = f.decision_id))
  from spend_case f where f.id = c.follows_case_id)`;

/** What a case follows, as it was decided, and what follows it; `null` when the person may not see the case. */
export async function readFollowing(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<FollowingRead | null> {
  const [row] = await queryable.query<FollowingRead>({
    name: 'read_following',
    text: `select ${SEEN}, c.reference,
        jsonb_build_object('details', ${DETAILS}, 'points', ${POINTS}, 'legacyExceptions', ${legacyExceptions('false')}, 'attachments', ${ATTACHMENTS}) as content,
        (select coalesce(jsonb_agg(a.id), '[]'::jsonb) from attachment a where a.case_id = c.id and a.stored_id is not null)
          as "carriedFiles",
        ${FOLLOWED} as follows,
        (select coalesce(jsonb_agg(jsonb_build_object('reference', n.reference, 'title', n.title, 'kind', n.follows_kind,
            'state', n.state, 'requestedPence', n.requested_pence,
            'approvedPence', (select d.approved_pence from decision d where d.id = n.decision_id),
            'startedAt', ${utc('n.created_at')}) order by n.created_at, n.id), '[]'::jsonb)
          from spend_case n where n.follows_case_id = c.id) as followers
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** What a department said it had spent. */
export interface SpendReportGiven {
  readonly id: string;
  readonly approvedPence: Pence | null;
  readonly years: readonly YearAmount[];
  readonly totalPence: Pence;
  readonly note: string | null;
  readonly final: boolean;
  readonly endedOn: IsoDate | null;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly recordedAt: string;
}

/** Spending of an approval: what was planned, what was approved, and every report, the latest first. */
export interface SpendRead extends CaseSeen {
  readonly state: CaseState;
  readonly revision: number;
  readonly approvedPence: Pence | null;
  readonly plannedYears: readonly YearAmount[];
  readonly spendEndsOn: IsoDate | null;
  readonly reports: readonly SpendReportGiven[];
}

/** What was spent of a case; `null` when the person may not see it. */
export async function readSpend(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<SpendRead | null> {
  const [row] = await queryable.query<SpendRead>({
    name: 'read_spend',
    text: `select ${SEEN}, c.state, c.revision, c.year_amounts as "plannedYears", c.spend_ends_on as "spendEndsOn",
        (select d.approved_pence from decision d where d.id = c.decision_id) as "approvedPence",
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'approvedPence', s.approved_pence, 'years', s.years,
            'totalPence', s.total_pence, 'note', s.note, 'final', s.final, 'endedOn', s.ended_on,
            'recordedBy', jsonb_build_object('id', s.recorded_by,
              'name', (select p.name from person p where p.id = s.recorded_by)),
            'recordedAt', ${utc('s.recorded_at')}) order by s.sequence desc), '[]'::jsonb)
          from spend_report s where s.case_id = c.id) as reports
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** An approval whose end is near or past, with what is known of its spending. */
export interface EndingApproval {
  readonly reference: string;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly state: CaseState;
  readonly endsOn: IsoDate;
  readonly approvedPence: Pence | null;
  /** What was said to be spent last; `null` where nothing was. */
  readonly spentPence: Pence | null;
  /** The request that is open to vary or extend it. */
  readonly follower: string | null;
}

/** Most approvals listed at once. This service's own choice. */
export const MOST_ENDING = 200;

/**
 * Approvals that end within some days and have neither been finished nor replaced, the earliest end first. What was
 * decided elsewhere is left out: nobody is asked here to extend it.
 */
export function approvalsEnding(
  queryable: Queryable,
  sight: Sight,
  organisationId: string | null,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly EndingApproval[]> {
  return queryable.query({
    name: 'approvals_ending',
    text: `select c.reference, c.title, ${ORGANISATION} as organisation, c.state,
        least(c.spend_ends_on, c.contract_ends_on) as "endsOn",
        (select d.approved_pence from decision d where d.id = c.decision_id) as "approvedPence",
        (select s.total_pence from spend_report s where s.case_id = c.id order by s.sequence desc limit 1) as "spentPence",
        (select f.reference from spend_case f where f.follows_case_id = c.id
          and f.state not in ('not-approved', 'withdrawn', 'closed-below-threshold') order by f.created_at desc limit 1)
          as follower
      from spend_case c join organisation o on o.id = c.organisation_id
      where c.state in ('approved', 'approved-with-conditions') and c.imported_source is null
        and least(c.spend_ends_on, c.contract_ends_on) between $3::date and $4::date
        and ${withinSight('$1', '$2')} and ($5::uuid is null or c.organisation_id = $5::uuid)
        and not exists (select from spend_report s where s.case_id = c.id and s.final)
        and not exists (select from spend_case f where f.follows_case_id = c.id
          and f.state in ('approved', 'approved-with-conditions', 'assured-by-department'))
      order by least(c.spend_ends_on, c.contract_ends_on), c.id limit ${String(MOST_ENDING)}`,
    values: [sight.everything, sight.organisationIds, from, to, organisationId],
  });
}
