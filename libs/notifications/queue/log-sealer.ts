/** Seals the decision log. Whoever keeps the log implements it; the worker calls it time and again. */
export abstract class LogSealer {
  /**
   * Appends every committed event to the log, signs where it then stands, and publishes that.
   *
   * @returns how many events were sealed
   */
  abstract sealAndPublish(): Promise<number>;
}
