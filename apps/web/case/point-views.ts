import {
  codePoint,
  exceptionsNaming,
  isDepartmentRole,
  POINT_NUMBERS,
  type AttachmentRef,
  type CaseContent,
  type CodePoint,
  type PointEvidence,
  type PointNumber,
} from '#domain';
import type { FileView } from '../attachments/file-views.js';
import type { AnswerText, AssessmentText, CommentText, Instant, ReturnText } from './case-texts.js';

/** A question a reviewer asked of a point when the case was returned. */
export interface AskedOfPoint {
  readonly question: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  /** What the department answered to this question in words, oldest first. */
  readonly inWords: readonly CommentText[];
  /** What the department answered to the return; `null` where it has not, or not in words. */
  readonly answer: AnswerText | null;
}

/** One point of a case with what belongs to it. */
export interface PointView {
  readonly point: CodePoint;
  readonly isMandatory: boolean;
  readonly evidence: PointEvidence;
  readonly files: readonly FileView[];
  readonly exceptions: readonly { readonly id: string; readonly system: string }[];
  /** The reviewer's latest, as far as the reader may see it. */
  readonly assessment: AssessmentText | null;
  /** Those before it, latest first. */
  readonly earlier: readonly AssessmentText[];
  /** Latest first. */
  readonly questions: readonly AskedOfPoint[];
}

/** What there is beside what the department says. */
export interface BesidePoints {
  readonly mandatory: readonly PointNumber[];
  readonly assessments: readonly AssessmentText[];
  readonly returns: readonly ReturnText[];
  readonly answers: readonly AnswerText[];
  readonly comments: readonly CommentText[];
  /** How an attached file is shown. */
  readonly shown: (file: AttachmentRef) => FileView;
}

/** A return with what the department answered to it. */
export interface AnsweredReturn extends ReturnText {
  /** When the next one was, from which on nothing answers this one any more; `null` where it is the latest. */
  readonly until: Instant | null;
  readonly answer: AnswerText | null;
}

/** Returns, which are given oldest first, with their answers, latest first. */
export function answeredReturns(
  returns: readonly ReturnText[],
  answers: readonly AnswerText[],
): readonly AnsweredReturn[] {
  return returns
    .map((one, index) => {
      // One that was answered without words must not be given the words of a later answer.
      const next = returns[index + 1];
      const last = next?.sequence ?? Infinity;
      const answer = answers.find(({ sequence }) => sequence > one.sequence && sequence < last) ?? null;
      return { ...one, until: next?.returnedAt ?? null, answer };
    })
    .toReversed();
}

/** What a department said in words of the points a return asked about, to everybody on the case. */
export function wordsOnReturn(
  comments: readonly CommentText[],
  { returnedAt, until }: Pick<AnsweredReturn, 'returnedAt' | 'until'>,
): readonly CommentText[] {
  return comments.filter(
    ({ audience, authorRole, createdAt }) =>
      audience === 'shared' &&
      isDepartmentRole(authorRole) &&
      createdAt >= returnedAt &&
      (until === null || createdAt < until),
  );
}

/** The questions asked of a point, latest first. */
export function questionsOf(
  returns: readonly AnsweredReturn[],
  comments: readonly CommentText[],
  number: PointNumber,
): readonly AskedOfPoint[] {
  return returns.flatMap((one) =>
    one.points
      .filter(({ point }) => point === number)
      .map(({ question }) => ({
        question,
        version: one.version,
        by: one.returnedBy.name,
        at: one.returnedAt,
        inWords: wordsOnReturn(comments, one).filter(({ point }) => point === number),
        answer: one.answer,
      })),
  );
}

/** The 13 points of what a department says, each with what reviewers said of it. */
export function pointViews(content: CaseContent, beside: BesidePoints): readonly PointView[] {
  const returns = answeredReturns(beside.returns, beside.answers);
  return POINT_NUMBERS.flatMap((number) => {
    const evidence = content.points.find(({ point }) => point === number);
    if (evidence === undefined) return [];
    const said = beside.assessments.filter(({ point }) => point === number).toReversed();
    const [assessment = null, ...earlier] = said;
    return [
      {
        point: codePoint(number),
        isMandatory: beside.mandatory.includes(number),
        evidence,
        files: (evidence.attachments ?? []).map(beside.shown),
        exceptions: exceptionsNaming(content, number).map(({ id, system }) => ({ id, system })),
        assessment,
        earlier,
        questions: questionsOf(returns, beside.comments, number),
      },
    ];
  });
}

/** A point's number out of an address; `null` for anything else. */
export function pointNumberOf(text: string): PointNumber | null {
  return POINT_NUMBERS.find((number) => String(number) === text) ?? null;
}
