import type { CaseEvent } from './events.js';
import type { Replayed } from './replayed.js';

/** What a replay works on: the same as it gives, while it may still be written to. */
export type Working = {
  -readonly [Key in keyof Replayed]: Replayed[Key] extends readonly (infer Item)[] ? Item[] : Replayed[Key];
};

/** One event of the types named. */
export type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

/** A history that cannot have come about: it does not begin, or it changes something that never was. */
export class HistoryFault extends Error {
  /**
   * @param caseId `null` where there is no event at all
   * @param sequence the event that does not fit; 0 where there is none
   */
  constructor(
    readonly caseId: string | null,
    readonly sequence: number,
    readonly fault: string,
  ) {
    super(`Event ${sequence} of case ${caseId ?? 'without events'}: ${fault}`);
    this.name = 'HistoryFault';
  }
}

/**
 * Replaces one item of a list by what a change makes of it.
 * @throws HistoryFault when there is none of that id
 */
export function amend<Item extends { readonly id: string }>(
  items: Item[],
  id: string,
  event: CaseEvent,
  change: (item: Item) => Item,
): void {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined)
    throw new HistoryFault(event.caseId, event.sequence, `${event.type} names ${id}, which is not there`);
  items[index] = change(item);
}

/** Adds somebody to a list of people, once. */
export function note(people: string[], personId: string): void {
  if (!people.includes(personId)) people.push(personId);
}
