import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, prepare } from './prepare.mjs';
import { inProject, ROOT } from './project.mjs';

/** How many of the rules' branches their own tests must try: all. Coverage elsewhere is not a goal. */
const RULES = [
  '--all',
  '--src=libs/domain',
  '--include=libs/domain/**/*.ts',
  '--exclude=**/*.spec.ts',
  '--exclude=**/*.fixture.ts',
  '--exclude=**/index.ts',
  '--check-coverage',
  '--branches=100',
  // Whatever is never called has no branch that was tried or not: it is shown, not refused.
  '--lines=0',
  '--functions=0',
  '--statements=0',
  '--reporter=text',
  '--skip-full',
];

/**
 * What Jest is run with, in turn: what was asked for; or the whole suite, the rules first. Only the rules are measured,
 * by their own tests, because measuring makes every other test a good deal slower.
 */
function runsFor(asked, resultsFile) {
  if (asked.length > 0) return [{ given: [...asked, ...resultsIn(resultsFile)] }];
  return [
    {
      given: ['--selectProjects', 'rules', ...resultsIn(resultsFile?.replace(/(\.json)?$/, '-rules.json'))],
      measured: true,
    },
    { given: ['--selectProjects', 'libraries', 'whole', 'apart', ...resultsIn(resultsFile)] },
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

/** Runs Jest to its end, and gives its exit code. @param env what it is told beside what is set already */
function jest(given, env = {}) {
  return toTheEnd(
    [
      '--experimental-vm-modules',
      ...ROOM,
      '--disable-warning=ExperimentalWarning',
      inProject('node_modules', 'jest', 'bin', 'jest.js'),
      ...given,
    ],
    env,
  );
}

/** Runs the tests of the rules, and then asks whether every branch of the rules was tried. Gives the exit code. */
async function jestMeasured(given) {
  const folder = mkdtempSync(join(tmpdir(), 'spend-control-coverage-'));
  try {
    // Every process writes down by itself what of it ran; it is put together once, at the end.
    const tested = await jest(given, { NODE_V8_COVERAGE: folder });
    if (tested !== 0) return tested;
    const reporter = inProject('node_modules', 'c8', 'bin', 'c8.js');
    return await toTheEnd([reporter, 'report', `--temp-directory=${folder}`, ...RULES]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program of Node.js to its end, and gives its exit code; `null` where it was stopped. */
async function toTheEnd(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
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
    const code = await (run.measured ? jestMeasured(run.given) : jest(run.given));
    // A failure is not forgotten, and the other tests are run all the same; who stopped the tests wants no more of them.
    if (code !== 0) process.exitCode = code ?? 1;
    if (code === null) break;
  }
});
