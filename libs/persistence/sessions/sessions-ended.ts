/**
 * SQL by which sessions end, of browsers and of tokens given for a password, as two parts of a `with`. The one way it is
 * done for a whole person: when they are deactivated, when an administrator or they themselves end their sessions, and
 * when their password changes. Tokens they made for programs are no sessions: how they end with a password is said in
 * `programsEnded`.
 *
 * @param whose SQL condition on `person_id`
 * @param now SQL of the instant
 * @param but SQL of the id of the one that goes on, or of null
 */
export function sessionsEnded(whose: string, now: string, but: string): string {
  return `browsers_ended as (
      update web_session set ended_at = ${now} where ${whose} and ended_at is null and id is distinct from ${but}
    ), tokens_ended as (
      update access_token set revoked_at = ${now} where ${whose} and revoked_at is null and id is distinct from ${but}
    )`;
}
