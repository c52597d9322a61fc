import { setInterval } from 'node:timers';

// The runner lets a test take as long as it likes. One that hangs must not keep everybody waiting, and must be named.
const LONGEST_SECONDS = 600;
const LOOK_EVERY_MS = 5_000;

/** What is being tried and since when; `null` between tests, and for a worker that waits while other projects go on. */
let trying = null;

// The runner says in this way that a file or a test begins, and that a test has ended.
const setState = globalThis.expect.setState;
globalThis.expect.setState = (state) => {
  setState(state);
  const begins = 'testPath' in state || 'currentTestName' in state;
  trying = begins ? { what: nameOf(globalThis.expect.getState()), since: Date.now() } : null;
};

function nameOf({ testPath, currentTestName }) {
  return `${testPath}: ${currentTestName ?? 'before the first test'}`;
}

setInterval(() => {
  if (trying === null || Date.now() - trying.since <= LONGEST_SECONDS * 1_000) return;
  process.stderr.write(`Has not ended for ${LONGEST_SECONDS} seconds: ${trying.what}\n`);
  process.exit(1);
}, LOOK_EVERY_MS).unref();

// What is thrown where nobody waits for it is the fault of the test that is running, not the end of the worker.
process.on('unhandledRejection', (error) => {
  globalThis.expect.getState().suppressedErrors.push(error);
});

// What a worker keeps from file to file, a browser for one, ends with it.
process.once('disconnect', () => process.exit());

// A worker is ended by a signal. It goes by itself, so that what was measured of the rules is written down.
process.once('SIGTERM', () => process.exit());
