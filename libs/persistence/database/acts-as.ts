/** Somebody on whose behalf statements run. Object identity stands for one request of theirs. */
export interface Actor {
  readonly personId: string;
  /** The instant as of which their roles count, UTC. */
  readonly rolesAt: Date;
  /** Their request reads and changes nothing, so that what it asks in one turn may travel together. */
  readonly onlyReads?: boolean | undefined;
  /** They may see nothing marked higher than OFFICIAL, whatever their roles. */
  readonly onlyOfficial?: boolean | undefined;
}

/** As whom statements run: for a person, with what that person may see; or as the service itself. */
export type ActsAs = Actor | 'service';

/**
 * Name of the setting of a transaction that row-level security goes by: `service`, or what `act_as` of the migration
 * `quicker_row_security` makes of a person.
 */
export const ACTING_SETTING = 'spend_control.acting';

/** What says in a transaction as whom it runs: values of the database's own `act_as`. */
export function actAsValues({ personId, rolesAt, onlyOfficial }: Actor): readonly [string, string, boolean] {
  return [personId, rolesAt.toISOString(), onlyOfficial === true];
}
