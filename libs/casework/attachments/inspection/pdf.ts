import { createInflate } from 'node:zlib';
import type { FileBytes } from './file-bytes.js';
import { refusedFile } from './refused-file.js';

/** Longest name or word that is looked for, so that pieces overlap by as much. */
const OVERLAP = 512;
/** Bytes unpacked of one list of objects, and of all of them, at most. */
const MOST_UNPACKED = 32 * 1_048_576;
const MOST_UNPACKED_IN_ALL = 128 * 1_048_576;
/** Lists of objects looked into at most. */
const MOST_LISTS = 10_000;

const DANGERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\/JavaScript(?![A-Za-z])/, 'a script'],
  [/\/Launch(?![A-Za-z])/, 'a command that starts a program'],
  [/\/(EmbeddedFiles?|RichMedia|Flash)(?![A-Za-z])/, 'other files inside it'],
  [/\/XFA\s*(\[|\d+\s+\d+\s+R)/, 'a form that runs scripts'],
];
const PROTECTED = /\/Encrypt(?![A-Za-z])/;
const LIST_OF_OBJECTS = /\/ObjStm(?![A-Za-z])[^]{0,400}?>>\s*stream\r?\n/g;

/** Names may be written with `#4a` for a letter; a reader takes the one for the other. */
function spelled(text: string): string {
  return text.replaceAll(/#([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * A PDF from its first byte to its end that runs nothing. What it says in compressed lists of objects is looked into as
 * well. @throws ProblemError 422 for anything else
 */
export async function inspectPdf(bytes: FileBytes): Promise<void> {
  if (!/^%PDF-[12]\.\d/.test((await bytes.read(0, 8)).toString('latin1')))
    throw refusedFile('This PDF does not begin as one: save it again as a PDF and attach that');
  await demandEnd(bytes);
  const lists = new Set<number>();
  await overlapping(bytes.pieces(), (text, from) => {
    demandHarmless(text);
    for (const match of text.matchAll(LIST_OF_OBJECTS)) lists.add(from + match.index + match[0].length);
    if (lists.size > MOST_LISTS) throw refusedFile('This PDF has too many parts: print it to a new PDF');
  });
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
  for (const [pattern, what] of DANGERS)
    if (pattern.test(names))
      throw refusedFile(`This PDF has ${what}: print it to a new PDF, which has none, and attach that`);
  if (PROTECTED.test(names))
    throw refusedFile('This PDF is protected by a password, so it cannot be checked: attach one that is not');
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
async function lookIntoList(bytes: FileBytes, from: number, most: number): Promise<number> {
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
    await overlapping(counted, demandHarmless);
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    // What follows the list is not part of it; but a list that is packed in another way cannot be looked into.
    if (unpacked === 0)
      throw refusedFile('This PDF is packed in a way that cannot be checked: print it to a new PDF');
  } finally {
    inflate.destroy();
    await feeding;
  }
  return unpacked;
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
