/** Clears away browser sessions that are over. Whoever keeps them implements it; the worker calls it time and again. */
export abstract class SessionsOver {
  /**
   * Takes away sessions that ended more than a day ago.
   *
   * @returns how many there were
   */
  abstract clearOld(): Promise<number>;
}
