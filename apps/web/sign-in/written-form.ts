import type { PostedFields } from '../forms/posted-form.js';
import { REQUEST_WORDS } from '../request/field-labels.js';
import {
  mapOf,
  NO_WORDS,
  writtenAnswers,
  type FormWords,
  type WrittenAnswer,
} from '../review/written-answers.js';

/** Pages of a case whose forms have fields of their own names. */
const OF_A_REQUEST =
  /^\/cases\/[^/]+\/(?:points|details|legacy-exceptions|conditions\/[^/]+\/evidence)(?:\/|$)/;

/** What most other forms call what is written in them. */
const ELSEWHERE: FormWords = {
  ...NO_WORDS,
  labels: mapOf({ body: 'What you wrote', comment: 'Comment' }),
};

/** An id is nothing anybody wrote. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A name of a field as words: `workEmail` is “Work email”. */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything that was written in any form of the service, each answer with what it answers. @param action of the form */
export function writtenForm(action: string, fields: PostedFields): readonly WrittenAnswer[] {
  const words = OF_A_REQUEST.test(action) ? REQUEST_WORDS : ELSEWHERE;
  return writtenAnswers(fields, new Map(), words)
    .filter(({ value }) => !ID.test(value))
    .map(({ label, value }) => ({ label: /^[a-z]/.test(label) ? inWords(label) : label, value }));
}
