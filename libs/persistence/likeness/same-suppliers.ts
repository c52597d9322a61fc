/**
 * SQL of the suppliers both cases name, as the first of them writes them, each once. `supplier_key` is the rule of
 * `supplierKey` in the database.
 */
export function suppliersOfBoth(one: string, other: string): string {
  return `array(select min(n.name) from unnest(${one}.current_suppliers || ${one}.proposed_suppliers) as n(name)
      where ${one}.supplier_keys && ${other}.supplier_keys and supplier_key(n.name) = any(${other}.supplier_keys)
      group by supplier_key(n.name) order by 1)`;
}

/**
 * SQL of whether another request goes on from the case, so that this one is no longer the latest link of its chain. Looked
 * up by the index for each case: `offset 0` keeps PostgreSQL from reading all cases to join with.
 */
export function isGoneOnFrom(caseId: string, past: string): string {
  return `exists (select from spend_case link where link.follows_case_id = ${caseId} and link.state <> all(${past}) offset 0)`;
}
