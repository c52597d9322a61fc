import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSigningKey, generateSigningKey } from '#domain';

/** What the log of one machine is called, whatever port it answers at. */
export const LOCAL_ORIGIN = 'localhost/spend-control';

/**
 * The key one machine signs its log with, made at the first start and kept beside its data. Only for a machine of one's
 * own: a deployment is given its key from outside.
 * @param folder where everything local is kept
 */
export async function localLogKey(folder: string): Promise<string> {
  const file = join(folder, 'log-signing-key');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null) return known.trim();
  const key = formatSigningKey(generateSigningKey(LOCAL_ORIGIN));
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return key;
}
