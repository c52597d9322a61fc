import {
  CASE_FLAGS,
  COMPONENT_USES,
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  pence,
  type CaseFlags,
  type GivenComponent,
  type GivenEvidence,
  type LegacyException,
  type PointNumber,
} from '#domain';
import type { DetailsPatch } from '#casework';
import type { Chance } from './chance.js';

export const TITLES = [
  '=Cloud hosting',
  'Case management',
  '100%_sure payroll',
  'Passport records',
  '-Network',
  'Laptops',
];
export const DESCRIPTIONS = [
  'Hosting for two years.',
  'Licences, in use since 2019.',
  '@Everything new',
  'A pilot\nand more.',
];
const SUPPLIERS = ['Example Hosting Ltd', 'Sample Systems plc', 'EXAMPLE HOSTING LTD', 'Specimen LLP'];
export const REASONS = [
  'It is sound.',
  'Value for money is not shown.',
  '+Hosting costs too much.',
  'The case is made.',
];
const AMOUNTS = [
  9_000_000, 9_500_000, 10_000_000, 10_000_001, 89_999_999, 90_000_000, 95_000_000, 100_000_000, 250_000_000,
];
/** Points that are mandatory for a case that builds no service. */
export const MANDATORY: readonly PointNumber[] = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11];

/** Details with nothing missing. */
export function details(chance: Chance): DetailsPatch {
  const amount = pence(chance.one(AMOUNTS));
  const rare = Object.fromEntries(
    CASE_FLAGS.map((flag) => [flag, chance.is(flag === 'publicFacing' ? 0.5 : 0.15)]),
  ) as Record<keyof CaseFlags, boolean>;
  const flags = { ...rare, legacyTechnology: false, buildsService: false };
  return {
    description: chance.one(DESCRIPTIONS),
    category: chance.one(['digital-service', 'commodity-technology-or-licences', 'specialist-technology']),
    phase: 'live',
    requestedPence: amount,
    wholeLifePence: pence(amount * 2),
    yearAmounts: [{ financialYear: '2026-27', amountPence: amount }],
    spendStartsOn: '2026-06-01',
    spendEndsOn: '2028-03-31',
    contractEndsOn: '2028-03-31',
    currentSuppliers: chance.some(SUPPLIERS),
    proposedSuppliers: chance.is(0.5) ? [chance.one(SUPPLIERS)] : [],
    commercialApproach: chance.one([
      'open-competition',
      'direct-award',
      'contract-extension',
      'framework-direct-award',
      'in-house',
    ]),
    protectiveMarking: chance.is(0.2) ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    flags,
    retrospectiveExplanation: flags.retrospective
      ? {
          rootCause: 'It was forgotten.',
          howJudgementWasApplied: 'It could not wait.',
          improvementPlan: '=A list',
        }
      : null,
    seniorResponsibleOwner: { name: 'Owner', email: 'owner@department.example' },
    ratingAnswers: {
      transactions: 'under-100000',
      'top-75': chance.one(['yes', 'no']),
      'vulnerable-users': 'no',
    },
    commitmentAnswers: { 'strategic-commitments': { meets: true, explanation: null } },
  };
}

/** Evidence of a point with nothing missing. */
export function evidence(point: PointNumber, chance: Chance, usesOneLogin: boolean): GivenEvidence {
  const verdict = chance.one(['met', 'met', 'met', 'partially-met', 'not-met'] as const);
  const number = chance.from(1, 1000);
  return {
    point,
    selfAssessment: verdict,
    narrative: `How point ${String(point)} is met, ${String(number)}.`,
    notApplicableReason: null,
    links: [],
    remediation: verdict === 'met' ? null : { action: 'Do it', owner: 'Somebody', dueOn: '2027-03-31' },
    ...(point === 8 ? { components: componentsOf(number, usesOneLogin) } : {}),
  };
}

/** What is said of the components a case like these may be asked about, differently by a number. */
function componentsOf(number: number, usesOneLogin: boolean): readonly GivenComponent[] {
  return ['govuk-one-login', 'govuk-notify', 'govuk-pay', 'govuk-forms'].map((component, index) => {
    const chosen = COMPONENT_USES[(number + index) % 3] ?? 'used';
    // Said among the facts as well, where it must not be otherwise.
    const use =
      component !== 'govuk-one-login'
        ? chosen
        : !usesOneLogin
          ? 'not-used'
          : chosen === 'not-used'
            ? 'used'
            : chosen;
    return { component, use, reason: use === 'not-used' ? '=Nobody needs it.' : null };
  });
}

/** A legacy exception with nothing missing. */
export function exception(chance: Chance): Omit<LegacyException, 'id'> {
  const most = chance.one([3, 5, 6]);
  const levels = (codes: readonly string[], top: number) =>
    Object.fromEntries(codes.map((code) => [code, Math.max(1, Math.min(top, chance.from(most - 2, most)))]));
  return {
    system: chance.one(['Mainframe', '=Ledger', 'Directory']),
    points: [...chance.some([1, 5, 7, 9])] as PointNumber[],
    explanation: 'It cannot be moved yet.',
    remediationPlan: 'Move the data, then switch it off.',
    funded: chance.is(0.5),
    targetDate: '2028-03-31',
    owner: 'Somebody',
    scores: {
      likelihood: levels(LIKELIHOOD_CODES, 6),
      impact: levels(IMPACT_CODES, 5),
    } as LegacyException['scores'],
    ...(most === 5
      ? {
          benefits: [
            { benefit: '=Quicker.', measure: 'In days.', dueOn: '2029-03-31', amountPence: pence(100_000) },
          ],
        }
      : {}),
  };
}
