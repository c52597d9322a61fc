import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// As whom a statement runs is a setting that policies go by (record 24). Few places say it, each for one purpose; that
// somebody sees everything is said in one of them, of a person whose roles the database has just been asked for.

const PROJECT = join(import.meta.dirname, '..', '..');
const SOURCES = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(ts|mjs)$/.test(name) && !/\.(spec|d)\.ts$/.test(name))
    .map((name) => [name, readFileSync(join(PROJECT, name), 'utf8')] as const),
);

function filesWith(pattern: RegExp): readonly string[] {
  return SOURCES.filter(([, text]) => pattern.test(text))
    .map(([name]) => name)
    .sort();
}

it('the setting is named in few places, each for its purpose', () => {
  expect(filesWith(/ACTING_SETTING|spend_control\.acting/)).toEqual(
    [
      // Says of whose work a transaction is: the service's, or a person's.
      'libs/persistence/database/acting-database.ts',
      // What is said of a person, and whether they are limited by it.
      'libs/persistence/database/acts-as.ts',
      // The owner's connection, of the job that brings tables up to date.
      'libs/persistence/privileges/application-role.ts',
    ].sort(),
  );
});

it('but for people it says nothing else than that the service works', () => {
  for (const [name, text] of SOURCES) {
    if (name === 'libs/persistence/database/acts-as.ts') continue;
    const said = [...text.matchAll(/\$\{ACTING_SETTING\}(?:', |\s*=\s*|=)'?(\w+)/g)].map(([, word]) => word);
    expect([name, said.filter((word) => word !== 'service')]).toEqual([name, []]);
  }
  expect(filesWith(/'(everything|every-case)'/)).toEqual(['libs/persistence/database/acts-as.ts']);
});
