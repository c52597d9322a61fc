import { Injectable } from '@nestjs/common';
import { redactedEvent, type CaseEvent } from '#domain';
import {
  Database,
  readEventStretch,
  readOrganisationFeed,
  type OrganisationFeed,
  type StreamedCaseEvent,
  type StreamedEvent,
} from '#persistence';
import { badRequest, notFound } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';

/** Most events of the log one request looks through. Of those somebody may see perhaps none. */
const REACH = 5_000;

/** A part of what happened to all cases, in the order of the log. */
export interface EventPart {
  readonly items: readonly StreamedEvent[];
  /** Where to go on: how many events of the log have been gone through. */
  readonly next: number;
  /** Whether there is more already; where not, asking later with `next` goes on. */
  readonly more: boolean;
}

/** Reads what happened to every case somebody may see, in one order that never changes, to be followed. */
@Injectable()
export class EventStreamService {
  constructor(private readonly database: Database) {}

  /**
   * Events after a place, as far as whoever asks may see them.
   * @throws ProblemError 400 for a place the log has not come to
   */
  async after(acting: Acting, after: number, limit: number, reach = REACH): Promise<EventPart> {
    const { size, events } = await readEventStretch(this.database.as(acting), sightOf(acting.roles), {
      after,
      limit: limit + 1,
      reach,
    });
    if (after > size)
      throw badRequest('The cursor is beyond the end of the log.', [
        { pointer: '/after', detail: 'Give “next” of an answer of this service, or 0 to begin again' },
      ]);
    const items = events.slice(0, limit).map(shown);
    acting.witness?.sawList(items.length);
    const last = items.at(-1);
    const next = events.length > limit && last !== undefined ? last.place + 1 : Math.min(size, after + reach);
    return { items, next, more: next < size };
  }

  /**
   * Steps of the cases of an organisation that whoever asks may see, the latest first, and where the page before goes on.
   * @param before place in the log; `null` for the latest
   * @throws ProblemError 404 where there is no such organisation
   */
  async feed(
    acting: Acting,
    organisationId: string,
    before: number | null,
    limit: number,
  ): Promise<{ readonly feed: OrganisationFeed; readonly next: number | null }> {
    const database = this.database.as(acting);
    const sight = sightOf(acting.roles);
    const found = await readOrganisationFeed(database, organisationId, sight, before, limit + 1);
    if (found === null) throw notFound();
    const events = found.events.slice(0, limit);
    acting.witness?.sawList(events.length);
    const next = found.events.length > limit ? (events.at(-1)?.place ?? null) : null;
    return { feed: { ...found, events }, next };
  }
}

/** Of a case that was disposed of, no text. */
function shown(streamed: StreamedEvent): StreamedEvent {
  if (streamed.case.disposedAt === null) return streamed;
  const event = redactedEvent(streamed.event as unknown as CaseEvent) as unknown as StreamedCaseEvent;
  return { ...streamed, event: { ...event, reason: null } };
}
