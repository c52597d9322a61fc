import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppLogger, Clock } from '#platform';

/** Names of the folders in which files lie while they arrive and are looked at, with the process they are of. */
const OURS = /^spend-control-(?:file|part)-(\d{1,10})-[A-Za-z0-9]{6}$/;

const HOUR = 3_600_000;
/** No upload takes as long: so a process elsewhere that shares the folder, and is not seen here, loses nothing. */
const LEFT_BY_THE_DEAD = HOUR;
/** Ids of processes come again; nothing is on its way for a day. */
const LEFT_BY_ANYBODY = 24 * HOUR;

/**
 * Takes away, when a program starts, what programs that were killed left of files on their way. Only folders of the user
 * it runs as, never a link, and nothing a link in them points to.
 */
@Injectable()
export class LeftOverFolders implements OnApplicationBootstrap {
  constructor(
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** Never keeps a program from starting. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      const count = await this.sweep();
      if (count > 0) this.logger.info({ count }, 'Files left by programs that were killed were taken away');
    } catch (error) {
      this.logger.warn({ error }, 'What programs that were killed left could not be looked for');
    }
  }

  /** @returns how many folders were taken away */
  async sweep(): Promise<number> {
    let count = 0;
    for (const name of await readdir(tmpdir())) if (await this.takeAway(name)) count += 1;
    return count;
  }

  private async takeAway(name: string): Promise<boolean> {
    const pid = OURS.exec(name)?.[1];
    if (pid === undefined) return false;
    const folder = join(tmpdir(), name);
    // Another program may be taking it away as well.
    const found = await lstat(folder).catch(() => null);
    if (found === null || !found.isDirectory() || found.uid !== process.getuid?.()) return false;
    const age = this.clock.now().getTime() - found.mtimeMs;
    if (age < (isAlive(Number(pid)) ? LEFT_BY_ANYBODY : LEFT_BY_THE_DEAD)) return false;
    await rm(folder, { recursive: true, force: true });
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one all the same.
    return (error as { code?: string }).code === 'EPERM';
  }
}
