import { FINISHED_CONTENT } from '../../domain/case/finished-content.fixture.js';
import { csvOfPlans } from '../pipeline/plan-csv.js';
import { readCsv, type CsvRow } from './csv-rows.js';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function rowsOf(text: string | Uint8Array, size = 1 << 16): Promise<readonly CsvRow[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const rows: CsvRow[] = [];
  for await (const row of readCsv(inPieces(bytes, size))) rows.push(row);
  return rows;
}

function row(line: number, ...cells: string[]): CsvRow {
  return { kind: 'row', line, cells };
}

const TEXT = 'a,b\n1,"x\n\ny, “quoted ""so"""\n\n2,=1+1\n"  ",\n3,é👩';
const ROWS = [
  row(1, 'a', 'b'),
  row(2, '1', 'x\n\ny, “quoted "so"'),
  row(5, ''),
  row(6, '2', '=1+1'),
  row(7, '  ', ''),
  row(8, '3', 'é👩'),
];

describe('a file of comma-separated values', () => {
  it.each([1, 2, 3, 7, 1 << 16])(
    'is read in pieces of %i bytes, with the line each row begins on',
    async (size) => {
      expect(await rowsOf(TEXT, size)).toEqual(ROWS);
      expect(await rowsOf(`${TEXT}\n`, size)).toEqual(ROWS);
      expect(await rowsOf(`\ufeff${TEXT}`, size)).toEqual(ROWS);
    },
  );

  it.each([1, 5, 1 << 16])(
    'may end its lines with CRLF, in cells as well: pieces of %i bytes',
    async (size) => {
      const windows = await rowsOf(TEXT.replaceAll('\n', '\r\n'), size);
      expect(windows).toEqual(
        ROWS.map((one) =>
          one.kind === 'row'
            ? { ...one, cells: one.cells.map((cell) => cell.replaceAll('\n', '\r\n')) }
            : one,
        ),
      );
    },
  );

  it('may begin with what tells a spreadsheet what separates its cells', async () => {
    for (const first of ['sep=,', '"sep=,"'])
      for (const end of ['\n', '\r\n'])
        expect(await rowsOf(`\ufeff${first}${end}a,b\nsep=,\n`)).toEqual([
          row(2, 'a', 'b'),
          row(3, 'sep=', ''),
        ]);
  });

  it('is read as it was exported, whatever ends the lines within its cells', async () => {
    const text = ['one', 'a\nb', 'a\rb', 'a\r\nb', '\n', 'a\n"b"', '\r'];
    const plan = {
      reference: 'DT-2222-2222',
      key: 'K-1',
      organisationKey: 'home-office',
    };
    const { details } = FINISHED_CONTENT;
    const file = csvOfPlans(
      text.map((said) => ({ ...plan, details: { ...details, description: `x${said}y` } })),
    );
    expect(file.startsWith('\ufeff')).toBe(true);
    const [header, ...rows] = await rowsOf(file);
    const at = header?.kind === 'row' ? header.cells.indexOf('description') : -1;
    expect(rows.map((one) => (one.kind === 'row' ? one.cells[at] : one.reason))).toEqual(
      text.map((said) => `x${said}y`.replaceAll(/\r\n?/g, '\n')),
    );
  });

  it('may be empty', async () => {
    expect(await rowsOf('')).toEqual([]);
    expect(await rowsOf('\ufeff')).toEqual([]);
  });

  it.each([
    ['a quotation mark in the middle of a cell', 'a,b\n1,2\n3,"x"y\n4,5\n', /middle of a cell/],
    ['a quotation mark after the beginning of a cell', 'a,b\n1,2\n3,x"y"\n4,5\n', /middle of a cell/],
    ['a quotation mark that is never closed', 'a,b\n1,2\n3,"x\n4,5\n', /never closed/],
    ['a row without end', `a,b\n1,2\n3,"${'x'.repeat(600_000)}`, /longer than 500000 characters/],
  ])('keeps the rows before %s and says on which line it is', async (_what, text, reason) => {
    for (const size of [10_000, 1 << 20])
      expect(await rowsOf(text, size)).toEqual([
        row(1, 'a', 'b'),
        row(2, '1', '2'),
        { kind: 'fault', line: 3, reason: expect.stringMatching(reason) },
      ]);
  });

  it.each([
    ['Latin-1', Buffer.from('a,b\n1,2\n3,caf\u00e9\n', 'latin1')],
    ['a broken end', Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.from([0xe2, 0x82])])],
  ])('must be UTF-8, which %s is not', async (_what, bytes) => {
    expect((await rowsOf(bytes, 8)).at(-1)).toEqual({
      kind: 'fault',
      line: 3,
      reason: expect.stringContaining('not UTF-8'),
    });
  });

  it('does not read on after a fault', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked += 1;
        yield Buffer.from('a,"b"c\n');
      }
    }
    const rows: CsvRow[] = [];
    for await (const one of readCsv(endless())) rows.push(one);
    expect(rows).toHaveLength(1);
    expect(asked).toBeLessThan(4);
  });
});
