import type { Queryable } from '../database/statement.js';

/** SQL of whether a case in the row `c` takes its reviewer's time now: while it is returned it does not. */
const IN_HAND = `c.state in ('acknowledged', 'in-review', 'recommended')`;

/** A reviewer, and how much they have in hand. */
export interface ReviewerLoad {
  readonly id: string;
  readonly name: string;
  /** Cases that wait for the reviewer. */
  readonly cases: number;
  /** The same, weighed by their ratings. */
  readonly points: number;
  /** Cases of theirs that wait for a department. */
  readonly returned: number;
}

/** Everybody who is a GDS Assurance reviewer now, least busy first; in one round trip. */
export function reviewerLoads(queryable: Queryable, now: Date): Promise<readonly ReviewerLoad[]> {
  return queryable.query({
    name: 'reviewer_loads',
    text: `select p.id, p.name, coalesce(w.cases, 0) as cases, coalesce(w.points, 0) as points,
        coalesce(w.returned, 0) as returned
      from person p left join (
        select c.reviewer_id, count(*) filter (where ${IN_HAND})::int as cases,
          coalesce(sum(c.workload) filter (where ${IN_HAND}), 0)::int as points,
          count(*) filter (where c.state = 'returned')::int as returned
        from spend_case c where c.reviewer_id is not null
          and c.state in ('acknowledged', 'in-review', 'recommended', 'returned')
        group by c.reviewer_id) w on w.reviewer_id = p.id
      where p.deactivated_at is null and exists (select from role_assignment a where a.person_id = p.id
        and a.role = 'reviewer' and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1))
      order by points, cases, p.name, p.id`,
    values: [now],
  });
}

/**
 * What a reviewer has in hand, in points. Inside a transaction the person is locked until its end, so that what they
 * ask for twice at once is given one after the other.
 */
export async function lockedLoadOf(queryable: Queryable, personId: string): Promise<number> {
  await queryable.query({
    name: 'lock_person',
    text: 'select id from person where id = $1 for no key update',
    values: [personId],
  });
  const [row] = await queryable.query<{ points: number }>({
    name: 'load_of_reviewer',
    text: `select coalesce(sum(c.workload), 0)::int as points from spend_case c
      where c.reviewer_id = $1 and ${IN_HAND}`,
    values: [personId],
  });
  return row?.points ?? 0;
}
