/** A value of a PDF, as far as it matters what it is. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'dictionary'; readonly dictionary: PdfDictionary }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'reference' | 'text' }
  | { readonly kind: 'word'; readonly word: string };

/** Every value of every key, in the order they stand in: a reader may take the first or the last of two. */
export type PdfDictionary = ReadonlyMap<string, readonly PdfValue[]>;

/** An object: its value, and where its stream begins where it has one. */
export interface PdfObject {
  readonly value: PdfValue;
  /** Place after the word `stream`; `null` where none follows. */
  readonly stream: number | null;
}

/** How much was read. */
export interface Spent {
  characters: number;
}

/** What was read is no object a reader would take for one, or ends before it does. */
export class UnreadablePdf extends Error {
  constructor(readonly because: 'broken' | 'incomplete') {
    super(`This PDF is ${because}`);
  }
}

/** How deep values may lie in values. */
const DEEPEST = 100;
const WHITE = /[\0\t\n\f\r ]*/y;
const COMMENT = /[^\r\n]*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const IN_STRING = /[^()\\]*/y;
const HEXADECIMAL = /[\da-f\0\t\n\f\r ]*/iy;

/** Names may be written with `#4a` for a letter; a reader takes the one for the other. */
export function spelled(text: string): string {
  return text.replaceAll(/#([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * Reads one object (ISO 32000-1, 7.2 and 7.3), with all that may stand between its parts: comments, any amount of white
 * space, names in any spelling.
 * @param text bytes as Latin-1
 * @param at place after the word `obj`
 * @param spent counts the characters looked at: objects that pretend to lie in one another could be many
 * @returns `null` where neither a dictionary nor an array begins there, of which nothing harmful can be made
 * @throws UnreadablePdf
 */
export function readPdfObject(text: string, at: number, spent: Spent): PdfObject | null {
  const reader = new PdfReader(text, at);
  try {
    reader.skip();
    if (!reader.sees('[') && !reader.sees('<<')) return null;
    const value = reader.value(0);
    reader.skip();
    return { value, stream: reader.sees('stream') ? reader.place + 'stream'.length : null };
  } finally {
    spent.characters += reader.place - at;
  }
}

/** Keys in a value, however deep. */
export function keysIn(value: PdfValue): readonly string[] {
  switch (value.kind) {
    case 'array':
      return value.items.flatMap(keysIn);
    case 'dictionary':
      return [...value.dictionary].flatMap(([key, values]) => [key, ...values.flatMap(keysIn)]);
    case 'name':
    case 'reference':
    case 'text':
    case 'word':
      return [];
  }
}

class PdfReader {
  constructor(
    private readonly text: string,
    public place: number,
  ) {}

  sees(word: string): boolean {
    if (this.place + word.length > this.text.length) throw new UnreadablePdf('incomplete');
    return this.text.startsWith(word, this.place);
  }

  /** Passes white space and comments. */
  skip(): void {
    this.pass(WHITE);
    while (this.peek() === '%') {
      this.pass(COMMENT);
      this.pass(WHITE);
    }
  }

  value(depth: number): PdfValue {
    if (depth > DEEPEST) throw new UnreadablePdf('broken');
    this.skip();
    if (this.sees('<<')) return this.dictionary(depth);
    switch (this.peek()) {
      case '[':
        return this.array(depth);
      case '/':
        return { kind: 'name', name: this.name() };
      case '(':
        return this.string();
      case '<':
        return this.hexadecimal();
      default:
        return this.wordOrReference();
    }
  }

  /** Passes what a pattern takes; there must be something after it. */
  private pass(pattern: RegExp): void {
    pattern.lastIndex = this.place;
    pattern.exec(this.text);
    this.place = pattern.lastIndex;
    this.peek();
  }

  private peek(): string {
    const character = this.text[this.place];
    if (character === undefined) throw new UnreadablePdf('incomplete');
    return character;
  }

  private dictionary(depth: number): PdfValue {
    this.place += 2;
    const dictionary = new Map<string, PdfValue[]>();
    for (;;) {
      this.skip();
      if (this.sees('>>')) break;
      if (this.peek() !== '/') throw new UnreadablePdf('broken');
      const key = this.name();
      const value = this.value(depth + 1);
      const values = dictionary.get(key);
      if (values === undefined) dictionary.set(key, [value]);
      else values.push(value);
    }
    this.place += 2;
    return { kind: 'dictionary', dictionary };
  }

  private array(depth: number): PdfValue {
    this.place += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.peek() === ']') break;
      items.push(this.value(depth + 1));
    }
    this.place += 1;
    return { kind: 'array', items };
  }

  private name(): string {
    this.place += 1;
    return spelled(this.regular());
  }

  private regular(): string {
    const from = this.place;
    this.pass(REGULAR);
    return this.text.slice(from, this.place);
  }

  private string(): PdfValue {
    let open = 0;
    do {
      this.pass(IN_STRING);
      const character = this.peek();
      if (character === '\\') this.place += 1;
      else open += character === '(' ? 1 : -1;
      this.place += 1;
    } while (open > 0);
    return { kind: 'text' };
  }

  private hexadecimal(): PdfValue {
    this.place += 1;
    this.pass(HEXADECIMAL);
    if (this.peek() !== '>') throw new UnreadablePdf('broken');
    this.place += 1;
    return { kind: 'text' };
  }

  private wordOrReference(): PdfValue {
    const word = this.regular();
    if (word === '') throw new UnreadablePdf('broken');
    if (!/^\d+$/.test(word)) return { kind: 'word', word };
    const after = this.place;
    this.skip();
    if (/^\d+$/.test(this.regular())) {
      this.skip();
      if (this.regular() === 'R') return { kind: 'reference' };
    }
    this.place = after;
    return { kind: 'word', word };
  }
}
