import { createInflate } from 'node:zlib';
import { PIECE_BYTES, type FileBytes } from './file-bytes.js';
import {
  keysIn,
  readPdfObject,
  spelled,
  UnreadablePdf,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
  type Spent,
} from './pdf-object.js';
import { refusedFile } from './refused-file.js';

/** Longest name or word that is looked for, so that pieces overlap by as much. */
const OVERLAP = 512;
/** Bytes unpacked of one list of objects, and of all of them, at most. */
const MOST_UNPACKED = 32 * 1_048_576;
const MOST_UNPACKED_IN_ALL = 128 * 1_048_576;
/** Lists of objects looked into at most. */
const MOST_LISTS = 10_000;
/** Bytes of one object before its stream at most. */
const LARGEST_OBJECT = 4 * 1_048_576;

const SCRIPT = 'a script';
const FILES = 'other files inside it';
const FORM = 'a form that runs scripts';

/** Looked for in every byte: too long to be there by chance. */
const DANGERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\/JavaScript(?![A-Za-z])/, SCRIPT],
  [/\/Launch(?![A-Za-z])/, 'a command that starts a program'],
  [/\/(GoToR|GoToE)(?![A-Za-z])/, 'a link that opens another file'],
  [/\/(SubmitForm|ImportData)(?![A-Za-z])/, 'a form that sends or fetches what is filled in'],
  // A file specification or an address on another machine, written as text or as hexadecimal numbers.
  [
    /\/(?:UF|F|URI)\s*\(\s*(?:(?:\\\\|\\134){2}|(?:\\?\/){2}|file:|javascript:)/i,
    'an address of a file on another machine',
  ],
  [
    /\/(?:UF|F|URI)\s*<\s*(?:f\s*e\s*f\s*f\s*)?(?:(?:(?:0\s*0\s*)?(?:5\s*c|2\s*f)\s*){2}|(?:0\s*0\s*)?[46]\s*6\s*(?:0\s*0\s*)?[46]\s*9\s*(?:0\s*0\s*)?[46]\s*c)/i,
    'an address of a file on another machine',
  ],
  [/\/(EmbeddedFiles?|FileAttachment|RichMedia|Flash)(?![A-Za-z])/, FILES],
  [/\/XFA\s*(\[|\d+\s+\d+\s+R)/, FORM],
];
/** Names too short for that, looked for in objects alone: what an action runs, what holds a file, a form of another kind. */
const SHORT_DANGERS: Readonly<Record<string, string>> = { JS: SCRIPT, EF: FILES, XFA: FORM };
const SHORT_IN_LISTS = /\/(JS|EF|XFA)(?=[\0\s()<>[\]{}/%])/;
const PROTECTED = /\/Encrypt(?![A-Za-z])/;
/** Wherever a reader could be sent to for an object, also where other bytes of the file pretend to hold none. */
const OBJECT = /(?<=[\d\0\s])obj/g;

const PLAIN_FILTERS: readonly string[] = ['FlateDecode', 'Fl'];
const UNCHECKABLE = 'This PDF is packed in a way that cannot be checked: print it to a new PDF';

/**
 * A PDF from its first byte to its end that runs nothing. What it says in compressed lists of objects is looked into as
 * well. @throws ProblemError 422 for anything else, and for whatever cannot be read wholly
 */
export async function inspectPdf(bytes: FileBytes): Promise<void> {
  if (!/^%PDF-[12]\.\d/.test((await bytes.read(0, 8)).toString('latin1')))
    throw refusedFile('This PDF does not begin as one: save it again as a PDF and attach that');
  await demandEnd(bytes);
  const lists = new Set<number>();
  /** Objects that go on after the piece they begin in. */
  const long: number[] = [];
  let seen = 0;
  const spent: Spent = { characters: 0 };
  await overlapping(bytes.pieces(), (text, from) => {
    demandHarmless(text);
    for (const match of text.matchAll(OBJECT)) {
      const at = match.index + match[0].length;
      if (from + at <= seen) continue;
      seen = from + at;
      const object = objectAt(text, at, spent);
      if (object === 'incomplete') long.push(seen);
      else noteList(object, from, lists);
    }
    if (lists.size + long.length > MOST_LISTS || spent.characters > 4 * bytes.size + LARGEST_OBJECT)
      throw refusedFile('This PDF has too many parts: print it to a new PDF');
  });
  for (const place of long) noteList(await longObjectAt(bytes, place, spent), place, lists);
  let left = MOST_UNPACKED_IN_ALL;
  for (const place of lists) left -= await lookIntoList(bytes, place, Math.min(left, MOST_UNPACKED));
}

/** After the last `%%EOF` only ends of lines may follow. */
async function demandEnd(bytes: FileBytes): Promise<void> {
  const tail = (await bytes.read(Math.max(0, bytes.size - 1_024), 1_024)).toString('latin1');
  const end = tail.lastIndexOf('%%EOF');
  if (end === -1)
    throw refusedFile('This PDF is not whole, or something else follows its end: save it again');
  if (!/^[\s\0]*$/.test(tail.slice(end + 5)))
    throw refusedFile('This PDF has something else after its end: save it again as a PDF and attach that');
}

function demandHarmless(text: string): void {
  // What runs is written as a name; text of the document itself is almost always compressed.
  const names = spelled(text);
  for (const [pattern, what] of DANGERS) if (pattern.test(names)) throw holds(what);
  if (PROTECTED.test(names))
    throw refusedFile('This PDF is protected by a password, so it cannot be checked: attach one that is not');
}

function holds(what: string): Error {
  return refusedFile(`This PDF has ${what}: print it to a new PDF, which has none, and attach that`);
}

function objectAt(text: string, at: number, spent: Spent): PdfObject | null | 'incomplete' {
  try {
    return readPdfObject(text, at, spent);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    if (error.because === 'incomplete') return 'incomplete';
    throw refusedFile('This PDF is written in a way that cannot be checked: print it to a new PDF');
  }
}

async function longObjectAt(bytes: FileBytes, place: number, spent: Spent): Promise<PdfObject | null> {
  for (let length = 2 * PIECE_BYTES; ; length *= 4) {
    const pieces: Buffer[] = [];
    for await (const piece of bytes.pieces(place, Math.min(bytes.size, place + length))) pieces.push(piece);
    const object = objectAt(Buffer.concat(pieces).toString('latin1'), 0, spent);
    if (object !== 'incomplete') return object;
    // By chance the three letters may stand near the end of the file, where no object follows any more.
    if (place + length >= bytes.size) return null;
    if (length > LARGEST_OBJECT || spent.characters > 8 * bytes.size + 4 * LARGEST_OBJECT)
      throw refusedFile(UNCHECKABLE);
  }
}

/** Looks at what an object says, and keeps the place of its stream where that is, or may be taken for, a list of objects. */
function noteList(object: PdfObject | null, from: number, lists: Set<number>): void {
  if (object === null) return;
  const { value, stream } = object;
  for (const key of keysIn(value)) {
    const what = Object.hasOwn(SHORT_DANGERS, key) ? SHORT_DANGERS[key] : undefined;
    if (what !== undefined) throw holds(what);
  }
  if (stream === null || value.kind !== 'dictionary') return;
  const kind = kindOfStream(value.dictionary);
  if (kind === 'other') return;
  if (!isPlainlyPacked(value.dictionary)) {
    // The colours of a picture say how many they are as a list does, and need not be packed: every byte was looked at.
    if (kind === 'perhaps' && !value.dictionary.has('Filter') && !value.dictionary.has('F')) return;
    throw refusedFile(UNCHECKABLE);
  }
  lists.add(from + stream);
}

/** Readers go by different marks of a list of objects: its type, where its first object is, how many there are. */
function kindOfStream(dictionary: PdfDictionary): 'list' | 'perhaps' | 'other' {
  const types = dictionary.get('Type') ?? [];
  if (types.some((type) => type.kind !== 'name' || type.name === 'ObjStm')) return 'list';
  if (dictionary.has('First') || dictionary.has('Extends')) return 'list';
  return dictionary.has('N') ? 'perhaps' : 'other';
}

/** Deflated once and nothing else, said once, with what is packed in this file. */
function isPlainlyPacked(dictionary: PdfDictionary): boolean {
  if (['F', 'FFilter', 'FDecodeParms', 'DP'].some((key) => dictionary.has(key))) return false;
  const [filter, ...further] = (dictionary.get('Filter') ?? []).flatMap(itself);
  if (filter?.kind !== 'name' || !PLAIN_FILTERS.includes(filter.name) || further.length > 0) return false;
  return (dictionary.get('DecodeParms') ?? []).flatMap(itself).every(isWithoutPredictor);
}

function itself(value: PdfValue): readonly PdfValue[] {
  return value.kind === 'array' ? value.items : [value];
}

function isWithoutPredictor(value: PdfValue): boolean {
  if (value.kind === 'word') return value.word === 'null';
  if (value.kind !== 'dictionary') return false;
  return (value.dictionary.get('Predictor') ?? []).every(
    (predictor) => predictor.kind === 'word' && predictor.word === '1',
  );
}

/** Calls with every piece as text, each with the end of the one before, so that nothing is missed between two. */
async function overlapping(
  pieces: AsyncIterable<Buffer>,
  look: (text: string, from: number) => void,
): Promise<void> {
  let before = '';
  let place = 0;
  for await (const piece of pieces) {
    const text = before + piece.toString('latin1');
    look(text, place - before.length);
    place += piece.length;
    before = text.slice(-OVERLAP);
  }
}

/** Unpacks one list of objects and looks at it. @returns how many bytes it was */
async function lookIntoList(bytes: FileBytes, afterWord: number, most: number): Promise<number> {
  const from = await beginningOfStream(bytes, afterWord);
  const inflate = createInflate();
  let unpacked = 0;
  const counted = (async function* () {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      if (unpacked > most)
        throw refusedFile('This PDF unpacks to far more than its size: print it to a new PDF');
      yield piece;
    }
  })();
  const feeding = feed(bytes, from, inflate);
  try {
    await overlapping(counted, demandListHarmless);
  } catch (error) {
    // What came before a fault may be all a reader needs, and was not all seen here.
    if (isOfZlib(error)) throw refusedFile(UNCHECKABLE);
    throw error;
  } finally {
    inflate.destroy();
    await feeding;
  }
  return unpacked;
}

function demandListHarmless(text: string): void {
  demandHarmless(text);
  const short = SHORT_IN_LISTS.exec(spelled(text))?.[1];
  if (short !== undefined) throw holds(SHORT_DANGERS[short] ?? SCRIPT);
}

/** The bytes begin after the end of the line; readers differ about anything else that stands there. */
async function beginningOfStream(bytes: FileBytes, afterWord: number): Promise<number> {
  const end = /^\r?\n/.exec((await bytes.read(afterWord, 2)).toString('latin1'));
  if (end === null) throw refusedFile(UNCHECKABLE);
  return afterWord + end[0].length;
}

async function feed(
  bytes: FileBytes,
  from: number,
  inflate: ReturnType<typeof createInflate>,
): Promise<void> {
  for await (const piece of bytes.pieces(from)) {
    if (inflate.destroyed || inflate.writableFinished) return;
    const waits = !inflate.write(piece);
    if (waits)
      await new Promise<void>((resume) => {
        const go = (): void => {
          inflate.off('drain', go).off('close', go).off('end', go);
          resume();
        };
        inflate.once('drain', go).once('close', go).once('end', go);
      });
    if (inflate.readableEnded) return;
  }
  inflate.end();
}

function isOfZlib(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE');
}
