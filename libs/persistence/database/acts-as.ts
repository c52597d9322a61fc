import { isForEveryCase, type Recognised, type RolesSaid } from './recognised.js';
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
 * `leaner_row_security` makes of a person.
 */
export const ACTING_SETTING = 'spend_control.acting';

/** SQL of whether whoever acts may see nothing marked higher than OFFICIAL: a program of a narrow scope. */
export const LIMITED_TO_OFFICIAL = `split_part(current_setting('${ACTING_SETTING}', true), ' ', 4) is not distinct from 'official'`;

/** What says in a transaction as whom it runs: values of the database's own `act_as`. */
export function actAsValues({ personId, rolesAt, onlyOfficial }: Actor): readonly [string, string, boolean] {
  return [personId, rolesAt.toISOString(), onlyOfficial === true];
}

/** The one case a group of statements is about. */
export type About = Pick<Statement, 'about' | 'aboutId'>;

/**
 * The statement that says for the rest of a transaction that a person acts. What they may be is what the database said
 * when it found out who they are, for what is asked first after that; else it is looked up.
 */
export function actingStatement(actor: Actor, named: About): Statement {
  const known = actor.recognised?.take(actor.personId, actor.rolesAt) ?? null;
  const about = aboutOf(actor, named);
  if (known === null) {
    const values = actAsValues(actor);
    return about === null
      ? { name: 'act_as', text: 'select act_as($1, $2, $3)', values }
      : { ...ACT_AS_ABOUT[about.column], values: [...values, about.value] };
  }
  const words = wordsOf(actor, known);
  return about === null
    ? { name: 'act_known', text: `select set_config('${ACTING_SETTING}', $1, true)`, values: [words] }
    : { ...ACT_KNOWN_ABOUT[about.column], values: [words, known.organisationIds, about.value] };
}

type Column = 'reference' | 'id';

/** The one case to look for, and by what; `null` where there is none. */
function aboutOf(
  { recognised, onlyOfficial }: Actor,
  { about, aboutId }: About,
): { readonly column: Column; readonly value: string } | null {
  // Who seems to see all of every case has no use for it, and is shown nothing less.
  if (recognised?.seesEverything === true && onlyOfficial !== true) return null;
  if (about !== undefined) return { column: 'reference', value: about };
  return aboutId === undefined ? null : { column: 'id', value: aboutId };
}

/** What the database's own `acting_words` makes of the same roles; a test holds both against each other. */
function wordsOf(actor: Actor, { roles, organisationIds }: RolesSaid): string {
  const [personId, rolesAt, onlyOfficial] = actAsValues(actor);
  const isAboutAll = !onlyOfficial && organisationIds.length === 0;
  const ofThose = isAboutAll ? 'everything' : 'every-case';
  const sight = roles.some(isForEveryCase) ? ofThose : 'some';
  const limit = onlyOfficial ? 'official' : 'any';
  return `${sight} ${personId} ${rolesAt} ${limit} {${roles.join()}} {${organisationIds.join()}}`;
}

const ACT_AS_ABOUT = {
  reference: { name: 'act_as_about', text: 'select act_as($1, $2, $3, $4::text)' },
  id: { name: 'act_as_about_id', text: 'select act_as($1, $2, $3, $4::uuid)' },
};

const ACT_KNOWN_ABOUT = {
  reference: { name: 'act_known_about', text: knownAbout('reference = $3') },
  id: { name: 'act_known_about_id', text: knownAbout('id = $3') },
};

/**
 * Says who acts, and then notes the case it is about: under the case's own policy, so where it is not seen, nothing is
 * noted. It is looked for after it was said who acts, because that stands on the outer side of what is joined; were it
 * not so, nothing would be seen, and nothing noted.
 */
function knownAbout(theCase: string): string {
  return `select set_config('${ACTING_SETTING}', concat_ws(' ', $1::text, c.id,
      case when c.organisation_id = any ($2::uuid[]) then 'own' else 'other' end), true)
    from (select set_config('${ACTING_SETTING}', $1::text, true) is not null as said) a cross join lateral (
      select s.id, s.organisation_id from spend_case s where s.${theCase} and a.said offset 0) c`;
}
