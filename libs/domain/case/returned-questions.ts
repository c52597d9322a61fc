import type { ReturnedPoint } from '../decision-log/events.js';
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
 * again, and say the same or something else. This service's own rule.
 * @param words what the department said of points to everybody on the case
 * @param assessments the latest of each point
 */
export function answersToLookAt(
  returns: readonly AskedInReturn[],
  words: readonly SaidOfPoint[],
  assessments: readonly SaidOfPoint[],
): readonly PointNumber[] {
  const answered = words.filter(
    ({ point, sequence }) =>
      returns.some((one) => one.sequence < sequence && one.points.some((asked) => asked.point === point)) &&
      !assessments.some((one) => one.point === point && one.sequence > sequence),
  );
  return [...new Set(answered.map(({ point }) => point))].toSorted((one, other) => one - other);
}
