import {
  codePoint,
  wordDifference,
  type ContentDifference,
  type FieldChange,
  type PointNumber,
  type TextStretch,
} from '#domain';
import { answerWords, type QuestionWords } from './content-words.js';

/** One answer that changed, as people read it. */
export interface ChangeView {
  readonly label: string;
  readonly stretches: readonly TextStretch[];
}

/** Everything that changed about one thing. */
export interface ChangedPart {
  readonly title: string;
  /** What changed beside answers, in a sentence. */
  readonly note: string | null;
  readonly changes: readonly ChangeView[];
}

/** What changed between two contents, part by part. */
export interface ContentChanges {
  readonly unchanged: boolean;
  readonly details: readonly ChangeView[];
  readonly points: readonly (ChangedPart & { readonly point: PointNumber })[];
  readonly legacyExceptions: readonly ChangedPart[];
}

/** A change in words: of sentences word by word, of anything else the one value and the other. */
export function changeView(
  { pointer, before, after }: FieldChange,
  questions: QuestionWords,
  label?: string,
): ChangeView {
  const words = answerWords(pointer, questions);
  const [was, is] = [words.read(before), words.read(after)];
  const whole: readonly TextStretch[] = [
    { kind: 'removed', text: was },
    { kind: 'added', text: is },
  ];
  return {
    label: label ?? words.label,
    stretches: words.isProse ? wordDifference(was, is) : whole.filter(({ text }) => text !== ''),
  };
}

/** What changed about one point; `null` where nothing did. */
export function pointChanges(
  difference: ContentDifference,
  point: PointNumber,
  questions: QuestionWords,
): ContentChanges['points'][number] | null {
  const found = difference.points.find((one) => one.point === point);
  if (found === undefined) return null;
  return {
    point,
    title: codePoint(point).title,
    note: found.legacyExceptionsChanged ? 'A legacy exception that names this point changed.' : null,
    changes: found.changes.map((change) => changeView(change, questions)),
  };
}

/** What changed between two contents, in words. */
export function contentChanges(difference: ContentDifference, questions: QuestionWords): ContentChanges {
  const { added, removed, changed } = difference.legacyExceptions;
  const part = (title: string, note: string | null, changes: readonly ChangeView[] = []): ChangedPart => ({
    title,
    note,
    changes,
  });
  return {
    unchanged: difference.unchanged,
    details: difference.details.map((change) => changeView(change, questions)),
    points: difference.points
      .map(({ point }) => pointChanges(difference, point, questions))
      .filter((point) => point !== null),
    legacyExceptions: [
      ...added.map(({ system }) => part(system, 'This legacy exception was added.')),
      ...removed.map(({ system }) => part(system, 'This legacy exception was removed.')),
      ...changed.map(({ system, changes }) =>
        part(
          system,
          null,
          changes.map((change) => changeView(change, questions)),
        ),
      ),
    ],
  };
}
