import { CONDITION_KIND_NAMES, type ConditionStatus } from '#domain';
import type { ListedConditionText } from './case-texts.js';

/** What conditions are called where an event speaks of them by id. */
export type ConditionNames = ReadonlyMap<string, string>;

/** How much of a condition's text tells it from the others, in characters. */
const FIRST_WORDS = 60;

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= FIRST_WORDS) return line;
  const cut = line.slice(0, FIRST_WORDS + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : FIRST_WORDS)} …`;
}

/** Conditions by id, as “Condition 1 (Publish the code)”. */
export function conditionNames(conditions: readonly ListedConditionText[]): ConditionNames {
  return new Map(
    conditions.map(({ id, kind, number, text }) => [
      id,
      `${CONDITION_KIND_NAMES[kind]} ${String(number)} (${firstWords(text)})`,
    ]),
  );
}

/** What became of a condition, after its name; open is what it is again once its evidence was sent back. */
export const CONDITION_CHANGES: Readonly<Record<ConditionStatus, string>> = {
  open: 'evidence sent back',
  'evidence-submitted': 'evidence given',
  met: 'confirmed as met',
  'not-met': 'found not met',
  waived: 'waived',
  'carried-over': 'carried over',
};
