import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { inProject, say } from './project.mjs';

const FOLDER = inProject('.local');
const LOCK = inProject('.local', 'prepare.lock');
/** A lock without a name in it is being written; after this many milliseconds its writer must have died. */
const UNNAMED_FOR = 10_000;

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether whoever took the lock has ended without giving it back. */
function isAbandoned() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    if (Number.isInteger(pid) && pid > 0) return !isAlive(pid);
    return Date.now() - statSync(LOCK).mtimeMs > UNNAMED_FOR;
  } catch {
    return false;
  }
}

function take() {
  try {
    const file = openSync(LOCK, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Does the work while no other start of this project does, so that two at once do not spoil each other's build. */
export async function oneAtATime(work) {
  mkdirSync(FOLDER, { recursive: true });
  for (let waited = false; !take(); waited = true) {
    if (isAbandoned()) rmSync(LOCK, { force: true });
    else if (!waited) say('Waiting for another start of this project to finish preparing …');
    sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}
