import { spawn } from 'node:child_process';
import { launch, prepare } from './prepare.mjs';
import { inProject, ROOT } from './project.mjs';

/** Jest's arguments: the whole suite with coverage, or what was asked for without. */
function jestArguments(asked, resultsFile) {
  return [
    ...(asked.length === 0 ? ['--coverage'] : asked),
    ...(resultsFile === undefined ? [] : ['--json', `--outputFile=${resultsFile}`]),
  ];
}

await launch(async () => {
  await prepare();
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      inProject('node_modules', 'jest', 'bin', 'jest.js'),
      // Where Jest is to leave its results as JSON, for whoever counts them.
      ...jestArguments(process.argv.slice(2), process.env.TEST_RESULTS_FILE),
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
});
