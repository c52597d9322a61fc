import { STATE_NAMES, type HeldRole } from '#domain';
import { fitsSearch, type CaseSearch } from '../cases/case-search.js';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { heldRoles } from './saved-searches.js';

/** Most cases an email lists; of the rest it says how many they are. */
export const MOST_CASES_TOLD = 20;

/** Name of the template of such an email. */
export const SEARCH_MATCHED = 'search-matched';

/** Somebody who follows a search they can see. */
export interface Following {
  readonly searchId: string;
  readonly personId: string;
  /** As it was stored; `readCriteria` reads it. */
  readonly criteria: unknown;
  readonly revision: number;
  /** Roles held now. */
  readonly roles: readonly HeldRole[];
}

/**
 * Who follows which search: of active people, and of searches that are still theirs or their team's. By search and
 * person, after a pair, at most `limit`.
 */
export async function followings(
  queryable: Queryable,
  at: Date,
  after: { readonly searchId: string; readonly personId: string } | null,
  limit: number,
): Promise<readonly Following[]> {
  return queryable.query<Following>({
    name: 'followings',
    text: `select s.search_id as "searchId", s.person_id as "personId", q.criteria, s.revision,
        ${heldRoles('s.person_id', '$1')} as roles
      from saved_search_subscription s join saved_search q on q.id = s.search_id join person w on w.id = s.person_id
      where q.removed_at is null and q.revision = s.revision and w.deactivated_at is null
        and (q.owner_id = s.person_id or exists (select from role_assignment t
          where t.person_id = s.person_id and t.organisation_id = q.organisation_id
            and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)))
        and ($2::uuid is null or (s.search_id, s.person_id) > ($2::uuid, $3::uuid))
      order by s.search_id, s.person_id limit $4`,
    values: [at, after?.searchId ?? null, after?.personId ?? null, limit],
  });
}

/** Takes what matches now as known to a follower, who is told of none of it. */
export async function recordMatches(
  transaction: Queryable,
  searchId: string,
  search: CaseSearch,
): Promise<void> {
  const { values, bind } = binder();
  const [id, person] = [bind(searchId, 'uuid'), bind(search.personId, 'uuid')];
  await transaction.query({
    text: `insert into saved_search_match (search_id, person_id, case_id, matched_at)
      select ${id}, ${person}, c.id, ${bind(search.now, 'timestamptz')}
      from spend_case c where ${fitsSearch(search, bind)} order by c.id on conflict do nothing`,
    values,
  });
}

/** One follower to tell, with what they follow. */
export interface FollowerToTell {
  readonly emailId: string;
  readonly searchId: string;
  /** Revision of the search the criteria are of. */
  readonly revision: number;
  readonly search: CaseSearch;
}

/**
 * Queues one email that tells a follower of the cases that newly match, and takes them as known, in one statement and
 * so both or neither. Imported cases are no news: nobody is told of them. The follower's row is locked meanwhile: of any number of workers one tells, the others pass it
 * by; and whoever looks a moment later runs into what is known by then. Nothing happens when the search was changed
 * since its criteria were read.
 * @returns whether there was something to tell
 */
export async function tellFollower(queryable: Queryable, told: FollowerToTell): Promise<boolean> {
  const { searchId, revision, search, emailId } = told;
  const { values, bind } = binder();
  const now = bind(search.now, 'timestamptz');
  const most = String(MOST_CASES_TOLD);
  const text = `with follower as (
      select s.search_id, s.person_id from saved_search_subscription s join person w on w.id = s.person_id
      where w.deactivated_at is null and s.search_id = ${bind(searchId, 'uuid')} and s.person_id = ${bind(search.personId, 'uuid')}
        and s.revision = ${bind(revision, 'int')}
      for update of s skip locked
    ), fresh as (
      insert into saved_search_match (search_id, person_id, case_id, matched_at)
      select f.search_id, f.person_id, c.id, ${now}
      from follower f cross join spend_case c
      where ${fitsSearch(search, bind)} and c.imported_source is null and not exists (select from saved_search_match m
        where m.search_id = f.search_id and m.person_id = f.person_id and m.case_id = c.id)
      order by c.id on conflict do nothing
      returning case_id
    ), listed as (
      select jsonb_build_object('reference', c.reference, 'title', c.title, 'organisation', o.name,
          'state', ${bind(JSON.stringify(STATE_NAMES), 'jsonb')} ->> c.state, 'nextDueAt', ${utc('c.next_due_at')},
          'marking', c.protective_marking, 'synthetic', c.synthetic) as item,
        row_number() over (order by c.next_due_at, c.created_at, c.id) as place
      from fresh n join spend_case c on c.id = n.case_id join organisation o on o.id = c.organisation_id
    ), told as (
      select count(*) as matched,
        jsonb_agg(item order by place) filter (where place <= ${most}) as cases from listed
    )
    insert into email (id, case_id, sequence, person_id, template, recipient_name, recipient_address, recipient_role,
      parameters, status, attempts, created_at, next_attempt_at)
    select ${bind(emailId, 'uuid')}, null, null, p.id, ${bind(SEARCH_MATCHED, 'text')}, p.name, p.email, 'follower',
      jsonb_build_object('searchId', q.id, 'searchName', q.name, 'count', t.matched, 'cases', t.cases,
        'more', greatest(t.matched - ${most}, 0)),
      case when p.email_preference = 'daily-digest' then 'held' else 'queued' end, 0, ${now}, ${now}
    from told t cross join follower f join saved_search q on q.id = f.search_id join person p on p.id = f.person_id
    where t.matched > 0
    returning id`;
  const rows = await queryable.query({ text, values });
  return rows.length === 1;
}
