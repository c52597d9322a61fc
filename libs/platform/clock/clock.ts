/**
 * What time it is. Injected wherever time matters, so that tests can say what time it is and no rule depends on the
 * machine it runs on.
 */
export abstract class Clock {
  /** The present instant, in UTC, to the millisecond. */
  abstract now(): Date;
}

/** The machine's own clock: the only place in the service that reads it. */
export class SystemClock extends Clock {
  now(): Date {
    // eslint-disable-next-line no-restricted-syntax -- this is the one clock everything else asks
    return new Date();
  }
}

/** A clock that stands still until it is told to move. For tests and for replaying history. */
export class ManualClock extends Clock {
  private instant: number;

  constructor(start: Date) {
    super();
    this.instant = start.getTime();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves to an instant, forwards or backwards. */
  set(date: Date): void {
    this.instant = date.getTime();
  }

  /** Moves forwards by a number of milliseconds. */
  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
