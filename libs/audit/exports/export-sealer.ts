/** Under which state of the log of decisions an export was sealed. */
export interface ExportSeal {
  /** How many entries the log had. */
  readonly checkpointSize: number;
  /** Its root hash. */
  readonly root: string;
  /** The receipt as a signed note: its lines and the checkpoint, under the signature of the log. */
  readonly note: string;
}

/**
 * Seals exports: ties a receipt to the state of the log of decisions and signs it. Whoever keeps that log
 * implements it.
 */
export abstract class ExportSealer {
  /**
   * @param lines the receipt, one fact a line, in a fixed order: what is to be signed
   * @returns `null` where exports are not sealed
   */
  abstract seal(lines: readonly string[]): Promise<ExportSeal | null>;
}
