import {
  CASE_FLAGS,
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  COMPONENT_USE_NAMES,
  DETAIL_NAMES,
  EVIDENCE_NAMES,
  EXCEPTION_NAMES,
  FLAG_NAMES,
  formatPounds,
  IMPACT_CRITERIA,
  isPence,
  LIKELIHOOD_CRITERIA,
  PHASE_NAMES,
  REMEDIATION_NAMES,
  sizeInWords,
  VERDICT_NAMES,
  type Benefit,
  type CaseFlag,
  type ComponentAnswer,
  type JsonValue,
  type Triage,
} from '#domain';
import { dayInWords } from '../views/page-filters.js';

/** How one answer of a request is called and read. */
export interface AnswerWords {
  readonly label: string;
  /** Whether it is written in sentences, so that a change of it is worth showing word by word. */
  readonly isProse: boolean;
  readonly read: (value: JsonValue) => string;
}

/** Questions of the case's regime, by which answers are named. */
export type QuestionWords = Pick<Triage, 'questions'> & {
  readonly route: { readonly commitments: Pick<Triage['route']['commitments'], 'questions'> };
};

type Read = AnswerWords['read'];

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return (isObject(value) ? Object.values(value) : value)
    .map(text)
    .filter((line) => line !== '')
    .join('\n');
}

const money: Read = (value) => (isPence(value) ? formatPounds(value) : '');
const day: Read = (value) => dayInWords(value);

function named(names: Readonly<Partial<Record<string, string>>>): Read {
  return (value) => names[text(value)] ?? text(value);
}

/** A list, one entry a line. */
function lines(read: Read): Read {
  return (value) => (Array.isArray(value) ? (value as readonly JsonValue[]).map(read).join('\n') : '');
}

const yearAmount: Read = (value) =>
  isObject(value) ? `${text(value['financialYear'] ?? null)}: ${money(value['amountPence'] ?? null)}` : '';
const link: Read = (value) =>
  isObject(value) ? `${text(value['title'] ?? null)}: ${text(value['url'] ?? null)}` : '';
const file: Read = (value) =>
  isObject(value)
    ? `${text(value['name'] ?? null)} (${sizeInWords(Number(value['bytes']))}), SHA-256 ${text(value['sha256'] ?? null)}`
    : '';
const remediation: Read = (value) =>
  isObject(value)
    ? [
        text(value['action'] ?? null),
        text(value['owner'] ?? null),
        value['dueOn'] == null ? '' : `By ${day(value['dueOn'])}`,
      ]
        .filter((line) => line !== '')
        .join('\n')
    : text(value);
const component: Read = (value) =>
  isObject(value)
    ? [
        `${text(value['name'] ?? null)}: ${named(COMPONENT_USE_NAMES)(value['use'] ?? null) || 'not said yet'}`,
        text(value['reason'] ?? null),
      ]
        .filter((part) => part !== '')
        .join('. ')
    : '';
const benefit: Read = (value) =>
  isObject(value)
    ? [
        text(value['benefit'] ?? null),
        value['measure'] == null ? '' : `Measured by: ${text(value['measure'])}`,
        value['dueOn'] == null ? '' : `By ${day(value['dueOn'])}`,
        value['amountPence'] == null ? '' : `Worth ${money(value['amountPence'])}`,
      ]
        .filter((line) => line !== '')
        .join('\n')
    : '';
const scores: Read = (value) =>
  isObject(value)
    ? Object.entries(value)
        .map(([code, score]) => (isObject(score) ? scores(score) : `${code}: ${text(score)}`))
        .join(', ')
    : text(value);

const prose = (label: string): AnswerWords => ({ label, isProse: true, read: text });
const plain = (label: string, read: Read = text): AnswerWords => ({ label, isProse: false, read });

const RETROSPECTIVE: Readonly<Partial<Record<string, string>>> = {
  rootCause: 'Why the money was committed before approval',
  howJudgementWasApplied: 'How judgement was applied when it was committed',
  improvementPlan: 'What will be done so that it does not happen again',
};

function detailWords(key: string, rest: readonly string[], { questions, route }: QuestionWords): AnswerWords {
  const [part = ''] = rest;
  switch (key as keyof typeof DETAIL_NAMES) {
    case 'title':
    case 'description':
    case 'whatChanges':
      return prose(DETAIL_NAMES[key as 'title']);
    case 'category':
      return plain(DETAIL_NAMES.category, named(CATEGORY_NAMES));
    case 'phase':
      return plain(DETAIL_NAMES.phase, named(PHASE_NAMES));
    case 'commercialApproach':
      return plain(DETAIL_NAMES.commercialApproach, named(COMMERCIAL_APPROACH_NAMES));
    case 'requestedPence':
    case 'wholeLifePence':
      return plain(DETAIL_NAMES[key as 'requestedPence'], money);
    case 'yearAmounts':
      return plain(DETAIL_NAMES.yearAmounts, lines(yearAmount));
    case 'spendStartsOn':
    case 'spendEndsOn':
    case 'contractEndsOn':
      return plain(DETAIL_NAMES[key as 'spendStartsOn'], day);
    case 'currentSuppliers':
    case 'proposedSuppliers':
      return plain(DETAIL_NAMES[key as 'currentSuppliers'], lines(text));
    case 'flags':
      return plain(CASE_FLAGS.includes(part as CaseFlag) ? FLAG_NAMES[part as CaseFlag] : DETAIL_NAMES.flags);
    case 'retrospectiveExplanation':
      return prose(RETROSPECTIVE[part] ?? DETAIL_NAMES.retrospectiveExplanation);
    case 'seniorResponsibleOwner':
      return plain(DETAIL_NAMES.seniorResponsibleOwner);
    case 'protectiveMarking':
      return plain(DETAIL_NAMES.protectiveMarking);
    case 'ratingAnswers': {
      const question = questions.find(({ id }) => id === part);
      const labels = Object.fromEntries((question?.options ?? []).map(({ id, label }) => [id, label]));
      return plain(question?.text ?? DETAIL_NAMES.ratingAnswers, named(labels));
    }
    case 'commitmentAnswers': {
      const asked = route.commitments.questions.find(({ id }) => id === part);
      return prose(asked?.text ?? DETAIL_NAMES.commitmentAnswers);
    }
    default:
      return plain(key);
  }
}

function evidenceWords(key: string, [part = '']: readonly string[]): AnswerWords {
  switch (key as keyof typeof EVIDENCE_NAMES) {
    case 'selfAssessment':
      return plain(EVIDENCE_NAMES.selfAssessment, named(VERDICT_NAMES));
    case 'narrative':
    case 'notApplicableReason':
      return prose(EVIDENCE_NAMES[key as 'narrative']);
    case 'links':
      return plain(EVIDENCE_NAMES.links, lines(link));
    case 'components':
      return plain(EVIDENCE_NAMES.components, lines(component));
    case 'attachments':
      return plain(EVIDENCE_NAMES.attachments, lines(file));
    case 'remediation':
      if (part === 'dueOn') return plain(REMEDIATION_NAMES.dueOn, day);
      return part === 'owner'
        ? plain(REMEDIATION_NAMES.owner)
        : { ...prose(REMEDIATION_NAMES.action), read: remediation };
    default:
      return plain(key);
  }
}

const CRITERIA: Readonly<Partial<Record<string, string>>> = Object.fromEntries(
  [...LIKELIHOOD_CRITERIA, ...IMPACT_CRITERIA].map(({ code, name }) => [code, `${code} ${name}`]),
);

function exceptionWords(key: string, rest: readonly string[]): AnswerWords {
  switch (key as keyof typeof EXCEPTION_NAMES) {
    case 'explanation':
    case 'remediationPlan':
      return prose(EXCEPTION_NAMES[key as 'explanation']);
    case 'targetDate':
      return plain(EXCEPTION_NAMES.targetDate, day);
    case 'points':
      return plain(EXCEPTION_NAMES.points, lines(text));
    case 'attachments':
      return plain(EXCEPTION_NAMES.attachments, lines(file));
    case 'benefits':
      return { ...prose(EXCEPTION_NAMES.benefits), read: lines(benefit) };
    case 'scores':
      return plain(CRITERIA[rest.at(-1) ?? ''] ?? EXCEPTION_NAMES.scores, scores);
    case 'system':
    case 'funded':
    case 'owner':
      return plain(EXCEPTION_NAMES[key as 'system']);
    default:
      return plain(key);
  }
}

/** How the answer a JSON pointer into a case's content leads to is called and read. */
export function answerWords(pointer: string, questions: QuestionWords): AnswerWords {
  const [, section = '', ...path] = pointer.split('/');
  if (section === 'details') return detailWords(path[0] ?? '', path.slice(1), questions);
  const [, key = '', ...rest] = path;
  return section === 'points' ? evidenceWords(key, rest) : exceptionWords(key, rest);
}

/** What is said of common components, one a line. */
export function componentLines(answers: readonly ComponentAnswer[]): readonly string[] {
  return answers.map((answer) => component({ ...answer }));
}

/** What is promised of putting a system right, each in a few lines. */
export function benefitLines(benefits: readonly Benefit[]): readonly string[] {
  return benefits.map((one) => benefit({ ...one }));
}
