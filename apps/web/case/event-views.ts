import { EVENT_NAMES, type EventType } from '#domain';
import type { CaseTextOf, ListedConditionText } from './case-texts.js';
import { changedInWords } from './changed-answers.js';
import { conditionNames } from './condition-names.js';
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
  /** The version that was being written when it happened; `null` where it is about what was submitted. */
  readonly draftOf: number | null;
}

/** What a department does to a request before it hands it on: after a return that makes the next version. */
const DRAFTING: ReadonlySet<EventType> = new Set<EventType>([
  'details-changed',
  'point-evidence-saved',
  'legacy-exception-added',
  'legacy-exception-changed',
  'legacy-exception-removed',
  'attachment-added',
  'attachment-removed',
  'signed-off',
  'sign-off-taken-back',
]);

/** States in which the department has the request. */
const WITH_DEPARTMENT: ReadonlySet<EventText['toState']> = new Set(['draft', 'returned', 'signed-off']);

function draftOf({ type, toState, version }: EventText): number | null {
  return version !== null && DRAFTING.has(type) && WITH_DEPARTMENT.has(toState) ? version + 1 : null;
}

function namesIn(found: CaseTextOf, events: readonly EventText[]): NamesById {
  const people = [found.reviewer, found.createdBy, ...events.map(({ actor }) => actor)];
  return new Map(people.flatMap((person) => (person === null ? [] : [[person.id, person.name]])));
}

/**
 * Events in plain words.
 * @param conditions of the case, to say which an event is about
 * @param disposed whether the text of the case was disposed of: then what events carried is not there to be told
 */
export function eventViews(
  found: CaseTextOf,
  events: readonly EventText[],
  disposed: boolean,
  conditions: readonly ListedConditionText[] = [],
): readonly EventView[] {
  const names = namesIn(found, events);
  const named = conditionNames(conditions);
  return events.map((event) => ({
    event,
    name: EVENT_NAMES[event.type],
    lines: disposed
      ? []
      : [...eventInWords(event, names, named), changedInWords(event)].filter((line) => line !== ''),
    draftOf: draftOf(event),
    moved: event.fromState !== null && event.fromState !== event.toState,
  }));
}
