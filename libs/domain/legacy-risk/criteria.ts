/**
 * The criteria of the Legacy IT Risk Assessment Framework, as data.
 *
 * Source: GOV.UK, "Guidance on the Legacy IT Risk Assessment Framework", published 29 September 2023, updated
 * 13 March 2025 (https://www.gov.uk/government/publications/guidance-on-the-legacy-it-risk-assessment-framework),
 * Open Government Licence v3.0. Names, levels and bands are the framework's, as reproduced by a third party; the
 * descriptions are shortened and in this service's own words. The guidance is what counts.
 */
export const LEGACY_FRAMEWORK_VERSION = '13 March 2025';
export const LEGACY_FRAMEWORK_URL =
  'https://www.gov.uk/government/publications/guidance-on-the-legacy-it-risk-assessment-framework';

/** How far ahead likelihoods look, in years. */
export const ASSESSMENT_HORIZON_YEARS = 3;

export const LIKELIHOOD_CODES = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'] as const;
/** A likelihood criterion, scored 1 to 6. */
export type LikelihoodCode = (typeof LIKELIHOOD_CODES)[number];

export const IMPACT_CODES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const;
/** An impact criterion, scored 1 to 5. */
export type ImpactCode = (typeof IMPACT_CODES)[number];

/** One level an assessor can pick. */
export interface CriterionLevel {
  readonly score: number;
  readonly label: 'Certain' | 'Very high' | 'High' | 'Medium' | 'Low' | 'Very low';
  readonly descriptor: string;
}

/** One criterion; its levels run from the worst to the best. */
export interface Criterion<Code extends string> {
  readonly code: Code;
  readonly name: string;
  readonly description: string;
  readonly levels: readonly CriterionLevel[];
}

export const LIKELIHOOD_CRITERIA = [
  {
    code: 'L1',
    name: 'End of life or end of support',
    description:
      'How far the technology is beyond, or close to, the end of its vendor’s support, patches and upgrades.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Out of support already' },
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Very high likelihood of being out of support within 3 years',
      },
      { score: 4, label: 'High', descriptor: 'High likelihood of being out of support within 3 years' },
      { score: 3, label: 'Medium', descriptor: 'Medium likelihood of being out of support within 3 years' },
      { score: 2, label: 'Low', descriptor: 'Low likelihood of being out of support within 3 years' },
      {
        score: 1,
        label: 'Very low',
        descriptor: 'Very low likelihood of being out of support within 3 years',
      },
    ],
  },
  {
    code: 'L2',
    name: 'Expired vendor contract',
    description:
      'How far support contracts have run out, or are about to, with nothing agreed to follow them.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Out of contract already, with no replacement' },
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Very high likelihood of contracts ending with no replacement',
      },
      { score: 4, label: 'High', descriptor: 'High likelihood of contracts ending with no replacement' },
      { score: 3, label: 'Medium', descriptor: 'Medium likelihood of contracts ending with no replacement' },
      { score: 2, label: 'Low', descriptor: 'Low likelihood of contracts ending with no replacement' },
      {
        score: 1,
        label: 'Very low',
        descriptor: 'Very low likelihood of contracts ending with no replacement',
      },
    ],
  },
  {
    code: 'L3',
    name: 'Lack of knowledge and skills',
    description: 'How scarce the people are who can support the system and change it.',
    levels: [
      {
        score: 6,
        label: 'Certain',
        descriptor: 'Not enough expertise already, inside or outside the organisation',
      },
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Very high likelihood that expertise will become a problem',
      },
      { score: 4, label: 'High', descriptor: 'High likelihood that expertise will become a problem' },
      { score: 3, label: 'Medium', descriptor: 'Medium likelihood that expertise will become a problem' },
      { score: 2, label: 'Low', descriptor: 'Low likelihood that expertise will become a problem' },
      { score: 1, label: 'Very low', descriptor: 'Very low likelihood that expertise will become a problem' },
    ],
  },
  {
    code: 'L4',
    name: 'Inability to meet current or future business needs',
    description:
      'How far technical limits keep the system from meeting needs: it cannot be scaled or improved, say.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Not meeting current needs already' },
      { score: 5, label: 'Very high', descriptor: 'Very high likelihood of being unable to meet needs' },
      { score: 4, label: 'High', descriptor: 'High likelihood of being unable to meet needs' },
      { score: 3, label: 'Medium', descriptor: 'Medium likelihood of being unable to meet needs' },
      { score: 2, label: 'Low', descriptor: 'Low likelihood of being unable to meet needs' },
      { score: 1, label: 'Very low', descriptor: 'Very low likelihood of being unable to meet needs' },
    ],
  },
  {
    code: 'L5',
    name: 'Unsuitable physical environment',
    description: 'How far the system depends on old hardware, or is housed somewhere unfit for it.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Hardware or housing is unsuitable now' },
      { score: 5, label: 'Very high', descriptor: 'Very high concern about hardware or housing' },
      { score: 4, label: 'High', descriptor: 'High concern about hardware or housing' },
      { score: 3, label: 'Medium', descriptor: 'Medium concern about hardware or housing' },
      { score: 2, label: 'Low', descriptor: 'Low concern about hardware or housing' },
      { score: 1, label: 'Very low', descriptor: 'Very low concern about hardware or housing' },
    ],
  },
  {
    code: 'L6',
    name: 'Known security vulnerabilities',
    description:
      'How likely security weaknesses are: unpatched software, outdated protocols, no security updates.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Vulnerabilities are known to exist now' },
      { score: 5, label: 'Very high', descriptor: 'Very high likelihood that vulnerabilities exist' },
      { score: 4, label: 'High', descriptor: 'High likelihood that vulnerabilities exist' },
      { score: 3, label: 'Medium', descriptor: 'Medium likelihood that vulnerabilities exist' },
      { score: 2, label: 'Low', descriptor: 'Low likelihood that vulnerabilities exist' },
      { score: 1, label: 'Very low', descriptor: 'Very low likelihood that vulnerabilities exist' },
    ],
  },
  {
    code: 'L7',
    name: 'Historically recorded issues',
    description: 'What has gone wrong before: outages, lost data, changes that failed.',
    levels: [
      { score: 6, label: 'Certain', descriptor: 'Issues or failures are happening now' },
      { score: 5, label: 'Very high', descriptor: 'Severe issues or failures in the recent past' },
      { score: 4, label: 'High', descriptor: 'Major issues or failures in the recent past' },
      { score: 3, label: 'Medium', descriptor: 'Moderate issues or failures in the recent past' },
      { score: 2, label: 'Low', descriptor: 'Minor issues or failures in the recent past' },
      { score: 1, label: 'Very low', descriptor: 'None known in the recent past' },
    ],
  },
] as const satisfies readonly Criterion<LikelihoodCode>[];

export const IMPACT_CRITERIA = [
  {
    code: 'C1',
    name: 'National security impact',
    description: 'How far a failure would threaten national security, health, personal safety or life.',
    levels: [
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Very high and lasting, including threats to health, safety or life',
      },
      { score: 4, label: 'High', descriptor: 'High impact' },
      { score: 3, label: 'Medium', descriptor: 'Medium impact' },
      { score: 2, label: 'Low', descriptor: 'Low impact' },
      { score: 1, label: 'Very low', descriptor: 'Very low impact' },
    ],
  },
  {
    code: 'C2',
    name: 'Reputational impact',
    description:
      'How a failure would change the way government is seen, and how high the intervention would reach.',
    levels: [
      { score: 5, label: 'Very high', descriptor: 'Major intervention, at the level of Parliament' },
      { score: 4, label: 'High', descriptor: 'Significant intervention' },
      { score: 3, label: 'Medium', descriptor: 'Some intervention' },
      { score: 2, label: 'Low', descriptor: 'Little intervention' },
      { score: 1, label: 'Very low', descriptor: 'No intervention' },
    ],
  },
  {
    code: 'C3',
    name: 'Direct financial impact',
    description:
      'Fines, litigation, redress and other direct costs, such as those of leaving a contract early.',
    levels: [
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Over 10% of the department’s budget, or over £50 million',
      },
      { score: 4, label: 'High', descriptor: '8% to 10%, or £21 million to £50 million' },
      { score: 3, label: 'Medium', descriptor: '5% to 7%, or £11 million to £20 million' },
      { score: 2, label: 'Low', descriptor: '1% to 4%, or £5 million to £10 million' },
      { score: 1, label: 'Very low', descriptor: 'Under 1%, or under £5 million' },
    ],
  },
  {
    code: 'C4',
    name: 'Direct external stakeholder impact',
    description: 'Loss or inconvenience to citizens, businesses and other organisations.',
    levels: [
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Significant loss or major inconvenience across the country',
      },
      { score: 4, label: 'High', descriptor: 'Economic loss or significant inconvenience' },
      { score: 3, label: 'Medium', descriptor: 'Some economic loss or inconvenience' },
      { score: 2, label: 'Low', descriptor: 'Minor economic loss or inconvenience' },
      { score: 1, label: 'Very low', descriptor: 'Hardly any, or none' },
    ],
  },
  {
    code: 'C5',
    name: 'Operational impact',
    description: 'Hours of work lost, or added, after an outage or a significant failure.',
    levels: [
      { score: 5, label: 'Very high', descriptor: 'Over 500,000 hours' },
      { score: 4, label: 'High', descriptor: '100,001 to 500,000 hours' },
      { score: 3, label: 'Medium', descriptor: '1,001 to 100,000 hours' },
      { score: 2, label: 'Low', descriptor: '101 to 1,000 hours' },
      { score: 1, label: 'Very low', descriptor: 'Under 100 hours' },
    ],
  },
  {
    code: 'C6',
    name: 'Impact on other systems (technical barrier to innovation)',
    description:
      'How hard the system is to improve or replace because other systems depend on it, or it on them.',
    levels: [
      {
        score: 5,
        label: 'Very high',
        descriptor: 'Highly integrated: makes other projects much dearer or longer',
      },
      { score: 4, label: 'High', descriptor: 'Significant dependencies hold other systems back' },
      { score: 3, label: 'Medium', descriptor: 'Some integration: sometimes adds cost or time' },
      { score: 2, label: 'Low', descriptor: 'Few dependencies, little effect' },
      { score: 1, label: 'Very low', descriptor: 'No dealings with other systems worth mentioning' },
    ],
  },
] as const satisfies readonly Criterion<ImpactCode>[];
