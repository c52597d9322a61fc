/** Where planned spend is imported, without a slash at the beginning. */
export const PIPELINE_IMPORT_PATH = 'api/v1/pipeline/imports';

/** Largest file taken, in bytes: far above what a file may hold of entries. */
export const PIPELINE_IMPORT_LIMIT_BYTES = 5 * 1_048_576;
