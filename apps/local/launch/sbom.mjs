import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { launch } from './prepare.mjs';
import { inProject, LaunchError, ROOT, say } from './project.mjs';

// The software bill of materials: everything installed that runs in production, in the form of CycloneDX.
// Run by `npm run sbom`, or with the name of the file to write.

await launch(() => {
  const file = resolve(process.argv[2] ?? inProject('dist', 'sbom.cdx.json'));
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new LaunchError(`The bill of materials could not be made.\n${stderr ?? ''}`);
  const bill = JSON.parse(stdout);
  // npm calls the whole by the name of the folder it happens to lie in.
  bill.metadata.component.name = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).name;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  say(`${bill.components.length} packages are listed in ${file}`);
});
