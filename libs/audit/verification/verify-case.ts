import {
  EVENT_FORMATS,
  eventForm,
  eventHash,
  HistoryFault,
  isEventFormat,
  privateHashOf,
  projectionDifferences,
  projectionOf,
  projectionOfDisposed,
  redactedEvent,
  replay,
  splitPayload,
  type CaseEvent,
} from '#domain';
import type { CaseToVerify, EventToVerify } from '#persistence';
import { earlier, type LogFault } from './log-fault.js';

/**
 * What is first wrong with a case: with an event's own hash, with the chain, with its place before or in the log, or with
 * a working row that is not what replaying the events gives. `null` when nothing is.
 */
export function faultOfCase(found: CaseToVerify): LogFault | null {
  const chain = faultOfChain(found);
  // Events that were tampered with say nothing of the rows.
  return chain ?? faultOfRows(found);
}

function faultOfChain({ caseId, reference, events, headHash }: CaseToVerify): LogFault | null {
  let previous: string | null = null;
  let first: LogFault | null = null;
  let expected = 1;
  const say = (event: EventToVerify | null, sequence: number, what: string): void => {
    first = earlier(first, { index: event?.index ?? null, caseId, reference, sequence, what });
  };
  for (const event of events) {
    if (event.sequence !== expected) {
      // The one that follows has a place in the log, by which the gap is put in order.
      say(event, expected, 'the event is missing');
      return first;
    }
    const what = faultOfEvent(event, previous);
    if (what !== null) {
      say(event, event.sequence, what);
      return first;
    }
    previous = event.hash;
    expected += 1;
  }
  if (headHash !== previous)
    return {
      index: null,
      caseId,
      reference,
      sequence: expected - 1,
      what: 'the case does not end with its latest event',
    };
  return first;
}

function faultOfEvent(event: EventToVerify, previous: string | null): string | null {
  if (event.previousHash !== previous) return 'the event does not name the hash of the one before it';
  if (!isEventFormat(event.format)) return 'the event is of a format that is not known';
  const { facts, private: texts } = splitPayload(event.payload, event.reason);
  if (event.salt === null && texts !== null) return 'the event has private text that nothing vouches for';
  if (event.salt !== null) {
    const { name } = EVENT_FORMATS[event.format];
    if (texts === null || privateHashOf(texts, Buffer.from(event.salt, 'hex'), name) !== event.privateHash)
      return 'the private text of the event is not what was committed to';
  }
  if (eventHash(eventForm(event, facts, event.privateHash, previous)) !== event.hash)
    return 'the event is not what its hash was made of';
  if (event.index === null && !event.waits) return 'the event is neither in the log nor waiting to be';
  if (event.index !== null && event.waits) return 'the event is in the log and is said to wait for it';
  return null;
}

function faultOfRows({ caseId, reference, events, rows }: CaseToVerify): LogFault | null {
  const last = events.at(-1);
  const fault = (what: string): LogFault => ({
    index: last?.index ?? null,
    caseId,
    reference,
    sequence: last?.sequence ?? null,
    what,
  });
  if (events.length === 0) return fault('the case has no events');
  const disposed = last?.type === 'disposed';
  const erased = events.find(isErased);
  if (!disposed && erased !== undefined)
    return fault('text was erased although the case was not disposed of');
  if (disposed && events.some(({ salt }) => salt !== null))
    return fault('the case was disposed of, and text of its events is still there');
  try {
    const written = events as readonly CaseEvent[];
    const expected = disposed
      ? projectionOfDisposed(replay(written.map(redactedEvent)))
      : projectionOf(replay(written));
    const [difference] = projectionDifferences(expected, rows);
    if (difference === undefined) return null;
    const { table, row, column } = difference;
    return fault(
      column === null
        ? `a row of ${table} (${row}) is missing or should not be there`
        : `${column} in ${table} (${row}) is not what the events give`,
    );
  } catch (error) {
    if (error instanceof HistoryFault) return fault(`the events cannot be replayed: ${error.message}`);
    throw error;
  }
}

/** Whether an event's private text has been erased: what was committed to is known, and neither text nor salt. */
function isErased({ privateHash, salt }: EventToVerify): boolean {
  return privateHash !== null && salt === null;
}
