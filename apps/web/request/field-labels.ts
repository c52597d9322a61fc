import {
  CASE_FLAGS,
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  COMPONENT_USE_NAMES,
  FLAG_STATEMENTS,
  IMPACT_CRITERIA,
  LIKELIHOOD_CRITERIA,
  PHASE_NAMES,
  VERDICT_NAMES,
} from '#domain';
import { mapOf, type FormWords } from '../review/written-answers.js';

const YES_OR_NO = { yes: 'Yes', no: 'No' };

function codesOf(tables: Readonly<Record<string, Readonly<Record<string, string>>>>): FormWords['codes'] {
  return new Map(Object.entries(tables).map(([name, words]) => [name, mapOf(words)]));
}

/** What the fields of a request’s forms are called, and what is sent as a code, for who cannot send them any more. */
export const REQUEST_WORDS: FormWords = {
  labels: mapOf({
    title: 'Title',
    description: 'What the money is for',
    whatChanges: 'What changes from what was approved, and why',
    category: 'Kind of spending',
    phase: 'Phase of delivery',
    commercialApproach: 'How the supplier is found',
    currentSuppliers: 'Current suppliers',
    proposedSuppliers: 'Proposed suppliers',
    ...Object.fromEntries(CASE_FLAGS.map((flag) => [flag, FLAG_STATEMENTS[flag]])),
    rootCause: 'Why the money was committed before approval',
    howJudgementWasApplied: 'How judgement was applied when it was committed',
    improvementPlan: 'What will be done so that it does not happen again',
    spendStartsOn: 'First day of spending',
    spendEndsOn: 'Last day of spending',
    contractEndsOn: 'Day the current contract ends',
    ownerName: 'Name',
    ownerEmail: 'Email address',
    protectiveMarking: 'Protective marking',
    requested: 'Amount requested',
    wholeLife: 'Whole-life cost',
    selfAssessment: 'Your own assessment',
    narrative: 'Your evidence',
    notApplicableReason: 'Why it does not apply',
    inWords: 'If what you wrote stands, why',
    action: 'How the gap will be closed',
    owner: 'Owner',
    dueOn: 'By when',
    system: 'Name of the system',
    points: 'Points it limits',
    explanation: 'How it limits them',
    remediationPlan: 'Plan to put it right',
    funded: 'Is the plan funded',
    targetDate: 'To be put right by',
    text: 'How the condition is met',
    ...Object.fromEntries(
      [...LIKELIHOOD_CRITERIA, ...IMPACT_CRITERIA].map(({ code, name }) => [code, `${code} ${name}`]),
    ),
  }),
  rows: mapOf({
    year: 'financial year',
    amount: 'amount',
    title: 'what is behind link',
    url: 'address of link',
    linkTitle: 'title of link',
    linkUrl: 'address of link',
    use: 'use of component',
    why: 'why component is not used',
  }),
  codes: codesOf({
    selfAssessment: VERDICT_NAMES,
    category: CATEGORY_NAMES,
    phase: PHASE_NAMES,
    commercialApproach: COMMERCIAL_APPROACH_NAMES,
    use: COMPONENT_USE_NAMES,
    funded: YES_OR_NO,
    ...Object.fromEntries(CASE_FLAGS.map((flag) => [flag, YES_OR_NO])),
  }),
};
