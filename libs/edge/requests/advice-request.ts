import {
  ADVICE_OUTCOMES,
  ADVICE_SUBJECTS,
  parseCaseReference,
  POINT_NUMBERS,
  PROTECTIVE_MARKINGS,
  type AdviceOutcome,
  type AdviceSubject,
  type PointNumber,
  type ProtectiveMarking,
} from '#domain';
import type { AdviceCriteria } from '#casework';
import { ADVICE_SHOWS, type AdviceShow } from '#persistence';
import { unprocessable } from '#platform';
import { Choice, Text, UuidField } from '../fields/fields.js';
import { PAGE_LIMIT } from '../fields/paging.js';
import { QueryChoice, QueryFlag, QueryNumber, QueryUuid } from '../fields/query-fields.js';
import { CursorField, LimitField } from './list-query.js';
import { LONGEST_COMMENT, LONGEST_NAME, LONGEST_REASON, LONGEST_TITLE } from './limits.js';

const ADVISERS = ['me', 'nobody'] as const;

/** A question to GDS Assurance. */
export class AdviceRequest {
  @UuidField({
    optional: true,
    description: 'The organisation that asks; that of the case where one is named.',
  })
  readonly organisationId?: string;

  @Choice(ADVICE_SUBJECTS, {
    description:
      'One of the subjects the Code of Practice page names. “buying-through-frameworks” is sent on.',
  })
  readonly subject!: AdviceSubject;

  @Choice(POINT_NUMBERS, {
    optional: true,
    nullable: true,
    description: 'The point of the Code it is about.',
  })
  readonly point?: PointNumber | null;

  @Text({
    max: LONGEST_NAME,
    optional: true,
    nullable: true,
    description: 'Reference of the case it is asked from: planned spend, a draft, or any other of yours.',
  })
  readonly about?: string | null;

  @Text({ max: LONGEST_TITLE, description: 'A few words.' })
  readonly title!: string;

  @Text({ max: LONGEST_COMMENT, multiline: true })
  readonly question!: string;

  @Choice(PROTECTIVE_MARKINGS, {
    optional: true,
    description: 'OFFICIAL unless given; never less strict than that of the case it is about.',
  })
  readonly protectiveMarking?: ProtectiveMarking;
}

/** How a question is marked from now on. */
export class AdviceMarkingRequest {
  @Choice(PROTECTIVE_MARKINGS, { description: 'Stricter than the one it has.' })
  readonly protectiveMarking!: ProtectiveMarking;
}

/** The case a question is about. */
export class AdviceAboutRequest {
  @Text({
    max: LONGEST_NAME,
    description: 'Reference of planned spend or a case of the organisation that asked.',
  })
  readonly about!: string;

  @Choice(POINT_NUMBERS, {
    optional: true,
    nullable: true,
    description: 'The point what was advised stands beside; none for all of them.',
  })
  readonly point?: PointNumber | null;
}

/** What somebody writes in the thread of a question. */
export class AdviceMessageRequest {
  @Text({ max: LONGEST_COMMENT, multiline: true })
  readonly body!: string;
}

/** What is said with a question that is sent on. */
export class ReferralRequest {
  @Text({ max: LONGEST_REASON, multiline: true, optional: true, nullable: true })
  readonly note?: string | null;
}

/** How a question ends. */
export class AdviceClosureRequest {
  @Choice(ADVICE_OUTCOMES)
  readonly outcome!: AdviceOutcome;

  @Text({ max: LONGEST_COMMENT, multiline: true, optional: true, nullable: true })
  readonly body?: string | null;
}

/** An answer in words for every department. */
export class GuidanceRequest {
  @Text({ max: LONGEST_TITLE, description: 'What it answers, in a few words that name nobody.' })
  readonly title!: string;

  @Text({
    max: LONGEST_COMMENT,
    multiline: true,
    description: 'It must name neither who asked nor their case.',
  })
  readonly body!: string;

  @Choice(POINT_NUMBERS, { optional: true, nullable: true, description: 'The point it is shown beside.' })
  readonly point?: PointNumber | null;

  @Choice(ADVICE_SUBJECTS, { optional: true, description: 'That of the question unless given.' })
  readonly subject?: AdviceSubject;
}

/** Which questions to list. */
export class AdviceListQuery {
  @QueryChoice(ADVICE_SHOWS, {
    description:
      '“open” unless given; “waiting” are those GDS Assurance has to answer. Open ones come oldest first.',
  })
  show?: AdviceShow;

  @QueryChoice(ADVISERS, { description: '“me”: those in your hand; “nobody”: those in nobody’s.' })
  adviser?: (typeof ADVISERS)[number];

  @QueryChoice(ADVICE_SUBJECTS, { description: 'Only on this subject.' })
  subject?: AdviceSubject;

  @QueryFlag({ description: 'Only those whose first answer is late.' })
  overdue?: boolean;

  @QueryUuid({ description: 'Only of this organisation.' })
  organisation?: string;

  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/** Which guidance to list. */
export class GuidanceQuery {
  @QueryChoice(ADVICE_SUBJECTS, { description: 'Only on this subject.' })
  subject?: AdviceSubject;

  @QueryNumber({ min: 1, max: POINT_NUMBERS.length, description: 'Only beside this point.' })
  point?: PointNumber;

  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/** What a query asks for. */
export function adviceCriteriaOf({
  show,
  adviser,
  subject,
  overdue,
  organisation,
}: AdviceListQuery): AdviceCriteria {
  return {
    show: show ?? 'open',
    adviser: adviser ?? null,
    subject: subject ?? null,
    overdue: overdue ?? false,
    organisationId: organisation ?? null,
  };
}

/**
 * The case a question is asked from, in the one form of its reference; `null` for none.
 * @throws ProblemError 422 when it can be no reference
 */
export function referenceAsked(about: string | null | undefined): string | null {
  return about === undefined || about === null ? null : referenceTiedTo(about);
}

/**
 * The case a question is put beside, in the one form of its reference.
 * @throws ProblemError 422 when it can be no reference
 */
export function referenceTiedTo(about: string): string {
  const reference = parseCaseReference(about);
  if (reference !== null) return reference;
  const detail = 'Give the reference of a case, like DT-3469-CDFH';
  throw unprocessable(`${detail}.`, [{ pointer: '/about', detail }]);
}
