import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install } from './installation.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { LaunchError, say } from './project.mjs';

/** Whether this version of Node.js can run the service: the first of each line that can load ES modules everywhere. */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Makes everything ready to run: packages, build. Quick when nothing has changed. */
export async function prepare() {
  if (!isSupported(process.versions.node))
    throw new LaunchError(
      `This service needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node}.\n` +
        'Install Node.js 24 LTS from https://nodejs.org and try again.',
    );
  await oneAtATime(() => {
    install();
    build();
  });
}

/** Runs a launch script's work; what the person can put right is shown plainly. */
export async function launch(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    say(error.message.trimEnd());
    process.exitCode = 1;
  }
}

/** Hands over to a built program in this same process, so that signals and the exit code are its own. */
export async function handOver(program) {
  process.setSourceMapsEnabled(true);
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await launch(prepare);
