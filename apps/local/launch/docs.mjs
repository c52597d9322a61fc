import { handOver, launch, prepare } from './prepare.mjs';
import { inProject } from './project.mjs';

await launch(async () => {
  await prepare();
  await handOver(inProject('dist', 'apps', 'docs', 'main.js'));
  await handOver(inProject('dist', 'apps', 'local', 'documents', 'main.js'));
});
