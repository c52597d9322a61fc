import { type EventType } from '../decision-log/events.js';
import { ADVICE_MOMENTS, CLOCK_MOMENTS, type ClockMoment } from './turnaround.js';

/** An event as far as a clock looks at it. */
export type ClockEvent =
  | { readonly moment: ClockMoment; readonly at: Date }
  | {
      readonly moment: 'extended';
      readonly at: Date;
      /** Id of the target that gets more time. */
      readonly target: string;
      /** Of the target's own kind. */
      readonly days: number;
    };

const EXTENSION_EVENT = 'clock-extended' satisfies EventType;

const MOMENTS = [...CLOCK_MOMENTS, ...ADVICE_MOMENTS] as const;

/** Types of the events a clock looks at; the others need not be read to know how it stands. */
export const CLOCK_EVENT_TYPES = [...MOMENTS, EXTENSION_EVENT] as const satisfies readonly EventType[];

function isClockMoment(type: string): type is ClockMoment {
  return (MOMENTS as readonly string[]).includes(type);
}

function isExtension(payload: unknown): payload is { readonly target: string; readonly days: number } {
  if (typeof payload !== 'object' || payload === null) return false;
  const { target, days } = payload as { readonly target?: unknown; readonly days?: unknown };
  return typeof target === 'string' && typeof days === 'number';
}

/** What an event of a case is to a clock; `null` when it is nothing to it. */
export function clockEventOf(event: {
  readonly type: string;
  readonly occurredAt: string | Date;
  readonly payload: unknown;
}): ClockEvent | null {
  const { type, payload } = event;
  const at = new Date(event.occurredAt);
  if (isClockMoment(type)) return { moment: type, at };
  if (type !== EXTENSION_EVENT || !isExtension(payload)) return null;
  return { moment: 'extended', at, target: payload.target, days: payload.days };
}
