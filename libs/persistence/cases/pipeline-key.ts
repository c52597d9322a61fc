/** The constraint that a key of planned spend is there once within its organisation. */
export const PIPELINE_KEY_CONSTRAINT = 'spend_case_organisation_id_pipeline_key_key';
