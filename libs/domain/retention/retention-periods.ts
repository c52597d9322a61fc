/** How a case can have come to its end, as far as how long it is kept depends on it. */
export const ENDINGS = [
  'decided',
  'assured-by-department',
  'withdrawn',
  'closed-below-threshold',
  'imported',
  'advice-closed',
] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * Years a case is kept after it ended, before what could be personal in it may be disposed of. These are this service's
 * own defaults, not government policy: no published retention schedule for these cases was found. Seven years follow
 * the usual life of records of spending; a request nobody decided on is kept for two.
 */
export const RETENTION_YEARS: Readonly<Record<Ending, number>> = {
  decided: 7,
  'assured-by-department': 7,
  withdrawn: 2,
  'closed-below-threshold': 2,
  imported: 7,
  'advice-closed': 2,
};

/**
 * Days that pass between the marking of a case and its disposal, and again after a hold was lifted, in which it
 * can still be held back, for instance because an auditor asks for it. This service's own default.
 */
export const WAITING_DAYS = 30;
