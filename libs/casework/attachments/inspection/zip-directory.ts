import type { FileBytes } from './file-bytes.js';
import { refusedFile } from './refused-file.js';

/** One file of an archive, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 as it is, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: number;
  readonly unpacked: number;
  /** Where it begins in the archive, and where its packed bytes do. */
  readonly at: number;
  readonly from: number;
}

/** Files of an archive at most. */
export const MOST_ENTRIES = 5_000;
/** Bytes of a directory at most. */
const LARGEST_DIRECTORY = 4 * 1_048_576;

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;
/** What says that the real number stands elsewhere: in files too large for this service. */
const ELSEWHERE = 0xffffffff;

const BROKEN =
  'This file is damaged, or is more than one file in one: open it, save it again and attach that';

/**
 * Whether a file ends as an archive does, whatever it begins as: with the mark of its end, after which a comment may
 * follow. What the mark says of the comment is not asked, because not every program does.
 */
export async function endsAsZip(bytes: FileBytes): Promise<boolean> {
  const from = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
  const pieces: Buffer[] = [];
  for await (const piece of bytes.pieces(from)) pieces.push(piece);
  return Buffer.concat(pieces).includes('PK\x05\x06', 0, 'latin1');
}

/**
 * The files of an archive that begins at the first byte of the file and ends at its last, does not overlap itself, and
 * says the same of its files where they stand as in its directory. @throws ProblemError 422 for anything else
 */
export async function readZipDirectory(bytes: FileBytes): Promise<readonly ZipEntry[]> {
  const endAt = bytes.size - END_BYTES;
  const end = await bytes.read(Math.max(0, endAt), END_BYTES);
  // A comment would stand after the end: programs that write documents leave none, and other files hide there.
  if (endAt < 0 || end.readUInt32LE(0) !== END || end.readUInt16LE(20) !== 0) throw refusedFile(BROKEN);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(8) !== count || start + length !== endAt)
    throw refusedFile(BROKEN);
  if (count > MOST_ENTRIES || length > LARGEST_DIRECTORY)
    throw refusedFile(`This file has more than ${MOST_ENTRIES} parts inside it: attach a simpler one`);
  const entries: ZipEntry[] = [];
  let place = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = await readEntry(bytes, place, endAt);
    entries.push(entry);
    place = next;
  }
  if (place !== endAt) throw refusedFile(BROKEN);
  demandApart(entries, start);
  return entries;
}

async function readEntry(
  bytes: FileBytes,
  place: number,
  endAt: number,
): Promise<{ readonly entry: ZipEntry; readonly next: number }> {
  const head = await bytes.read(place, DIRECTORY_BYTES);
  if (head.length < DIRECTORY_BYTES || head.readUInt32LE(0) !== IN_DIRECTORY) throw refusedFile(BROKEN);
  const flags = head.readUInt16LE(8);
  const method = head.readUInt16LE(10);
  const [packed, unpacked, localAt] = [head.readUInt32LE(20), head.readUInt32LE(24), head.readUInt32LE(42)];
  const nameLength = head.readUInt16LE(28);
  const next = place + DIRECTORY_BYTES + nameLength + head.readUInt16LE(30) + head.readUInt16LE(32);
  if (next > endAt || [packed, unpacked, localAt].includes(ELSEWHERE)) throw refusedFile(BROKEN);
  if ((flags & 1) !== 0)
    throw refusedFile(
      'This file is protected by a password, so it cannot be checked: attach one that is not',
    );
  if (method !== 0 && method !== 8) throw refusedFile(BROKEN);
  const name = await bytes.read(place + DIRECTORY_BYTES, nameLength);
  const local = await bytes.read(localAt, LOCAL_BYTES);
  const isThere = local.length === LOCAL_BYTES && local.readUInt32LE(0) === LOCAL;
  if (!isThere || local.readUInt16LE(8) !== method || local.readUInt16LE(26) !== nameLength)
    throw refusedFile(BROKEN);
  if (!(await bytes.read(localAt + LOCAL_BYTES, nameLength)).equals(name)) throw refusedFile(BROKEN);
  const from = localAt + LOCAL_BYTES + nameLength + local.readUInt16LE(28);
  return { entry: { name: name.toString('utf8'), method, packed, unpacked, at: localAt, from }, next };
}

/** Sizes and a checksum may follow a file; nothing else stands between two. */
const AFTER_A_FILE = 24;

/**
 * Files that lie over one another unpack to more than there is. The first begins the archive, and nothing the directory
 * does not speak of lies between two: some programs read without asking the directory. No two are of one name, of which
 * some read the first and some the last.
 */
function demandApart(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  const names = new Set<string>();
  for (const { at, from, packed, name } of [...entries].sort((one, other) => one.at - other.at)) {
    if (at < free || at - free > (free === 0 ? 0 : AFTER_A_FILE)) throw refusedFile(BROKEN);
    free = from + packed;
    names.add(name.toLowerCase());
  }
  const isTold = free <= directoryAt && directoryAt - free <= AFTER_A_FILE;
  if (!isTold || names.size !== entries.length) throw refusedFile(BROKEN);
}
