import type { IsoDate } from '../case/case-content.js';
import { dateInWords } from '../case/dates.js';
import type { EventType } from '../decision-log/events.js';
import type { CaseState } from '../lifecycle/states.js';
import { londonDate } from '../working-time/london-time.js';
import { RETENTION_YEARS, WAITING_DAYS, type Ending } from './retention-periods.js';

/** Events by which a case is marked for disposal, held back from it, and disposed of. */
export const DISPOSAL_EVENTS = [
  'disposal-marked',
  'disposal-held',
  'disposal-released',
  'disposed',
] as const satisfies readonly EventType[];
export type DisposalEvent = (typeof DISPOSAL_EVENTS)[number];

/** Events that bring a case to its end, or to a later one. */
export const ENDING_EVENTS = [
  'decided',
  'condition-changed',
  'promises-carried-over',
  'assured-by-department',
  'withdrawn',
  'closed-below-threshold',
  'imported',
  'advice-closed',
] as const satisfies readonly EventType[];

/** One step towards disposal, as its event says. */
export interface DisposalStep {
  readonly type: DisposalEvent;
  readonly sequence: number;
  /** UTC. */
  readonly occurredAt: string;
  /** Of a mark: the day its period ended. */
  readonly dueOn: IsoDate | null;
  /** Of a mark and of a lifted hold: the instant before which nothing is carried out, UTC. */
  readonly notBefore: string | null;
}

/** What of a case decides whether it may be disposed of. */
export interface DisposalRecord {
  readonly state: CaseState;
  /** Decided elsewhere and recorded here afterwards. */
  readonly imported: boolean;
  /** London day of the latest event that ended it; `null` where none has. */
  readonly endedOn: IsoDate | null;
  /** Conditions of the decision that stands that are unsettled. */
  readonly openConditions: number;
  /** Sequence of the latest event that has nothing to do with disposal. */
  readonly latestOther: number;
  /** In order. */
  readonly steps: readonly DisposalStep[];
}

/** How a case stands towards its disposal. */
export interface DisposalStanding {
  /** How and on which day it ended, and when its period ends; `null` while it has not ended. */
  readonly end: { readonly ending: Ending; readonly endedOn: IsoDate; readonly dueOn: IsoDate } | null;
  /** The mark that stands: one that anything else has happened since is void, for the case is in use. */
  readonly marked: boolean;
  readonly held: boolean;
  /** The instant before which nothing is carried out; `null` unless it is marked. */
  readonly notBefore: string | null;
  /** UTC; `null` while it is not. */
  readonly disposedAt: string | null;
}

/**
 * How a case in a state has ended; `null` where it has not.
 * @param openConditions of the decision that stands
 */
export function endingOf(state: CaseState, imported: boolean, openConditions: number): Ending | null {
  switch (state) {
    case 'approved':
    case 'approved-with-conditions':
    case 'not-approved':
      if (openConditions > 0) return null;
      return imported ? 'imported' : 'decided';
    case 'assured-by-department':
    case 'withdrawn':
    case 'closed-below-threshold':
    case 'advice-closed':
      return state;
    case 'planned':
    case 'draft':
    case 'signed-off':
    case 'submitted':
    case 'acknowledged':
    case 'in-review':
    case 'returned':
    case 'recommended':
    case 'advice-asked':
    case 'advice-answered':
      return null;
  }
}

/**
 * The day from which a case may be disposed of: the same day some years after it ended. What ended on 29 February is
 * due on 28 February of a year that has none.
 */
export function disposalDueOn(ending: Ending, endedOn: IsoDate): IsoDate {
  const year = String(Number(endedOn.slice(0, 4)) + RETENTION_YEARS[ending]).padStart(4, '0');
  const day = endedOn.slice(4);
  const isThere = day !== '-02-29' || new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() === 1;
  return isThere ? `${year}${day}` : `${year}-02-28`;
}

/** The instant before which a case marked, or released, at an instant is not disposed of. */
export function endOfWaiting(at: Date): Date {
  return new Date(at.getTime() + WAITING_DAYS * 86_400_000);
}

/** How a case stands towards its disposal. */
export function disposalStanding(record: DisposalRecord): DisposalStanding {
  const { state, imported, endedOn, openConditions, latestOther, steps } = record;
  const ending = endingOf(state, imported, openConditions);
  const mark = steps.findLast(({ type }) => type === 'disposal-marked');
  const marked = mark !== undefined && mark.sequence > latestOther;
  const waits = steps.filter(
    ({ sequence, notBefore }) => marked && sequence >= mark.sequence && notBefore !== null,
  );
  const hold = steps.findLast(({ type }) => type === 'disposal-held' || type === 'disposal-released');
  return {
    end:
      ending === null || endedOn === null ? null : { ending, endedOn, dueOn: disposalDueOn(ending, endedOn) },
    marked,
    held: hold?.type === 'disposal-held',
    notBefore: waits.at(-1)?.notBefore ?? null,
    disposedAt: steps.find(({ type }) => type === 'disposed')?.occurredAt ?? null,
  };
}

/** What is asked to be done about the disposal of a case. */
export type DisposalAct = 'mark' | 'hold' | 'release' | 'carry-out';

/** A hold on a case that is being worked on would be in the way of those who work on it, and keep nothing. */
const NEEDS_NO_HOLD =
  'The case has not ended: a case that has not ended needs no hold, because it cannot be disposed of';

/** What stands in the way of it, as a sentence; `null` when nothing does. */
export function disposalRefusal(act: DisposalAct, standing: DisposalStanding, at: Date): string | null {
  if (standing.disposedAt !== null)
    return `The case was disposed of on ${londonDate(new Date(standing.disposedAt))}: nothing can be done with it any more`;
  switch (act) {
    case 'mark':
      return endRefusal(standing, at) ?? (standing.marked ? 'The case is marked for disposal already' : null);
    case 'hold':
      if (standing.end === null) return NEEDS_NO_HOLD;
      return standing.held ? 'The case is held already' : null;
    case 'release':
      if (standing.end === null) return NEEDS_NO_HOLD;
      return standing.held ? null : 'The case is not held, so there is nothing to lift';
    case 'carry-out':
      return endRefusal(standing, at) ?? carryingOutRefusal(standing, at);
  }
}

function endRefusal({ end }: DisposalStanding, at: Date): string | null {
  if (end === null)
    return 'The case has not ended: it must be decided with no condition open, withdrawn, closed or assured by its department';
  if (londonDate(at) < end.dueOn)
    return `The case is kept until ${dateInWords(end.dueOn)}. It can be marked for disposal from that day on`;
  return null;
}

function carryingOutRefusal({ marked, held, notBefore }: DisposalStanding, at: Date): string | null {
  if (!marked) return 'The case is not marked for disposal, or something has happened to it since it was';
  if (held) return 'The case is held';
  if (notBefore === null || at.toISOString() < notBefore)
    return 'The time in which a hold can be placed is not over';
  return null;
}
