import {
  CODE_POINTS,
  POINT_NUMBERS,
  type CompletenessStatus,
  type CompletenessSummary,
  type Missing,
  type PointNumber,
  type QuestionStanding,
  type StandingQuestion,
} from '#domain';
import type { CaseTextOf } from '../../case/case-texts.js';
import { askedOfPeople, commitmentsCount } from '../details/asking-pages.js';
import { DETAILS_PAGE_NAMES, type Asked, type DetailsPageName } from '../details/details-page.js';
import { DETAILS_PAGES } from '../details/details-pages.js';
import { paths } from '../paths.js';

/** How far a task has got, as people read it; never stored. */
export interface TaskStatus {
  readonly text: string;
  /** Class of the tag; `null` where it is plain text, as the task list pattern has what is done. */
  readonly tag: string | null;
}

const STATUSES: Readonly<
  Record<CompletenessStatus | 'cannot-start' | 'optional' | 'question' | 'refused', TaskStatus>
> = {
  complete: { text: 'Completed', tag: null },
  'in-progress': { text: 'In progress', tag: 'govuk-tag--teal' },
  'not-started': { text: 'Not yet started', tag: '' },
  'cannot-start': { text: 'Cannot start yet', tag: 'govuk-tag--grey' },
  question: { text: 'Question to answer', tag: 'govuk-tag--orange' },
  refused: { text: 'Refused: answer it', tag: 'govuk-tag--orange' },
  optional: { text: 'Nothing to explain', tag: null },
};

/** One line of the list. */
export interface Task {
  readonly title: string;
  readonly href: string | null;
  readonly hint: string | null;
  readonly status: TaskStatus;
}

/** Lines under one heading. */
export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** What is still missing that one page of the details asks for. */
export function missingOn(page: DetailsPageName, { sections }: CompletenessSummary): readonly Missing[] {
  const { covers } = DETAILS_PAGES[page];
  return sections
    .flatMap(({ missing }) => missing)
    .filter(({ pointer }) => covers.some((start) => pointer === start || pointer.startsWith(`${start}/`)));
}

function detailsStatus(
  page: DetailsPageName,
  { details }: CaseTextOf,
  asked: Asked,
  completeness: CompletenessSummary,
): TaskStatus {
  if (page === 'rating' && details.category === null) return STATUSES['cannot-start'];
  const missing = missingOn(page, completeness);
  if (missing.length === 0) return STATUSES.complete;
  const answered = DETAILS_PAGES[page].said(details, asked).some(({ text }) => text !== '');
  return STATUSES[answered ? 'in-progress' : 'not-started'];
}

/** The pages of the details that ask this case anything. */
export function detailsPagesFor({ details }: CaseTextOf, asked: Asked): readonly DetailsPageName[] {
  return DETAILS_PAGE_NAMES.filter((page) => {
    if (page === 'rating') return details.category === null || askedOfPeople(asked).length > 0;
    return page !== 'commitments' || commitmentsCount(asked);
  });
}

function detailsTask(
  page: DetailsPageName,
  found: CaseTextOf,
  asked: Asked,
  completeness: CompletenessSummary,
): Task {
  const status = detailsStatus(page, found, asked, completeness);
  const cannot = status === STATUSES['cannot-start'];
  return {
    title: DETAILS_PAGES[page].title,
    href: cannot ? null : paths.details(found.reference, page),
    hint: cannot
      ? 'Say what kind of spending it is first: the questions depend on it'
      : status === STATUSES['in-progress']
        ? (missingOn(page, completeness)[0]?.message ?? null)
        : null,
    status,
  };
}

/** What is said of a point something was asked about. */
const QUESTION_HINTS: Readonly<Record<QuestionStanding, string>> = {
  open: 'GDS Assurance has a question about this point',
  changed: 'GDS Assurance had a question about this point: you have changed what it says since',
  'answered-in-words': 'GDS Assurance had a question about this point: you have answered it in words',
};

/** What a request that starts from an approval says as it was approved. */
export interface AsApproved {
  readonly reference: string;
  readonly points: readonly PointNumber[];
}

function asApproved(point: PointNumber, approved: AsApproved | null): string | null {
  return approved?.points.includes(point) === true ? `As approved in ${approved.reference}` : null;
}

function pointTasks(
  { reference }: CaseTextOf,
  completeness: CompletenessSummary,
  questions: readonly StandingQuestion[],
  approved: AsApproved | null,
): readonly Task[] {
  return CODE_POINTS.map(({ number, title }) => {
    const status = completeness.points.find(({ point }) => point === number)?.status ?? 'not-started';
    const asked = questions.find(({ point }) => point === number);
    return {
      title: `${number}. ${title}`,
      href: paths.point(reference, number),
      hint: asked === undefined ? asApproved(number, approved) : QUESTION_HINTS[asked.standing],
      status: asked?.standing === 'open' ? STATUSES.question : STATUSES[status],
    };
  });
}

/** A refused explanation as the list tells it: its system, and whether it has been changed since. */
export interface RefusedSystem {
  readonly exceptionId: string;
  readonly standing: 'open' | 'changed' | null;
}

function refusalHint({ legacyExceptions }: CaseTextOf, refused: readonly RefusedSystem[]): string | null {
  const systemsOf = (standing: 'open' | 'changed') =>
    legacyExceptions
      .filter(({ id }) => refused.some((one) => one.exceptionId === id && one.standing === standing))
      .map(({ system }) => system)
      .join(', ');
  const open = systemsOf('open');
  if (open !== '') return `GDS Assurance refused what you explained of ${open}`;
  const changed = systemsOf('changed');
  return changed === ''
    ? null
    : `GDS Assurance refused what you explained of ${changed}: you have changed what it says since`;
}

function exceptionsTask(
  found: CaseTextOf,
  completeness: CompletenessSummary,
  refused: readonly RefusedSystem[],
): Task {
  const { legacyExceptions, details, reference } = found;
  const status =
    completeness.sections.find(({ section }) => section === 'legacy-exceptions')?.status ?? 'not-started';
  const isNone = legacyExceptions.length === 0 && details.flags.legacyTechnology === false;
  return {
    title: 'Legacy technology that limits the points',
    href: paths.exceptions(reference),
    hint: refusalHint(found, refused),
    status: refused.some(({ standing }) => standing === 'open')
      ? STATUSES.refused
      : isNone
        ? STATUSES.optional
        : STATUSES[status],
  };
}

/**
 * The whole list, statuses worked out anew.
 * @param questions what a reviewer asks, where the case was returned
 * @param refused what reviewers ruled on legacy exceptions, where the case was returned
 * @param approved what is as it was approved, where the request starts from an approval
 */
export function taskGroups(
  found: CaseTextOf,
  asked: Asked,
  completeness: CompletenessSummary,
  questions: readonly StandingQuestion[],
  refused: readonly RefusedSystem[],
  approved: AsApproved | null = null,
): readonly TaskGroup[] {
  const { reference } = found;
  const task = (page: DetailsPageName) => detailsTask(page, found, asked, completeness);
  const pages = detailsPagesFor(found, asked);
  const isMoney = (page: DetailsPageName) => page === 'money' || page === 'rating' || page === 'commitments';
  return [
    { title: 'What the money is for', tasks: pages.filter((page) => !isMoney(page)).map(task) },
    { title: 'Money, risk and importance', tasks: pages.filter(isMoney).map(task) },
    { title: 'Technology Code of Practice', tasks: pointTasks(found, completeness, questions, approved) },
    { title: 'Legacy technology', tasks: [exceptionsTask(found, completeness, refused)] },
    found.state === 'planned'
      ? beginning(reference)
      : {
          title: 'Check and hand on',
          tasks: [
            {
              title: 'Check your answers',
              href: paths.checkAnswers(reference),
              hint: null,
              status: checkStatus(completeness, questions),
            },
          ],
        },
  ];
}

function checkStatus({ complete }: CompletenessSummary, questions: readonly StandingQuestion[]): TaskStatus {
  if (!complete) return { text: 'Some answers are missing', tag: 'govuk-tag--grey' };
  return questions.some(({ standing }) => standing === 'open')
    ? { text: 'Questions are open', tag: 'govuk-tag--orange' }
    : { text: 'Ready to check', tag: '' };
}

/** Planned spend is not handed on: its request is begun first. */
function beginning(reference: string): TaskGroup {
  const status = { text: 'Not begun', tag: '' };
  const href = paths.step(reference, 'begin-request');
  return { title: 'Begin the request', tasks: [{ title: 'Begin the request', href, hint: null, status }] };
}

/** How many tasks there are, the check of the answers left out, and how many of them are done. */
export function progressOf(groups: readonly TaskGroup[]): { readonly done: number; readonly all: number } {
  const tasks = groups.slice(0, -1).flatMap((group) => group.tasks);
  return { done: tasks.filter(({ status }) => status.tag === null).length, all: tasks.length };
}

/** The page after one of the details. */
export function afterDetails(page: DetailsPageName, found: CaseTextOf, asked: Asked): string {
  const pages = detailsPagesFor(found, asked);
  const order = DETAILS_PAGE_NAMES.indexOf(page);
  const next = pages.find(
    (one) => DETAILS_PAGE_NAMES.indexOf(one) > order && (one !== 'rating' || found.details.category !== null),
  );
  return next === undefined ? paths.point(found.reference, 1) : paths.details(found.reference, next);
}

/** The page after a point. */
export function afterPoint(reference: string, point: PointNumber): string {
  const next = POINT_NUMBERS.find((number) => number > point);
  return next === undefined ? paths.exceptions(reference) : paths.point(reference, next);
}
