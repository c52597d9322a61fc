import type { FileHandle } from 'node:fs/promises';

/** Bytes read at once at most. */
export const PIECE_BYTES = 65_536;

/** A file of any size, looked into piece by piece. */
export class FileBytes {
  constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  /** The bytes from a place on, fewer where the file ends before. @param length at most `PIECE_BYTES` */
  async read(from: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, PIECE_BYTES, this.size - from));
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.file.read(buffer, filled, wanted - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  /** Everything from a place to another, piece by piece. */
  async *pieces(from = 0, to = this.size): AsyncGenerator<Buffer> {
    for (let place = from; place < to; place += PIECE_BYTES)
      yield await this.read(place, Math.min(PIECE_BYTES, to - place));
  }
}
