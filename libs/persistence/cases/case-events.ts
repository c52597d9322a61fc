import type { CaseEvent, Sight } from '#domain';
import type { Queryable } from '../database/statement.js';
import { SEES_INTERNAL } from './case-reading.js';
import { withinSight, type CaseSeen } from './case-record.js';
import { DISPOSED_AT, ORGANISATION, utc } from './json-fragments.js';

/** What happened to a case up to an instant, and what else is needed to say it in words. */
export interface CaseHistory extends CaseSeen {
  readonly reference: string;
  /** UTC. */
  readonly createdAt: string;
  /** When its text was disposed of, UTC, also where that was after the instant; `null` where it was not. */
  readonly disposedAt: string | null;
  /** Whether the reader sees the approval it starts from; `false` where it starts from none. */
  readonly seesFollowed: boolean;
  /** References of the requests that its promises were carried over to, as far as the reader sees them. */
  readonly seenFollowers: readonly string[];
  /** As it is named now: a change of name is not an event of the case. */
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  /** How far it had come, counting what the reader may not see; `null` where it did not exist yet. */
  readonly head: { readonly revision: number; readonly updatedAt: string } | null;
  /** In order; none where the case did not exist yet. */
  readonly events: readonly CaseEvent[];
  /** Names of the people the events name, as they are now, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** One event `e` as a `CaseEvent`. */
const EVENT = `jsonb_build_object('caseId', e.case_id, 'sequence', e.sequence, 'type', e.type,
  'audience', e.audience, 'actorId', e.actor_id, 'actorRole', e.actor_role,
  'actorOrganisationId', e.actor_organisation_id, 'occurredAt', ${utc('e.occurred_at')},
  'fromState', e.from_state, 'toState', e.to_state, 'version', e.version, 'reason', e.reason, 'payload', e.payload)`;

/** SQL of a `CaseHistory` of the case `c` with its organisation `o`, up to and with an instant given as a parameter. */
function historyUpTo(at: string): string {
  const upTo = `e.case_id = c.id and e.occurred_at <= ${at}::timestamptz`;
  return `jsonb_build_object('caseId', c.id, 'protectiveMarking', c.protective_marking, 'reference', c.reference, 'createdAt', ${utc('c.created_at')}, 'disposedAt', ${DISPOSED_AT},
    'seesFollowed', exists (select from spend_case f where f.id = c.follows_case_id),
    'seenFollowers', (select coalesce(jsonb_agg(f.reference), '[]'::jsonb) from spend_case f where f.reference in (
      select e.payload ->> 'followingReference' from case_event e where e.case_id = c.id and e.type = 'promises-carried-over')),
    'organisation', ${ORGANISATION},
    'head', (select jsonb_build_object('revision', h.sequence, 'updatedAt', ${utc('h.occurred_at')})
      from head_of_case(c.id, ${at}::timestamptz) h),
    'events', (select coalesce(jsonb_agg(${EVENT} order by e.sequence), '[]'::jsonb) from case_event e where ${upTo}),
    'names', (select coalesce(jsonb_object_agg(p.id, p.name), '{}'::jsonb) from person p where p.id in (
      select e.actor_id from case_event e where ${upTo}
      union select (e.payload ->> 'reviewerId')::uuid from case_event e where ${upTo} and e.payload ? 'reviewerId')))`;
}

/**
 * What happened to a case up to and with an instant, in one round trip; `null` when the person may not see the case.
 * Events never run backwards, so these are the first ones; without a gap but for comments the reader may not see.
 */
export async function readCaseHistory(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  at: Date,
): Promise<CaseHistory | null> {
  const [row] = await queryable.query<{ history: CaseHistory }>({
    name: 'read_case_history',
    text: `select ${historyUpTo('$4')} as history from spend_case c join organisation o on o.id = c.organisation_id
      where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds, at],
  });
  return row?.history ?? null;
}

/**
 * The same of every case that had been marked as related to one by an instant, from either side, also where it was
 * unmarked since; whoever's cases they are. None for who does not see what GDS Assurance keeps to itself about the one.
 */
export async function readRelatedHistories(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  at: Date,
): Promise<readonly CaseHistory[]> {
  const rows = await queryable.query<{ history: CaseHistory }>({
    name: 'read_related_histories',
    text: `with one as (select c.id from spend_case c where c.reference = $1 and ${SEES_INTERNAL})
      select ${historyUpTo('$4')} as history from spend_case c join organisation o on o.id = c.organisation_id
      where c.id in (
        select l.related_case_id from case_relation l where l.case_id = (select id from one) and l.related_at <= $4
        union select l.case_id from case_relation l
          where l.related_case_id = (select id from one) and l.related_at <= $4)
      order by c.id`,
    values: [reference, sight.everything, sight.organisationIds, at],
  });
  return rows.map(({ history }) => history);
}
