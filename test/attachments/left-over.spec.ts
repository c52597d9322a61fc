import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, lutimes, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppLogger, ManualClock } from '#platform';
import { LeftOverFolders } from '../../libs/casework/attachments/left-over-folders.js';
import { START, startWorld } from '../api/world/api-world.js';

// What programs that were killed left of files on their way. Tests of others use the same place: names are made up here,
// and folders of theirs are never old enough.

const HOUR = 3_600_000;
/** When worlds of tests begin. */
const NOW = START;

const made: string[] = [];
let dead: number;
beforeAll(async () => {
  const process_ = spawn(process.execPath, ['-e', '']);
  dead = process_.pid ?? 0;
  await once(process_, 'exit');
});
afterAll(async () => {
  for (const path of made) await rm(path, { recursive: true, force: true });
});

/** A folder with a file in it. @param hours how long ago it was last written to */
async function left(kind: string, pid: number, ending: string, hours: number): Promise<string> {
  const folder = join(tmpdir(), `spend-control-${kind}-${String(pid)}-${ending}`);
  await mkdir(folder);
  made.push(folder);
  await writeFile(join(folder, 'file'), 'a secret');
  const then = new Date(NOW.getTime() - hours * HOUR);
  await utimes(folder, then, then);
  return folder;
}

const sweeper = () => new LeftOverFolders(new ManualClock(NOW), new AppLogger({ level: 'fatal' }));

it('is taken away: an hour later where the process is gone, a day later whatever process has its number', async () => {
  const over = [
    await left('file', dead, 'aaaaa1', 1.1),
    await left('part', dead, 'aaaaa2', 1.1),
    await left('file', process.pid, 'aaaaa3', 24.1),
  ];
  const stays = [
    await left('file', dead, 'aaaaa4', 0.9),
    await left('file', process.pid, 'aaaaa5', 23.9),
    await left('other', dead, 'aaaaa6', 100),
    await left('file', dead, 'aaaaa7-and-more', 100),
  ];
  expect(await sweeper().sweep()).toBeGreaterThanOrEqual(over.length);
  expect(over.filter((folder) => existsSync(folder))).toEqual([]);
  expect(stays.filter((folder) => !existsSync(folder))).toEqual([]);
});

it('is nothing that only a link leads to', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'test-left-over-'));
  made.push(elsewhere);
  await writeFile(join(elsewhere, 'kept'), 'of somebody');
  const link = join(tmpdir(), `spend-control-file-${String(dead)}-bbbbb1`);
  await symlink(elsewhere, link);
  made.push(link);
  const folder = await left('file', dead, 'bbbbb2', 0);
  await symlink(elsewhere, join(folder, 'way-out'));
  const then = new Date(NOW.getTime() - 2 * HOUR);
  await lutimes(link, then, then);
  await utimes(folder, then, then);
  await sweeper().sweep();
  expect(existsSync(folder)).toBe(false);
  expect([existsSync(link), existsSync(join(elsewhere, 'kept'))]).toEqual([true, true]);
});

(process.getuid?.() === 0 ? it : it.skip)('is nothing of another user', async () => {
  const folder = await left('file', dead, 'ccccc1', 100);
  await chown(folder, 65_534, 65_534);
  await sweeper().sweep();
  expect(existsSync(folder)).toBe(true);
});

it('is taken away as the API starts', async () => {
  const folder = await left('file', dead, 'ddddd1', 2);
  const world = await startWorld();
  await world.close();
  expect(existsSync(folder)).toBe(false);
});
