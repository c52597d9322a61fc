import type { ComparedPair } from '#casework';
import {
  DETAIL_NAMES,
  expectedPence,
  formatPounds,
  STATE_NAMES,
  type CaseDetails,
  type JsonValue,
} from '#domain';
import { casePath } from '../case/action-paths.js';
import { answerWords, type QuestionWords } from '../case/content-words.js';

/** One line of two cases beside one another. */
export interface Difference {
  readonly label: string;
  readonly one: string;
  readonly other: string;
  /** Both say the same, and something. */
  readonly same: boolean;
}

/** What is told where something is marked higher than OFFICIAL. */
export const MARKED_HIGHER =
  'One of the two is marked higher than OFFICIAL. Nothing of it may go to another department, so the two cannot be put in touch here.';

/** What is compared hangs on no question of a regime. */
const NO_QUESTIONS: QuestionWords = { questions: [], route: { commitments: { questions: [] } } };

const SHOWN = [
  'title',
  'description',
  'category',
  'phase',
  'currentSuppliers',
  'proposedSuppliers',
  'commercialApproach',
  'spendStartsOn',
  'spendEndsOn',
  'contractEndsOn',
  'requestedPence',
  'wholeLifePence',
  'protectiveMarking',
] as const satisfies readonly (keyof CaseDetails)[];

/** Address of the page on which two cases stand beside one another. */
export function pairPath(reference: string, otherReference: string): string {
  return casePath(reference, `alike/${otherReference}`);
}

/** Whether either department may be told of the other's case. */
export function mayBeTold({ one, other }: ComparedPair): boolean {
  return one.protectiveMarking === 'OFFICIAL' && other.protectiveMarking === 'OFFICIAL';
}

/** Two cases line by line; what neither says is left out. */
export function differencesOf({ one, other }: ComparedPair): readonly Difference[] {
  const rows: readonly Omit<Difference, 'same'>[] = [
    { label: 'Where it stands', one: STATE_NAMES[one.state], other: STATE_NAMES[other.state] },
    { label: 'Amount expected', one: expectedWords(one.details), other: expectedWords(other.details) },
    ...SHOWN.map((key) => ({
      label: DETAIL_NAMES[key],
      one: wordsOf(one.details, key),
      other: wordsOf(other.details, key),
    })),
  ];
  return rows
    .filter((row) => row.one !== '' || row.other !== '')
    .map((row) => ({ ...row, same: row.one === row.other }));
}

/** What a case is expected to come to, and, where it is planned by year, each year's part on a line of its own. */
function expectedWords(details: CaseDetails): string {
  const expected = expectedPence(details);
  if (expected === null) return '';
  const years = details.yearAmounts.map(
    ({ financialYear, amountPence }) => `${financialYear}: ${formatPounds(amountPence)}`,
  );
  return [formatPounds(expected), ...years].join('\n');
}

function wordsOf(details: CaseDetails, key: (typeof SHOWN)[number]): string {
  const value = details[key] as JsonValue;
  return answerWords(`/details/${key}`, NO_QUESTIONS).read(value);
}
