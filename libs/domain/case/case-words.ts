import type { CaseFlag, CommercialApproach, Phase, SpendCategory, Verdict } from './case-content.js';

/** What people read for each verdict on a point. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  'partially-met': 'Partially met',
  'not-met': 'Not met',
  'not-applicable': 'Not applicable',
};

/** What people read for each category of spending (the Risk and Importance Framework, version 6). */
export const CATEGORY_NAMES: Readonly<Record<SpendCategory, string>> = {
  'digital-service': 'Digital service',
  'platform-or-common-component': 'Platform or common component',
  'commodity-technology-or-licences': 'Commodity technology or licences',
  'specialist-technology': 'Specialist technology',
  'resourcing-contract': 'Resourcing contract',
};

/** What people read for each phase of delivery. */
export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  discovery: 'Discovery',
  alpha: 'Alpha',
  beta: 'Beta',
  live: 'Live',
  retirement: 'Retirement',
  'not-applicable': 'Not applicable',
};

/** What people read for each way of finding a supplier. */
export const COMMERCIAL_APPROACH_NAMES: Readonly<Record<CommercialApproach, string>> = {
  'open-competition': 'Open competition',
  'framework-competition': 'Competition within a framework',
  'framework-direct-award': 'Direct award under a framework',
  'direct-award': 'Direct award',
  'contract-extension': 'Extension of a contract',
  'contract-variation': 'Variation of a contract',
  'in-house': 'In-house',
};

/** Short names of the yes-or-no facts, for lists and filters; the statements in full are `FLAG_STATEMENTS`. */
export const FLAG_NAMES: Readonly<Record<CaseFlag, string>> = {
  publicFacing: 'Public-facing',
  buildsService: 'Builds a service',
  cryptKey: 'Crypt-Key',
  artificialIntelligence: 'Artificial intelligence',
  emergingTechnology: 'Emerging technology',
  directAward: 'Direct award',
  contractExtension: 'Contract extension',
  retrospective: 'Retrospective',
  breach: 'Breach',
  novelOrContentious: 'Novel or contentious',
  majorProjectsPortfolio: 'Government Major Projects Portfolio',
  criticalNationalInfrastructure: 'Critical national infrastructure',
  legacyTechnology: 'Legacy technology',
  usesOneLogin: 'Uses GOV.UK One Login',
  treasuryApprovalNeeded: 'Treasury approval needed',
  serviceAssessmentRequired: 'Service assessment required',
};
