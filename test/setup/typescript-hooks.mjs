// A TypeScript file finds TypeScript files, by the names their build will have; programs that were built find the build.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { PARTS, SWC_OPTIONS } from './typescript-options.mjs';

const PROJECT = new URL('../../', import.meta.url);
const PART = new RegExp(`^#(${PARTS.join('|')})$`);
const OPTIONS = { ...SWC_OPTIONS, swcrc: false, configFile: false };

/** @returns the source a name stands for; `null` where it is no source of this project */
function sourceOf(specifier, parent) {
  const part = PART.exec(specifier)?.[1];
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
