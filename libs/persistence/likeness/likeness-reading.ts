import type { CaseState, LikenessVerdict, ProtectiveMarking, Sight, SpendCategory } from '#domain';
import { SEES_INTERNAL } from '../cases/case-reading.js';
import { SEEN, withinSight, type CaseSeen } from '../cases/case-record.js';
import { toldOf } from '../cases/event-sight.js';
import { DETAILS, ORGANISATION, utc } from '../cases/json-fragments.js';
import { shapeName } from '../cases/text-page.js';
import { binder } from '../database/binding.js';
import { expectedPenceOf } from '../pipeline/pipeline-sql.js';
import type { Queryable } from '../database/statement.js';
import { isGoneOnFrom } from './same-suppliers.js';

/** One of two cases that look alike, as a list shows it. */
export interface AlikeCase {
  readonly reference: string;
  readonly title: string;
  readonly state: CaseState;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly category: SpendCategory | null;
  readonly requestedPence: number | null;
  /** The amounts by year together, otherwise the amount in all. */
  readonly expectedPence: number | null;
  readonly spendStartsOn: string | null;
  readonly protectiveMarking: ProtectiveMarking;
}

/** Two cases that look alike, and why. */
export interface AlikePair {
  /** From 0 to 1. */
  readonly score: number;
  /** Sentences without full stops. */
  readonly reasons: readonly string[];
  readonly one: AlikeCase;
  readonly other: AlikeCase;
}

/** A place in the list of pairs. */
export interface PairPosition {
  readonly score: number;
  readonly caseId: string;
  readonly otherCaseId: string;
}

/** A page of pairs, and where the next one starts; `null` at the end. */
export interface PairPage {
  readonly items: readonly AlikePair[];
  readonly next: PairPosition | null;
}

const ALIKE = (
  alias: string,
  organisation: string,
): string => `jsonb_build_object('reference', ${alias}.reference,
  'title', ${alias}.title, 'state', ${alias}.state, 'organisation', jsonb_build_object('id', ${organisation}.id,
    'key', ${organisation}.key, 'name', ${organisation}.name), 'category', ${alias}.category,
  'requestedPence', ${alias}.requested_pence, 'expectedPence', ${expectedPenceOf(alias)}, 'spendStartsOn', ${alias}.spend_starts_on,
  'protectiveMarking', ${alias}.protective_marking)`;

/** SQL of whether nobody has judged the pair `p`. */
const UNJUDGED = `not exists (select from case_event v where v.case_id = p.case_id
  and v.type in ('put-in-touch', 'likeness-dismissed') and v.payload ->> 'relatedCaseId' = p.other_case_id::text)`;

/** What is asked of every list of pairs. */
export interface PairsAsked {
  readonly sight: Sight;
  /** States in which there is nothing to compare any more. */
  readonly past: readonly CaseState[];
  /** Pairs that score less are left out. */
  readonly atLeast: number;
}

/** Pairs nobody has judged, the most alike first; one round trip, by keyset. */
export async function listPairs(
  queryable: Queryable,
  { sight, past, atLeast }: PairsAsked,
  page: { readonly after: PairPosition | null; readonly limit: number },
): Promise<PairPage> {
  const { values, bind } = binder();
  const where = [
    bind(sight.everything, 'boolean'),
    `p.score >= ${bind(atLeast, 'float8')}`,
    ...notPast(bind(past, 'text[]')),
    ...notOwn(bind(sight.organisationIds, 'uuid[]')),
    UNJUDGED,
  ];
  if (page.after !== null) {
    const score = bind(page.after.score, 'float8');
    where.push(
      `p.score <= ${score} and (p.score < ${score} or (p.case_id, p.other_case_id) > (${bind(page.after.caseId, 'uuid')}, ${bind(page.after.otherCaseId, 'uuid')}))`,
    );
  }
  const text = `select p.case_id as "caseId", p.other_case_id as "otherCaseId", p.score, p.reasons,
      ${ALIKE('a', 'ao')} as one, ${ALIKE('b', 'bo')} as other
    from likeness_pair p join spend_case a on a.id = p.case_id join spend_case b on b.id = p.other_case_id
    join organisation ao on ao.id = a.organisation_id join organisation bo on bo.id = b.organisation_id
    where ${where.join(' and ')}
    order by p.score desc, p.case_id, p.other_case_id limit ${bind(page.limit + 1, 'int')}`;
  const rows = await queryable.query<AlikePair & PairPosition>({
    name: shapeName('list_likeness_pairs', text),
    text,
    values,
  });
  const last = rows.length > page.limit ? rows.at(page.limit - 1) : undefined;
  return {
    items: rows
      .slice(0, page.limit)
      .map(({ score, reasons, one, other }) => ({ score, reasons, one, other })),
    next:
      last === undefined ? null : { score: last.score, caseId: last.caseId, otherCaseId: last.otherCaseId },
  };
}

/** How many pairs nobody has judged, counted up to a number; one round trip. */
export async function countPairs(
  queryable: Queryable,
  { sight, past, atLeast }: PairsAsked,
  most: number,
): Promise<number> {
  const where = [
    '$1::boolean',
    'p.score >= $2::float8',
    ...notPast('$3::text[]'),
    ...notOwn('$4::uuid[]'),
    UNJUDGED,
  ];
  const [row] = await queryable.query<{ readonly pairs: number }>({
    name: 'count_likeness_pairs',
    text: `select count(*)::int as pairs from (select from likeness_pair p join spend_case a on a.id = p.case_id
      join spend_case b on b.id = p.other_case_id where ${where.join(' and ')} limit $5::int) found`,
    values: [sight.everything, atLeast, past, sight.organisationIds, most],
  });
  return row?.pairs ?? 0;
}

function notPast(past: string): readonly string[] {
  return [
    `a.state <> all(${past})`,
    `b.state <> all(${past})`,
    // What was varied or extended is shown by the latest link.
    `not ${isGoneOnFrom('a.id', past)}`,
    `not ${isGoneOnFrom('b.id', past)}`,
  ];
}

function notOwn(organisationIds: string): readonly string[] {
  return [`a.organisation_id <> all(${organisationIds})`, `b.organisation_id <> all(${organisationIds})`];
}

/** Another department somebody of GDS Assurance has put the one of a case in touch with. */
export interface Touch {
  /** The other case. */
  readonly reference: string;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  /** Who speaks for it. */
  readonly contact: { readonly id: string; readonly name: string; readonly email: string };
  readonly reason: string | null;
  /** UTC. */
  readonly at: string;
}

/** What looks like one case, and whom its department was put in touch with. */
export interface LikenessesOfCase {
  readonly suggestions: readonly Omit<AlikePair, 'one'>[];
  readonly inTouch: readonly Touch[];
}

/**
 * What looks like a case, for who may see what GDS Assurance keeps to itself about both, and whom its department was put
 * in touch with, for everybody who may see the case; `null` where the person may not.
 */
export async function likenessesOfCase(
  queryable: Queryable,
  reference: string,
  { sight, past, atLeast }: PairsAsked,
): Promise<(LikenessesOfCase & CaseSeen & { readonly organisationId: string }) | null> {
  const [row] = await queryable.query<LikenessesOfCase & CaseSeen & { readonly organisationId: string }>({
    name: 'likenesses_of_case',
    text: `select ${SEEN}, c.organisation_id as "organisationId",
      coalesce((select jsonb_agg(jsonb_build_object('score', p.score, 'reasons', to_jsonb(p.reasons),
          'other', ${ALIKE('b', 'bo')}) order by p.score desc, b.id)
        from (select l.*, case when l.case_id = c.id then l.other_case_id else l.case_id end as that
          from likeness_pair l where l.case_id = c.id or l.other_case_id = c.id) p
        join spend_case b on b.id = p.that join organisation bo on bo.id = b.organisation_id
        where $2::boolean and p.score >= $5 and c.state <> all($4::text[]) and b.state <> all($4::text[])
          and not ${isGoneOnFrom('c.id', '$4::text[]')} and not ${isGoneOnFrom('b.id', '$4::text[]')}
          and c.organisation_id <> all($3::uuid[]) and b.organisation_id <> all($3::uuid[]) and ${UNJUDGED}),
        '[]'::jsonb) as suggestions,
      coalesce((select jsonb_agg(jsonb_build_object('reference', e.payload ->> 'relatedReference',
          'title', e.payload ->> 'relatedTitle', 'organisation', ${ORGANISATION},
          'contact', jsonb_build_object('id', w.id, 'name', w.name, 'email', w.email), 'reason', e.reason,
          'at', ${utc('e.occurred_at')}) order by e.sequence)
        from case_event e join organisation o on o.id = (e.payload ->> 'relatedOrganisationId')::uuid
        join person w on w.id = (e.payload ->> 'contactId')::uuid
        where e.case_id = c.id and e.type = 'put-in-touch'
          and ${toldOf('e', { internal: SEES_INTERNAL, organisationIds: '$3::uuid[]' })}), '[]'::jsonb) as "inTouch"
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds, past, atLeast],
  });
  return row ?? null;
}

/** One side of a pair, in full. */
export interface SideOfPair {
  readonly caseId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly details: unknown;
  readonly protectiveMarking: ProtectiveMarking;
}

/** Two cases beside one another. */
export interface PairBesideOneAnother {
  readonly one: SideOfPair;
  readonly other: SideOfPair;
  /** `null` where the two are not suggested. */
  readonly score: number | null;
  readonly reasons: readonly string[];
  /** What somebody made of it; `null` where nobody has said. */
  readonly verdict: {
    readonly verdict: LikenessVerdict;
    readonly reason: string | null;
    readonly by: { readonly id: string; readonly name: string } | null;
    /** UTC. */
    readonly at: string;
  } | null;
}

const SIDE = `jsonb_build_object('caseId', c.id, 'reference', c.reference, 'state', c.state,
  'organisation', ${ORGANISATION}, 'details', ${DETAILS}, 'protectiveMarking', c.protective_marking)`;

/** Two cases beside one another, as far as the person may see both; `null` otherwise. */
export async function readPair(
  queryable: Queryable,
  references: readonly [string, string],
  sight: Sight,
): Promise<PairBesideOneAnother | null> {
  const [row] = await queryable.query<PairBesideOneAnother>({
    name: 'read_likeness_pair',
    text: `with one as (select c.id, ${SIDE} as side from spend_case c join organisation o on o.id = c.organisation_id
        where c.reference = $1 and $3::boolean and c.organisation_id <> all($4::uuid[])),
      other as (select c.id, ${SIDE} as side from spend_case c join organisation o on o.id = c.organisation_id
        where c.reference = $2 and $3::boolean and c.organisation_id <> all($4::uuid[]))
      select one.side as one, other.side as other, p.score, coalesce(p.reasons, '{}') as reasons,
        (select jsonb_build_object('verdict', case v.type when 'put-in-touch' then v.type else 'dismissed' end,
            'reason', v.reason, 'at', ${utc('v.occurred_at')}, 'by', (select jsonb_build_object('id', w.id, 'name', w.name)
              from person w where w.id = v.actor_id))
          from case_event v where v.case_id = one.id and v.type in ('put-in-touch', 'likeness-dismissed')
            and v.payload ->> 'relatedCaseId' = other.id::text order by v.sequence limit 1) as verdict
      from one cross join other
      left join likeness_pair p on p.case_id = least(one.id, other.id) and p.other_case_id = greatest(one.id, other.id)`,
    values: [...references, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** What somebody has made of two cases, and by which event of the first; `null` where nobody has said. */
export async function verdictOn(
  queryable: Queryable,
  caseId: string,
  otherCaseId: string,
): Promise<{ readonly verdict: LikenessVerdict; readonly sequence: number } | null> {
  const [row] = await queryable.query<{ type: string; sequence: number }>({
    name: 'likeness_verdict_on',
    text: `select v.type, v.sequence from case_event v where v.case_id = $1 and v.type in ('put-in-touch', 'likeness-dismissed')
      and v.payload ->> 'relatedCaseId' = $2::text limit 1`,
    values: [caseId, otherCaseId],
  });
  if (row === undefined) return null;
  const { type, sequence } = row;
  return { verdict: type === 'put-in-touch' ? type : 'dismissed', sequence };
}
