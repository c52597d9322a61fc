import type { Recognised } from './recognised.js';
import type { Statement } from './statement.js';

/** Somebody on whose behalf statements run. Object identity stands for one request of theirs. */
export interface Actor {
  readonly personId: string;
  /** The instant as of which their roles count, UTC. */
  readonly rolesAt: Date;
  /** Their request reads and changes nothing, so that what it asks in one turn may travel together. */
  readonly onlyReads?: boolean | undefined;
  /** They may see nothing marked higher than OFFICIAL, whatever their roles. */
  readonly onlyOfficial?: boolean | undefined;
  /** What the database said of their roles when it found out who asks, where it just did. */
  readonly recognised?: Recognised | undefined;
}

/** As whom statements run: for a person, with what that person may see; or as the service itself. */
export type ActsAs = Actor | 'service';

/**
 * Name of the setting of a transaction that row-level security goes by: `service`, or what `act_as` of the migration
 * `sight_once_a_group` makes of a person.
 */
export const ACTING_SETTING = 'spend_control.acting';

/** What says in a transaction as whom it runs: values of the database's own `act_as`. */
export function actAsValues({ personId, rolesAt, onlyOfficial }: Actor): readonly [string, string, boolean] {
  return [personId, rolesAt.toISOString(), onlyOfficial === true];
}

/**
 * The statements that say for the rest of a transaction that a person acts. What they may be is what the database said
 * when it found out who they are, for what is asked first after that; else it is looked up.
 * @param about reference of the one case that is asked about; `null` where there is none
 */
export function actingStatements(actor: Actor, about: string | null): readonly Statement[] {
  const values = actAsValues(actor);
  const known = actor.recognised?.take(actor.personId, actor.rolesAt) ?? null;
  const acting =
    known === null
      ? { name: 'act_as', text: 'select act_as($1, $2, $3)', values }
      : { name: 'act_known', text: ACT_KNOWN, values: [...values, known.roles, known.organisationIds] };
  // Who sees all of every case has no use for it; it would show them nothing less.
  const helps = about !== null && (known === null || !known.seesEverything || actor.onlyOfficial === true);
  return helps ? [acting, { name: 'act_about', text: ACT_ABOUT, values: [about] }] : [acting];
}

const ACT_KNOWN = `select set_config('${ACTING_SETTING}', acting_words($1, $2, $3, $4, $5), true)`;

/** Under the case's own policy: where it is not seen, nothing is noted. */
const ACT_ABOUT = `
  select set_config('${ACTING_SETTING}', concat_ws(' ', s.acting, c.id,
    case when c.organisation_id = any (split_part(s.acting, ' ', 6)::uuid[]) then 'own' else 'other' end), true)
  from spend_case c cross join current_setting('${ACTING_SETTING}') s(acting) where c.reference = $1`;
