/** Functions with which a cell fetches or starts something, in whichever spreadsheet program. */
const REACHING_OUT =
  /(?<![A-Z0-9_])(?:(?:COM\.MICROSOFT|_XLFN|_XLWS)\.)*(?:WEBSERVICE|DDE|RTD|IMAGE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(/i;
/** The same where it may be prose as well. */
const REACHING_OUT_OF_TEXT =
  /(?<![A-Z0-9_])(?:WEBSERVICE|DDE|RTD|IMPORT(?:XML|DATA|HTML|FEED|RANGE))\s{0,64}\(/i;
const ELSEWHERE = /\\\\|\/\/|\b(?:file|https?|ftp):/i;
const STRING_ELSEWHERE = /"\s*(?:file:|\\\\\w)/i;

const QUOTED = /"[^"]*"|'(?:[^']|'')*'/g;
/** Between rows of a list in place (OpenDocument) a pipe is ordinary; before a topic it is not. */
const PIPE = { ooxml: /\|/, opendocument: /\|\s*'|\|[^|}]*!/ } as const;

/**
 * Whether a formula, as a workbook keeps it, starts a program (DDE), or fetches something from outside.
 * @param family which kind of document it is kept in
 */
export function reachesOut(formula: string, family: keyof typeof PIPE): boolean {
  if (STRING_ELSEWHERE.test(formula)) return true;
  const withoutTexts = formula.replaceAll(QUOTED, (text) => (text.startsWith('"') ? '""' : text));
  const withoutNames = formula.replaceAll(QUOTED, (text) => (text.startsWith('"') ? '""' : "''"));
  return PIPE[family].test(withoutNames) || REACHING_OUT.test(withoutNames) || ELSEWHERE.test(withoutTexts);
}

const BEFORE_CELL = /[,;|\t\r\n"']/;
const FORMULA = /[=+\-@＝＋－＠]/;
const SPACE = /[ \t\r\n"\u00a0]/;
const OF_ITEM = /[\w$']/;
/** Longest name looked for, so that none is missed between two pieces. */
const OVERLAP = 128;

/**
 * Watches a text go by for a cell that has a spreadsheet start a program (`application|topic!item`, DDE) or fetch
 * something. Which characters separate cells is for the reader of the file to say, and where a quoted cell ends as well;
 * so once any cell has begun as a formula, what makes one start a program may stand anywhere after it.
 */
export class CellWatch {
  private isAtCell = true;
  private hasFormula = false;
  /** A pipe stands earlier in this line. */
  private hasPipe = false;
  /** A topic in apostrophes, which may go over lines, began somewhere. */
  private hasTopic = false;
  private isAfterPipe = false;
  private isAfterBang = false;
  private isAfterTopic = false;
  private isAfterQuote = false;
  private before = '';

  /** @returns whether such a cell has been seen by now */
  sees(text: string): boolean {
    for (const character of text) if (this.step(character)) return true;
    const looked = this.before + text;
    this.before = looked.slice(-OVERLAP);
    return this.hasFormula && REACHING_OUT_OF_TEXT.test(looked);
  }

  private step(character: string): boolean {
    if (this.isAfterBang && OF_ITEM.test(character) && (this.hasPipe || this.isAfterTopic)) return true;
    if (this.isAtCell && FORMULA.test(character)) this.hasFormula = true;
    this.isAtCell = BEFORE_CELL.test(character) || (this.isAtCell && SPACE.test(character));
    if (!this.hasFormula) return false;
    const isSpace = SPACE.test(character);
    if (character === '\n') this.hasPipe = false;
    if (character === '|') this.hasPipe = true;
    if (this.isAfterPipe && character === "'") this.hasTopic = true;
    this.isAfterPipe = character === '|' || (this.isAfterPipe && isSpace);
    this.isAfterBang = character === '!';
    if (character === '!') this.isAfterTopic = this.hasTopic && this.isAfterQuote;
    this.isAfterQuote = character === "'" || (this.isAfterQuote && isSpace);
    return false;
  }
}
