/** What somebody did when they were shown something: looked at a case, searched or listed cases, took data out. */
export const ACCESS_KINDS = ['view', 'search', 'export'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What became of it: it was shown, or it was not (404 or 403), which an auditor may want to know as well. */
export const ACCESS_OUTCOMES = ['given', 'refused'] as const;
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number];
