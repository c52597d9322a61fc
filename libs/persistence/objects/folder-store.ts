import { once } from 'node:events';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import {
  demandObjectId,
  isObjectId,
  NoSuchObjectError,
  ObjectStore,
  type KeptObject,
} from './object-store.js';

/** Ending of what is still being written. */
const UNFINISHED = '.part';

/** Keeps files in a folder of one machine: each is written beside its place and moved there when it is whole. */
export class FolderStore extends ObjectStore {
  /** @param folder which no server gives files out of */
  constructor(private readonly folder: string) {
    super();
  }

  override async put(id: string, content: Readable): Promise<void> {
    demandObjectId(id);
    await this.make();
    const unfinished = join(this.folder, `${id}${UNFINISHED}`);
    try {
      // Flushed to the disk before it gets its name, so that what has a name is whole.
      await pipeline(content, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(unfinished, join(this.folder, id));
    } catch (error) {
      content.destroy();
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  override async get(id: string): Promise<Readable> {
    demandObjectId(id);
    try {
      const content = createReadStream(join(this.folder, id));
      await once(content, 'open');
      return content;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoSuchObjectError(id);
      throw error;
    }
  }

  override async destroy(id: string): Promise<void> {
    demandObjectId(id);
    await rm(join(this.folder, id), { force: true });
    await rm(join(this.folder, `${id}${UNFINISHED}`), { force: true });
  }

  override async *list(): AsyncIterable<KeptObject> {
    await this.make();
    const told = new Set<string>();
    for await (const entry of await opendir(this.folder)) {
      const id = entry.name.endsWith(UNFINISHED) ? entry.name.slice(0, -UNFINISHED.length) : entry.name;
      if (!entry.isFile() || !isObjectId(id) || told.has(id)) continue;
      told.add(id);
      // It may have gone since.
      const known = await stat(join(this.folder, entry.name)).catch(() => null);
      if (known !== null) yield { id, keptAt: known.mtime };
    }
  }

  override async check(): Promise<void> {
    await this.make();
    await access(this.folder, constants.R_OK | constants.W_OK);
  }

  private async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }
}
