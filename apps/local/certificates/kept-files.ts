import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const READ_BY_ALL = 0o644;
const READ_BY_OWNER = 0o600;

/** What a file holds; null where there is none. */
export async function read(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

/** Keeps what anybody may read. @param userId whose it is then; nobody else's than this program's unless given */
export function putOpenly(file: string, text: string, userId?: number): Promise<void> {
  return put(file, text, READ_BY_ALL, userId);
}

/** Keeps what its owner alone may read. @param userId who that is; whoever runs this program unless given */
export function putSecretly(file: string, text: string, userId?: number): Promise<void> {
  return put(file, text, READ_BY_OWNER, userId);
}

/** Whether a file is there and may be read by those alone that `putOpenly` would let. */
export function isKeptOpenly(file: string, userId?: number): Promise<boolean> {
  return isKept(file, READ_BY_ALL, userId);
}

/** Whether a file is there and may be read by nobody but whom `putSecretly` would let. */
export function isKeptSecretly(file: string, userId?: number): Promise<boolean> {
  return isKept(file, READ_BY_OWNER, userId);
}

async function isKept(file: string, wanted: number, userId?: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return false;
  return (found.mode & 0o777) === wanted && (!givesAway(userId) || found.uid === userId);
}

/** Only root may give files away; whoever else runs this keeps them. */
function givesAway(userId: number | undefined): userId is number {
  return userId !== undefined && process.getuid?.() === 0;
}

/** Never there in part, also where the machine stops meanwhile, and never read by anybody it is not for. */
async function put(file: string, text: string, mode: number, userId?: number): Promise<void> {
  const unfinished = `${file}.new`;
  await rm(unfinished, { force: true });
  const handle = await open(unfinished, 'wx', READ_BY_OWNER);
  try {
    await handle.writeFile(text);
    await handle.chmod(mode);
    if (givesAway(userId)) await handle.chown(userId, userId);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  await keepNames(dirname(file));
}

/** What files of a folder are called lasts as well. */
async function keepNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
