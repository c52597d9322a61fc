import {
  IMPACT_CRITERIA,
  LEGACY_FROM_LIKELIHOOD,
  LIKELIHOOD_CRITERIA,
  POINT_NUMBERS,
  RED_RATED_FROM,
  codePoint,
  scoreLegacyRisk,
  type IsoDate,
  type LegacyException,
  type LegacyScores,
} from '#domain';
import type { FieldOf } from '../../forms/form-problems.js';
import { dateBoxes, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { dayInWords } from '../../views/page-filters.js';
import { yesOrNo, yesOrNoBox, type Answer } from '../answer.js';

type Written = Omit<LegacyException, 'id'>;

function scoreOf({ likelihood, impact }: LegacyScores, code: string): number | null {
  const scores: Readonly<Record<string, number | null>> = { ...likelihood, ...impact };
  return scores[code] ?? null;
}

const CRITERIA = [...LIKELIHOOD_CRITERIA, ...IMPACT_CRITERIA];

/** The boxes of a legacy exception's form, filled with what is saved. */
export function exceptionBoxes(exception: Written): PostedFields {
  const { system, points, explanation, remediationPlan, funded, targetDate, owner, scores } = exception;
  return {
    system,
    points: points.map(String),
    explanation: explanation ?? '',
    remediationPlan: remediationPlan ?? '',
    funded: yesOrNoBox(funded),
    ...dateBoxes('targetDate', targetDate),
    owner: owner ?? '',
    ...Object.fromEntries(CRITERIA.map(({ code }) => [code, String(scoreOf(scores, code) ?? '')])),
  };
}

/** What the form says, as a request for an exception; what cannot be read is noted in the form. */
export function readException(
  form: PostedForm,
): Readonly<Record<string, unknown>> & { readonly targetDate: IsoDate | null } {
  const scores = (criteria: readonly { readonly code: string; readonly name: string }[]) =>
    Object.fromEntries(criteria.map(({ code, name }) => [code, form.wholeNumber(code, name)]));
  return {
    system: form.text('system'),
    points: form.all('points').map(Number),
    explanation: form.textOrNull('explanation'),
    remediationPlan: form.textOrNull('remediationPlan'),
    funded: form.yesOrNo('funded'),
    targetDate: form.date('targetDate', 'The date by which it is put right'),
    owner: form.textOrNull('owner'),
    scores: { likelihood: scores(LIKELIHOOD_CRITERIA), impact: scores(IMPACT_CRITERIA) },
  };
}

/** Field of the form that shows a problem. */
export const exceptionField: FieldOf = (pointer) => {
  const [, name = '', , code] = pointer.split('/');
  if (name === 'scores') return code ?? LIKELIHOOD_CRITERIA[0].code;
  if (name === 'targetDate') return 'targetDate-day';
  return name === '' ? null : name;
};

/** What to say where a field was not filled in. */
export const EXCEPTION_ASKS: Readonly<Record<string, string>> = { system: 'Enter the name of the system' };

function namesOf(points: Written['points']): string {
  return POINT_NUMBERS.filter((point) => points.includes(point))
    .map((point) => `${point}. ${codePoint(point).title}`)
    .join('\n');
}

/** What is said of a legacy system, as people read it; the scores follow on their own. */
export function wordsOfException(exception: Written): readonly Answer[] {
  const { system, points, explanation, remediationPlan, funded, targetDate, owner } = exception;
  return [
    { label: 'System', text: system, field: 'system' },
    { label: 'Points it limits', text: namesOf(points), field: 'points' },
    { label: 'How it limits them', text: explanation ?? '', field: 'explanation' },
    { label: 'Plan to put it right', text: remediationPlan ?? '', field: 'remediationPlan' },
    { label: 'Is the plan funded?', text: yesOrNo(funded), field: 'funded' },
    { label: 'To be put right by', text: dayInWords(targetDate), field: 'targetDate-day' },
    { label: 'Owner of the plan', text: owner ?? '', field: 'owner' },
  ];
}

/** The same with every score. */
export function saidOfException(exception: Written): readonly Answer[] {
  return [
    ...wordsOfException(exception),
    ...CRITERIA.map(({ code, name, levels }) => {
      const score = scoreOf(exception.scores, code);
      const level = levels.find((one) => one.score === score);
      return {
        label: `${code} ${name}`,
        text: level === undefined ? '' : `${level.score}, ${level.label}: ${level.descriptor}`,
        field: code,
      };
    }),
  ];
}

const ZONE_WORDS = { low: 'low', medium: 'medium', high: 'high', red: 'red' } as const;

/** What the scores come to and what that means, as sentences. */
export function riskInWords(scores: LegacyScores): { readonly score: string; readonly meaning: string } {
  const risk = scoreLegacyRisk(scores);
  if (!risk.complete)
    return {
      score: 'Not scored yet',
      meaning: `${risk.missing.length} of ${CRITERIA.length} criteria still need a score: ${risk.missing.join(', ')}.`,
    };
  const legacy = risk.isLegacy
    ? `It counts as legacy, because at least one likelihood is ${LEGACY_FROM_LIKELIHOOD} or more.`
    : `It does not count as legacy, because no likelihood is ${LEGACY_FROM_LIKELIHOOD} or more.`;
  const rated = risk.isRedRated
    ? `It is red-rated, because the score is ${RED_RATED_FROM} or more. If the plan is not funded, whoever decides is told so.`
    : `It is in the ${ZONE_WORDS[risk.zone]} zone; from ${RED_RATED_FROM} on it would be red-rated.`;
  return {
    score: `${risk.overallRounded} out of 30`,
    meaning: `Likelihood ${risk.likelihoodTotal.toFixed(2)} times impact ${risk.impactTotal.toFixed(2)}. ${legacy} ${rated}`,
  };
}
