import { handOver, launch, prepare } from './prepare.mjs';
import { inProject } from './project.mjs';

await launch(async () => {
  await prepare();
  await handOver(inProject('dist', 'apps', 'client', 'keep-spreadsheet.js'));
});
