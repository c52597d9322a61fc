import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// docs/security.md says how each requirement of OWASP ASVS 5.0, levels 1 and 2, stands. What it names has to be there.

const PROJECT = join(import.meta.dirname, '..', '..');
const DOCUMENT = readFileSync(join(PROJECT, 'docs', 'security.md'), 'utf8');
const { levels: LEVELS } = JSON.parse(readFileSync(join(import.meta.dirname, 'asvs-5.0.0.json'), 'utf8')) as {
  levels: Readonly<Record<string, number>>;
};

const STANDINGS = ['Held', 'Operator', 'Does not apply', 'Not held'] as const;

/** Sections of the standard that ask for documentation, which a document shows and no test can. */
const DOCUMENTATION = /^(2|5|6|7|8|11|13|14|15|16)\.1\.\d+$/;

interface Row {
  readonly id: string;
  readonly level: number;
  readonly asks: string;
  readonly standing: string;
  readonly how: string;
  readonly shownBy: string;
}

interface NamedTest {
  readonly file: string;
  readonly words: string;
}

function rowsOf(markdown: string): readonly Row[] {
  return [...markdown.matchAll(/^\| (\d+\.\d+\.\d+) .*\|$/gm)].map(([line]) => {
    const [id = '', level = '', asks = '', standing = '', how = '', shownBy = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { id, level: Number(level), asks, standing, how, shownBy };
  });
}

function testsNamedIn({ shownBy }: Row): readonly NamedTest[] {
  return [...shownBy.matchAll(/`([^`]+)`: “(.+?)”(?=;|$)/g)].map(([, file = '', words = '']) => ({
    file,
    words,
  }));
}

function linksIn({ shownBy }: Row): readonly string[] {
  return [...shownBy.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
}

/** The name a call begins with: `it` of `it(…)` and of `it.each(…)(…)`; `null` for what is skipped or still to do. */
function nameCalled(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node)) return nameCalled(node.expression);
  if (ts.isPropertyAccessExpression(node))
    return ['each', 'only'].includes(node.name.text) ? nameCalled(node.expression) : null;
  return null;
}

/** The titles of tests and of groups of tests in a file, as they are written there. */
function titlesIn(file: string): readonly string[] {
  const titles: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['it', 'describe'].includes(nameCalled(node.expression) ?? '')) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(join(PROJECT, file), 'utf8'), ts.ScriptTarget.Latest));
  return titles;
}

/** What is wrong with what a row names, in words. */
function faultsOf(row: Row): readonly string[] {
  const tests = testsNamedIn(row);
  const faults = tests.flatMap(({ file, words }) => {
    if (!file.endsWith('.spec.ts') || !existsSync(join(PROJECT, file))) return [`${file} is not there`];
    return titlesIn(file).some((title) => title.includes(words))
      ? []
      : [`${file} has no test called “${words}”`];
  });
  if (testsNamedIn(row).length + linksIn(row).length !== row.shownBy.split('; ').filter(Boolean).length)
    faults.push('what shows it cannot be read');
  if (row.standing === 'Held' && tests.length === 0)
    if (!DOCUMENTATION.test(row.id) || linksIn(row).length === 0) faults.push('nothing shows it');
  if (row.standing !== 'Held' && row.shownBy !== '')
    faults.push('something shows what is not said to be held');
  return faults;
}

const ROWS = rowsOf(DOCUMENT);

describe('the document of security', () => {
  it('has each requirement of levels 1 and 2 once, in the order of the standard, with its level', () => {
    expect(Object.keys(LEVELS)).toHaveLength(253);
    expect(ROWS.map(({ id, level }) => [id, level])).toEqual(Object.entries(LEVELS));
  });

  it('says of each what it asks, how it stands, and how that is', () => {
    const bare = ROWS.filter(
      ({ asks, standing, how }) =>
        asks === '' || how === '' || !(STANDINGS as readonly string[]).includes(standing),
    );
    expect(bare).toEqual([]);
  });

  it('names tests that are there, and something for whatever is held', () => {
    const faults = ROWS.map((row) => [row.id, faultsOf(row)] as const).filter(
      ([, found]) => found.length > 0,
    );
    expect(Object.fromEntries(faults)).toEqual({});
  });

  it('points to parts of itself that are there', () => {
    const parts = [...DOCUMENT.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
    );
    const pointed = [...DOCUMENT.matchAll(/\]\((#[^)]+)\)/g)].map(([, part = '']) => part);
    expect(pointed.length).toBeGreaterThan(0);
    expect(pointed.filter((part) => !parts.includes(part))).toEqual([]);
  });

  it('counts rightly', () => {
    const [held, operator, none, missing] = STANDINGS.map((name) =>
      String(ROWS.filter(({ standing }) => standing === name).length),
    );
    expect(DOCUMENT).toContain(
      `Of ${ROWS.length} requirements ${held} are held, ${operator} are the operator's, ${none} do not apply, and ${missing} are not held.`,
    );
  });

  it('would be found out: a test that is not there, nothing shown, something shown of what is not held', () => {
    const row = { id: '1.1.1', level: 2, asks: 'Something', standing: 'Held', how: 'Somehow', shownBy: '' };
    expect(faultsOf(row)).toEqual(['nothing shows it']);
    const named = (file: string, words: string): Row => ({ ...row, shownBy: `\`${file}\`: “${words}”` });
    expect(faultsOf(named('test/nowhere.spec.ts', 'x'))).toEqual(['test/nowhere.spec.ts is not there']);
    const here = 'test/architecture/security-document.spec.ts';
    expect(faultsOf(named(here, 'no such words'))).toHaveLength(1);
    expect(faultsOf(named(here, 'counts rightly'))).toEqual([]);
    expect(faultsOf({ ...named(here, 'counts rightly'), standing: 'Operator' })).toHaveLength(1);
  });
});
