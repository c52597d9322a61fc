import type { Queryable } from '../database/database.js';

/** A condition that fell due and of which nobody has been told. */
export interface DueCondition {
  readonly reference: string;
  readonly conditionId: string;
}

/**
 * Conditions in force, without evidence, due on or before a date, of which no `condition-due` event tells yet.
 * @param today date in the United Kingdom, `YYYY-MM-DD`
 */
export async function conditionsFallenDue(
  queryable: Queryable,
  today: string,
): Promise<readonly DueCondition[]> {
  return queryable.query<DueCondition>({
    name: 'conditions_fallen_due',
    text: `select c.reference, k.id as "conditionId"
      from condition k join spend_case c on c.id = k.case_id and c.decision_id = k.decision_id
      where k.status = 'open' and k.due_on <= $1::date
        and not exists (select from case_event e where e.case_id = k.case_id and e.type = 'condition-due'
          and e.payload ->> 'conditionId' = k.id::text)
      order by k.due_on, k.id limit 1000`,
    values: [today],
  });
}

/** Whether the case's history already tells that a condition fell due. */
export async function dueWasRaised(
  queryable: Queryable,
  caseId: string,
  conditionId: string,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'due_was_raised',
    text: `select 1 from case_event where case_id = $1 and type = 'condition-due'
      and payload ->> 'conditionId' = $2`,
    values: [caseId, conditionId],
  });
  return rows.length > 0;
}
