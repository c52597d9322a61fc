/** Constraints that a key of planned spend is there once within its organisation, as written and whatever its capitals. */
const PIPELINE_KEY_CONSTRAINTS: readonly string[] = [
  'spend_case_organisation_id_pipeline_key_key',
  'hot_pipeline_key',
];

/** Whether the database refused something because planned spend of the organisation has the key already. */
export function isPipelineKeyTaken(constraint: string | undefined): boolean {
  return constraint !== undefined && PIPELINE_KEY_CONSTRAINTS.includes(constraint);
}
