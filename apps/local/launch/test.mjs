import { spawn } from 'node:child_process';
import { launch, prepare } from './prepare.mjs';
import { inProject, ROOT } from './project.mjs';

/**
 * What Jest is run with, in turn: what was asked for; or the whole suite, the rules first. Only the rules are measured,
 * by their own tests, because measuring makes every other test a good deal slower.
 */
function runsFor(asked, resultsFile) {
  if (asked.length > 0) return [[...asked, ...resultsIn(resultsFile)]];
  return [
    [
      '--selectProjects',
      'rules',
      '--coverage',
      ...resultsIn(resultsFile?.replace(/(\.json)?$/, '-rules.json')),
    ],
    ['--selectProjects', 'libraries', 'whole', 'apart', ...resultsIn(resultsFile)],
  ];
}

/** Where Jest is to leave its results as JSON, for whoever counts them. */
function resultsIn(file) {
  return file === undefined ? [] : ['--json', `--outputFile=${file}`];
}

/**
 * Every file of tests loads thousands of modules, which live as long as it does: with room for them from the beginning
 * they are not carried from place to place while they are loaded.
 */
const ROOM = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** Runs Jest to its end, and gives its exit code. */
async function jest(given) {
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      ...ROOM,
      '--disable-warning=ExperimentalWarning',
      inProject('node_modules', 'jest', 'bin', 'jest.js'),
      ...given,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  const passOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  try {
    return await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => done(code));
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, passOn);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

await launch(async () => {
  await prepare();
  for (const run of runsFor(process.argv.slice(2), process.env.TEST_RESULTS_FILE)) {
    const code = await jest(run);
    // A failure is not forgotten, and the other tests are run all the same; who stopped the tests wants no more of them.
    if (code !== 0) process.exitCode = code ?? 1;
    if (code === null) break;
  }
});
