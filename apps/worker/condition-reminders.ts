import { CaseworkModule, DueConditionsService } from '#casework';
import { DueConditions, type WorkerParts } from '#notifications';

/** Where a worker learns which conditions have fallen due; the emails that tell of them are found by its own sweep. */
export const CONDITION_REMINDERS: WorkerParts = {
  imports: [CaseworkModule.nudging()],
  dueConditions: { provide: DueConditions, useExisting: DueConditionsService },
};
