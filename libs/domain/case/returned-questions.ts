import type { ReturnedPoint } from '../decision-log/events.js';
import type { CaseState } from '../lifecycle/states.js';
import type { PointNumber } from './case-content.js';
import type { ContentDifference } from './difference.js';

/**
 * How far a question of a return has been answered: not yet; by what the department now says of the point; or in words,
 * beside a point that stands as it was.
 */
export type QuestionStanding = 'open' | 'changed' | 'answered-in-words';

/** A question of a return with how far it has been answered. */
export interface StandingQuestion extends ReturnedPoint {
  readonly standing: QuestionStanding;
}

/**
 * How far the questions of a return have been answered. Saving a point without changing it answers nothing. This
 * service's own rule.
 * @param difference from the version that was returned to what the case says now
 * @param answeredInWords points on which the department has said something since
 */
export function standingQuestions(
  asked: readonly ReturnedPoint[],
  difference: Pick<ContentDifference, 'points'>,
  answeredInWords: readonly PointNumber[],
): readonly StandingQuestion[] {
  const changed = new Set(difference.points.map(({ point }) => point));
  return asked.map(({ point, question }) => ({
    point,
    question,
    standing: changed.has(point) ? 'changed' : answeredInWords.includes(point) ? 'answered-in-words' : 'open',
  }));
}

/** A return as far as it asks: in which event, and of which points. */
export interface AskedInReturn {
  readonly sequence: number;
  readonly points: readonly { readonly point: PointNumber }[];
}

/** Something said of a point in one event. */
interface SaidOfPoint {
  readonly point: PointNumber;
  readonly sequence: number;
}

/**
 * The points on which the department has answered a question of a return in words, and nobody has assessed since. A
 * verdict goes on standing while its point says what it said, but it was given without that answer: somebody has to look
 * again, and say the same or something else. What is said in answer to a return that still waits is read at once, as
 * every comment to everybody is, but nobody has to look at it before it is resubmitted. This service's own rule.
 * @param returns oldest first
 * @param words what the department said of points to everybody on the case
 * @param assessments the latest of each point
 * @param state of the case
 */
export function answersToLookAt(
  returns: readonly AskedInReturn[],
  words: readonly SaidOfPoint[],
  assessments: readonly SaidOfPoint[],
  state: CaseState,
): readonly PointNumber[] {
  const waiting = state === 'returned' ? returns.at(-1)?.sequence : undefined;
  const answered = words.filter(
    ({ point, sequence }) =>
      (waiting === undefined || sequence < waiting) &&
      returns.some((one) => one.sequence < sequence && one.points.some((asked) => asked.point === point)) &&
      !assessments.some((one) => one.point === point && one.sequence > sequence),
  );
  return [...new Set(answered.map(({ point }) => point))].toSorted((one, other) => one - other);
}
