import type { Refusal } from '#domain';
import { conflict, notPermitted, type ProblemError, unprocessable } from '#platform';

/** Turns what is in the way into the problem a person is told of. The most personal reason decides the kind. */
export function problemOf(refusals: readonly Refusal[]): ProblemError {
  const detail = refusals.map((refusal) => refusal.message);
  const first = refusals[0];
  if (first === undefined) throw new Error('A refusal without a reason');
  const errors = refusals.flatMap((refusal) =>
    refusal.pointer === undefined ? [] : [{ pointer: refusal.pointer, detail: refusal.message }],
  );
  const sentence =
    detail.length === 1
      ? first.message
      : `${String(detail.length)} things are in the way. The first: ${first.message}`;
  if (refusals.some((refusal) => refusal.kind === 'not-permitted')) return notPermitted(sentence);
  if (refusals.every((refusal) => refusal.kind === 'bad-input')) return unprocessable(sentence, errors);
  return conflict(sentence, errors);
}
