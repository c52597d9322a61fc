import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CASE_ACTION_NAMES, CASE_STATES } from '#domain';
import { GENERATED_FILES, withLifecycle } from './generated-docs.js';
import { lifecycleDiagram } from './lifecycle-document.js';
import { table } from './markdown.js';

const PROJECT = join(import.meta.dirname, '..', '..');

describe('the generated documents', () => {
  it.each(GENERATED_FILES)('$path says what the code says (otherwise run npm run docs)', ({ path, text }) => {
    const current = readFileSync(join(PROJECT, path), 'utf8');
    expect(current).toBe(text(current));
  });

  it.each([
    'README.md',
    ...readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ])('%s links to files that are there', (path) => {
    const links = [...readFileSync(join(PROJECT, path), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)];
    const missing = links
      .map(([, link]) => link ?? '')
      .filter((link) => !existsSync(join(PROJECT, dirname(path), link)));
    expect(missing).toEqual([]);
  });

  it('name every action and draw every state', () => {
    const lifecycle = GENERATED_FILES.find(({ path }) => path === 'docs/lifecycle.md')?.text(undefined) ?? '';
    for (const action of CASE_ACTION_NAMES) expect(lifecycle).toContain(`(\`${action}\`)`);
    for (const state of CASE_STATES)
      expect(lifecycleDiagram()).toMatch(new RegExp(`--> ${state.replaceAll('-', '_')}\\b`));
  });

  it('leave what somebody wrote around the markers alone', () => {
    const before = 'Above\n<!-- lifecycle:start -->\nold\n<!-- lifecycle:end -->\nBelow\n';
    const after = 'Above\n<!-- lifecycle:start -->\n\nnew\n\n<!-- lifecycle:end -->\nBelow\n';
    expect(withLifecycle(before, 'new')).toBe(after);
    expect(withLifecycle(after, 'new')).toBe(after);
    expect(() => withLifecycle('No markers', 'new')).toThrow('README.md must have');
    expect(() => withLifecycle(undefined, 'new')).toThrow('README.md must have');
  });

  it('keep a bar in a text from ending its cell', () => {
    expect(table(['a'], [['x | y']])).toBe('| a |\n| --- |\n| x \\| y |');
  });
});
