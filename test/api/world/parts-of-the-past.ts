import type { Part } from './api-world.js';

/** Who is asked for as readers of a past: each sees other things of a case. */
export const READERS_OF_THE_PAST = ['reviewer', 'submitter', 'auditor'] as const satisfies readonly Part[];
export type ReaderOfThePast = (typeof READERS_OF_THE_PAST)[number];

/** The parts of a case that can be asked for as they stood, by the names their routes have. */
export const PARTS_OF_THE_PAST = [
  'versions',
  'assessments',
  'rulings',
  'returns',
  'recommendations',
  'decisions',
  'conditions',
  'comments',
  'rating-reviews',
  'external-decisions',
  'relations',
] as const;
export type PartOfThePast = (typeof PARTS_OF_THE_PAST)[number];
