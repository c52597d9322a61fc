import { setInterval } from 'node:timers';

// The runner lets a test, and what goes before and after it, take as long as it likes. What hangs must not keep
// everybody waiting, and must be named.
const LONGEST_SECONDS = { test: 600, around: 180 };
const LOOK_EVERY_MS = 5_000;

/** What goes on and since when; `null` for a worker that waits while other files and projects go on. */
let goingOn = null;

// The runner says in this way that a file or a test begins, and that a test has ended.
const setState = globalThis.expect.setState;
globalThis.expect.setState = (state) => {
  setState(state);
  const isTest = 'currentTestName' in state;
  if ('testPath' in state) noticeTheEndOf(state.snapshotState);
  goingOn = { kind: isTest ? 'test' : 'around', what: nameOf(isTest, state), since: Date.now() };
};

/** The last thing that is asked of a file, when everything after its tests is done, is whether it has old snapshots. */
function noticeTheEndOf(snapshots) {
  const ask = snapshots.getUncheckedCount.bind(snapshots);
  snapshots.getUncheckedCount = () => {
    goingOn = null;
    return ask();
  };
}

function nameOf(isTest, state) {
  const { testPath, currentTestName } = globalThis.expect.getState();
  if (isTest) return `${testPath}: ${currentTestName}`;
  return 'testPath' in state ? `${testPath}: before the first test` : `${testPath}: after ${currentTestName}`;
}

setInterval(() => {
  if (goingOn === null) return;
  const longest = LONGEST_SECONDS[goingOn.kind];
  if (Date.now() - goingOn.since <= longest * 1_000) return;
  const open = process.getActiveResourcesInfo().join(', ');
  process.stderr.write(`Has not ended for ${longest} seconds: ${goingOn.what}\nStill open: ${open}\n`);
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
