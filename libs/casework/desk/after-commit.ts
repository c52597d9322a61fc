/**
 * What happens once a change is kept: somebody is told that emails, or files to be checked, are waiting. A nudge and no more: it must never
 * fail a request whose change is already written, and losing it loses nothing.
 */
export abstract class AfterCommit {
  abstract emailsQueued(emailIds: readonly string[]): void;
  /** Attached files wait to be checked for viruses. */
  abstract attachmentsWait(ids: readonly string[]): void;
}

/** For programs that only write: the worker's own sweep finds the emails. */
export class NobodyToNudge extends AfterCommit {
  emailsQueued(): void {
    // The sweep will find them.
  }

  attachmentsWait(): void {
    // So will theirs.
  }
}
