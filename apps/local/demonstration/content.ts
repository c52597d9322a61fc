import {
  CASE_FLAGS,
  codePoint,
  COMPONENTS_POINT,
  pence,
  POINT_NUMBERS,
  programmeTitle,
  SPEND_CATEGORIES,
  type CaseFlags,
  type GivenComponent,
  type GivenEvidence,
  type IsoDate,
  type LegacyException,
  type MajorProgramme,
  type Pence,
  type PointNumber,
  type SpendCategory,
  type Verdict,
  type YearAmount,
} from '#domain';
import type { DetailsPatch } from '#casework';

/** What every demonstration request says of itself. */
export const SYNTHETIC_NOTE =
  'Demonstration data: a request made up around a real programme of the Government Major Projects Portfolio. The programme, its department and its whole-life cost are real; the request, its evidence and every decision on it are synthetic.';

/** What a request about the programme is called. */
export function titleOf({ name, year }: MajorProgramme): string {
  return `${programmeTitle(name)} (${year})`;
}

/** Divides an amount over three years, to the penny. */
function overThreeYears(amount: Pence): readonly YearAmount[] {
  const first = Math.floor(amount * 0.3);
  const second = Math.floor(amount * 0.4);
  return [
    { financialYear: '2026-27', amountPence: pence(first) },
    { financialYear: '2027-28', amountPence: pence(second) },
    { financialYear: '2028-29', amountPence: pence(amount - first - second) },
  ];
}

/** Place among the programmes of the one whose legacy exception is refused, and to be answered. */
export const REFUSED_STORY = 17;

/** Whether a demonstration request has a legacy exception. */
export function hasLegacyException(index: number): boolean {
  return index % 3 === 0 || index === REFUSED_STORY;
}

/** Whether the programme buys cryptographic keys; for that the threshold is nothing at all. */
export function isCryptKey(programme: MajorProgramme): boolean {
  return programme.name.includes('CRYPT KEY');
}

/** The details of a demonstration request; `spend` is its synthetic amount. */
export function detailsOf(programme: MajorProgramme, index: number, spend: Pence): DetailsPatch {
  const yes: Partial<CaseFlags> = {
    majorProjectsPortfolio: true,
    publicFacing: buildsForThePublic(index),
    buildsService: buildsForThePublic(index),
    usesOneLogin: index % 4 === 0,
    serviceAssessmentRequired: index % 2 === 0,
    cryptKey: isCryptKey(programme),
    artificialIntelligence: index % 5 === 0,
    legacyTechnology: hasLegacyException(index),
    directAward: index % 7 === 0,
    novelOrContentious: index % 11 === 0,
    treasuryApprovalNeeded: spend > 10_000_000_000,
  };
  const no = Object.fromEntries(CASE_FLAGS.map((flag) => [flag, false]));
  return {
    description: `${SYNTHETIC_NOTE} The money asked for covers the next three years of ${titleOf(programme)}, GMPP identifier ${programme.portfolioId}.`,
    category: categoryOf(programme, index),
    phase: index % 2 === 0 ? 'beta' : 'live',
    requestedPence: spend,
    wholeLifePence: programme.wholeLifePence ?? spend,
    yearAmounts: overThreeYears(spend),
    spendStartsOn: '2026-12-01',
    spendEndsOn: '2029-03-31',
    contractEndsOn: '2029-03-31',
    currentSuppliers: ['Demonstration supplier A'],
    proposedSuppliers: ['Demonstration supplier B'],
    commercialApproach: index % 7 === 0 ? 'framework-direct-award' : 'framework-competition',
    flags: { ...no, ...yes },
    protectiveMarking: isCryptKey(programme) ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    ratingAnswers: ratingAnswersOf(index),
    commitmentAnswers: { 'strategic-commitments': { meets: true, explanation: null } },
    seniorResponsibleOwner: {
      name: 'Demonstration senior responsible owner',
      email: `senior-responsible-owner@${programme.organisationKey}.demonstration.example`,
    },
  };
}

/** Whether a demonstration request builds a service for the public, and so is asked about common components. */
function buildsForThePublic(index: number): boolean {
  return index % 2 === 0;
}

/** Place among the programmes of the one whose department assures its request itself. */
const DEPARTMENTAL_STORY = 3;
/** Whole-life cost above which digital services are rated high, in pence (Risk and Importance Framework, version 6). */
export const HIGH_ABOVE_PENCE = 5_000_000_000;

/** The cheaper programmes are digital services, so that not everything is rated high. */
export function categoryOf({ wholeLifePence }: MajorProgramme, index: number): SpendCategory {
  if (wholeLifePence !== null && wholeLifePence <= HIGH_ABOVE_PENCE) return 'digital-service';
  return SPEND_CATEGORIES[index % SPEND_CATEGORIES.length] ?? 'digital-service';
}

/** What a demonstration request answers to the rating questions of version 6 that somebody has to answer; synthetic. */
function ratingAnswersOf(index: number): Readonly<Record<string, string>> {
  const transactions = ['under-100000', '100000-to-1m', 'over-1m'][index % 3] ?? 'under-100000';
  return {
    transactions: isAssuredByDepartment(index) ? 'under-100000' : transactions,
    'top-75': index % 20 === 10 ? 'yes' : 'no',
    'vulnerable-users': index % 10 === 5 ? 'yes' : 'no',
  };
}

/** Whether a demonstration request is one its department assures itself. */
export function isAssuredByDepartment(index: number): boolean {
  return index === DEPARTMENTAL_STORY;
}

/** How far a demonstration request says each point is met: most are, a few are not, differently by programme. */
function selfAssessment(point: PointNumber, index: number): Verdict {
  if (point === 13 && index % 2 === 1) return 'not-applicable';
  if ((point + index) % 9 === 0) return 'partially-met';
  return point === 12 && index % 4 === 0 ? 'not-met' : 'met';
}

/** The evidence a demonstration request gives for a point. */
export function evidenceOf(programme: MajorProgramme, point: PointNumber, index: number): GivenEvidence {
  const { title, evidencePrompts } = codePoint(point);
  const verdict = selfAssessment(point, index);
  const isGap = verdict === 'partially-met' || verdict === 'not-met';
  if (verdict === 'not-applicable')
    return {
      point,
      selfAssessment: verdict,
      narrative: null,
      notApplicableReason: 'The spending does not build or change a service people use.',
      links: [],
      remediation: null,
    };
  return {
    point,
    selfAssessment: verdict,
    narrative: `Synthetic evidence for “${title}” in ${titleOf(programme)}. The programme board has looked at: ${evidencePrompts.join('; ')}. ${isGap ? 'Part of this is still to be done; the remediation says what, by whom and by when.' : 'The board is content that it is met and reviews it every quarter.'}`,
    notApplicableReason: null,
    links: [
      {
        title: `Point ${String(point)} evidence (demonstration)`,
        url: `https://evidence.demonstration.example/${programme.portfolioId}/point-${String(point)}`,
      },
    ],
    remediation: isGap
      ? {
          action: `Close the gap on point ${String(point)} and show the result to the programme board`,
          owner: 'Demonstration delivery lead',
          dueOn: '2027-03-31',
        }
      : null,
    ...(point === COMPONENTS_POINT && buildsForThePublic(index) ? { components: componentsOf(index) } : {}),
  };
}

/** What a demonstration request says of the common components it is asked about; synthetic. */
function componentsOf(index: number): readonly GivenComponent[] {
  const usesOneLogin = index % 4 === 0;
  return [
    { component: 'govuk-design-system', use: 'used', reason: null },
    usesOneLogin
      ? { component: 'govuk-one-login', use: 'used', reason: null }
      : {
          component: 'govuk-one-login',
          use: 'not-used',
          reason: 'Synthetic: users sign in with accounts of the older service until it is retired.',
        },
    { component: 'govuk-notify', use: index % 3 === 0 ? 'planned' : 'used', reason: null },
    index % 5 === 0
      ? { component: 'govuk-pay', use: 'planned', reason: null }
      : {
          component: 'govuk-pay',
          use: 'not-used',
          reason: 'Synthetic: nobody pays for anything in this service.',
        },
    index % 8 === 0
      ? { component: 'govuk-forms', use: 'planned', reason: null }
      : {
          component: 'govuk-forms',
          use: 'not-used',
          reason: 'Synthetic: the forms ask more of people than it offers now.',
        },
  ];
}

/** All 13. */
export function allEvidenceOf(programme: MajorProgramme, index: number): readonly GivenEvidence[] {
  return POINT_NUMBERS.map((point) => evidenceOf(programme, point, index));
}

/** The legacy system of a demonstration request, scored like the published worked example. */
export function exceptionOf(programme: MajorProgramme, targetDate: IsoDate): Omit<LegacyException, 'id'> {
  return {
    system: `Demonstration legacy system of ${titleOf(programme)}`,
    points: [5, 9],
    explanation:
      'Synthetic: the system runs on hardware that cannot be moved to public cloud before its data are migrated, and its interfaces are proprietary.',
    remediationPlan: 'Migrate the data in two steps, then retire the system.',
    funded: true,
    targetDate,
    owner: 'Demonstration technology lead',
    scores: {
      likelihood: { L1: 5, L2: 5, L3: 5, L4: 5, L5: 6, L6: 6, L7: 6 },
      impact: { C1: 5, C2: 5, C3: 2, C4: 5, C5: 5, C6: 4 },
    },
    benefits: [
      {
        benefit: 'Synthetic: a change of the rules takes days instead of months.',
        measure: 'Days from the decision to the change: 90 today, 10 then.',
        dueOn: targetDate,
        amountPence: null,
      },
      {
        benefit: 'Synthetic: the hardware no longer has to be maintained.',
        measure: 'Cost of maintenance a year, as in the department’s accounts.',
        dueOn: targetDate,
        amountPence: pence(240_000_000),
      },
    ],
  };
}
