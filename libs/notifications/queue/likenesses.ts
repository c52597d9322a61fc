/** Finds cases that look alike. Whoever keeps the cases implements it; the worker calls it time and again. */
export abstract class Likenesses {
  /**
   * Compares every case that was changed since it was compared.
   *
   * @returns how many there were
   */
  abstract compareChanged(): Promise<number>;
}
