import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { filesBelow, fingerprint, inProject, readIfThere, runQuietly, say } from './project.mjs';

const SOURCE_FOLDERS = ['apps', 'libs'];
const STAMP = ['dist', '.built-from'];
const TSC_MEMORY = ['dist', '.tsbuildinfo'];

function isSource(file) {
  return file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts');
}

/** Outputs whose source is gone: a deleted module must not live on in the build. */
export function leftovers(outputs, sources) {
  const expected = new Set(sources.map((source) => source.replace(/\.ts$/, '')));
  return outputs.filter(
    (output) => !expected.has(output.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '')),
  );
}

/** Compiles the sources into `dist` when anything they are made of has changed. */
export function build() {
  const sources = SOURCE_FOLDERS.flatMap((folder) => filesBelow(folder, isSource));
  const wanted = fingerprint([...sources, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
  const outputs = SOURCE_FOLDERS.flatMap((folder) => filesBelow(`dist/${folder}`));
  const there = new Set(outputs);
  const complete = sources.every((source) => there.has(`dist/${source.replace(/\.ts$/, '.js')}`));
  const stale = leftovers(outputs, sources);
  if (complete && stale.length === 0 && readIfThere(...STAMP) === wanted) return;

  say('Building …');
  rmSync(inProject(...STAMP), { force: true });
  for (const output of stale) rmSync(inProject(output), { force: true });
  // The compiler trusts its own memory of what it wrote, so what somebody deleted would stay missing.
  if (!complete) rmSync(inProject(...TSC_MEMORY), { force: true });
  // By its path: the packages of both versions of TypeScript call their compiler `tsc`.
  const compiler = inProject('node_modules', 'typescript-7', 'bin', 'tsc');
  runQuietly('The build', process.execPath, [compiler, '-p', 'tsconfig.build.json']);
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(inProject(...STAMP), wanted);
}
