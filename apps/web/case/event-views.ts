import { EVENT_NAMES } from '#domain';
import type { CaseTextOf } from './case-texts.js';
import type { EventText } from './event-texts.js';
import { eventInWords, type NamesById } from './event-words.js';

/** An event as the timeline shows it. */
export interface EventView {
  readonly event: EventText;
  readonly name: string;
  /** Lines that say more; as people wrote them. */
  readonly lines: readonly string[];
  /** Whether the case went from one state to another. */
  readonly moved: boolean;
}

function namesIn(found: CaseTextOf, events: readonly EventText[]): NamesById {
  const people = [found.reviewer, found.createdBy, ...events.map(({ actor }) => actor)];
  return new Map(people.flatMap((person) => (person === null ? [] : [[person.id, person.name]])));
}

/**
 * Events in plain words.
 * @param disposed whether the text of the case was disposed of: then what events carried is not there to be told
 */
export function eventViews(
  found: CaseTextOf,
  events: readonly EventText[],
  disposed: boolean,
): readonly EventView[] {
  const names = namesIn(found, events);
  return events.map((event) => ({
    event,
    name: EVENT_NAMES[event.type],
    lines: disposed ? [] : eventInWords(event, names).filter((line) => line !== ''),
    moved: event.fromState !== null && event.fromState !== event.toState,
  }));
}
