import { reachesOut } from './cell-formulas.js';
import { INSIDE, isClickable, leadsOutside, MACROS, OUTSIDE, UNCHECKABLE } from './office-parts.js';
import { refusedFile } from './refused-file.js';
import { UnreadableXml, XmlPieces, type XmlPiece } from './xml-pieces.js';

/** Characters of one formula at most; longer than any program takes. */
const LONGEST_FORMULA = 65_536;

/** Fields of a text that run or fetch something wherever they stand in an instruction, and those that do as its first word. */
const FIELDS = /(?<![A-Za-z])(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT)(?![A-Za-z])/i;
const FIRST_IN_FIELD = /\u0001[\s"]*(?:LINK|DATABASE|IMPORT|INCLUDE|RD)(?![A-Za-z])/i;
/** Where a field begins, is divided, or ends. */
const FIELD_MARK = '\u0001';
/** Characters of instructions that are kept, so that a word may be spread over many runs. */
const KEPT_OF_FIELDS = 64;

const INSTRUCTIONS: ReadonlySet<string> = new Set(['instrText', 'delInstrText']);
const FORMULAS: ReadonlySet<string> = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedName',
  'oldFormula',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
/** Elements that are only there to bring something in. */
const BRINGS_IN: ReadonlySet<string> = new Set([
  'dde-connection-decl',
  'dde-connection',
  'dde-source',
  'dde-link',
  'connection-resource',
]);
const SOURCES: ReadonlySet<string> = new Set(['table-source', 'cell-range-source', 'section-source']);
/** Attributes of pictures of an older kind that name a file. */
const PICTURE_SOURCES: ReadonlySet<string> = new Set(['src', 'althref']);
const OF_PICTURE: ReadonlySet<string> = new Set(['imagedata', 'fill', 'stroke', 'image']);
const RUNS = /^\s*ppaction:\/\/(program|macro|ole|hlinkfile)/i;

/**
 * Looks at what a part of a document says as it goes by: fields, formulas and addresses that run or fetch something when
 * it is opened. What only leads somewhere when it is clicked is let through where it leads to a page or an address of
 * email.
 */
export class ReachingOut {
  private readonly pieces: XmlPieces;
  /** The element whose text is read; `null` where none is. */
  private open: string | null = null;
  private text = '';
  /** The end of what instructions said so far: with marks where fields begin and end, and without. */
  private marked = FIELD_MARK;
  private unmarked = '';

  /** @param family which kind of document it is a part of */
  constructor(private readonly family: 'ooxml' | 'opendocument') {
    this.pieces = new XmlPieces((piece) => {
      this.look(piece);
    });
  }

  /** @throws ProblemError 422 for what runs or fetches something, or cannot be read */
  take(bytes: Buffer): void {
    this.readable(() => {
      this.pieces.take(bytes);
    });
  }

  /** The part has ended. @throws ProblemError 422 */
  end(): void {
    this.readable(() => {
      this.pieces.end();
    });
  }

  private readable(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof UnreadableXml) throw refusedFile(UNCHECKABLE);
      throw error;
    }
  }

  private look(piece: XmlPiece): void {
    switch (piece.kind) {
      case 'begin':
        if (this.family === 'ooxml') this.beginOoxml(piece.name, piece.attributes, piece.isEmpty);
        else beginOpenDocument(piece.name, piece.attributes);
        return;
      case 'end':
        if (piece.name === this.open) this.close();
        return;
      case 'text':
        if (this.open === null) return;
        if (INSTRUCTIONS.has(this.open)) this.instruct(piece.text);
        else {
          this.text += piece.text;
          if (this.text.length > LONGEST_FORMULA) throw refusedFile(UNCHECKABLE);
        }
    }
  }

  private beginOoxml(
    name: string,
    attributes: readonly (readonly [string, string])[],
    isEmpty: boolean,
  ): void {
    // A formula is text alone; what has elements in it is something else of the same name, such as a fraction.
    if (this.open !== null && FORMULAS.has(this.open)) this.open = null;
    if (name === 'fldChar') this.instruct(FIELD_MARK);
    if (name === 'connection' || name === 'ddeLink') throw refusedFile(OUTSIDE);
    for (const [attribute, value] of attributes) {
      if (attribute === 'instr') this.instruct(`${FIELD_MARK}${value}${FIELD_MARK}`);
      if (attribute === 'action' && RUNS.test(value)) throw refusedFile(INSIDE);
      if (OF_PICTURE.has(name) && PICTURE_SOURCES.has(attribute) && leadsOutside(value))
        throw refusedFile(OUTSIDE);
      if (attribute === 'href' && leadsOutside(value) && (OF_PICTURE.has(name) || !isClickable(value)))
        throw refusedFile(OUTSIDE);
    }
    if (!isEmpty && (INSTRUCTIONS.has(name) || FORMULAS.has(name))) {
      this.open = name;
      this.text = '';
    }
  }

  private close(): void {
    const isFormula = this.open !== null && FORMULAS.has(this.open);
    this.open = null;
    if (isFormula && reachesOut(this.text, 'ooxml')) throw refusedFile(OUTSIDE);
  }

  private instruct(said: string): void {
    const text = said.replaceAll(/\s+/g, ' ');
    const marked = this.marked + text;
    const unmarked = this.unmarked + text.replaceAll(FIELD_MARK, '');
    // A word at the end may go on in the next run; so it is looked at with whatever follows as well.
    if (FIELDS.test(unmarked) || FIELDS.test(marked) || FIRST_IN_FIELD.test(marked))
      throw refusedFile(OUTSIDE);
    this.marked = marked.slice(-KEPT_OF_FIELDS);
    this.unmarked = unmarked.slice(-KEPT_OF_FIELDS);
  }
}

function beginOpenDocument(name: string, attributes: readonly (readonly [string, string])[]): void {
  if (BRINGS_IN.has(name)) throw refusedFile(OUTSIDE);
  for (const [attribute, value] of attributes) {
    if ((attribute === 'formula' || attribute === 'condition') && reachesOut(value, 'opendocument'))
      throw refusedFile(OUTSIDE);
    if (attribute !== 'href') continue;
    if (/^\s*vnd\.sun\.star\.script:/i.test(value)) throw refusedFile(MACROS);
    if (isElsewhere(name, value)) throw refusedFile(OUTSIDE);
  }
}

function isElsewhere(name: string, address: string): boolean {
  // The template a document was made from, which is kept on the machine of whoever made it.
  if (name === 'template') return /^\s*(https?:|ftp:|file:\/\/[^/]|\/\/|\\\\)/i.test(address);
  if (name === 'a') return leadsOutside(address) && !isClickable(address);
  if (SOURCES.has(name)) return !/^\s*(#.*)?$/.test(address);
  return leadsOutside(address) || /^\s*(\.\/)*\.\.\//.test(address);
}
