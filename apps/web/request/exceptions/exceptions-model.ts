import {
  CODE_POINTS,
  deniesLegacySystems,
  IMPACT_CRITERIA,
  LEGACY_FRAMEWORK_URL,
  LEGACY_SYSTEMS_DENIED,
  LIKELIHOOD_CRITERIA,
  LONGEST_NARRATIVE,
  MOST_BENEFITS,
  type Criterion,
  type IsoDate,
} from '#domain';
import type { ExceptionText } from '../../case/case-texts.js';
import type { PostedFields } from '../../forms/posted-form.js';
import type { FormModel, PageModel } from '../../server/page.js';
import type { OpenRequest } from '../open-request.js';
import type { Answer } from '../answer.js';
import { FROM_CHECK, paths } from '../paths.js';
import { riskInWords, wordsOfException } from './exception-form.js';

function scored({ scores }: ExceptionText): Answer {
  const { score, meaning } = riskInWords(scores);
  return { label: 'Risk score', text: `${score}\n${meaning}`, field: 'L1' };
}

/** The list of the systems. */
export function exceptionsModel({ found, reference, rulings }: OpenRequest): PageModel {
  return {
    found,
    exceptions: found.legacyExceptions.map((exception) => ({
      system: exception.system,
      ruling: rulings.find(({ exceptionId }) => exceptionId === exception.id) ?? null,
      answers: [...wordsOfException(exception).slice(1), scored(exception)],
      editHref: paths.exception(reference, exception.id),
      removeHref: paths.removeException(reference, exception.id),
      benefits: (exception.benefits ?? []).map((benefit, index) => ({
        benefit,
        editHref: paths.benefit(reference, exception.id, index + 1),
        removeHref: paths.removeBenefit(reference, exception.id, index + 1),
      })),
      newBenefitHref:
        (exception.benefits?.length ?? 0) < MOST_BENEFITS ? paths.newBenefit(reference, exception.id) : null,
    })),
    denied: deniesLegacySystems(found) ? LEGACY_SYSTEMS_DENIED : null,
    newHref: paths.newException(reference),
    factsHref: `${paths.details(reference, 'facts')}#legacyTechnology`,
    tasksHref: paths.tasks(reference),
    checkHref: paths.checkAnswers(reference),
  };
}

function criteria(all: readonly Criterion<string>[], fields: PostedFields): readonly unknown[] {
  return all.map(({ code, name, description, levels }) => ({
    code,
    label: `${code}: ${name}`,
    description,
    items: [
      { value: '', text: 'Choose a level' },
      ...levels.map(({ score, label, descriptor }) => ({
        value: String(score),
        text: `${score} ${label}: ${descriptor}`,
        selected: fields[code] === String(score),
      })),
    ],
  }));
}

/** Everything the page of one system shows but what is wrong with it. */
export function exceptionModel(
  { found, reference, rulings }: OpenRequest,
  saved: ExceptionText | null,
  fields: PostedFields,
  today: IsoDate,
): FormModel {
  const { revision = '', from } = fields;
  const ticked = fields['points'] ?? [];
  const chosen = new Set(typeof ticked === 'string' ? [ticked] : ticked);
  return {
    title: saved === null ? 'Add a legacy system' : `Legacy system: ${saved.system}`,
    found,
    fields,
    points: CODE_POINTS.map(({ number, title }) => ({
      value: String(number),
      text: `${number}. ${title}`,
      checked: chosen.has(String(number)),
    })),
    likelihood: criteria(LIKELIHOOD_CRITERIA, fields),
    impact: criteria(IMPACT_CRITERIA, fields),
    frameworkUrl: LEGACY_FRAMEWORK_URL,
    risk: saved === null ? null : riskInWords(saved.scores),
    ruling: rulings.find(({ exceptionId }) => exceptionId === saved?.id) ?? null,
    targetHint:
      saved?.targetDate != null && saved.targetDate < today
        ? 'The date that was given has passed. Give a new one unless it has been put right. For example 31 3 2029.'
        : 'For example 31 3 2029.',
    longest: LONGEST_NARRATIVE,
    action: saved === null ? paths.newException(reference) : paths.exception(reference, saved.id),
    backHref: from === FROM_CHECK ? paths.checkAnswers(reference) : paths.exceptions(reference),
    hidden: saved === null ? {} : { revision, ...(from === FROM_CHECK ? { from } : {}) },
  };
}

/** The page that asks whether a system is to be removed. */
export function removalModel({ found, reference }: OpenRequest, saved: ExceptionText): PageModel {
  return {
    title: `Remove ${saved.system}?`,
    found,
    answers: wordsOfException(saved),
    action: paths.removeException(reference, saved.id),
    backHref: paths.exceptions(reference),
    hidden: { revision: String(saved.revision) },
  };
}
