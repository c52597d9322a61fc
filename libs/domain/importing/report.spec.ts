import { describeImport, type ImportReport } from './report.js';

const NOTHING: ImportReport = {
  source: 'old-system',
  dryRun: false,
  outcome: 'nothing-new',
  totals: { rows: 1, new: 0, imported: 0, unchanged: 1, disposed: 0, conflicts: 0, bad: 0 },
  problems: [],
  conflicts: [],
  unchanged: [{ line: 2, sourceReference: 'A-1', reference: 'DT-1' }],
  disposed: [],
  imported: [],
};

describe('the report of an import', () => {
  it('says in words what was found and done', () => {
    expect(describeImport(NOTHING)).toBe(
      'Nothing was imported: there is nothing new in the file.\n' +
        'From old-system: 1 row; 0 new, 1 unchanged, 0 conflicts, 0 bad; 0 imported.',
    );
    const report: ImportReport = {
      ...NOTHING,
      outcome: 'imported',
      totals: { rows: 4, new: 1, imported: 1, unchanged: 1, disposed: 1, conflicts: 1, bad: 0 },
      conflicts: [{ line: 3, sourceReference: 'A-2', reference: 'DT-2' }],
      disposed: [{ line: 5, sourceReference: 'A-4', reference: 'DT-4' }],
      imported: [{ line: 4, sourceReference: 'A-3', reference: 'DT-3' }],
    };
    expect(describeImport(report)).toBe(
      'Imported.\n' +
        'From old-system: 4 rows; 1 new, 1 unchanged, 1 disposed of, 1 conflict, 0 bad; 1 imported.\n\n' +
        'Conflicts, imported before and different now; the cases stay as they are:\n' +
        '  Line 3: A-2 is DT-2.\n\n' +
        'Imported before, and the case was disposed of since; nothing is taken:\n' +
        '  Line 5: A-4 was DT-4.\n\n' +
        'Imported:\n' +
        '  Line 4: A-3 as DT-3.',
    );
  });

  it('names the line and the column of every problem, and the row where it is known', () => {
    const problems = [
      { line: 2, column: 'title', sourceReference: 'A-1', reason: 'Fill this in' },
      { line: 9, column: null, sourceReference: null, reason: 'It cannot be read' },
    ];
    expect(
      describeImport({ ...NOTHING, outcome: 'refused', problems })
        .split('\n')
        .slice(2),
    ).toEqual(['', 'Problems:', '  Line 2 (A-1), title: Fill this in.', '  Line 9: It cannot be read.']);
    expect(describeImport({ ...NOTHING, outcome: 'would-import', dryRun: true })).toContain(
      'this was a dry run',
    );
  });
});
