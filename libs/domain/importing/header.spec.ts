import { IMPORT_COLUMNS } from './columns.js';
import { cellsByColumn, isBlankRow, readHeader } from './header.js';

const NEEDED = IMPORT_COLUMNS.filter(({ required }) => required === 'always').map(({ name }) => name);

describe('a header', () => {
  it('may have its columns in any order, with capitals, spaces and underscores', () => {
    const written = NEEDED.map((name) => ` ${name.toUpperCase().replaceAll('-', ' ')}`).reverse();
    expect(readHeader([...written, 'Whole_Life_Cost'])).toEqual({
      ok: true,
      columns: [...NEEDED.toReversed(), 'whole-life-cost'],
    });
  });

  it('says every column that is unknown, repeated or missing', () => {
    const given = [...NEEDED.filter((name) => name !== 'outcome'), 'Titel', '', 'title'];
    expect(readHeader(given)).toEqual({
      ok: false,
      problems: [
        { column: 'titel', reason: 'This is not a column of this file: remove it, or correct its name' },
        {
          column: `column ${String(NEEDED.length + 1)}`,
          reason: 'This is not a column of this file: remove it, or correct its name',
        },
        { column: 'title', reason: 'This column is there twice: remove one' },
        { column: 'outcome', reason: 'This column is missing: add it' },
      ],
    });
  });

  it.each(['reference;title', 'reference\ttitle'])('must be separated by commas: %j', (only) => {
    expect(readHeader([only])).toEqual({
      ok: false,
      problems: [{ column: null, reason: 'Separate the columns with commas' }],
    });
  });

  it('of one column lacks the others, and of none lacks all', () => {
    const without = NEEDED.filter((name) => name !== 'reference').map((column) => ({ column }));
    expect(readHeader(['reference'])).toMatchObject({ ok: false, problems: without });
    expect(readHeader([])).toMatchObject({ ok: false, problems: NEEDED.map((column) => ({ column })) });
  });
});

describe('the cells of a row', () => {
  it('go by their columns, without the blanks around them and with one kind of line end', () => {
    expect(cellsByColumn(['reference', 'title'], [' R-1 ', 'a\r\nb\rc\n', ' ', ''])).toEqual({
      ok: true,
      cells: { reference: 'R-1', title: 'a\nb\nc' },
    });
  });

  it.each([[['R-1']], [['R-1', 'Title', 'more']]])('must be as many as columns: %j', (cells) => {
    expect(cellsByColumn(['reference', 'title'], cells)).toEqual({
      ok: false,
      problem: {
        column: null,
        reason: `This row has ${String(cells.length)} cells and the header 2: a comma or a quotation mark is missing or too many`,
      },
    });
  });

  it('are blank when nothing is in them', () => {
    expect([isBlankRow(['', ' ']), isBlankRow(['', 'x'])]).toEqual([true, false]);
  });
});
