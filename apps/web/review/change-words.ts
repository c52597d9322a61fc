import type { ContentDifference, PointNumber } from '#domain';
import { changeView, pointChanges, type ChangeView } from '../case/changes.js';
import type { QuestionWords } from '../case/content-words.js';

/** What an assessment of any point rests on, of what is asked for. */
const OF_THE_REQUEST = [
  'category',
  'phase',
  'requestedPence',
  'wholeLifePence',
  'commercialApproach',
  'flags',
];

/** What an assessment of a point rests on that is not what it was. */
export interface ChangesUnderVerdict {
  /** What changed beside answers, in a sentence. */
  readonly note: string | null;
  readonly changes: readonly ChangeView[];
}

/** What changed of a point between two versions, and of the request as far as an assessment rests on it. */
export function changesOfPoint(
  difference: ContentDifference,
  number: PointNumber,
  questions: QuestionWords,
): ChangesUnderVerdict {
  const ofPoint = pointChanges(difference, number, questions);
  const ofRequest = difference.details
    .filter(({ pointer }) => OF_THE_REQUEST.includes(pointer.split('/')[2] ?? ''))
    .map((change) => changeView(change, questions));
  return { note: ofPoint?.note ?? null, changes: [...(ofPoint?.changes ?? []), ...ofRequest] };
}
