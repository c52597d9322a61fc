import { NOTHING_IS_SPENT, type PipelineDays, type Sight } from '#domain';
import type { Bind } from '../database/binding.js';

/** Whose planned spend to look at. */
export interface PipelineScope {
  readonly sight: Sight;
  /** With those that belong to it, near and far; `null` for all within sight. */
  readonly organisationId: string | null;
}

/** SQL conditions on the organisation of the case `c`. */
export function withinScope({ sight, organisationId }: PipelineScope, bind: Bind): readonly string[] {
  return [
    ...(sight.everything ? [] : [`c.organisation_id = any(${bind(sight.organisationIds, 'uuid[]')})`]),
    ...(organisationId === null
      ? []
      : [
          `c.organisation_id = any(array(with recursive family as (
            select ${bind(organisationId, 'uuid')} as id
            union select o.id from organisation o join family f on o.parent_id = f.id) select id from family))`,
        ]),
  ];
}

/** SQL conditions on when the case `c` is to start, and what it is. */
export function onDays({ starts, until, extensions }: PipelineDays, bind: Bind): readonly string[] {
  const conditions: string[] = [];
  if (starts === 'unknown') conditions.push('c.spend_starts_on is null');
  else {
    if (starts !== null && starts.from !== null)
      conditions.push(`c.spend_starts_on >= ${bind(starts.from, 'date')}`);
    if (starts !== null && starts.to !== null)
      conditions.push(`c.spend_starts_on <= ${bind(starts.to, 'date')}`);
  }
  if (until !== null) conditions.push(`c.spend_starts_on <= ${bind(until, 'date')}`);
  if (extensions) conditions.push(`c.flags @> '{"contractExtension": true}'`);
  return conditions;
}

/** Written as the indexes of planned spend have it. */
export const IS_PLANNED = `c.state = 'planned'`;

/** SQL of whether a case, by its alias, has a contract that counts. */
export function countsContract(alias: string): string {
  return `${alias}.state not in (${NOTHING_IS_SPENT.map((state) => `'${state}'`).join(', ')})`;
}

/** SQL of `expectedPence` of a case, by its alias. */
export function expectedPenceOf(alias: string): string {
  return `case when jsonb_array_length(${alias}.year_amounts) > 0
  then (select sum((y ->> 'amountPence')::bigint) from jsonb_array_elements(${alias}.year_amounts) y)::bigint
  else ${alias}.requested_pence end`;
}

/** The same of the case `c`. */
export const EXPECTED_PENCE = expectedPenceOf('c');
