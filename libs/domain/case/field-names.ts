import type { Benefit, CaseDetails, LegacyException, PointEvidence, Remediation } from './case-content.js';

/** What people read for each answer of a request's details. Flags, and answers of the rating, have names of their own. */
export const DETAIL_NAMES: Readonly<Record<keyof CaseDetails, string>> = {
  title: 'Title',
  description: 'Description',
  category: 'Kind of spending',
  phase: 'Phase',
  requestedPence: 'Amount requested',
  wholeLifePence: 'Whole-life cost',
  yearAmounts: 'Amount by financial year',
  spendStartsOn: 'First day of spending',
  spendEndsOn: 'Last day of spending',
  contractEndsOn: 'End of the contract',
  currentSuppliers: 'Current suppliers',
  proposedSuppliers: 'Proposed suppliers',
  commercialApproach: 'Commercial approach',
  flags: 'About the spending',
  retrospectiveExplanation: 'Why money was committed before approval',
  protectiveMarking: 'Protective marking',
  seniorResponsibleOwner: 'Senior responsible owner',
  ratingAnswers: 'Answers for the rating',
  commitmentAnswers: 'Strategic commitments',
  whatChanges: 'What changes and why',
};

/** What people read for each part of the evidence on a point. */
export const EVIDENCE_NAMES: Readonly<Record<Exclude<keyof PointEvidence, 'point'>, string>> = {
  selfAssessment: 'Self-assessment',
  narrative: 'Evidence',
  notApplicableReason: 'Why it does not apply',
  links: 'Links',
  remediation: 'How the gap will be closed',
  components: 'Common components',
  attachments: 'Attachments',
};

/** What people read for each part of a remediation. */
export const REMEDIATION_NAMES: Readonly<Record<keyof Remediation, string>> = {
  action: 'How the gap will be closed',
  owner: 'Owner of the remediation',
  dueOn: 'Remediation due',
};

/** What people read for each part of a legacy exception. */
export const EXCEPTION_NAMES: Readonly<Record<Exclude<keyof LegacyException, 'id'>, string>> = {
  system: 'System',
  points: 'Points it limits',
  explanation: 'Explanation',
  remediationPlan: 'Remediation plan',
  funded: 'Remediation funded',
  targetDate: 'Target date',
  owner: 'Owner',
  scores: 'Risk scores',
  benefits: 'Promised benefits',
  attachments: 'Attachments',
};

/** What people read for each part of a promised benefit. */
export const BENEFIT_NAMES: Readonly<Record<keyof Benefit, string>> = {
  benefit: 'Benefit',
  measure: 'How it will be measured',
  dueOn: 'Promised by',
  amountPence: 'Worth',
};
