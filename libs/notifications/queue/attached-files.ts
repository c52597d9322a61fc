/** A file that waits to be checked for viruses, and how often it was tried. */
export interface DueScan {
  readonly id: string;
  readonly attempts: number;
}

/** Sees to attached files. Whoever keeps them implements it; the worker calls it time and again. */
export abstract class AttachedFiles {
  /** Those that wait to be checked and whose time has come. */
  abstract due(): Promise<readonly DueScan[]>;
  /** Has one of them checked. @returns what came of it */
  abstract scan(id: string): Promise<string>;
  /** Destroys what is kept and belongs to no file any more. @returns how much there was */
  abstract sweep(): Promise<number>;
}
