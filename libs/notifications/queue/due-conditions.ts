/** Finds conditions that have fallen due. Whoever keeps conditions implements it; the worker calls it every hour. */
export abstract class DueConditions {
  /**
   * Records each condition that has fallen due and queues the emails that tell of it, once for each condition.
   *
   * @returns how many there were
   */
  abstract raiseDue(): Promise<number>;
}
