/** Finds what somebody must be reminded of. Whoever keeps the cases implements it; the worker calls it time and again. */
export abstract class Reminders {
  /**
   * Records each occasion that has come (a condition due, a return unanswered, a target near, and the like) and queues
   * the emails that tell of it, once for each occasion however often and by however many workers it is called.
   *
   * @returns how many there were
   */
  abstract raiseDue(): Promise<number>;
}
