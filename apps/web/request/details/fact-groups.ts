import { CASE_FLAGS, type CaseFlag } from '#domain';

/** Facts about the spending under one heading. */
export interface FactGroup {
  readonly title: string;
  readonly flags: readonly CaseFlag[];
}

/** The facts in groups, so that nobody faces sixteen questions in a row. This service's own order. */
const FACT_GROUPS: readonly FactGroup[] = [
  {
    title: 'What is built or bought',
    flags: [
      'publicFacing',
      'buildsService',
      'usesOneLogin',
      'serviceAssessmentRequired',
      'artificialIntelligence',
      'emergingTechnology',
      'legacyTechnology',
      'cryptKey',
      'criticalNationalInfrastructure',
    ],
  },
  { title: 'How it is bought', flags: ['directAward', 'contractExtension'] },
  {
    title: 'How it is controlled',
    flags: [
      'majorProjectsPortfolio',
      'treasuryApprovalNeeded',
      'novelOrContentious',
      'breach',
      'retrospective',
    ],
  },
];

/** Every fact once, in its group; what is in none comes last. */
export function factGroups(): readonly FactGroup[] {
  const others = CASE_FLAGS.filter((flag) => !FACT_GROUPS.some(({ flags }) => flags.includes(flag)));
  return others.length === 0 ? FACT_GROUPS : [...FACT_GROUPS, { title: 'Other facts', flags: others }];
}

/** Every fact in the order it is asked for. */
export function factsInOrder(): readonly CaseFlag[] {
  return factGroups().flatMap(({ flags }) => flags);
}
