import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routesDocument } from './routes-document.js';

const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'routes.md');

describe('the list of routes', () => {
  it('says what the code declares (otherwise run npm run docs), and leaves no route without a rule', async () => {
    const wanted = await routesDocument();
    expect(readFileSync(FILE, 'utf8')).toBe(wanted);
    expect(wanted).not.toContain('| nobody |');
    expect(wanted.split('\n').filter((line) => line.startsWith('| GET')).length).toBeGreaterThan(150);
  });
});
