import { CASE_FLAGS, DETAIL_NAMES, type CaseDetails, type JsonValue } from '#domain';
import { answerWords, type QuestionWords } from './content-words.js';

/** One line of a summary list. */
export interface FactRow {
  readonly label: string;
  /** As it was written; empty where nothing was. */
  readonly text: string;
}

const BEFORE_FLAGS = [
  'description',
  'category',
  'phase',
  'commercialApproach',
  'currentSuppliers',
  'proposedSuppliers',
  'spendStartsOn',
  'spendEndsOn',
  'contractEndsOn',
  'seniorResponsibleOwner',
] as const satisfies readonly (keyof CaseDetails)[];

/** The lines of the details of a request that every request has, and the others where there is something to say. */
export function detailRows(details: CaseDetails, questions: QuestionWords): readonly FactRow[] {
  const rows = BEFORE_FLAGS.map((key) => ({
    label: DETAIL_NAMES[key],
    text: answerWords(`/details/${key}`, questions).read((details[key] as JsonValue | undefined) ?? null),
  }));
  const optional = new Set<string>([
    DETAIL_NAMES.contractEndsOn,
    DETAIL_NAMES.currentSuppliers,
    DETAIL_NAMES.proposedSuppliers,
  ]);
  return [
    ...rows.filter(({ label, text }) => text !== '' || !optional.has(label)),
    ...explanationRows(details, questions),
  ];
}

/** What was explained of money committed before approval, answer by answer, in the order it was asked. */
function explanationRows(
  { retrospectiveExplanation }: CaseDetails,
  questions: QuestionWords,
): readonly FactRow[] {
  return (['rootCause', 'howJudgementWasApplied', 'improvementPlan'] as const)
    .map((part) => ({
      label: answerWords(`/details/retrospectiveExplanation/${part}`, questions).label,
      text: retrospectiveExplanation?.[part] ?? '',
    }))
    .filter(({ text }) => text !== '');
}

/** What was answered about the spending, question by question. */
export function flagRows({ flags }: CaseDetails, questions: QuestionWords): readonly FactRow[] {
  return CASE_FLAGS.map((flag) => {
    const words = answerWords(`/details/flags/${flag}`, questions);
    return { label: words.label, text: words.read(flags[flag]) };
  });
}

/** What was said of the strategic commitments. */
export function commitmentRows(details: CaseDetails, questions: QuestionWords): readonly FactRow[] {
  // Versions of before commitments were asked about lack them.
  const { commitmentAnswers = {} } = details as Partial<CaseDetails>;
  return Object.entries(commitmentAnswers).map(([id, { meets, explanation }]) => ({
    label: answerWords(`/details/commitmentAnswers/${id}`, questions).label,
    text: [meets === null ? '' : meets ? 'Yes' : 'No', explanation ?? '']
      .filter((one) => one !== '')
      .join('\n'),
  }));
}
