import {
  codePoint,
  EXCEPTION_RULING_NAMES,
  evidenceFor,
  exceptionsNaming,
  POINT_NUMBERS,
  scoreLegacyRisk,
  verdictRemark,
  type AttachmentRef,
  type CaseContent,
  type ExceptionRuling,
  type LegacyException,
  type PointNumber,
} from '#domain';
import type { FileView } from '../attachments/file-views.js';
import type { AssessmentText, CommentText, ExceptionText } from '../case/case-texts.js';
import type { OpenReview } from './review-pages.js';

/** A point in the list of all. */
export function pointRows(open: OpenReview, content: CaseContent, assessments: readonly AssessmentText[]) {
  const { standing } = open;
  return POINT_NUMBERS.map((number) => {
    const { title } = codePoint(number);
    const latest = latestOf(assessments, number);
    const verdict = standing.verdicts.get(number) ?? null;
    const { selfAssessment } = evidenceFor(content, number);
    return {
      number,
      title,
      mandatory: standing.mandatory.includes(number),
      asked: standing.toAssess.includes(number),
      selfAssessment,
      verdict,
      remark: verdictRemark(verdict, selfAssessment),
      explanation: verdict === null ? null : (latest?.explanation ?? null),
      /** The version it was said of, where that is an earlier one and it still stands. */
      fromVersion: fromVersion(open, latest, verdict !== null),
      /** Assessed on an earlier version, of which what it rests on has changed since. */
      overtaken: verdict === null && latest !== null,
      /** The department answered a question about it in words, and nobody has assessed it since. */
      toLookAt: isToLookAt(open, number),
      exceptions: exceptionsNaming(content, number).length,
    };
  });
}

/** How many of the points a review is of have a verdict that stands and that nobody has to look at again. */
export function progressOf({ standing }: OpenReview) {
  const { toAssess, verdicts, answersToLookAt } = standing;
  const done = toAssess.filter((number) => verdicts.has(number) && !answersToLookAt.includes(number)).length;
  return { done, of: toAssess.length, whole: done === toAssess.length };
}

/** Whether a verdict stands that was given without what the department answered since. */
function isToLookAt({ standing }: OpenReview, number: PointNumber): boolean {
  return standing.verdicts.has(number) && standing.answersToLookAt.includes(number);
}

function latestOf(assessments: readonly AssessmentText[], number: PointNumber): AssessmentText | null {
  return assessments.find(({ point, latest }) => point === number && latest) ?? null;
}

function fromVersion(
  { standing }: OpenReview,
  latest: AssessmentText | null,
  stands: boolean,
): number | null {
  return stands && latest !== null && latest.version !== standing.version ? latest.version : null;
}

/** A legacy exception as whoever rules on it or decides looks at it. */
export function exceptionView({ found, standing }: OpenReview, exception: LegacyException) {
  const risk = scoreLegacyRisk(exception.scores);
  const ruled: ExceptionText['ruling'] =
    found.legacyExceptions.find(({ id }) => id === exception.id)?.ruling ?? null;
  const stands = standing.rulings.get(exception.id) ?? null;
  return {
    ...exception,
    score: risk.complete ? risk.overallRounded : null,
    redRated: risk.complete && risk.isRedRated,
    redAndUnfunded: risk.complete && risk.isRedRated && exception.funded === false,
    ruled,
    /** The ruling that stands on this version. */
    ruling: stands,
    rulingName: stands === null ? null : EXCEPTION_RULING_NAMES[stands],
    sequence: ruled?.sequence ?? 0,
  };
}

/** Choices of a ruling. */
export function rulingChoices(chosen: string) {
  return (Object.keys(EXCEPTION_RULING_NAMES) as ExceptionRuling[]).map((value) => ({
    value,
    text: { accepted: 'Accept', refused: 'Refuse' }[value],
    checked: chosen === value,
  }));
}

/** Everything somebody looks at to assess one point. */
export function pointView(
  open: OpenReview,
  number: PointNumber,
  content: CaseContent,
  assessments: readonly AssessmentText[],
  comments: readonly CommentText[],
  shown: (file: AttachmentRef) => FileView,
) {
  const { standing } = open;
  const latest = latestOf(assessments, number);
  const stands = standing.verdicts.has(number);
  const evidence = evidenceFor(content, number);
  return {
    number,
    point: codePoint(number),
    mandatory: standing.mandatory.includes(number),
    asked: standing.toAssess.includes(number),
    evidence,
    files: (evidence.attachments ?? []).map(shown),
    exceptions: exceptionsNaming(content, number).map((exception) => ({
      ...exceptionView(open, exception),
      files: (exception.attachments ?? []).map(shown),
    })),
    latest,
    remark: verdictRemark(standing.verdicts.get(number) ?? null, evidence.selfAssessment),
    stands,
    toLookAt: isToLookAt(open, number),
    fromVersion: fromVersion(open, latest, stands),
    earlier: assessments.filter(({ point }) => point === number).toReversed(),
    comments: comments.filter(({ point }) => point === number),
    before: number === POINT_NUMBERS[0] ? null : number - 1,
    after: number === POINT_NUMBERS.length ? null : number + 1,
    progress: progressOf(open),
  };
}
