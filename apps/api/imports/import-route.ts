/** Where decisions made elsewhere are imported, without a slash at the beginning. */
export const IMPORT_PATH = 'api/v1/decision-imports';

/** Largest file taken over HTTP, in bytes: some 20,000 decisions. Larger ones go in on the command line. */
export const IMPORT_LIMIT_BYTES = 10 * 1_048_576;
