import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHORT_LIVED_DIGEST } from '#domain';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { notFound } from '#platform';

/** Addresses of the files. */
export const ASSETS = '/assets/';
const YEAR_MS = 31_536_000_000;

/** The folder of this app, with its templates and files, wherever it runs from. */
export function webFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'apps', 'web');
}

const require = createRequire(import.meta.url);

/** Folder of an installed package. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** What is our own and may change with every version. */
const OWN_FILES = ['app.css', 'app.js', 'code-from-link.js', 'session-end.js', 'sealing.js'];

/** Folders of the style sheets, scripts, fonts and pictures, in the order they are looked through. */
function assetFolders(): readonly string[] {
  const govuk = join(packageFolder('govuk-frontend'), 'dist', 'govuk');
  const moj = join(packageFolder('@ministryofjustice/frontend'), 'moj');
  return [join(webFolder(), 'assets'), govuk, join(govuk, 'assets'), moj, join(moj, 'assets')];
}

/**
 * Changes whenever one of the files does, and stands in their addresses, so that browsers keep them for a year and
 * never use an old one.
 */
export function assetVersion(): string {
  const hash = createHash(SHORT_LIVED_DIGEST);
  const [own = ''] = assetFolders();
  for (const file of OWN_FILES) hash.update(readFileSync(join(own, file)));
  for (const name of ['govuk-frontend', '@ministryofjustice/frontend'])
    hash.update(readFileSync(join(packageFolder(name), 'package.json')));
  return hash.digest('hex').slice(0, 12);
}

/** Steps upwards, as they are or escaped: browsers resolve them before they ask. */
const UPWARDS = /(?:\.|%2e){2}/i;

/** Serves the files below `/assets/`. Anybody may have them: nothing in them is about a case. */
export async function serveAssets(app: NestFastifyApplication): Promise<void> {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const [path = ''] = request.url.split('?', 1);
      done(path.startsWith(ASSETS) && UPWARDS.test(path) ? notFound() : undefined);
    });
  await app.register(fastifyStatic, {
    root: [...assetFolders()],
    prefix: ASSETS,
    decorateReply: false,
    index: false,
    maxAge: YEAR_MS,
    immutable: true,
    allowedPath: (path: string) => /\.(css|js|mjs|map|png|svg|ico|json|woff2?)$/.test(path),
  });
}
