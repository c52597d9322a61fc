import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webFolder } from '../server/assets.js';
import { listTable } from './list-table.js';

function tableOf(headings: readonly string[], row: string): string {
  const head = headings.map((text) => `<th scope="col" class="h">${text}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${row}</tbody></table>`;
}

describe('a table of the pages', () => {
  it('names the column at each cell, and what each part of it is', () => {
    const headings = ['Case', 'State', '<span class="govuk-visually-hidden">Actions</span>'];
    const row =
      '<tr><th scope="row">DT-1</th><td class="c">Draft</td><td>Go</td></tr><tr><td colspan="3">More</td></tr>';
    const html = String(listTable(tableOf(headings, row), 'Cases of “A & B”'));
    expect(html).toContain('class="app-list app-list--stacks" tabindex="0" role="region"');
    expect(html).toContain('aria-label="Cases of “A &amp; B”"');
    expect(html).toContain('<th scope="row" role="rowheader">DT-1</th>');
    expect(html).toContain('<td class="c" role="cell" data-label="State">Draft</td><td role="cell">Go</td>');
    expect(html).toContain('<td colspan="3" role="cell">More</td>');
    expect(html).toContain('<th scope="col" class="h" role="columnheader">Case</th>');
  });

  it('keeps what only those who listen are told of a heading, where others are told something too', () => {
    const headings = ['Organisation', 'Met', '<span class="govuk-visually-hidden">Point </span>1'];
    const html = String(listTable(tableOf(headings, '<tr><td>A</td><td>B</td><td>C</td></tr>'), 'Points'));
    expect(html).toContain('data-label="Point 1">C</td>');
  });

  it('says the lines of a heading apart', () => {
    const headings = ['What', '<a href="/">DT-1</a><br>Home Office', 'Same?'];
    const html = String(listTable(tableOf(headings, '<tr><th>A</th><td>B</td><td>C</td></tr>'), 'Pair'));
    expect(html).toContain('data-label="DT-1, Home Office">B</td>');
  });

  it.each([
    [1, 'app-list'],
    [2, 'app-list app-list--stacks app-list--few'],
    [3, 'app-list app-list--stacks'],
    [5, 'app-list app-list--stacks app-list--many'],
    [6, 'app-list app-list--stacks app-list--many app-list--sideways'],
  ])('of %i columns is laid out as they need', (columns, classes) => {
    const headings = Array.from({ length: columns }, (_, index) => `Column ${String(index)}`);
    expect(String(listTable(tableOf(headings, ''), 'List'))).toContain(`<div class="${classes}"`);
  });

  it('is never written without it', () => {
    const files = readdirSync(webFolder(), { recursive: true, encoding: 'utf8' });
    const templates = files.filter((file) => file.endsWith('.njk'));
    expect(templates.length).toBeGreaterThan(50);
    const bare = templates.filter((file) => {
      const text = readFileSync(join(webFolder(), file), 'utf8');
      return text.split('<table').length !== text.split('{% call listTable(').length;
    });
    expect(bare).toEqual([]);
  });
});
