/**
 * SQL of the people who acted for the department on the approvals the case `alias` starts from, itself or through others:
 * they have written what it carries over. An array; empty where it starts from none, for which nothing is looked up.
 */
export function handsBefore(alias: string): string {
  return `case when ${alias}.follows_case_id is not null then hands_before(${alias}.follows_case_id) else '{}'::uuid[] end`;
}

/** SQL of the people who must not judge the case `alias`, because they wrote it or what it starts from; an array. */
export function allHands(alias: string): string {
  return `(${alias}.department_hands || ${handsBefore(alias)})`;
}
