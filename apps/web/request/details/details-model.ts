import {
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  COMMERCIAL_APPROACHES,
  FLAG_STATEMENTS,
  LONGEST_NARRATIVE,
  MOST_YEARS,
  PHASE_NAMES,
  PHASES,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  type ThresholdCheck,
} from '#domain';
import type { PostedFields } from '../../forms/posted-form.js';
import type { FormModel, PageModel } from '../../server/page.js';
import type { OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { inPlainWords } from '../../views/regime-words.js';
import { shownRows } from '../repeated-rows.js';
import { askedOfPeople, commitmentField, commitmentsCount, ratingField, YEAR_BOXES } from './asking-pages.js';
import { capital } from './describing-pages.js';
import type { DetailsPageName } from './details-page.js';
import { DETAILS_PAGES } from './details-pages.js';
import { factGroups } from './fact-groups.js';

/** One of several answers, as radios show it. */
interface ShownChoice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

function choices<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): readonly ShownChoice[] {
  return values.map((value) => ({ value, text: names[value] }));
}

/** Whether approval is needed, in plain words. */
export function thresholdInWords(check: ThresholdCheck): string {
  if (!check.known)
    return `We cannot tell yet whether this spending needs approval. First: ${check.missing.map((one) => one.charAt(0).toLowerCase() + one.slice(1)).join('; ')}.`;
  if (check.effect === 'pipeline-reporting') return `It is ${inPlainWords(check.rule)}.`;
  return check.overThreshold
    ? `This spending needs approval: it is ${inPlainWords(check.rule)}.`
    : `This spending does not need approval: it is ${inPlainWords(check.rule)}. You can record it and close the request when you check your answers.`;
}

function facts() {
  return factGroups().map(({ title, flags }) => ({
    title,
    facts: flags.map((flag) => ({ name: flag, statement: capital(FLAG_STATEMENTS[flag]) })),
  }));
}

function partOf({ asked }: OpenRequest, page: DetailsPageName, fields: PostedFields): PageModel {
  switch (page) {
    case 'kind':
      return {
        categories: choices(SPEND_CATEGORIES, CATEGORY_NAMES),
        phases: choices(PHASES, PHASE_NAMES),
      };
    case 'suppliers':
      return { approaches: choices(COMMERCIAL_APPROACHES, COMMERCIAL_APPROACH_NAMES) };
    case 'facts':
      return { groups: facts() };
    case 'marking':
      return { markings: PROTECTIVE_MARKINGS.map((value) => ({ value, text: value })) };
    case 'money':
      return {
        rows: shownRows(fields, YEAR_BOXES, MOST_YEARS),
        mostYears: MOST_YEARS,
        threshold: thresholdInWords(asked.threshold),
      };
    case 'rating':
      return {
        asked: askedOfPeople(asked).map(({ id, text, options }) => ({
          name: ratingField(id),
          text,
          choices: options.map(({ id: value, label }) => ({ value, text: label })),
        })),
        note: asked.rating.note === null ? null : inPlainWords(asked.rating.note),
      };
    case 'commitments':
      return {
        isAsked: commitmentsCount(asked),
        asked: asked.route.commitments.questions.map(({ id, text }) => ({ name: commitmentField(id), text })),
        note: asked.route.commitments.note === null ? null : inPlainWords(asked.route.commitments.note),
      };
    case 'about':
    case 'dates':
    case 'owner':
      return {};
  }
}

/** Everything a page of the details shows but what is wrong with it. */
export function detailsModel(open: OpenRequest, page: DetailsPageName, fields: PostedFields): FormModel {
  const { reference, found } = open;
  const { revision = '', seen = '', from } = fields;
  return {
    ...partOf(open, page, fields),
    title: DETAILS_PAGES[page].title,
    found,
    fields,
    action: paths.details(reference, page),
    backHref: from === FROM_CHECK ? paths.checkAnswers(reference) : paths.tasks(reference),
    hidden: { revision, seen, ...(from === FROM_CHECK ? { from } : {}) },
    longest: LONGEST_NARRATIVE,
  };
}
