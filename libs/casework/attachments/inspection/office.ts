import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import type { FileType } from '#domain';
import { FileBytes } from './file-bytes.js';
import { refusedFile } from './refused-file.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** Bytes a document may unpack to, and how many times its packed size one part may be. */
const MOST_UNPACKED = 256 * 1_048_576;
const MOST_TIMES = 200;
/** Parts smaller than this may be any number of times their packed size: a page of spaces packs well. */
const SMALL_PART = 4 * 1_048_576;
/** Most of a part that is kept to be read, such as the list of what a document holds. */
const MOST_READ = 1_048_576;
/** How deep documents may lie in documents. */
const DEEPEST = 1;

const BOMB =
  'This file unpacks to far more than its size, as files made to do harm do: save it again, or attach a PDF';
const MACROS = 'This file has macros, which run when it is opened: save it without macros and attach that';
const INSIDE = 'This file has a program or another object inside it: take that out, or attach a PDF of it';

/** Names of parts that run, or hold what runs. */
const RUNS =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\d*\.(bin|xml)|oleobject\d*\.bin|basic\/.*|scripts\/.*|macrosheets\/.*)$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk|reg|sh|docm|xlsm|pptm|dotm|xltm|swf)$/i;
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

/** What was unpacked so far, of all there is. */
interface Unpacked {
  total: number;
}

/** An Office document without macros, programs or more inside it than its size. @throws ProblemError 422 otherwise */
export async function inspectOffice(bytes: FileBytes, type: FileType): Promise<void> {
  const entries = await readZipDirectory(bytes);
  const kept = await lookThrough(bytes, entries, { total: 0 }, 0);
  if (type.inspection === 'opendocument') demandOpenDocument(entries, kept, type);
  else demandOoxml(kept, type);
}

/** Looks at every part. @returns the parts that say what the document is */
async function lookThrough(
  bytes: FileBytes,
  entries: readonly ZipEntry[],
  sofar: Unpacked,
  depth: number,
): Promise<ReadonlyMap<string, string>> {
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (declared > MOST_UNPACKED) throw refusedFile(BOMB);
  const kept = new Map<string, string>();
  for (const entry of entries) {
    const { name } = entry;
    if (name.includes('\0') || name.split(/[/\\]/).includes('..') || name.startsWith('/'))
      throw refusedFile(INSIDE);
    if (RUNS.test(name)) throw refusedFile(MACRO_PART.test(name) ? MACROS : INSIDE);
    const read = await lookAt(bytes, entry, sofar, depth, TELLING.has(name));
    if (TELLING.has(name)) kept.set(name, read);
    if (DOCUMENT_INSIDE.test(name)) await lookInside(bytes, entry, sofar, depth + 1);
  }
  return kept;
}

/** Looks through a document inside the document, put on disk for the time; its size was counted already. */
async function lookInside(bytes: FileBytes, entry: ZipEntry, sofar: Unpacked, depth: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'spend-control-part-'));
  try {
    const path = join(folder, 'part');
    await pipeline(
      Readable.from(unpackedPieces(bytes, entry)),
      createWriteStream(path, { mode: 0o600, flags: 'wx' }),
    );
    const file = await open(path, 'r');
    try {
      const inside = new FileBytes(file, (await file.stat()).size);
      await lookThrough(inside, await readZipDirectory(inside), sofar, depth);
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const TELLING: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml']);

/** Unpacks one part without keeping it, counting; gives its text where that is asked for. */
async function lookAt(
  bytes: FileBytes,
  entry: ZipEntry,
  sofar: Unpacked,
  depth: number,
  isRead: boolean,
): Promise<string> {
  const read: Buffer[] = [];
  let beginning = Buffer.alloc(0);
  let unpacked = 0;
  let held = 0;
  for await (const piece of unpackedPieces(bytes, entry)) {
    unpacked += piece.length;
    sofar.total += piece.length;
    const isTooMuch = unpacked > SMALL_PART && unpacked > MOST_TIMES * Math.max(1, entry.packed);
    if (isTooMuch || sofar.total > MOST_UNPACKED || unpacked > entry.unpacked) throw refusedFile(BOMB);
    if (beginning.length < 8) {
      beginning = Buffer.concat([beginning, piece.subarray(0, 8)]);
      demandHarmless(beginning, entry, depth);
    }
    if (!isRead) continue;
    held += piece.length;
    if (held > MOST_READ) throw refusedFile(BOMB);
    read.push(piece);
  }
  if (unpacked !== entry.unpacked) throw refusedFile(BOMB);
  return Buffer.concat(read).toString('utf8');
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

function demandOoxml(kept: ReadonlyMap<string, string>, type: FileType): void {
  const types = kept.get('[Content_Types].xml') ?? '';
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(types)) throw refusedFile(MACROS);
  if (/<!(DOCTYPE|ENTITY)/i.test(types)) throw refusedFile(INSIDE);
  if (!types.includes(type.mark ?? '')) throw refusedFile(notA(type));
}

function demandOpenDocument(
  entries: readonly ZipEntry[],
  kept: ReadonlyMap<string, string>,
  type: FileType,
): void {
  const [first] = [...entries].sort((one, other) => one.from - other.from);
  if (first?.name !== 'mimetype' || first.method !== 0 || kept.get('mimetype') !== type.mark)
    throw refusedFile(notA(type));
  if (/encryption-data/i.test(kept.get('META-INF/manifest.xml') ?? ''))
    throw refusedFile(
      'This file is protected by a password, so it cannot be checked: attach one that is not',
    );
}

function notA({ name, endings }: FileType): string {
  return `The name of this file ends in .${endings[0] ?? ''}, but its content is not that of a file of that type (${name}): give it the ending it should have, or attach the right file`;
}
