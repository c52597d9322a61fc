import type { Readable } from 'node:stream';

/** Something kept, as listing it tells. */
export interface KeptObject {
  readonly id: string;
  readonly keptAt: Date;
}

/** There is nothing under an id. */
export class NoSuchObjectError extends Error {
  constructor(readonly id: string) {
    super(`Nothing is kept under ${id}`);
    this.name = 'NoSuchObjectError';
  }
}

/**
 * Where the bytes of attached files are kept, each under its id and nothing of what people call it. What is here is
 * served to nobody: it is read by this program alone.
 */
export abstract class ObjectStore {
  /**
   * Keeps what a stream gives under an id: all of it or, where the stream or the keeping fails, nothing.
   * @param bytes how many there are
   */
  abstract put(id: string, content: Readable, bytes: number): Promise<void>;
  /** @throws NoSuchObjectError */
  abstract get(id: string): Promise<Readable>;
  /** Takes it away; nothing happens where there is none. */
  abstract destroy(id: string): Promise<void>;
  /** Everything that is kept, in no particular order. */
  abstract list(): AsyncIterable<KeptObject>;
  /** Rejects when nothing can be kept just now. */
  abstract check(): Promise<void>;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is an id something can be kept under. */
export function isObjectId(text: string): boolean {
  return ID.test(text);
}

/** @throws Error for anything that is not an id, so that no name of somebody's choosing becomes a path or a key */
export function demandObjectId(id: string): void {
  if (!isObjectId(id)) throw new Error('What is kept is called by an id');
}
