import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { launch } from './prepare.mjs';
import { inProject, LaunchError, ROOT, say } from './project.mjs';

const IN_MODULES = 'node_modules/';

// The software bill of materials: everything installed that runs in production, in the form of CycloneDX.
// Run by `npm run sbom`, or with the name of the file to write.

/** The bill without what nothing in production needs. */
function inProduction(bill) {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const used = new Set(
    Object.entries(packages)
      .filter(([, { dev }]) => dev !== true)
      .map(
        ([path, { name, version }]) =>
          `${name ?? path.slice(path.lastIndexOf(IN_MODULES) + IN_MODULES.length)}@${version}`,
      ),
  );
  const components = bill.components.filter(({ name, version }) => used.has(`${name}@${version}`));
  const refs = new Set([bill.metadata.component, ...components].map((component) => component['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...bill, components, dependencies };
}

await launch(() => {
  const file = resolve(process.argv[2] ?? inProject('dist', 'sbom.cdx.json'));
  const { status, stdout, stderr } = spawnSync(
    'npm',
    // Leaving out what is for development is done below: npm would leave out what production shares with it as well.
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new LaunchError(`The bill of materials could not be made.\n${stderr ?? ''}`);
  const bill = inProduction(JSON.parse(stdout));
  // npm calls the whole by the name of the folder it happens to lie in.
  bill.metadata.component.name = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).name;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  say(`${bill.components.length} packages are listed in ${file}`);
});
