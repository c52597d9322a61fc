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

/** Name of the setting of a transaction that row-level security goes by. */
export const ACTING_SETTING = 'spend_control.acting';

/** Who acts, as the database is told. Its functions that take and read it are in the migration `row_security`. */
export function actingValue(actsAs: ActsAs): string {
  if (actsAs === 'service') return 'service';
  const { personId, rolesAt, onlyOfficial } = actsAs;
  return `${personId} ${rolesAt.toISOString()}${onlyOfficial === true ? ' official' : ''}`;
}
