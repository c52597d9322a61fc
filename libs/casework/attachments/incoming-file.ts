import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FILE_DIGEST, sizeInWords } from '#domain';
import { refusedFile } from './inspection/refused-file.js';

/** What the name of every folder of files on their way begins with: it says whose they are, so that what a process left can be told. */
const FOLDER = `spend-control-file-${String(process.pid)}-`;

/** A file that has arrived whole and is looked at before it is kept: on disk, never in memory. */
export class IncomingFile {
  private constructor(
    private readonly folder: string,
    /** Where it is; nobody changes it. */
    readonly path: string,
    /** As it was sent. */
    readonly name: string,
    readonly bytes: number,
    /** Hex. */
    readonly sha256: string,
  ) {}

  /**
   * Lets a file arrive, counting and summing as it does. Nothing of it is left where this fails.
   * @param most bytes
   * @throws ProblemError 422 as soon as more than that have arrived; whatever ends the stream early
   */
  static async arrive(content: AsyncIterable<Uint8Array>, name: string, most: number): Promise<IncomingFile> {
    const folder = await mkdtemp(join(tmpdir(), FOLDER));
    try {
      const path = join(folder, 'file');
      const hash = createHash(FILE_DIGEST);
      let bytes = 0;
      const counted = (async function* () {
        for await (const piece of content) {
          bytes += piece.length;
          if (bytes > most) throw tooLarge(most);
          hash.update(piece);
          yield piece;
        }
      })();
      await pipeline(Readable.from(counted), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      return new IncomingFile(folder, path, name, bytes, hash.digest('hex'));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Its bytes, from the first on. */
  read(): Readable {
    return createReadStream(this.path);
  }

  /** Takes it away; as often as one likes. */
  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function tooLarge(most: number): Error {
  return refusedFile(
    `This file is larger than ${sizeInWords(most)}, the most that can be attached: choose a smaller one`,
  );
}
