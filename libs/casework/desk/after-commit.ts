/**
 * What happens once a change is kept: somebody is told that emails are waiting. A nudge and no more: it must never
 * fail a request whose change is already written, and losing it loses nothing.
 */
export abstract class AfterCommit {
  abstract emailsQueued(emailIds: readonly string[]): void;
}

/** For programs that only write: the worker's own sweep finds the emails. */
export class NobodyToNudge extends AfterCommit {
  emailsQueued(): void {
    // The sweep will find them.
  }
}
