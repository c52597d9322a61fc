import { DueConditions, type WorkerParts } from '#notifications';
import type { Config } from '#platform';

/** Finds nothing: no part of the service keeps conditions in this process. */
class NoConditions extends DueConditions {
  override raiseDue(): Promise<number> {
    return Promise.resolve(0);
  }
}

/** Where the worker learns which conditions have fallen due. */
export function conditionReminders(_config: Config): WorkerParts {
  return { dueConditions: { provide: DueConditions, useClass: NoConditions } };
}
