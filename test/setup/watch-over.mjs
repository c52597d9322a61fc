import { setInterval } from 'node:timers';

// The runner lets a test take as long as it likes. One that hangs must not keep everybody waiting, and must be named.
const LONGEST_SECONDS = 600;
const LOOK_EVERY_MS = 5_000;

let last = '';
let since = Date.now();

setInterval(() => {
  const { testPath, currentTestName } = globalThis.expect.getState();
  const now = `${testPath}: ${currentTestName ?? 'before the first test'}`;
  if (now !== last) {
    last = now;
    since = Date.now();
  } else if (Date.now() - since > LONGEST_SECONDS * 1_000) {
    process.stderr.write(`Has not ended for ${LONGEST_SECONDS} seconds: ${now}\n`);
    process.exit(1);
  }
}, LOOK_EVERY_MS).unref();

// What is thrown where nobody waits for it is the fault of the test that is running, not the end of the worker.
process.on('unhandledRejection', (error) => {
  globalThis.expect.getState().suppressedErrors.push(error);
});

// What a worker keeps from file to file, a browser for one, ends with it.
process.once('disconnect', () => process.exit());
