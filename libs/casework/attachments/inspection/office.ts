import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { typeByName, type FileType } from '#domain';
import { FileBytes } from './file-bytes.js';
import { demandOoxml, demandOpenDocument, INSIDE, isTelling, MACROS } from './office-parts.js';
import { ReachingOut } from './reaching-out.js';
import { refusedFile } from './refused-file.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** Bytes a document may unpack to, and how many times its packed size one part may be. */
const MOST_UNPACKED = 256 * 1_048_576;
const MOST_TIMES = 200;
/** Parts smaller than this may be any number of times their packed size: a page of spaces packs well. */
const SMALL_PART = 4 * 1_048_576;
/** Most that is kept to be read, such as the list of what a document holds. */
const MOST_READ = 8 * 1_048_576;
/** How deep documents may lie in documents. */
const DEEPEST = 1;

const BOMB =
  'This file unpacks to far more than its size, as files made to do harm do: save it again, or attach a PDF';

/** Names of parts that run, or hold what runs. */
const RUNS =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\d*\.(bin|xml)|oleobject\d*\.bin|basic\/.*|scripts\/.*|macrosheets\/.*)$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk|reg|sh|docm|xlsm|pptm|dotm|xltm|swf|piece)$/i;
const MACRO_PART = /vba|basic\/|scripts\/|macrosheets\//i;
/** Documents inside a document, such as the figures behind a chart. */
const DOCUMENT_INSIDE = /\.(docx|xlsx|pptx|odt|ods|odp)$/i;

/** What no part of a document begins with: programs of Windows and Linux, old Office files, other archives. */
const PROGRAMS = ['4d5a', '7f454c46', 'd0cf11e0a1b11ae1', 'cafebabe', 'cffaedfe', '2321'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
const ARCHIVES = [
  '504b0304',
  '504b0506',
  '526172211a07',
  '377abcaf271c',
  '1f8b',
  '425a68',
  'fd377a585a00',
].map((hex) => Buffer.from(hex, 'hex'));

/** What no part holds anywhere: an old Office file, which may hold anything else, and what every program of Windows says. */
const ANYWHERE = [
  'd0cf11e0a1b11ae1',
  Buffer.from('This program cannot be run in DOS mode').toString('hex'),
].map((hex) => Buffer.from(hex, 'hex'));
/** Nor do those bytes that are neither XML nor a picture, a sound or a film. */
const IN_OTHER_BYTES = [
  ...ANYWHERE,
  ...['504b0304', '7f454c46', '50450000'].map((hex) => Buffer.from(hex, 'hex')),
];
const OF_OTHER_BYTES = /\.(bin|dat|tmp|xml|rels|vml)$|(^|\/)[^./]+$/i;
/** Longest of those, so that none is missed between two pieces. */
const LONGEST_MARK = 1_024;

/** Parts that are XML, which is read as UTF-8 alone: what it says in another way, nobody here would see. */
const XML = /\.(xml|rels|vml|rdf)$/i;
const BEGINS_AS_XML = /^(\xef\xbb\xbf)?\s*<[!?/\w]/;
const OTHER_ENCODING = /^[^>]*\sencoding\s*=\s*["'](?!utf-8|us-ascii|ascii|iso-8859-1)/i;
/** How scripts are called by OpenDocument, under whatever prefix. */
const CALLS_SCRIPT = /event-listener\s[^<]*\blanguage\s*=/;
/** Bytes at the beginning of a part that are looked at. */
const BEGINNING = 256;

/** What was unpacked so far, of all there is. */
interface Unpacked {
  total: number;
  /** Of it what is kept. */
  read: number;
}

/** An Office document without macros, programs or more inside it than its size. @throws ProblemError 422 otherwise */
export async function inspectOffice(bytes: FileBytes, type: FileType): Promise<void> {
  await lookThrough(bytes, type, { total: 0, read: 0 }, 0);
}

/** Looks at every part, and at what the parts that tell say of the others. */
async function lookThrough(bytes: FileBytes, type: FileType, sofar: Unpacked, depth: number): Promise<void> {
  const entries = await readZipDirectory(bytes);
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (declared > MOST_UNPACKED) throw refusedFile(BOMB);
  const kept = new Map<string, string>();
  for (const entry of entries) {
    const { name } = entry;
    if (/[\0\\]/.test(name) || name.split('/').includes('..') || name.startsWith('/'))
      throw refusedFile(INSIDE);
    if (RUNS.test(name)) throw refusedFile(MACRO_PART.test(name) ? MACROS : INSIDE);
    const read = await lookAt(bytes, entry, type, sofar, depth);
    if (isTelling(name)) kept.set(name, read);
    const inside = DOCUMENT_INSIDE.test(name) ? typeByName(name) : undefined;
    if (inside !== undefined) await lookInside(bytes, entry, inside, sofar, depth + 1);
  }
  if (type.inspection === 'opendocument') demandOpenDocument(entries, kept, type);
  else demandOoxml(entries, kept, type);
}

/** Looks through a document inside the document, put on disk for the time; its size was counted already. */
async function lookInside(
  bytes: FileBytes,
  entry: ZipEntry,
  type: FileType,
  sofar: Unpacked,
  depth: number,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `spend-control-part-${String(process.pid)}-`));
  try {
    const path = join(folder, 'part');
    await pipeline(
      Readable.from(unpackedPieces(bytes, entry)),
      createWriteStream(path, { mode: 0o600, flags: 'wx' }),
    );
    const file = await open(path, 'r');
    try {
      const inside = new FileBytes(file, (await file.stat()).size);
      await lookThrough(inside, type, sofar, depth);
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Unpacks one part without keeping it, counting; gives its text where that is asked for. */
async function lookAt(
  bytes: FileBytes,
  entry: ZipEntry,
  type: FileType,
  sofar: Unpacked,
  depth: number,
): Promise<string> {
  const isRead = isTelling(entry.name);
  const meaning =
    !isRead && XML.test(entry.name)
      ? new ReachingOut(type.inspection === 'opendocument' ? 'opendocument' : 'ooxml')
      : null;
  const read: Buffer[] = [];
  let beginning = Buffer.alloc(0);
  let before = Buffer.alloc(0);
  let unpacked = 0;
  for await (const piece of unpackedPieces(bytes, entry)) {
    unpacked += piece.length;
    sofar.total += piece.length;
    const isTooMuch = unpacked > SMALL_PART && unpacked > MOST_TIMES * Math.max(1, entry.packed);
    if (isTooMuch || sofar.total > MOST_UNPACKED || unpacked > entry.unpacked) throw refusedFile(BOMB);
    if (beginning.length < BEGINNING) {
      beginning = Buffer.concat([beginning, piece.subarray(0, BEGINNING)]);
      demandHarmless(beginning, entry, depth);
    }
    const looked = Buffer.concat([before, piece]);
    demandNoneIn(looked, entry);
    before = looked.subarray(-LONGEST_MARK);
    meaning?.take(piece);
    if (!isRead) continue;
    sofar.read += piece.length;
    if (sofar.read > MOST_READ) throw refusedFile(BOMB);
    read.push(piece);
  }
  if (unpacked !== entry.unpacked) throw refusedFile(BOMB);
  if (XML.test(entry.name) && unpacked > 0) demandXml(beginning.toString('latin1'));
  meaning?.end();
  return Buffer.concat(read).toString('utf8');
}

function demandXml(beginning: string): void {
  if (!BEGINS_AS_XML.test(beginning) || OTHER_ENCODING.test(beginning)) throw refusedFile(INSIDE);
}

function demandNoneIn(bytes: Buffer, { name }: ZipEntry): void {
  const marks = OF_OTHER_BYTES.test(name) ? IN_OTHER_BYTES : ANYWHERE;
  if (marks.some((mark) => bytes.includes(mark))) throw refusedFile(INSIDE);
  if (XML.test(name) && CALLS_SCRIPT.test(bytes.toString('latin1'))) throw refusedFile(MACROS);
}

function demandHarmless(beginning: Buffer, { name }: ZipEntry, depth: number): void {
  const begins = (marks: readonly Buffer[]): boolean =>
    marks.some((mark) => beginning.subarray(0, mark.length).equals(mark));
  if (begins(PROGRAMS)) throw refusedFile(INSIDE);
  // The workbook behind a chart is looked through as well; what lies deeper is not worth its risk.
  if (begins(ARCHIVES) && (depth >= DEEPEST || !DOCUMENT_INSIDE.test(name))) throw refusedFile(INSIDE);
}

async function* unpackedPieces(bytes: FileBytes, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = bytes.pieces(entry.from, entry.from + entry.packed);
  if (entry.method === 0) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw();
  const source = Readable.from(packed);
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_'))
      throw refusedFile('This file is damaged: open it, save it again and attach that');
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
