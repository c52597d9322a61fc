import { launch, prepare } from './prepare.mjs';
import { runBuilt } from './run-built.mjs';

await launch(async () => {
  await prepare();
  await runBuilt('apps', 'local', 'import-decisions.js');
});
