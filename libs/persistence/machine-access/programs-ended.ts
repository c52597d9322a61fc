/** How the tokens of somebody whose password changes end, each part as SQL. */
interface ProgramsEnding {
  /** Name of the part of the `with` that has the person, as `id`. */
  readonly who: string;
  readonly now: string;
  /** Id of who ends them, or null. */
  readonly by: string;
  /** Id of the record of the change. */
  readonly changeId: string;
  /** Whether they end at all. */
  readonly where: string;
}

/**
 * SQL of two parts of a `with`: `programs_alive`, the tokens somebody made for programs that work as the statement begins,
 * and their end with the change of a password.
 */
export function programsEnded({ who, now, by, changeId, where }: ProgramsEnding): string {
  return `programs_alive as (
      select t.id, t.name from machine_token t join ${who} w on t.person_id = w.id
      where t.revoked_at is null and t.expires_at > ${now}
    ), programs_ended as (
      update machine_token t set revoked_at = ${now}, revoked_by = ${by}, revoked_with = ${changeId}
      from programs_alive a where t.id = a.id and t.revoked_at is null and ${where}
    )`;
}

/** SQL of the parameters of an email, with the names of those tokens. Nothing of them opens anything. */
export function programsTold(parameters: string): string {
  return `${parameters} || jsonb_build_object('tokens',
      (select coalesce(jsonb_agg(a.name order by a.name, a.id), '[]') from programs_alive a))`;
}
