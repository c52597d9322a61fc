import { HISTORY_QUESTIONS } from './catalogue.js';
import type { ColumnType } from './question.js';
import { spreadsheetCell, spreadsheetColumns, spreadsheetHeading } from './spreadsheet.js';

describe('a spreadsheet', () => {
  it.each(HISTORY_QUESTIONS.map((question) => [question.name, question] as const))(
    'of %s has a heading in words above each column, each once, and no ids',
    (_name, question) => {
      const headings = spreadsheetColumns(question.columns).map(spreadsheetHeading);
      expect(headings.length).toBeGreaterThan(5);
      expect(new Set(headings).size).toBe(headings.length);
      for (const heading of headings) expect(heading).not.toMatch(/pence|seconds|[a-z][A-Z][a-z]/);
    },
  );

  it.each<[string, ColumnType, unknown, string, boolean]>([
    ['requestedPence', 'pence', 1_234_567, '12345.67', true],
    ['requestedPence', 'pence', 100_000_000_000_000, '1000000000000.00', true],
    ['amountApproved', 'pounds', 12.5, '12.50', true],
    ['sequence', 'integer', 7, '7', true],
    ['percentBelow', 'number', -1.5, '-1.5', true],
    ['draftSeconds', 'integer', 5_400, '1.50', true],
    ['point', 'integer', 5, expect.stringMatching(/^5\. /), false],
    ['breach', 'yes-or-no', true, 'Yes', false],
    ['breach', 'yes-or-no', false, 'No', false],
    ['decidedAt', 'instant', '2026-07-01T23:05:00.000Z', '2026-07-02 00:05', false],
    ['decidedAt', 'instant', '2026-01-01T14:30:59.000Z', '2026-01-01 14:30', false],
    ['dueOn', 'date', '2026-07-01', '2026-07-01', false],
    ['outcome', 'text', 'approved-with-conditions', 'Approved with conditions', false],
    ['title', 'text', '=1+1', '=1+1', false],
    ['caseId', 'id', 'x', 'x', false],
    ['points', 'json', [], '', false],
    [
      'stops',
      'json',
      [{ at: '2026-07-01T09:00:00.000Z', on: '2026-07-01' }],
      'When: 2026-07-01 10:00; On: 2026-07-01',
      false,
    ],
    ['approvedPence', 'pence', null, '', true],
    ['reviewer', 'text', undefined, '', true],
  ])('has of %s, %s, %j: %s', (name, type, value, text, isNumber) => {
    expect(spreadsheetCell({ name, type, description: '' }, { [name]: value })).toEqual({ text, isNumber });
  });

  it('has no amount approved where a request was turned down, as the file for programs', () => {
    const column = { name: 'approvedPence', type: 'pence', description: '' } as const;
    expect(spreadsheetCell(column, { approvedPence: null, outcome: 'not-approved' }).text).toBe('');
  });

  it('says the unit of a number above it', () => {
    expect(spreadsheetHeading({ name: 'requestedPence', type: 'pence', description: '' })).toBe(
      'Requested (£)',
    );
    expect(spreadsheetHeading({ name: 'amountRequested', type: 'pounds', description: '' })).toBe(
      'Requested (£)',
    );
    expect(spreadsheetHeading({ name: 'stoppedSeconds', type: 'integer', description: '' })).toMatch(
      /\(hours\)$/,
    );
  });
});
