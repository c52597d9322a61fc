import { type FileBytes, PIECE_BYTES } from './file-bytes.js';
import { refusedFile } from './refused-file.js';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Parts of a PNG, or segments of a JPEG: more than any picture has. */
const MOST_PARTS = 100_000;

const BROKEN = 'This picture is damaged or not whole: save it again and attach that';
const TRAILING = 'This picture has something else after its end: save it again as a picture and attach that';

const POLYGLOT = 'This picture holds another file, or a script: save it again as a picture and attach that';
/** What another program would find in a picture, wherever it is: long enough not to be there by chance. */
const ANYWHERE = /%PDF-/;
/** The same where people and programs write notes. */
const IN_NOTES =
  /%PDF-|%!PS-|PK\x03\x04|PK\x05\x06|Rar!\x1a|7z\xbc\xaf|\xd0\xcf\x11\xe0|This program (cannot|must) be run|<\?php|<!doctype|<(html|head|body|script|svg|iframe|object|embed|img|meta|link|form)[\s/>]|javascript:/i;
const LONGEST_MARK = 32;

/** @throws ProblemError 422 where the bytes between two places hold what a picture does not */
async function demandNo(marks: RegExp, bytes: FileBytes, from: number, to: number): Promise<void> {
  let before = '';
  for await (const piece of bytes.pieces(from, to)) {
    const text = before + piece.toString('latin1');
    if (marks.test(text)) throw refusedFile(POLYGLOT);
    before = text.slice(-LONGEST_MARK);
  }
}

/** A PNG from its signature to its end, with nothing after it. @throws ProblemError 422 for anything else */
export async function inspectPng(bytes: FileBytes): Promise<void> {
  if (!(await bytes.read(0, PNG_SIGNATURE.length)).equals(PNG_SIGNATURE)) throw refusedFile(BROKEN);
  await demandNo(ANYWHERE, bytes, 0, bytes.size);
  let place = PNG_SIGNATURE.length;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = await bytes.read(place, 8);
    if (head.length < 8) throw refusedFile(BROKEN);
    const type = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(type) || (part === 0 && type !== 'IHDR')) throw refusedFile(BROKEN);
    // Length and type before, a checksum after.
    const from = place + 8;
    place += head.readUInt32BE(0) + 12;
    if (place > bytes.size) throw refusedFile(BROKEN);
    if (type !== 'IDAT' && type !== 'fdAT') await demandNo(IN_NOTES, bytes, from, place);
    if (type !== 'IEND') continue;
    if (place !== bytes.size) throw refusedFile(TRAILING);
    return;
  }
  throw refusedFile(BROKEN);
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** A JPEG from its beginning to its end, with nothing after it. @throws ProblemError 422 for anything else */
export async function inspectJpeg(bytes: FileBytes): Promise<void> {
  if (!(await bytes.read(0, 3)).equals(Buffer.from('ffd8ff', 'hex'))) throw refusedFile(BROKEN);
  await demandNo(ANYWHERE, bytes, 0, bytes.size);
  let place = 2;
  for (let segment = 0; segment < MOST_PARTS; segment += 1) {
    const head = await bytes.read(place, 4);
    const marker = head[1] ?? 0;
    if (head.length < 2 || head[0] !== 0xff) throw refusedFile(BROKEN);
    if (marker === END_OF_IMAGE) {
      if (place + 2 !== bytes.size) throw refusedFile(TRAILING);
      return;
    }
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (head.length < 4) throw refusedFile(BROKEN);
    const from = place + 4;
    place += 2 + head.readUInt16BE(2);
    await demandNo(IN_NOTES, bytes, from, Math.min(place, bytes.size));
    if (marker === START_OF_SCAN) place = await endOfScan(bytes, place);
    if (place >= bytes.size) throw refusedFile(BROKEN);
  }
  throw refusedFile(BROKEN);
}

/** Where the next marker is after the picture's own data, in which 0xff is followed by 0 or by a restart. */
async function endOfScan(bytes: FileBytes, from: number): Promise<number> {
  for (let place = from; place < bytes.size; place += PIECE_BYTES - 1) {
    const piece = await bytes.read(place, PIECE_BYTES);
    for (let at = piece.indexOf(0xff); at !== -1 && at + 1 < piece.length; at = piece.indexOf(0xff, at + 1)) {
      const next = piece[at + 1] ?? 0;
      const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
      if (!isData) return place + at;
    }
  }
  throw refusedFile(BROKEN);
}
