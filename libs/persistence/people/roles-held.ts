/** SQL of the roles that the person in the row `p` holds at the instant of a parameter: `HeldRole`s, oldest first. */
export function rolesHeldAt(instant: string): string {
  return `coalesce((
    select json_agg(json_build_object('role', r.role, 'organisationId', r.organisation_id) order by r.valid_from, r.id)
    from role_assignment r
    where r.person_id = p.id and r.valid_from <= ${instant} and (r.valid_to is null or r.valid_to > ${instant})
  ), '[]'::json)`;
}
