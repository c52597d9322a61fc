import type { Readable } from 'node:stream';

/** What a scanner found. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly signature: string };

/** The scanner is not there, or did not say what it found: nothing is known of the file. */
export class ScannerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScannerError';
  }
}

/** Looks for viruses. */
export abstract class Scanner {
  /** Whether there is one at all. */
  abstract readonly isThere: boolean;
  /**
   * Looks at a file as it is read.
   * @throws ScannerError when it is not known what it found
   */
  abstract scan(content: Readable): Promise<Verdict>;
  /** Rejects when it does not answer. */
  abstract check(): Promise<void>;
}

/** Where no scanner is configured. */
export class NoScanner extends Scanner {
  override readonly isThere = false;

  override scan(): Promise<never> {
    return Promise.reject(new ScannerError('No scanner is configured'));
  }

  override check(): Promise<void> {
    return Promise.resolve();
  }
}
