import {
  CODE_POINTS,
  emptyPointEvidence,
  roleFor,
  ruleFor,
  type ActionOffer,
  type ActorFacts,
  type CompletenessSummary,
  type Missing,
  type StandingQuestion,
} from '#domain';
import { fileViews } from '../../attachments/file-views.js';
import type { AttachmentText, CaseTextOf } from '../../case/case-texts.js';
import type { Answer } from '../answer.js';
import { DETAILS_PAGE_NAMES, type Asked, type DetailsPageName } from '../details/details-page.js';
import { DETAILS_PAGES } from '../details/details-pages.js';
import { benefitAnswers, benefitField } from '../exceptions/benefit-form.js';
import { exceptionField, riskInWords, wordsOfException } from '../exceptions/exception-form.js';
import { FROM_CHECK, paths } from '../paths.js';
import { pointField, pointNumbered, relevantOfPoint } from '../points/point-form.js';
import { detailsPagesFor } from '../tasks/task-list.js';
import { STEP_NAMES, STEPS, type StepName } from './steps.js';

/** A row of a summary list. */
export interface CheckedRow extends Answer {
  /** Where it can be changed. */
  readonly href: string;
}

/** A summary list under its heading. */
export interface CheckedPart {
  readonly title: string;
  readonly rows: readonly CheckedRow[];
}

function linked(page: string, answers: readonly Answer[]): readonly CheckedRow[] {
  return answers.map((answer) => ({ ...answer, href: `${page}?from=${FROM_CHECK}#${answer.field}` }));
}

/** Files attached to a part, where there are any. */
function answerOfFiles(reference: string, files: readonly AttachmentText[]): readonly Answer[] {
  const links = fileViews(
    files.filter(({ removedAt }) => removedAt === null),
    reference,
  ).map(({ id, name, type, size, status }) => ({
    title: `${name}, ${type}, ${size}, ${(status ?? '').toLowerCase()}`,
    url: `/cases/${reference}/attachments/${id}`,
  }));
  const text = links.map(({ title }) => title).join('\n');
  return links.length === 0 ? [] : [{ label: 'Files', text, links, field: 'file' }];
}

/** Everything the request says, part by part, each answer with where to change it. */
export function checkedParts(
  found: CaseTextOf,
  asked: Asked,
  files: readonly AttachmentText[],
): readonly CheckedPart[] {
  const { reference, details, points, legacyExceptions } = found;
  const parts = [
    ...detailsPagesFor(found, asked).map((page) => ({
      title: DETAILS_PAGES[page].title,
      rows: linked(paths.details(reference, page), DETAILS_PAGES[page].said(details, asked)),
    })),
    ...CODE_POINTS.map(({ number, title }) => ({
      title: `Point ${number}: ${title}`,
      rows: linked(paths.point(reference, number), [
        ...relevantOfPoint(points.find(({ point }) => point === number) ?? emptyPointEvidence(number)),
        ...answerOfFiles(
          reference,
          files.filter(({ point }) => point === number),
        ),
      ]),
    })),
    ...legacyExceptions.map((exception) => {
      const { score, meaning } = riskInWords(exception.scores);
      return {
        title: `Legacy technology: ${exception.system}`,
        rows: [
          ...linked(paths.exception(reference, exception.id), [
            ...wordsOfException(exception),
            { label: 'Risk score', text: `${score}\n${meaning}`, field: 'L1' },
            ...answerOfFiles(
              reference,
              files.filter(({ exceptionId }) => exceptionId === exception.id),
            ),
          ]),
          ...benefitAnswers(exception.benefits).flatMap((said, index) =>
            linked(paths.benefit(reference, exception.id, index + 1), [said]),
          ),
        ],
      };
    }),
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

/** Something that is missing, and where to give it. */
export interface MissingLink {
  readonly text: string;
  readonly href: string;
}

function placeOf({ pointer }: Missing, { reference, legacyExceptions }: CaseTextOf): string {
  const [, part = '', index = '', ...rest] = pointer.split('/');
  const within = `/${rest.join('/')}`;
  if (part === 'points') {
    const point = pointNumbered(String(Number(index) + 1)) ?? 1;
    return withField(paths.point(reference, point), pointField(within));
  }
  if (part === 'legacyExceptions') {
    const exception = legacyExceptions[Number(index)];
    if (exception === undefined || index === '') return paths.exceptions(reference);
    const [about, place = '0'] = rest;
    return about === 'benefits'
      ? withField(paths.benefit(reference, exception.id, Number(place) + 1), benefitField(within))
      : withField(paths.exception(reference, exception.id), exceptionField(within));
  }
  const inDetails = pointer.slice('/details'.length);
  const page = pageCovering(pointer);
  if (page === undefined) return paths.tasks(reference);
  const fieldOf = DETAILS_PAGES[page].fieldOf ?? ((at: string) => at.split('/')[1] ?? null);
  return withField(paths.details(reference, page), fieldOf(inDetails));
}

function withField(page: string, field: string | null): string {
  return `${page}?from=${FROM_CHECK}${field === null ? '' : `#${field}`}`;
}

/** What is still missing, in the order of the task list, each with a link to where it is given. */
export function missingLinks(found: CaseTextOf, { sections }: CompletenessSummary): readonly MissingLink[] {
  return sections
    .flatMap(({ missing }) => missing)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((missing) => ({ text: missing.message, href: placeOf(missing, found) }));
}

/** Place in the task list of the page something is given on; whatever is no detail keeps its order after them. */
function rankOf({ pointer }: Missing): number {
  const page = pageCovering(pointer);
  return page === undefined ? DETAILS_PAGE_NAMES.length : DETAILS_PAGE_NAMES.indexOf(page);
}

/** The page of the details that asks for what a pointer names. */
function pageCovering(pointer: string): DetailsPageName | undefined {
  return DETAILS_PAGE_NAMES.find((name) =>
    DETAILS_PAGES[name].covers.some((start) => pointer === start || pointer.startsWith(`${start}/`)),
  );
}

/** The questions of a return that nobody has answered yet, each with a link to its point. */
export function openLinks(reference: string, questions: readonly StandingQuestion[]): readonly MissingLink[] {
  return questions
    .filter(({ standing }) => standing === 'open')
    .map(({ point, question }) => ({
      text: `Point ${point}: ${question}`,
      href: withField(paths.point(reference, point), 'narrative'),
    }));
}

/** What can be done with the request now, and what not and why. */
export interface NextSteps {
  readonly possible: readonly {
    readonly name: StepName;
    readonly link: string;
    readonly href: string;
    readonly isMain: boolean;
  }[];
  readonly impossible: readonly { readonly name: string; readonly why: readonly string[] }[];
  /** What a submitter does where only an assurance lead can go on; `null` otherwise. */
  readonly tellLead: string | null;
}

/** Most reasons that are told one by one: what is missing stands in full above. */
const MOST_REASONS = 3;

/** Reasons why not, shortened where they only repeat what is listed as missing. */
function shortened(why: readonly string[]): readonly string[] {
  return why.length > MOST_REASONS
    ? [`${why.length} answers are missing or do not fit yet: they are listed above`]
    : why;
}

/** Which steps somebody can take with a request, of those its state allows at all. */
export function nextSteps(
  found: CaseTextOf,
  actor: ActorFacts,
  offers: readonly ActionOffer[],
  complete: boolean,
): NextSteps {
  const steps = STEP_NAMES.flatMap((name) => {
    const offer = offers.find(({ action }) => action === STEPS[name].action);
    return offer !== undefined && ruleFor(offer.action).from.includes(found.state) ? [{ name, offer }] : [];
  });
  const isLead = roleFor(actor, found.organisation.id, ['assurance-lead']) !== undefined;
  const organisation = found.organisation.name;
  return {
    possible: steps
      .filter(({ offer }) => offer.allowed)
      .map(({ name }) => ({
        name,
        link: STEPS[name].link,
        isMain: STEPS[name].isMain,
        href: paths.step(found.reference, name),
      })),
    impossible: steps
      .filter(({ offer }) => !offer.allowed)
      .map(({ name, offer }) => ({ name: STEPS[name].link, why: shortened(offer.why) })),
    tellLead:
      isLead || !complete || found.state === 'signed-off'
        ? null
        : found.state === 'returned'
          ? `Tell an assurance lead of ${organisation} that it is ready: only they can sign it off and resubmit it. They see it on their home page.`
          : `Tell an assurance lead of ${organisation} that it is ready: only they can sign it off. They see it on their home page.`,
  };
}
