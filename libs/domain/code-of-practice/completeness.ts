import {
  CASE_FLAGS,
  POINT_NUMBERS,
  type CaseContent,
  type CaseDetails,
  type FinancialYear,
  type LegacyException,
  type PointEvidence,
  type PointNumber,
  type YearAmount,
} from '../case/case-content.js';
import { startFaults, type StartsFrom } from '../after-decision/following.js';
import { END_BEFORE_START, endsBeforeItStarts } from '../case/date-rules.js';
import { askForFlag } from '../case/flag-statements.js';
import { evidenceFor, exceptionsNaming } from '../case/point-evidence.js';
import { COMPONENTS_POINT, unansweredComponents } from '../components/component-answers.js';
import { IMPACT_CRITERIA, LIKELIHOOD_CRITERIA } from '../legacy-risk/criteria.js';
import { isImpactScore, isLikelihoodScore } from '../legacy-risk/score.js';
import { formatPounds, pence } from '../money/pence.js';
import type { Policy } from '../triage/regime.js';
import { missingFromTriage } from '../triage/triage.js';
import { namePoint } from './points.js';

/** The parts of a request, in reading order. */
export const CONTENT_SECTIONS = ['details', 'money', 'rating', 'points', 'legacy-exceptions'] as const;
export type ContentSection = (typeof CONTENT_SECTIONS)[number];

/** Something the department still has to say before it can sign off or submit. */
export interface Missing {
  readonly section: ContentSection;
  /** JSON pointer into the case's content; list positions count from nought. */
  readonly pointer: string;
  /** What to do, as a plain sentence without a full stop. */
  readonly message: string;
}

/**
 * What questions depend on: how the case's regime treats it, which common components it is asked about, and what a
 * reviewer rated it.
 */
export interface RatedUnder {
  readonly policy: Policy;
  /** Level a reviewer confirmed or overrode the rating with; `null` where nobody has. */
  readonly confirmedRating: string | null;
  /** The approval it starts from; `null`, or left out, where it starts from none. */
  readonly startsFrom?: StartsFrom | null;
}

/** How far something has got; always worked out, never stored. */
export const COMPLETENESS_STATUSES = ['not-started', 'in-progress', 'complete'] as const;
export type CompletenessStatus = (typeof COMPLETENESS_STATUSES)[number];

export interface CompletenessSummary {
  readonly complete: boolean;
  readonly sections: readonly {
    readonly section: ContentSection;
    readonly status: CompletenessStatus;
    readonly missing: readonly Missing[];
  }[];
  readonly points: readonly { readonly point: PointNumber; readonly status: CompletenessStatus }[];
}

/** What has to be true, where to look, and what to do when it is not. */
type Requirement = readonly [isMet: boolean, pointer: string, message: string];

function unmet(section: ContentSection, requirements: readonly Requirement[]): readonly Missing[] {
  return requirements
    .filter(([isMet]) => !isMet)
    .map(([, pointer, message]) => ({ section, pointer, message }));
}

/** Whether somebody wrote something; spaces are nothing. */
function isWritten(text: string | null | undefined): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

/** Whether any part of an answer was given. */
function isStarted(answer: unknown): boolean {
  if (typeof answer === 'string') return isWritten(answer);
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).some(isStarted);
  return answer !== null;
}

function missingFromDetails(details: CaseDetails): readonly Missing[] {
  const { spendStartsOn, spendEndsOn, seniorResponsibleOwner, retrospectiveExplanation } = details;
  const why = '/details/retrospectiveExplanation';
  const retrospective: readonly Requirement[] = [
    [
      isWritten(retrospectiveExplanation?.rootCause),
      `${why}/rootCause`,
      'Explain why the money was committed before approval',
    ],
    [
      isWritten(retrospectiveExplanation?.howJudgementWasApplied),
      `${why}/howJudgementWasApplied`,
      'Explain how judgement was applied when the money was committed',
    ],
    [
      isWritten(retrospectiveExplanation?.improvementPlan),
      `${why}/improvementPlan`,
      'Say what will be done so that money is not committed before approval again',
    ],
  ];
  return unmet('details', [
    [isWritten(details.title), '/details/title', 'Give the request a title'],
    [isWritten(details.description), '/details/description', 'Describe what the money is for'],
    [
      details.whatChanges === undefined || isWritten(details.whatChanges),
      '/details/whatChanges',
      'Say what changes from what was approved, and why',
    ],
    [details.category !== null, '/details/category', 'Say what kind of spending it is'],
    [details.phase !== null, '/details/phase', 'Say which phase of delivery the money is for'],
    [spendStartsOn !== null, '/details/spendStartsOn', 'Give the date the spending starts'],
    [spendEndsOn !== null, '/details/spendEndsOn', 'Give the date the spending ends'],
    [!endsBeforeItStarts(details), '/details/spendEndsOn', END_BEFORE_START],
    [
      details.commercialApproach !== null,
      '/details/commercialApproach',
      'Say how the supplier is found, or that the work is done in-house',
    ],
    ...CASE_FLAGS.map((flag): Requirement => [
      details.flags[flag] !== null,
      `/details/flags/${flag}`,
      askForFlag(flag),
    ]),
    ...(details.flags.retrospective === true ? retrospective : []),
    [
      isWritten(seniorResponsibleOwner?.name),
      '/details/seniorResponsibleOwner/name',
      'Name the senior responsible owner',
    ],
    [
      isWritten(seniorResponsibleOwner?.email),
      '/details/seniorResponsibleOwner/email',
      'Give the email address of the senior responsible owner',
    ],
  ]);
}

function missingFromStart(content: CaseContent, startsFrom: StartsFrom | null): readonly Missing[] {
  return startsFrom === null
    ? []
    : startFaults(content, startsFrom).map((fault) => ({ section: 'details', ...fault }));
}

const ZERO = pence(0);

function yearPointer(index: number): string {
  return `/yearAmounts/${index}/financialYear`;
}

function askForYearOnce(year: FinancialYear): string {
  return `Give ${year} only once`;
}

/** Amounts of a financial year that has one already, by pointers into the details. Unlike a sum, such are never unfinished. */
export function repeatedYears(
  yearAmounts: readonly YearAmount[],
): readonly { readonly pointer: string; readonly detail: string }[] {
  const years = yearAmounts.map(({ financialYear }) => financialYear);
  return years.flatMap((year, index) =>
    years.indexOf(year) === index ? [] : [{ pointer: yearPointer(index), detail: askForYearOnce(year) }],
  );
}

/**
 * What amounts contradict among themselves, in reading order. An amount that is not given yet contradicts nothing, so a
 * page of which some is left for later may be saved.
 */
export function contradictionsInMoney({
  requestedPence,
  wholeLifePence,
  yearAmounts,
}: Pick<CaseDetails, 'requestedPence' | 'wholeLifePence' | 'yearAmounts'>): readonly Missing[] {
  const requested = requestedPence ?? ZERO;
  const byYear = yearAmounts.reduce((sum, { amountPence }) => sum + amountPence, 0);
  const years = yearAmounts.map(({ financialYear }) => financialYear);
  return unmet('money', [
    [
      wholeLifePence === null || wholeLifePence >= requested,
      '/details/wholeLifePence',
      'Make the whole-life cost no less than the amount requested',
    ],
    ...years.map((year, index): Requirement => [
      years.indexOf(year) === index,
      `/details${yearPointer(index)}`,
      askForYearOnce(year),
    ]),
    [
      requestedPence === null || years.length === 0 || byYear === requested,
      '/details/yearAmounts',
      `Make the amounts by financial year add up to the ${formatPounds(requested)} requested`,
    ],
  ]);
}

function askForDivision(startsFrom: StartsFrom | null): string {
  const { approvedPence = null, content } = startsFrom ?? {};
  return content === undefined || approvedPence === null || approvedPence === content.details.requestedPence
    ? 'Divide the amount requested by financial year'
    : `Divide the amount requested by financial year: ${formatPounds(approvedPence)} was approved and not what was divided before`;
}

function missingFromMoney(details: CaseDetails, startsFrom: StartsFrom | null): readonly Missing[] {
  const { requestedPence, wholeLifePence, yearAmounts } = details;
  const unanswered = unmet('money', [
    [(requestedPence ?? 0) > 0, '/details/requestedPence', 'Give the amount requested, more than nothing'],
    [wholeLifePence !== null, '/details/wholeLifePence', 'Give the whole-life cost'],
    [yearAmounts.length > 0, '/details/yearAmounts', askForDivision(startsFrom)],
  ]);
  const contradictions = contradictionsInMoney(details);
  const years = (one: Missing) => one.pointer.startsWith('/details/yearAmounts');
  // In reading order: what is said of the years comes last.
  return [
    ...unanswered.filter((one) => !years(one)),
    ...contradictions.filter((one) => !years(one)),
    ...unanswered.filter(years),
    ...contradictions.filter(years),
  ];
}

function missingFromPoint(
  content: CaseContent,
  point: PointNumber,
  under: RatedUnder | undefined,
): readonly Missing[] {
  const components =
    point === COMPONENTS_POINT ? unansweredComponents(content, under?.policy.components) : [];
  return [
    ...missingFromEvidence(content, point),
    ...components.map((one): Missing => ({ section: 'points', ...one })),
  ];
}

function missingFromEvidence(content: CaseContent, point: PointNumber): readonly Missing[] {
  const { selfAssessment, narrative, notApplicableReason, remediation } = evidenceFor(content, point);
  const at = `/points/${point - 1}`;
  const name = namePoint(point);
  if (selfAssessment === 'not-applicable')
    return unmet('points', [
      [isWritten(notApplicableReason), `${at}/notApplicableReason`, `Say why ${name} does not apply`],
    ]);

  // A finished legacy exception on the point already says who will put things right, how and when.
  const needsRemediation =
    (selfAssessment === 'partially-met' || selfAssessment === 'not-met') &&
    !exceptionsNaming(content, point).some((exception) => missingFromException(exception, '').length === 0);
  const remedy: readonly Requirement[] = [
    [isWritten(remediation?.action), `${at}/remediation/action`, `Say how the gap in ${name} will be closed`],
    [isWritten(remediation?.owner), `${at}/remediation/owner`, `Say who will close the gap in ${name}`],
    [
      isWritten(remediation?.dueOn),
      `${at}/remediation/dueOn`,
      `Say by when the gap in ${name} will be closed`,
    ],
  ];
  return unmet('points', [
    [selfAssessment !== null, `${at}/selfAssessment`, `Say how far ${name} is met`],
    [isWritten(narrative), `${at}/narrative`, `Give the evidence on ${name}`],
    ...(needsRemediation ? remedy : []),
  ]);
}

function missingFromException(exception: LegacyException, at: string): readonly Missing[] {
  const { system, points, explanation, remediationPlan, funded, targetDate, owner, scores } = exception;
  const it = isWritten(system) ? `the legacy system ${system.trim()}` : 'the legacy system';
  return unmet('legacy-exceptions', [
    [isWritten(system), `${at}/system`, 'Name the legacy system'],
    [points.length > 0, `${at}/points`, `Say which points ${it} limits`],
    [isWritten(explanation), `${at}/explanation`, `Explain how ${it} limits those points`],
    [isWritten(remediationPlan), `${at}/remediationPlan`, `Give the plan to put ${it} right`],
    [funded !== null, `${at}/funded`, `Say whether the plan for ${it} is funded`],
    [isWritten(targetDate), `${at}/targetDate`, `Give the date by which ${it} will be put right`],
    [isWritten(owner), `${at}/owner`, `Say who owns the plan for ${it}`],
    ...LIKELIHOOD_CRITERIA.map(({ code, name }): Requirement => [
      isLikelihoodScore(scores.likelihood[code]),
      `${at}/scores/likelihood/${code}`,
      `Score ${code} (${name}) from 1 to 6 for ${it}`,
    ]),
    ...IMPACT_CRITERIA.map(({ code, name }): Requirement => [
      isImpactScore(scores.impact[code]),
      `${at}/scores/impact/${code}`,
      `Score ${code} (${name}) from 1 to 5 for ${it}`,
    ]),
  ]);
}

/** None has to be promised; one that is, is promised in full. */
function missingFromBenefits({ system, benefits = [] }: LegacyException, at: string): readonly Missing[] {
  return benefits.flatMap(({ benefit, measure, dueOn }, index) => {
    const pointer = `${at}/benefits/${index}`;
    const it = `benefit ${index + 1} of putting ${isWritten(system) ? system.trim() : 'the legacy system'} right`;
    return unmet('legacy-exceptions', [
      [isWritten(benefit), `${pointer}/benefit`, `Say what ${it} is`],
      [isWritten(measure), `${pointer}/measure`, `Say how ${it} will be measured`],
      [isWritten(dueOn), `${pointer}/dueOn`, `Say by when ${it} is promised`],
    ]);
  });
}

/** What to do about legacy systems of a request that says none limits it, without a full stop. */
export const LEGACY_SYSTEMS_DENIED =
  'Say that legacy technology limits the request, which you answered No, or remove the legacy systems';

/** Whether legacy systems are explained although it is said that no legacy technology limits the request. */
export function deniesLegacySystems({
  details,
  legacyExceptions,
}: Pick<CaseContent, 'details' | 'legacyExceptions'>): boolean {
  return details.flags.legacyTechnology === false && legacyExceptions.length > 0;
}

function missingFromExceptions({ details, legacyExceptions }: CaseContent): readonly Missing[] {
  return [
    ...unmet('legacy-exceptions', [
      [
        details.flags.legacyTechnology !== true || legacyExceptions.length > 0,
        '/legacyExceptions',
        'Explain at least one legacy system, or say that no legacy technology limits the request',
      ],
      [
        !deniesLegacySystems({ details, legacyExceptions }),
        '/details/flags/legacyTechnology',
        LEGACY_SYSTEMS_DENIED,
      ],
    ]),
    ...legacyExceptions.flatMap((exception, index) => [
      ...missingFromException(exception, `/legacyExceptions/${index}`),
      ...missingFromBenefits(exception, `/legacyExceptions/${index}`),
    ]),
  ];
}

function missingFromSection(
  content: CaseContent,
  section: ContentSection,
  under: RatedUnder | undefined,
): readonly Missing[] {
  const startsFrom = under?.startsFrom ?? null;
  switch (section) {
    case 'details':
      return [...missingFromDetails(content.details), ...missingFromStart(content, startsFrom)];
    case 'money':
      return missingFromMoney(content.details, startsFrom);
    case 'rating':
      return under === undefined
        ? []
        : missingFromTriage(under.policy, content.details, under.confirmedRating);
    case 'points':
      return POINT_NUMBERS.flatMap((point) => missingFromPoint(content, point, under));
    case 'legacy-exceptions':
      return missingFromExceptions(content);
  }
}

function isPointStarted(evidence: PointEvidence): boolean {
  return isStarted({ ...evidence, point: null });
}

function isSectionStarted(
  { details, points, legacyExceptions }: CaseContent,
  section: ContentSection,
  missing: readonly Missing[],
): boolean {
  switch (section) {
    case 'details':
      // A case has a title and a marking from the start, and money is a section of its own.
      return isStarted({
        ...details,
        title: null,
        protectiveMarking: null,
        requestedPence: null,
        wholeLifePence: null,
        yearAmounts: null,
        ratingAnswers: null,
        commitmentAnswers: null,
      });
    case 'money':
      return isStarted([details.requestedPence, details.wholeLifePence, details.yearAmounts]);
    case 'rating':
      // Before the kind of spending is known nobody knows the questions; a kind without any leaves nothing to answer.
      return (
        details.category !== null &&
        (missing.length === 0 || isStarted([details.ratingAnswers, details.commitmentAnswers]))
      );
    case 'points':
      return points.some(isPointStarted);
    case 'legacy-exceptions':
      return legacyExceptions.length > 0 || details.flags.legacyTechnology === false;
  }
}

function statusOf(started: boolean, missing: readonly Missing[]): CompletenessStatus {
  if (!started) return 'not-started';
  return missing.length === 0 ? 'complete' : 'in-progress';
}

/**
 * What is still missing from a request, in reading order; nothing when it can be signed off. The rules are this
 * service's own. That dates, amounts and years are well formed is checked where they come in, not here.
 * @param under how its regime treats the case; left out, nothing is asked about the rating or common components
 */
export function missingFrom(content: CaseContent, under?: RatedUnder): Missing[] {
  return CONTENT_SECTIONS.flatMap((section) => missingFromSection(content, section, under));
}

/**
 * The same by section and by point, for a task list.
 * @param under as for {@link missingFrom}; left out, the rating is no section
 */
export function summariseCompleteness(content: CaseContent, under?: RatedUnder): CompletenessSummary {
  const shown = CONTENT_SECTIONS.filter((section) => section !== 'rating' || under !== undefined);
  const sections = shown.map((section) => {
    const missing = missingFromSection(content, section, under);
    return { section, status: statusOf(isSectionStarted(content, section, missing), missing), missing };
  });
  return {
    complete: sections.every(({ missing }) => missing.length === 0),
    sections,
    points: POINT_NUMBERS.map((point) => ({
      point,
      status: statusOf(isPointStarted(evidenceFor(content, point)), missingFromPoint(content, point, under)),
    })),
  };
}
