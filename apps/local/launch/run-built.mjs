import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inProject } from './project.mjs';

/**
 * Runs a built program to its end, in a process group of its own: Ctrl+C reaches every process of the terminal's group
 * at once, and the database a program started would be gone before the program could close what uses it. So signals
 * come here alone, and are passed on to the program, which stops everything in order.
 */
export async function runBuilt(...path) {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      inProject('apps', 'local', 'launch', 'with-launcher.mjs'),
      inProject('dist', ...path),
      ...process.argv.slice(2),
    ],
    // The channel tells the program when this process is gone, however it went.
    { detached: process.platform !== 'win32', stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  process.exitCode = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
