import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FILE_DIGEST } from '#domain';

/** A file is not what was attached. */
export class AlteredFileError extends Error {
  constructor() {
    super('The file is not the one that was attached');
    this.name = 'AlteredFileError';
  }
}

/**
 * Bytes as they are read, the last of them only once all of them make the checksum: of a file that was altered nobody
 * gets the whole.
 * @param alarm told what is wrong, before the answer is broken off
 */
export async function* verified(
  content: Readable,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
  alarm: (fault: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash(FILE_DIGEST);
  let read = 0;
  let held: Uint8Array | null = null;
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      read += piece.length;
      hash.update(piece);
      if (held !== null) yield held;
      held = piece;
    }
  } finally {
    content.destroy();
  }
  if (read !== bytes || hash.digest('hex') !== sha256) {
    alarm(read === bytes ? 'its checksum is another' : 'its size is another');
    throw new AlteredFileError();
  }
  if (held !== null) yield held;
}
