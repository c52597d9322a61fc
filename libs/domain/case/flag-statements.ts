import type { CaseFlag } from './case-content.js';

/** What a "yes" to each flag says, to follow "Say whether". */
export const FLAG_STATEMENTS: Readonly<Record<CaseFlag, string>> = {
  publicFacing: 'the spending is on a public-facing service',
  buildsService: 'the spending builds a service, or part of one',
  cryptKey: 'the spending is on Crypt-Key',
  artificialIntelligence: 'artificial intelligence is involved',
  emergingTechnology: 'other emerging technology is involved',
  directAward: 'a contract is awarded without competition',
  contractExtension: 'a contract is extended',
  retrospective: 'any of the money was committed before approval',
  breach: 'the spending breaches the spend control or conditions of an approval',
  novelOrContentious: 'the spending is novel, contentious or repercussive',
  majorProjectsPortfolio: 'the programme is on the Government Major Projects Portfolio',
  criticalNationalInfrastructure: 'critical national infrastructure is involved',
  legacyTechnology: 'legacy technology limits how far the Technology Code of Practice can be met',
  usesOneLogin: 'users sign in with GOV.UK One Login',
  treasuryApprovalNeeded: 'HM Treasury must approve the spending',
  serviceAssessmentRequired: 'a service assessment is required',
};

/** Asks for an answer that is missing, as a plain sentence without a full stop. */
export function askForFlag(flag: CaseFlag): string {
  return `Say whether ${FLAG_STATEMENTS[flag]}`;
}
