import type {
  Audience,
  CaseDetails,
  CaseState,
  ConditionStatus,
  DecidedState,
  ExceptionRuling,
  LegacyException,
  NewCondition,
  PointEvidence,
  PointNumber,
  Recipient,
  Verdict,
} from '#domain';
import type { Queryable } from '../database/database.js';
import type { Statement } from '../database/statement.js';
import type { AnswerOfBefore } from '../idempotency/kept-answer.js';
import { ALL_CONDITIONS, DETAILS, legacyExceptions, ORGANISATION, POINTS, utc } from './json-fragments.js';

/** A person to be told, and the part they play in the case. */
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly part: Recipient;
}

/** A condition as it stands. */
export interface ConditionRecord extends NewCondition {
  readonly id: string;
  readonly decisionId: string;
  readonly number: number;
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

/** What assessments and rulings rest on, frozen with each version: hashes by point number. */
export type PointHashes = Readonly<Record<string, string>>;

/** A case with all that the rules look at, as of one revision. */
export interface CaseRecord {
  readonly id: string;
  readonly reference: string;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly state: CaseState;
  readonly revision: number;
  /** When the latest change was made; UTC. */
  readonly updatedAt: string;
  readonly regimeVersion: string;
  readonly synthetic: boolean;
  readonly details: CaseDetails;
  readonly detailsRevision: number;
  readonly points: readonly (PointEvidence & { readonly revision: number })[];
  readonly legacyExceptions: readonly LegacyExceptionRecord[];
  readonly currentVersion: number | null;
  readonly versions: readonly {
    readonly number: number;
    readonly contentHash: string;
    readonly pointHashes: PointHashes;
  }[];
  readonly assessments: readonly AssessmentRecord[];
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
  } | null;
  /** Of every decision, those superseded as well. */
  readonly conditions: readonly ConditionRecord[];
  readonly createdBy: string;
  readonly reviewerId: string | null;
  readonly departmentHands: readonly string[];
  readonly signedOffHash: string | null;
  readonly contacts: readonly Contact[];
  /** The comment the change is about, where it names one that is on this case. */
  readonly comment: CommentRecord | null;
}

/** Which cases a person may see at all; see `maySee` in libs/casework. */
export interface Sight {
  readonly everything: boolean;
  readonly organisationIds: readonly string[];
}

/** SQL of whether the case `c` is within a sight given as two parameters. */
export function withinSight(everything: string, organisationIds: string): string {
  return `(${everything}::boolean or c.organisation_id = any(${organisationIds}::uuid[]))`;
}

/** SQL of whether an assignment `a` holds at the instant of the request. */
const HELD = 'a.valid_from <= $5 and (a.valid_to is null or a.valid_to > $5)';

/** SQL of whether a person speaks, or has spoken, for the case's organisation. */
function ofTheDepartment(personId: string): string {
  return `(${personId} = any(c.department_hands) or exists (select from role_assignment a
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
  select coalesce(jsonb_agg(jsonb_build_object('personId', w.id, 'name', w.name, 'email', w.email, 'part', w.part)
    order by w.part, w.id), '[]'::jsonb)
  from (
    select distinct p.id, p.name, p.email, case a.role when 'decider' then 'deciders'
        when 'reviewer' then 'named-reviewer' else a.role end as part
      from role_assignment a join person p on p.id = a.person_id
      where ${HELD} and p.deactivated_at is null and (
        (a.role = 'assurance-lead' and a.organisation_id = c.organisation_id)
        or (a.role = 'submitter' and a.organisation_id = c.organisation_id and not ${CREATOR_IS_THERE})
        or (a.role = 'decider' and not ${ofTheDepartment('p.id')})
        or (a.role = 'reviewer' and p.id = c.reviewer_id and not ${ofTheDepartment('p.id')}))
    union
    select p.id, p.name, p.email, 'submitter' from person p where p.id = c.created_by and ${CREATOR_IS_THERE}
  ) w)`;

const LOAD = `
select (select jsonb_build_object('requestHash', encode(i.request_hash, 'hex'), 'status', i.status,
      'headers', i.headers, 'body', i.body)
    from idempotency_record i where i.person_id = $3::uuid and i.key = $4) as answer,
  (select jsonb_build_object(
    'id', c.id, 'reference', c.reference, 'organisation', ${ORGANISATION}, 'state', c.state,
    'revision', c.revision, 'updatedAt', ${utc('c.updated_at')}, 'regimeVersion', c.regime_version, 'synthetic', c.synthetic,
    'details', ${DETAILS}, 'detailsRevision', c.details_revision, 'points', ${POINTS},
    'legacyExceptions', ${legacyExceptions('true')},
    'currentVersion', c.current_version,
    'versions', (select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'contentHash', v.content_hash,
        'pointHashes', v.point_hashes) order by v.number), '[]'::jsonb)
      from submission_version v where v.case_id = c.id),
    'assessments', (select coalesce(jsonb_agg(jsonb_build_object('point', a.point, 'version', a.version,
        'sequence', a.sequence, 'verdict', a.verdict) order by a.point), '[]'::jsonb)
      from (select distinct on (s.point) s.* from assessment s where s.case_id = c.id
        order by s.point, s.sequence desc) a),
    'recommendation', (select jsonb_build_object('id', r.id, 'version', r.version, 'outcome', r.outcome,
        'recommendedBy', r.recommended_by) from recommendation r where r.id = c.recommendation_id),
    'recommenders', (select coalesce(jsonb_agg(distinct r.recommended_by), '[]'::jsonb)
      from recommendation r where r.case_id = c.id and r.version = c.current_version),
    'decision', (select jsonb_build_object('id', d.id, 'number', d.number, 'outcome', d.outcome,
        'version', d.version) from decision d where d.id = c.decision_id),
    'conditions', ${ALL_CONDITIONS},
    'createdBy', c.created_by, 'reviewerId', c.reviewer_id, 'departmentHands', to_jsonb(c.department_hands),
    'signedOffHash', c.signed_off_hash,
    'comment', (select jsonb_build_object('id', m.id, 'point', m.point, 'version', m.version,
        'audience', m.audience, 'parentId', m.parent_id, 'body', m.body, 'revision', m.revision,
        'authorId', m.author_id, 'resolved', m.resolved_at is not null)
      from comment m where m.id = $8::uuid and m.case_id = c.id),
    'contacts', case when $6::boolean then ${CONTACTS} else '[]'::jsonb end)
  from spend_case c join organisation o on o.id = c.organisation_id
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
