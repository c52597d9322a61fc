import { utc } from './json-fragments.js';

/** SQL of how the condition `k` is shown where it was carried over to a request that is not seen; looked up nowhere else. */
function shown(key: 'status' | 'revision' | 'changedAt', otherwise: string): string {
  return `case when k.status = 'carried-over' then coalesce(
      condition_as_shown(k.id, k.case_id, k.carried_over_to) ->> '${key}', ${otherwise}) else ${otherwise} end`;
}

/**
 * SQL of the status of the condition `k` as it is shown: that it was carried over tells of the request it was carried over
 * to, so for who does not see that it stands as it did before. Rules go by the column itself.
 */
export const SHOWN_STATUS = shown('status', 'k.status');

/** SQL of when the condition `k` last changed, as it is shown: UTC, as text. */
export const SHOWN_CHANGED_AT = shown('changedAt', utc('k.changed_at'));

/** SQL of whether the condition `k` is shown with one of some statuses; an index finds it by the column. @param among SQL of an array of text */
export function isShownAs(among: string): string {
  return `(k.status = any(array_append(${among}, 'carried-over')) and ${SHOWN_STATUS} = any(${among}))`;
}

/** SQL of whether the condition `k` is shown as one that something is still to become of. */
export const SHOWN_UNSETTLED = isShownAs(`array['open', 'evidence-submitted']`);

const FIELDS = `'id', k.id, 'decisionId', k.decision_id, 'number', k.number, 'text', k.text,
    'point', k.point, 'ownerName', k.owner_name, 'ownerEmail', k.owner_email, 'dueOn', k.due_on,
    'kind', k.kind, 'exceptionId', k.exception_id, 'carriedOverTo', case when k.carried_over_to is not null then seen_reference(k.carried_over_to) end`;

/** One condition `k`, as it is shown. */
export const CONDITION_FIELDS = `${FIELDS},
    'status', ${SHOWN_STATUS}, 'revision', (${shown('revision', 'k.revision::text')})::int,
    'changedAt', ${SHOWN_CHANGED_AT}`;

/** The conditions of the decision that stands on the case `c`, as they are shown. */
export const CONDITIONS = `(select coalesce(jsonb_agg(jsonb_build_object(${CONDITION_FIELDS}) order by k.number),
    '[]'::jsonb) from condition k where k.decision_id = c.decision_id)`;

/** The conditions of every decision on the case `c`, those superseded as well, as the rules look at them. */
export const ALL_CONDITIONS = `(select coalesce(jsonb_agg(jsonb_build_object(${FIELDS},
      'status', k.status, 'revision', k.revision, 'changedAt', ${utc('k.changed_at')})
    order by k.changed_at, k.number), '[]'::jsonb) from condition k where k.case_id = c.id)`;
