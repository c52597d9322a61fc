import type { FileBytes } from './file-bytes.js';
import { refusedFile } from './refused-file.js';

/** One file of an archive, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 as it is, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its packed bytes begin in the archive. */
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
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;
/** What says that the real number stands elsewhere: in files too large for this service. */
const ELSEWHERE = 0xffffffff;

const BROKEN =
  'This file is damaged, or is more than one file in one: open it, save it again and attach that';

/** Whether a file ends as an archive does, whatever it begins as. */
export async function endsAsZip(bytes: FileBytes): Promise<boolean> {
  const tail = await bytes.read(Math.max(0, bytes.size - 65_536), 65_536);
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0;) {
    if (at + END_BYTES <= tail.length && at + END_BYTES + tail.readUInt16LE(at + 20) <= tail.length)
      return true;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
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
  return { entry: { name: name.toString('utf8'), method, packed, unpacked, from }, next };
}

/** Files that lie over one another unpack to more than there is; the first must begin the archive. */
function demandApart(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  for (const { from, packed, name } of [...entries].sort((one, other) => one.from - other.from)) {
    const begins = from - LOCAL_BYTES - Buffer.byteLength(name);
    if (begins < free || (free === 0 && begins > 65_536)) throw refusedFile(BROKEN);
    free = from + packed;
  }
  if (free > directoryAt) throw refusedFile(BROKEN);
}
