// A TypeScript file finds TypeScript files, by the names their build will have; programs that were built find the build.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const PROJECT = new URL('../../', import.meta.url);
const PARTS = /^#(domain|platform|persistence|identity|casework|notifications|audit|edge)$/;

/** Decorators are kept with the types they stand at: what is injected where is found by them. */
const OPTIONS = {
  swcrc: false,
  configFile: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** @returns the source a name stands for; `null` where it is no source of this project */
function sourceOf(specifier, parent) {
  const part = PARTS.exec(specifier)?.[1];
  if (part !== undefined) return new URL(`libs/${part}/index.ts`, PROJECT);
  if (!/^\.{1,2}\//.test(specifier) || !specifier.endsWith('.js')) return null;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(source) ? source : null;
}

export async function resolve(specifier, context, next) {
  const parent = context.parentURL;
  const source = parent?.replace(/\?.*$/, '').endsWith('.ts') === true ? sourceOf(specifier, parent) : null;
  return source === null
    ? next(specifier, context)
    : { url: source.href, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  const file = url.replace(/\?.*$/, '');
  if (!file.startsWith('file:') || !file.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(file);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
