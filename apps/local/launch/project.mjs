import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A path inside the project. */
export function inProject(...parts) {
  return join(ROOT, ...parts);
}

/** Tells the person at the terminal what takes the time. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Something the person at the terminal can put right; shown without a stack. */
export class LaunchError extends Error {}

/**
 * Runs a program to its end, its output kept back and shown only when it fails.
 * @throws LaunchError with the output when it fails
 */
export function runQuietly(what, program, args, { cwd = ROOT, env = {}, shell = false } = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    shell,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return;
  const reason = error?.message ?? (signal === null ? `exit code ${status}` : signal);
  throw new LaunchError(`${what} failed (${reason}).\n${stdout ?? ''}${stderr ?? ''}`);
}

/** Every file below a folder of the project, as paths from the project's folder with `/`, in order. */
export function filesBelow(folder, wanted = () => true) {
  const start = inProject(folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(ROOT, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter(wanted)
    .sort();
}

/** One hash over names and contents, so that a copied or touched file counts as what it is. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  return hash.digest('hex');
}

/** What a file says, or `undefined` where there is none. */
export function readIfThere(...parts) {
  const path = inProject(...parts);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
