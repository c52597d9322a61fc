import { EDIT_EVENTS } from '#domain';
import { toldOf } from '../cases/event-sight.js';
import { utc } from '../cases/json-fragments.js';
import type { QuestionSql, Writing } from './question-sql.js';
import { CASE_AND_DECISION, CASE_SQL, nameOf, thereIs } from './sql-fragments.js';
import { CASE_FILTER_COLUMNS, eventLike } from './text-search.js';

const EVENT_SQL: Readonly<Record<string, string>> = {
  sequence: 'e.sequence',
  at: utc('e.occurred_at'),
  byId: 'e.actor_id',
  by: nameOf('e.actor_id'),
  role: 'e.actor_role',
  version: 'e.version',
  reason: 'e.reason',
};

const LATEST_EVENT_FIRST = {
  from: () => `case_event e join spend_case c on c.id = e.case_id ${CASE_AND_DECISION}`,
  keys: [
    { sql: 'e.occurred_at', type: 'timestamptz' },
    { sql: 'e.case_id', type: 'uuid' },
    { sql: 'e.sequence', type: 'int' },
  ],
  descending: true,
  filters: {
    ...CASE_FILTER_COLUMNS,
    period: 'e.occurred_at',
    role: 'e.actor_role',
    version: 'e.version',
    text: eventLike,
  },
} as const;

/** Events the reader may see. */
function forReader({ sees, sight, bind }: Writing): readonly string[] {
  const speaksForSome = sight.everything && sees !== 'true';
  const organisationIds = speaksForSome ? bind(sight.organisationIds, 'uuid[]') : null;
  return [toldOf('e', { internal: sees, organisationIds })];
}

/** Written as the partial index of these events has it. */
const IS_ENDING = `(e.type in ('returned', 'withdrawn')
  or (e.type = 'decided' and e.payload ->> 'outcome' = 'not-approved'))`;

const ENDINGS: Readonly<Record<string, string>> = {
  declined: 'decided',
  withdrawn: 'withdrawn',
  returned: 'returned',
};

/** The decision of the event `e`, where it is one. */
const DECIDED_HERE = `(select w.number from decision w where w.case_id = e.case_id and w.sequence = e.sequence)`;

/** What was declined, withdrawn or returned. */
export const OUTCOMES_IN_PERIOD: QuestionSql = {
  ...LATEST_EVENT_FIRST,
  columns: () => ({
    ...CASE_SQL,
    kind: `case e.type when 'decided' then 'declined' else e.type end`,
    ...EVENT_SQL,
    questions: `case when e.type = 'returned' then e.payload -> 'points' end`,
    decisionNumber: `case when e.type = 'decided' then ${DECIDED_HERE} end`,
    superseded: `case when e.type = 'decided' then ${thereIs(`decision w join decision l
      on l.supersedes_id = w.id where w.case_id = e.case_id and w.sequence = e.sequence`)} end`,
    requestedPence: 'c.requested_pence',
    submittedAt: utc('c.submitted_at'),
    state: 'c.state',
  }),
  // What was only planned and then given up was never asked for.
  where: (writing) => [IS_ENDING, `e.from_state <> 'planned'`, ...forReader(writing)],
  kind: (kind) => `e.type = '${ENDINGS[kind] ?? ''}'`,
};

/** Written as the partial index of these events has it. */
const IS_TRIAGE = `(e.type in ('assured-by-department', 'called-in')
  or (e.type = 'rating-reviewed' and e.payload ->> 'computed' is distinct from e.payload ->> 'rating'))`;

/** Overrides of ratings, and uses of earned autonomy. */
export const TRIAGE_AND_AUTONOMY: QuestionSql = {
  ...LATEST_EVENT_FIRST,
  columns: () => ({
    ...CASE_SQL,
    kind: `case e.type when 'rating-reviewed' then 'rating-overridden' else e.type end`,
    ...EVENT_SQL,
    computedRating: `e.payload ->> 'computed'`,
    rating: `case e.type when 'assured-by-department' then e.payload -> 'triage' ->> 'rating'
      when 'rating-reviewed' then e.payload ->> 'rating' end`,
    route: `e.payload -> 'triage' ->> 'route'`,
    // As it was when the case was pinned, whatever was granted or corrected since.
    autonomyLevels: `(select coalesce(jsonb_agg(l order by l), '[]'::jsonb) from unnest(c.pinned_autonomy) l)`,
    regimeVersion: 'c.regime_version',
    state: 'c.state',
  }),
  where: (writing) => [IS_TRIAGE, ...forReader(writing)],
  kind: (kind) => `e.type = '${kind === 'rating-overridden' ? 'rating-reviewed' : kind}'`,
};

const EDIT_TYPES = EDIT_EVENTS.map((type) => `'${type}'`).join(', ');

/** Changes to what a case says after its first submission. */
export const EDITS_AFTER_SUBMISSION: QuestionSql = {
  ...LATEST_EVENT_FIRST,
  columns: () => ({
    ...CASE_SQL,
    ...EVENT_SQL,
    type: 'e.type',
    part: `case e.type when 'details-changed' then 'details'
      when 'point-evidence-saved' then 'point ' || (e.payload -> 'evidence' ->> 'point')
      else 'legacy exception ' || coalesce(e.payload -> 'exception' ->> 'system',
        (select x.system from legacy_exception x where x.id = (e.payload ->> 'exceptionId')::uuid), '') end`,
    stateThen: 'e.to_state',
    enteredVersion: `(select n.version from case_event n where n.case_id = e.case_id and n.sequence > e.sequence
      and n.type = 'resubmitted' order by n.sequence limit 1)`,
  }),
  where: (writing) => [`e.version is not null and e.type in (${EDIT_TYPES})`, ...forReader(writing)],
  kind: (kind) => `e.type = '${kind}'`,
};

/** Everything that happened. */
export const EVENTS: QuestionSql = {
  ...LATEST_EVENT_FIRST,
  columns: () => ({
    ...CASE_SQL,
    ...EVENT_SQL,
    type: 'e.type',
    audience: 'e.audience',
    actorOrganisationId: 'e.actor_organisation_id',
    fromState: 'e.from_state',
    toState: 'e.to_state',
    payload: 'e.payload',
  }),
  where: forReader,
  kind: (kind, { bind }) => `e.type = ${bind(kind, 'text')}`,
};
