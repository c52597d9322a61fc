import type { Queryable } from '../database/statement.js';

/** Somebody who reviews or decides, or once did. */
export interface AssurancePerson {
  readonly id: string;
  readonly name: string;
  /** Which of the two they are or were. */
  readonly roles: readonly ('reviewer' | 'decider')[];
}

/** Everybody who holds or ever held the role of reviewer or decider, by name: the history is about them as well. */
export function assurancePeople(queryable: Queryable): Promise<readonly AssurancePerson[]> {
  return queryable.query({
    name: 'assurance_people',
    text: `select p.id, p.name, array_agg(distinct a.role order by a.role) as roles
      from person p join role_assignment a on a.person_id = p.id
      where a.role in ('reviewer', 'decider')
      group by p.id, p.name order by p.name, p.id`,
    values: [],
  });
}
