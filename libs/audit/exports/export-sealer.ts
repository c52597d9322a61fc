import { Injectable } from '@nestjs/common';

/** Under which state of the log of decisions an export was sealed. */
export interface ExportSeal {
  /** How many entries the log had. */
  readonly checkpointSize: number;
  /** Its root hash. */
  readonly root: string;
  /** The signed note of that checkpoint. */
  readonly note: string;
}

/**
 * Seals exports: ties a receipt to the state of the log of decisions and signs it. The seam for whoever keeps that log:
 * provide another class in `AuditModule`.
 */
export abstract class ExportSealer {
  /**
   * @param lines the receipt, one fact a line, in a fixed order: what is to be signed
   * @returns `null` where exports are not sealed
   */
  abstract seal(lines: readonly string[]): Promise<ExportSeal | null>;
}

/** Exports without a seal: their receipts name no checkpoint. */
@Injectable()
export class UnsealedExports extends ExportSealer {
  seal(): Promise<ExportSeal | null> {
    return Promise.resolve(null);
  }
}
