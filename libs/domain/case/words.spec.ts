import { CONDITION_STATUSES, EXCEPTION_RULINGS } from '../lifecycle/case-facts.js';
import { MANDATORY_WORDS, MEASURE_WORDS, WHOSE_WORDS } from '../triage/condition-words.js';
import { CASE_FLAGS, COMMERCIAL_APPROACHES, PHASES, SPEND_CATEGORIES, VERDICTS } from './case-content.js';
import * as cases from './case-words.js';
import * as fields from './field-names.js';
import * as reviews from './review-words.js';

const OF_CONDITIONS = { MANDATORY_WORDS, MEASURE_WORDS, WHOSE_WORDS };
const TABLES = Object.entries({ ...cases, ...fields, ...reviews, ...OF_CONDITIONS });

describe('what people read', () => {
  it.each(TABLES)('in %s is there for each, and different for each', (_name, table) => {
    const words = Object.values<string>(table);
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter((word) => word.trim() === '')).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it.each([
    ['verdicts', VERDICTS, cases.VERDICT_NAMES],
    ['kinds of spending', SPEND_CATEGORIES, cases.CATEGORY_NAMES],
    ['phases', PHASES, cases.PHASE_NAMES],
    ['ways to a supplier', COMMERCIAL_APPROACHES, cases.COMMERCIAL_APPROACH_NAMES],
    ['flags', CASE_FLAGS, cases.FLAG_NAMES],
    ['rulings', EXCEPTION_RULINGS, reviews.EXCEPTION_RULING_NAMES],
    ['statuses of conditions', CONDITION_STATUSES, reviews.CONDITION_STATUS_NAMES],
  ] as const)('of %s stands in their own order', (_what, values, table) => {
    expect(Object.keys(table)).toEqual([...values]);
  });
});
