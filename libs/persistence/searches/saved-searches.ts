import type { HeldRole } from '#domain';
import type { Queryable, Transactional } from '../database/statement.js';
import { utc } from '../cases/json-fragments.js';

/** A saved search as somebody who can see it reads it. */
export interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  /** As it was stored; `readCriteria` reads it. */
  readonly criteria: unknown;
  readonly owner: { readonly id: string; readonly name: string };
  /** The team it is shared with; `null` while it is personal. */
  readonly sharedWith: { readonly id: string; readonly key: string; readonly name: string } | null;
  /** Names of what the criteria name by id, where there is one. */
  readonly organisationName: string | null;
  readonly reviewerName: string | null;
  /** Whether the reader gets an email when something new matches. */
  readonly following: boolean;
  readonly revision: number;
  /** UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Who reads: searches of their own, and those shared with a team they hold a role in. */
export interface SearchReader {
  readonly personId: string;
  /** Organisations the reader holds a role in now. */
  readonly teamIds: readonly string[];
}

/** What a search says. */
export interface SearchContent {
  readonly name: string;
  readonly criteria: unknown;
  readonly organisationId: string | null;
}

/** SQL of whether a reader may see the search `q`. */
function visible(personId: string, teamIds: string): string {
  return `q.removed_at is null
    and (q.owner_id = ${personId}::uuid or q.organisation_id = any(${teamIds}::uuid[]))`;
}

const READ = `select q.id, q.name, q.criteria, jsonb_build_object('id', w.id, 'name', w.name) as owner,
    case when o.id is not null then jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name) end as "sharedWith",
    (select n.name from organisation n where n.id::text = q.criteria ->> 'organisationId') as "organisationName",
    (select n.name from person n where n.id::text = q.criteria ->> 'reviewer'
      and exists (select from role_assignment a where a.person_id = n.id and a.role = 'reviewer')) as "reviewerName",
    exists (select from saved_search_subscription s where s.search_id = q.id and s.person_id = $1::uuid) as following,
    q.revision, ${utc('q.created_at')} as "createdAt", ${utc('q.updated_at')} as "updatedAt"
  from saved_search q join person w on w.id = q.owner_id left join organisation o on o.id = q.organisation_id
  where ${visible('$1', '$2')}`;

/** Keeps a new search. */
export async function insertSearch(
  queryable: Queryable,
  search: SearchContent & { readonly id: string; readonly ownerId: string; readonly at: Date },
): Promise<void> {
  await queryable.query({
    name: 'insert_search',
    text: `insert into saved_search (id, owner_id, name, criteria, organisation_id, revision, created_at, updated_at)
      values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::uuid, 1, $6, $6)`,
    values: [
      search.id,
      search.ownerId,
      search.name,
      JSON.stringify(search.criteria),
      search.organisationId,
      search.at,
    ],
  });
}

/** A search, as somebody may see it; `null` when they may not. */
export async function findSearch(
  queryable: Queryable,
  reader: SearchReader,
  id: string,
): Promise<SavedSearchRow | null> {
  const [row] = await queryable.query<SavedSearchRow>({
    name: 'find_search',
    text: `${READ} and q.id = $3::uuid`,
    values: [reader.personId, reader.teamIds, id],
  });
  return row ?? null;
}

/**
 * Searches somebody may see, by name: at most `limit`.
 * @param after id of the one the page before ended with; `null` for the first page
 */
export async function listSearches(
  queryable: Queryable,
  reader: SearchReader,
  after: string | null,
  limit: number,
): Promise<readonly SavedSearchRow[]> {
  const start =
    after === null
      ? ''
      : 'and (q.name, q.id) > (select last.name, last.id from saved_search last where last.id = $4::uuid)';
  return queryable.query<SavedSearchRow>({
    name: after === null ? 'list_searches' : 'list_searches_after',
    text: `${READ} ${start} order by q.name, q.id limit $3`,
    values: [reader.personId, reader.teamIds, limit, ...(after === null ? [] : [after])],
  });
}

/**
 * Changes a search where it is still at the revision that was looked at, and locks it until the transaction ends.
 * @returns whether it was
 */
export async function updateSearch(
  transaction: Queryable,
  search: SearchContent & { readonly id: string; readonly expected: number; readonly at: Date },
): Promise<boolean> {
  const rows = await transaction.query({
    name: 'update_search',
    text: `update saved_search set name = $3, criteria = $4::jsonb, organisation_id = $5::uuid,
        revision = revision + 1, updated_at = $6
      where id = $1::uuid and revision = $2 and removed_at is null returning id`,
    values: [
      search.id,
      search.expected,
      search.name,
      JSON.stringify(search.criteria),
      search.organisationId,
      search.at,
    ],
  });
  return rows.length === 1;
}

/**
 * Removes a search where it is still at the revision that was looked at, with everybody's following of it. The search
 * itself keeps its row.
 * @returns whether it was
 */
export async function removeSearch(
  database: Transactional,
  search: { readonly id: string; readonly expected: number; readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const removed = await transaction.query({
      name: 'remove_search',
      text: `update saved_search set removed_at = $3, updated_at = $3, revision = revision + 1
        where id = $1::uuid and revision = $2 and removed_at is null returning id`,
      values: [search.id, search.expected, search.at],
    });
    if (removed.length === 0) return false;
    await lockFollowers(transaction, search.id);
    await forgetMatches(transaction, search.id, null);
    await transaction.query({
      name: 'remove_followers',
      text: 'delete from saved_search_subscription where search_id = $1::uuid',
      values: [search.id],
    });
    return true;
  });
}

/** Somebody who follows a search, with the roles they hold. */
export interface FollowerRow {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
}

/** Everybody who follows a search, locked until the transaction ends, with the roles they hold at an instant. */
export async function followersOf(
  transaction: Queryable,
  searchId: string,
  at: Date,
): Promise<readonly FollowerRow[]> {
  await lockFollowers(transaction, searchId);
  return transaction.query<FollowerRow>({
    name: 'followers_of_search',
    text: `select s.person_id as "personId", ${heldRoles('s.person_id', '$2')} as roles
      from saved_search_subscription s where s.search_id = $1::uuid order by s.person_id`,
    values: [searchId, at],
  });
}

/** SQL of the roles a person holds at an instant, as JSON; none where they were deactivated. */
export function heldRoles(personId: string, at: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'organisationId', a.organisation_id)),
      '[]'::jsonb)
    from role_assignment a join person p on p.id = a.person_id
    where a.person_id = ${personId} and p.deactivated_at is null
      and a.valid_from <= ${at} and (a.valid_to is null or a.valid_to > ${at}))`;
}

/** Whoever tells a follower of matches locks the same row, so that the two come one after the other. */
async function lockFollowers(transaction: Queryable, searchId: string): Promise<void> {
  await transaction.query({
    name: 'lock_followers',
    text: `select person_id from saved_search_subscription where search_id = $1::uuid order by person_id for update`,
    values: [searchId],
  });
}

/** Notes that followers are up to date with a revision of a search. */
export async function followRevision(
  transaction: Queryable,
  searchId: string,
  revision: number,
): Promise<void> {
  await transaction.query({
    name: 'follow_revision',
    text: 'update saved_search_subscription set revision = $2 where search_id = $1::uuid',
    values: [searchId, revision],
  });
}

/** Forgets which cases followers of a search were told of: all followers, or one. */
export async function forgetMatches(
  transaction: Queryable,
  searchId: string,
  personId: string | null,
): Promise<void> {
  await transaction.query({
    name: 'forget_matches',
    text: `delete from saved_search_match where search_id = $1::uuid and ($2::uuid is null or person_id = $2::uuid)`,
    values: [searchId, personId],
  });
}

/**
 * Starts following a search, which is locked against changes until the transaction ends.
 * @returns the criteria that are followed; `null` when the person follows it already, or it is gone
 */
export async function insertFollower(
  transaction: Queryable,
  searchId: string,
  personId: string,
  at: Date,
): Promise<{ readonly criteria: unknown } | null> {
  const [search] = await transaction.query<{ criteria: unknown; revision: number }>({
    name: 'search_to_follow',
    text: `select criteria, revision from saved_search where id = $1::uuid and removed_at is null for share`,
    values: [searchId],
  });
  if (search === undefined) return null;
  const added = await transaction.query({
    name: 'insert_follower',
    text: `insert into saved_search_subscription (search_id, person_id, subscribed_at, revision)
      values ($1::uuid, $2::uuid, $3, $4) on conflict do nothing returning search_id`,
    values: [searchId, personId, at, search.revision],
  });
  return added.length === 1 ? { criteria: search.criteria } : null;
}

/** Stops following a search; that nobody follows it is no error. */
export async function removeFollower(
  database: Transactional,
  searchId: string,
  personId: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query({
      name: 'lock_follower',
      text: `select person_id from saved_search_subscription
        where search_id = $1::uuid and person_id = $2::uuid for update`,
      values: [searchId, personId],
    });
    await forgetMatches(transaction, searchId, personId);
    await transaction.query({
      name: 'remove_follower',
      text: 'delete from saved_search_subscription where search_id = $1::uuid and person_id = $2::uuid',
      values: [searchId, personId],
    });
  });
}
