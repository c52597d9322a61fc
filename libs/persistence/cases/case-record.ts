import type {
  AskedInReturn,
  Audience,
  CaseDetails,
  CaseState,
  ConditionStatus,
  DecidedState,
  ConditionKind,
  EventType,
  ExceptionRuling,
  Followed,
  Follower,
  LegacyException,
  NewCondition,
  Pence,
  PointEvidence,
  PointHashes,
  PointNumber,
  ProtectiveMarking,
  Recipient,
  RelationKind,
  ReturnedPoint,
  ReviewDepth,
  Sight,
  StandingAttachment,
  StartsFrom,
  Verdict,
} from '#domain';
import { CLOCK_EVENT_TYPES, OCCASION_TYPES } from '#domain';
import { ADVICE_RECORD, type AdviceRecord } from '../advice/advice-record.js';
import { ATTACHMENTS } from '../attachments/attachment-fragments.js';
import type { Queryable } from '../database/statement.js';
import type { Statement } from '../database/statement.js';
import type { AnswerOfBefore } from '../idempotency/kept-answer.js';
import { autonomyOn } from '../policy/earned-autonomies.js';
import { catalogueFor } from '../policy/component-catalogues.js';
import { calendarAt } from '../policy/calendars.js';
import { adoptedOn } from '../policy/regimes.js';
import { allHands, handsBefore } from './department-hands.js';
import { ALL_CONDITIONS } from './condition-fragments.js';
import { DETAILS, legacyExceptions, ORGANISATION, POINTS, utc } from './json-fragments.js';

export type { PointHashes, Sight } from '#domain';

/** A person to be told, and the part they play in the case. */
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly part: Recipient;
  /** They prefer one email a day. */
  readonly digest: boolean;
}

/** A condition as it stands. */
export interface ConditionRecord extends NewCondition {
  readonly id: string;
  readonly decisionId: string;
  readonly number: number;
  readonly kind: ConditionKind;
  /** The legacy exception that promises it; `null` where the decider imposed it. */
  readonly exceptionId: string | null;
  /** Reference of the request it is followed with instead; `null` unless it was carried over. */
  readonly carriedOverTo: string | null;
  readonly status: ConditionStatus;
  readonly revision: number;
}

/** A legacy exception as it stands, with the latest ruling on it. */
export interface LegacyExceptionRecord extends LegacyException {
  readonly revision: number;
  readonly ruling: {
    readonly ruling: ExceptionRuling;
    readonly version: number;
    readonly sequence: number;
  } | null;
}

/** A comment as far as a change to it needs. */
export interface CommentRecord {
  readonly id: string;
  readonly point: PointNumber | null;
  readonly version: number | null;
  readonly audience: Audience;
  readonly parentId: string | null;
  readonly body: string;
  readonly revision: number;
  readonly authorId: string;
  readonly resolved: boolean;
}

/** The latest assessment of a point, whichever version it was made on. */
export interface AssessmentRecord {
  readonly point: PointNumber;
  readonly version: number;
  readonly sequence: number;
  readonly verdict: Verdict;
}

/** Under which policy a case is: pinned once it was submitted, and until then what new requests come under. */
export interface PolicyRecord {
  readonly regimeVersion: string;
  /** Hash of the regime's content, to know it by. */
  readonly regimeHash: string;
  /** Day whose question set counts, London, `YYYY-MM-DD`. */
  readonly on: string;
  readonly pinned: boolean;
  /** Levels the organisation assures itself: those it was pinned with, and until then those of today. */
  readonly earnedAutonomy: readonly string[];
  /** The calendar of working days in force now. */
  readonly calendarId: string;
  /** Catalogue of common components, by version and hash; `null` where none counts for the case. */
  readonly catalogue: { readonly version: string; readonly hash: string } | null;
}

/** How a case was rated and routed. */
export interface TriageStanding {
  readonly rating: string | null;
  readonly ratingConfirmed: boolean;
  readonly route: string | null;
  readonly reviewDepth: ReviewDepth | null;
  /** The latest confirmation or override of the rating. */
  readonly review: {
    readonly computed: string | null;
    readonly rating: string;
  } | null;
}

/** An event as far as clocks and reminders look at it. */
export interface StoredClockEvent {
  readonly type: EventType;
  /** UTC. */
  readonly occurredAt: string;
  readonly reason: string | null;
  readonly payload: unknown;
}

/** A related case, as marked by a reviewer from either side and not unmarked since. */
export interface RelationRecord {
  readonly id: string;
  /** Whether the mark was made on this case, or on the other. */
  readonly direction: 'from' | 'to';
  /** The other case. */
  readonly relatedReference: string;
  readonly relatedCaseId: string;
  /** Whose it is, and who had a hand in it for its department. */
  readonly relatedCase: { readonly organisationId: string; readonly departmentHands: readonly string[] };
  readonly kind: RelationKind;
  readonly revision: number;
}

/** A case with all that the rules look at, as of one revision. */
export interface CaseRecord {
  readonly id: string;
  readonly reference: string;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly state: CaseState;
  readonly revision: number;
  /** Hash of the latest event, hex. */
  readonly headHash: string;
  /** When the latest change was made; UTC. */
  readonly updatedAt: string;
  readonly policy: PolicyRecord;
  /** How it was rated and routed; all `null` before the first submission. */
  readonly triage: TriageStanding;
  /** What its clock and its reminders rest on, in order. */
  readonly clockEvents: readonly StoredClockEvent[];
  readonly relations: readonly RelationRecord[];
  readonly synthetic: boolean;
  /** The decision that stands was made elsewhere and recorded here afterwards: nobody is reminded of its conditions. */
  readonly decidedElsewhere: boolean;
  /** When its text was disposed of, UTC: nothing is done with it any more. `null` for all others. */
  readonly disposedAt: string | null;
  /** What it says as a request for advice; `null` for every other case. */
  readonly advice: AdviceRecord | null;
  readonly details: CaseDetails;
  readonly detailsRevision: number;
  readonly points: readonly (PointEvidence & { readonly revision: number })[];
  readonly legacyExceptions: readonly LegacyExceptionRecord[];
  /** Files that are attached and were not taken out, oldest first. */
  readonly attachments: readonly StandingAttachment[];
  readonly currentVersion: number | null;
  readonly versions: readonly {
    readonly number: number;
    readonly contentHash: string;
    readonly pointHashes: PointHashes;
  }[];
  readonly assessments: readonly AssessmentRecord[];
  /** Returns for information, oldest first. */
  readonly returns: readonly (AskedInReturn & { readonly points: readonly ReturnedPoint[] })[];
  /** What the department said of points to everybody on the case, by the events it was said in. */
  readonly departmentWords: readonly { readonly point: PointNumber; readonly sequence: number }[];
  readonly recommendation: {
    readonly id: string;
    readonly version: number;
    readonly outcome: DecidedState;
    readonly recommendedBy: string;
  } | null;
  /** Everybody who made a recommendation on the current version, whatever became of it. */
  readonly recommenders: readonly string[];
  readonly decision: {
    readonly id: string;
    readonly number: number;
    readonly outcome: DecidedState;
    readonly version: number;
    readonly approvedPence: Pence | null;
    /** UTC. */
    readonly decidedAt: string;
  } | null;
  /** The latest report of what was spent. */
  readonly spend: { readonly final: boolean; readonly recordedAt: string } | null;
  /** The approval it starts from. */
  readonly follows: Followed | null;
  /** What was approved there, while this is the department's to change; otherwise `null`. */
  readonly startsFrom: Pick<StartsFrom, 'content' | 'approvedPence'> | null;
  /** Requests that start from it, in the order they were started in. */
  readonly followers: readonly Follower[];
  /** Of every decision, those superseded as well. */
  readonly conditions: readonly ConditionRecord[];
  /** `null` where it was imported. */
  readonly createdBy: string | null;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
  /** Reviewers who gave it back or handed it over. */
  readonly givenBackBy: readonly string[];
  /** Of this case alone: what its own events say. */
  readonly departmentHands: readonly string[];
  /** Of the approvals it starts from, itself or through others. */
  readonly handsBefore: readonly string[];
  readonly signedOffHash: string | null;
  readonly contacts: readonly Contact[];
  /** The comment the change is about, where it names one that is on this case. */
  readonly comment: CommentRecord | null;
}

/** Which case something is from, and how it is marked: for the record of who was shown it. */
export interface CaseSeen {
  readonly caseId: string;
  readonly protectiveMarking: ProtectiveMarking;
}

/** Hears what somebody is shown, so that it can be recorded. Everything that reads for a person tells it. */
export interface Witness {
  /** Something of this case was read. */
  sawCase(seen: CaseSeen): void;
  /** A list was made, or a count. @param count how many it gives */
  sawList(count: number): void;
}

/** Columns of a `CaseSeen` of the case `c`. */
export const SEEN = `c.id as "caseId", c.protective_marking as "protectiveMarking"`;

/** SQL of whether the case `c` is within a sight given as two parameters. */
export function withinSight(everything: string, organisationIds: string): string {
  return `(${everything}::boolean or c.organisation_id = any(${organisationIds}::uuid[]))`;
}

/** SQL of whether an assignment `a` holds at the instant of the request. */
const HELD = 'a.valid_from <= $5 and (a.valid_to is null or a.valid_to > $5)';

/** SQL of whether a person speaks, or has spoken, for the case's organisation, on it or on what it starts from. */
function ofTheDepartment(personId: string): string {
  return `(${personId} = any(${allHands('c')}) or exists (select from role_assignment a
    where a.person_id = ${personId} and a.organisation_id = c.organisation_id
      and a.role in ('submitter', 'assurance-lead') and ${HELD}))`;
}

/** SQL of whether the person who created the case can still act for its organisation. */
const CREATOR_IS_THERE = `exists (select from role_assignment a join person p on p.id = a.person_id
  where a.person_id = c.created_by and a.organisation_id = c.organisation_id
    and a.role in ('submitter', 'assurance-lead') and ${HELD} and p.deactivated_at is null)`;

/**
 * People to tell, by part, as their roles are now. Where the person who created the case has moved on, the
 * organisation's submitters are told instead. GDS Assurance's own deliberation goes to nobody who speaks, or has
 * spoken, for the department.
 */
const CONTACTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('personId', w.id, 'name', w.name, 'email', w.email, 'part', w.part,
      'digest', w.digest)
    order by w.part, w.id), '[]'::jsonb)
  from (
    select distinct p.id, p.name, p.email, case a.role when 'decider' then 'deciders'
        when 'reviewer' then 'named-reviewer' else a.role end as part,
        p.email_preference = 'daily-digest' as digest
      from role_assignment a join person p on p.id = a.person_id
      where ${HELD} and p.deactivated_at is null and (
        (a.role = 'assurance-lead' and a.organisation_id = c.organisation_id)
        or (a.role = 'submitter' and a.organisation_id = c.organisation_id and not ${CREATOR_IS_THERE})
        or (a.role = 'decider' and not ${ofTheDepartment('p.id')})
        or (a.role = 'reviewer' and p.id = c.reviewer_id and not ${ofTheDepartment('p.id')}))
    union
    select p.id, p.name, p.email, 'submitter', p.email_preference = 'daily-digest' from person p where p.id = c.created_by and ${CREATOR_IS_THERE}
  ) w)`;

/** SQL of the date in London at the instant of the request. */
const TODAY = `(($5::timestamptz at time zone 'Europe/London')::date)`;
const PINNED_ON = `coalesce(c.pinned_on, ${TODAY})`;

/** SQL of the regime a case is under: pinned once it was submitted, or ended without that. */
const REGIME_VERSION = `case when c.pinned_on is null then coalesce(${adoptedOn(TODAY)}, c.regime_version)
  else c.regime_version end`;

const WATCHED_EVENTS = [...CLOCK_EVENT_TYPES, ...OCCASION_TYPES].map((type) => `'${type}'`).join(', ');

/**
 * SQL of what a `CaseRecord` of the case `c` is joined with. What is asked of one table twice is read once: to make a
 * guarded table ready takes longer than to read the rows of one case from it.
 */
export const RECORD_JOINS = `
  join organisation o on o.id = c.organisation_id
  left join decision standing on standing.id = c.decision_id
  cross join lateral (select
      coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'occurredAt', ${utc('e.occurred_at')}, 'reason', e.reason,
        'payload', e.payload) order by e.sequence) filter (where e.type not in ('disposed', 'comment-added')), '[]'::jsonb) as watched,
      coalesce(jsonb_agg(jsonb_build_object('sequence', e.sequence, 'points', e.payload -> 'points') order by e.sequence)
        filter (where e.type = 'returned'), '[]'::jsonb) as returns,
      coalesce(jsonb_agg(jsonb_build_object('sequence', e.sequence, 'point', e.payload -> 'point') order by e.sequence)
        filter (where e.type = 'comment-added' and e.audience = 'shared' and e.payload -> 'point' <> 'null'::jsonb
          and e.actor_role in ('submitter', 'assurance-lead')), '[]'::jsonb) as department_words,
      ${utc("min(e.occurred_at) filter (where e.type = 'disposed')")} as disposed_at
    from case_event e where e.case_id = c.id and e.type in (${WATCHED_EVENTS}, 'disposed', 'comment-added')) happened
  cross join lateral (select
      jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'outcome', r.outcome,
        'recommendedBy', r.recommended_by)) filter (where r.id = c.recommendation_id) -> 0 as latest,
      coalesce(jsonb_agg(distinct r.recommended_by) filter (where r.version = c.current_version), '[]'::jsonb) as people
    from recommendation r where r.case_id = c.id) recommended
  cross join lateral (select
      jsonb_agg(jsonb_build_object('caseId', f.id, 'reference', f.reference, 'kind', c.follows_kind,
        'version', c.follows_version)) filter (where f.id = c.follows_case_id) -> 0 as followed,
      coalesce(jsonb_agg(jsonb_build_object('reference', f.reference, 'kind', f.follows_kind, 'state', f.state)
        order by f.created_at, f.id) filter (where f.follows_case_id = c.id), '[]'::jsonb) as followers
    from spend_case f where f.id = c.follows_case_id or f.follows_case_id = c.id) related`;

/** SQL of a `CaseRecord` of the case `c` with `RECORD_JOINS`; `$5`, `$6` and `$8` as `LOAD` has them. */
export const RECORD = `jsonb_build_object(
    'id', c.id, 'reference', c.reference, 'organisation', ${ORGANISATION}, 'state', c.state,
    'revision', c.revision, 'headHash', encode(c.head_hash, 'hex'), 'updatedAt', ${utc('c.updated_at')},
    'synthetic', c.synthetic,
    'decidedElsewhere', standing.decided_in_source is not null,
    'disposedAt', happened.disposed_at,
    'policy', (select jsonb_build_object('regimeVersion', r.version, 'regimeHash', r.content_hash, 'on', ${PINNED_ON},
        'pinned', c.pinned_on is not null,
        'earnedAutonomy', case when c.pinned_on is null then ${autonomyOn('c.organisation_id', TODAY)}
          else to_jsonb(c.pinned_autonomy) end,
        'calendarId', ${calendarAt('$5::timestamptz')},
        'catalogue', ${catalogueFor(PINNED_ON, 'coalesce(c.submitted_at, $5::timestamptz)')})
      from regime r where r.version = ${REGIME_VERSION}),
    'triage', jsonb_build_object('rating', c.rating, 'ratingConfirmed', c.rating_confirmed, 'route', c.route,
      'reviewDepth', c.review_depth, 'review', (select jsonb_build_object('computed', r.computed, 'rating', r.rating)
        from rating_review r where r.case_id = c.id order by r.sequence desc limit 1)),
    'clockEvents', happened.watched,
    'relations', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'relatedCaseId', x.id,
        'relatedReference', x.reference, 'direction', case when l.case_id = c.id then 'from' else 'to' end,
        'relatedCase', jsonb_build_object('organisationId', x.organisation_id,
          'departmentHands', to_jsonb(${allHands('x')})),
        'kind', l.kind, 'revision', l.revision) order by l.related_at, l.id), '[]'::jsonb)
      from case_relation l
      join spend_case x on x.id = case when l.case_id = c.id then l.related_case_id else l.case_id end
      where (l.case_id = c.id or l.related_case_id = c.id) and l.removed_at is null),
    'advice', ${ADVICE_RECORD}, 'details', ${DETAILS}, 'detailsRevision', c.details_revision, 'points', ${POINTS},
    'legacyExceptions', ${legacyExceptions('true')},
    'attachments', ${ATTACHMENTS}, 'currentVersion', c.current_version,
    'versions', (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'contentHash', v.content_hash,
        'pointHashes', v.point_hashes) order by v.number), '[]'::jsonb)
      from submission_version v where v.case_id = c.id),
    'assessments', (select coalesce(jsonb_agg(jsonb_build_object('point', a.point, 'version', a.version,
        'sequence', a.sequence, 'verdict', a.verdict) order by a.point), '[]'::jsonb)
      from (select distinct on (s.point) s.* from assessment s where s.case_id = c.id
        order by s.point, s.sequence desc) a),
    'returns', happened.returns, 'departmentWords', happened.department_words,
    'recommendation', recommended.latest, 'recommenders', recommended.people,
    'decision', case when standing.id is not null then jsonb_build_object('id', standing.id,
        'number', standing.number, 'outcome', standing.outcome, 'version', standing.version, 'approvedPence', standing.approved_pence,
        'decidedAt', ${utc('standing.decided_at')}) end,
    'spend', (select jsonb_build_object('final', s.final, 'recordedAt', ${utc('s.recorded_at')})
      from spend_report s where s.case_id = c.id order by s.sequence desc limit 1),
    'follows', related.followed, 'followers', related.followers,
    'startsFrom', case when c.follows_case_id is not null and c.state in ('draft', 'signed-off', 'returned')
      then starts_from(c.follows_case_id, c.follows_version) end,
    'conditions', ${ALL_CONDITIONS},
    'createdBy', c.created_by, 'reviewerId', c.reviewer_id,
    'reviewerName', (select p.name from person p where p.id = c.reviewer_id), 'givenBackBy', to_jsonb(c.given_back_by), 'departmentHands', to_jsonb(c.department_hands),
    'handsBefore', to_jsonb(${handsBefore('c')}),
    'signedOffHash', c.signed_off_hash,
    'comment', (select jsonb_build_object('id', m.id, 'point', m.point, 'version', m.version,
        'audience', m.audience, 'parentId', m.parent_id, 'body', m.body, 'revision', m.revision,
        'authorId', m.author_id, 'resolved', m.resolved_at is not null)
      from comment m where m.id = $8::uuid and m.case_id = c.id),
    'contacts', case when $6::boolean then ${CONTACTS} else '[]'::jsonb end)`;

const LOAD = `
select (select jsonb_build_object('requestHash', encode(i.request_hash, 'hex'), 'status', i.status,
      'headers', i.headers, 'body', i.body)
    from idempotency_record i where i.person_id = $3::uuid and i.key = $4) as answer,
  (select ${RECORD}
  from spend_case c ${RECORD_JOINS}
  where c.reference = $1 and ${withinSight('$2', '$7')}) as record`;

/** What is needed to load a case for a change. */
export interface LoadRequest {
  readonly reference: string;
  readonly sight: Sight;
  /** Whose idempotency key to look up; `null` where no key was given or nobody acts. */
  readonly personId: string | null;
  readonly key: string | null;
  readonly at: Date;
  /** Whether somebody may have to be told. */
  readonly withContacts: boolean;
  /** The comment the change is about; `null` for other changes. */
  readonly commentId: string | null;
}

/** A case for a change, and the answer already given under the request's key; either may be missing. */
export interface Loaded {
  readonly record: CaseRecord | null;
  readonly answer: AnswerOfBefore | null;
}

/** Loads a case for a change, in one round trip. */
export async function loadCase(queryable: Queryable, request: LoadRequest): Promise<Loaded> {
  const statement: Statement = {
    name: 'load_case',
    text: LOAD,
    about: request.reference,
    values: [
      request.reference,
      request.sight.everything,
      request.personId,
      request.key,
      request.at,
      request.withContacts,
      request.sight.organisationIds,
      request.commentId,
    ],
  };
  const [row] = await queryable.query<Loaded>(statement);
  return row ?? { record: null, answer: null };
}
