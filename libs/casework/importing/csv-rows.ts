import { parse, type CsvError } from 'csv-parse';

/** A row of a file, or what is wrong with the file itself from a line on; nothing comes after that. */
export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string };

/** Longest row, in characters, line ends included: far above any decision. A missing quotation mark runs into it. */
const LONGEST_ROW = 500_000;

/** For spreadsheets; says nothing to other readers. */
const SEPARATOR_LINE = 'sep=,';

const NOT_UTF8 =
  'The file is not UTF-8 on this line, and nothing further was read. Save it as UTF-8; Excel calls that “CSV UTF-8”';

const FAULTS: Readonly<Partial<Record<CsvError['code'], string>>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark in the row that begins here is never closed, and nothing further was read',
  CSV_INVALID_CLOSING_QUOTE:
    'A quotation mark stands in the middle of a cell, and nothing further was read. Write quotation marks within a quoted cell twice',
  INVALID_OPENING_QUOTE:
    'A quotation mark stands in the middle of a cell, and nothing further was read. Quote the whole cell, and write quotation marks within it twice',
  CSV_MAX_RECORD_SIZE: `The row that begins here is longer than ${String(LONGEST_ROW)} characters, and nothing further was read: a quotation mark may be missing`,
};

/**
 * Reads a file of comma-separated values (RFC 4180) piece by piece: UTF-8 with or without a byte order mark, lines
 * ended by CRLF or LF, cells in quotes with line ends of their own. A first line `sep=,`, by which a spreadsheet is told
 * what separates cells, is none of its rows. However long the file, no more than one piece and
 * its rows are held. Lines are counted as an editor counts them; a row has the line it begins on.
 */
export async function* readCsv(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const reading = new CsvReading();
  for await (const piece of pieces) {
    await reading.take(piece);
    yield* reading.rows();
    if (reading.failed) return;
  }
  await reading.end();
  yield* reading.rows();
}

/** One file being read. */
class CsvReading {
  failed = false;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private waiting: CsvRow[] = [];
  /** Line the last complete row ended on. */
  private line = 0;
  /** Line ends in all that was decoded. */
  private lineEnds = 0;
  private error: CsvError | null = null;
  /** Goes on after a step of the parser, whether it succeeded or failed. */
  private goOn: () => void = () => undefined;
  private readonly parser = parse({
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: LONGEST_ROW,
    // Rows are taken here rather than from the stream, which would lose those before a fault.
    on_record: (cells: readonly string[]) => {
      if (this.line > 0 || cells.join() !== SEPARATOR_LINE)
        this.waiting.push({ kind: 'row', line: this.line + 1, cells });
      // The parser counts a CRLF within quotes as two lines; an editor does not.
      this.line += 1 + lineEndsIn(cells.join(''));
      return null;
    },
  });

  constructor() {
    this.parser.on('error', (error: CsvError) => {
      this.error = error;
      this.goOn();
    });
    this.parser.resume();
  }

  async take(piece: Uint8Array): Promise<void> {
    await this.write(piece, { stream: true });
  }

  async end(): Promise<void> {
    await this.write(new Uint8Array(), {});
    if (!this.failed) await this.settled((done) => this.parser.end(done));
  }

  *rows(): Generator<CsvRow> {
    const rows = this.waiting;
    this.waiting = [];
    yield* rows;
  }

  private async write(piece: Uint8Array, options: { readonly stream?: true }): Promise<void> {
    let text: string;
    try {
      text = this.decoder.decode(piece, options);
    } catch {
      const readable = new TextDecoder().decode(piece).split('\ufffd')[0] ?? '';
      this.fail(NOT_UTF8, this.lineEnds + lineEndsIn(readable) + 1);
      return;
    }
    this.lineEnds += lineEndsIn(text);
    if (text !== '') await this.settled((done) => this.parser.write(text, done));
  }

  private async settled(step: (done: () => void) => unknown): Promise<void> {
    await new Promise<void>((resolve) => {
      this.goOn = resolve;
      step(resolve);
    });
    if (this.error !== null)
      this.fail(
        FAULTS[this.error.code] ?? 'The file cannot be read from this line on as comma-separated values',
      );
  }

  private fail(reason: string, line = this.line + 1): void {
    this.failed = true;
    this.waiting.push({ kind: 'fault', line, reason });
  }
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}
