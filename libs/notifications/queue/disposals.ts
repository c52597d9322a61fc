/** Disposes of cases. Whoever keeps the cases implements it; the worker calls it time and again. */
export abstract class Disposals {
  /**
   * Disposes of every case that was marked for it, whose waiting time is over and that is not held.
   *
   * @returns how many there were
   */
  abstract carryOutDue(): Promise<number>;
}
