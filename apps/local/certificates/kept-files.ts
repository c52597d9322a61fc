import { chmod, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';

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

/** Never there in part, and never read by anybody it is not for. */
async function put(file: string, text: string, mode: number, userId?: number): Promise<void> {
  const unfinished = `${file}.new`;
  await rm(unfinished, { force: true });
  await writeFile(unfinished, text, { mode: READ_BY_OWNER });
  await chmod(unfinished, mode);
  // Only root may give files away; whoever else runs this keeps them.
  if (userId !== undefined && process.getuid?.() === 0) await chown(unfinished, userId, userId);
  await rename(unfinished, file);
}
