import { FIRST_TREE_HASH, HASHES, TREE_HASHES, type TreeHash } from '../cryptography/algorithms.js';
import { checkSize, type Hash } from './merkle.js';
import {
  decodeBase64,
  formatVerifierKey,
  NoteError,
  parseVerifierKey,
  type SigningKey,
  type VerifierKey,
} from './note-keys.js';
import { signNote, verifyNote } from './signed-note.js';

/** The state of a log at one moment: what a log signs and everybody else keeps (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /**
   * Which log it is: a name nobody else uses, such as `example.gov.uk/spend-control`. It also names the hash function of
   * the tree, which is another log to those who know logs by their origin: see `originOf`.
   */
  readonly origin: string;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly root: Hash;
  /** Further lines. The log's own say which keys sign from then on: see `introductionOf`. */
  readonly extensions: readonly string[];
}

/** A checkpoint that at least one known key signed. */
export interface VerifiedCheckpoint extends Checkpoint {
  readonly signedBy: readonly VerifierKey[];
}

/** What the tree of a log by a hash function is called in checkpoints: of SHA-256 the log's own name, otherwise `name/sha384`. */
export function originOf(log: string, by: TreeHash): string {
  return by === FIRST_TREE_HASH ? log : `${log}/${by}`;
}

/** The log, and the hash function of its tree, that the origin of a checkpoint names. */
export function treeNamedBy(origin: string): { readonly log: string; readonly by: TreeHash } {
  const by = TREE_HASHES.find((one) => one !== FIRST_TREE_HASH && origin.endsWith(`/${one}`));
  return by === undefined
    ? { log: origin, by: FIRST_TREE_HASH }
    : { log: origin.slice(0, -1 - by.length), by };
}

const INTRODUCTION = 'key ';

/**
 * The line of a checkpoint that introduces a key. It stands in the text, which the signatures cover: a signature beside
 * another introduces nobody, because anybody can add one.
 */
export function introductionOf(key: VerifierKey): string {
  return `${INTRODUCTION}${formatVerifierKey(key)}`;
}

/** The keys a checkpoint introduces: believed as far as one believes who signed it. Other lines are passed over. */
export function keysIntroducedIn({ extensions }: Checkpoint): readonly VerifierKey[] {
  return extensions
    .filter((line) => line.startsWith(INTRODUCTION))
    .flatMap((line) => {
      try {
        return [parseVerifierKey(line.slice(INTRODUCTION.length))];
      } catch {
        // A key of a kind that is not known here yet.
        return [];
      }
    });
}

/**
 * The checkpoint as the text of a note: one line each for origin, size and root, then the extensions.
 * @throws NoteError `malformed` when a line would be empty or not one line, or the root is not as long
 *   as the hash function of the tree makes it
 * @throws RangeError when the size is not a whole number from 0
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  checkSize(size);
  const { bytes } = HASHES[treeNamedBy(origin).by];
  if (root.length !== bytes) throw new NoteError('malformed', `A root is ${bytes} bytes long`);
  if ([origin, ...extensions].some((line) => line === '' || line.includes('\n')))
    throw new NoteError('malformed', 'Each line of a checkpoint is one line and not empty');
  return `${[origin, size.toString(10), Buffer.from(root).toString('base64'), ...extensions].join('\n')}\n`;
}

/**
 * Reads the text of a checkpoint, without its signatures.
 * @throws NoteError `malformed`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new NoteError('malformed', 'A checkpoint ends in a newline');
  const [origin = '', decimal = '', encoded = '', ...extensions] = lines;
  if ([origin, ...extensions].includes(''))
    throw new NoteError('malformed', 'A checkpoint has an origin, a size, a root, and no empty line');
  const size = Number(decimal);
  if (!/^(0|[1-9][0-9]*)$/.test(decimal) || !Number.isSafeInteger(size))
    throw new NoteError('malformed', 'The size of a checkpoint is a decimal number without leading zeroes');
  const root = decodeBase64(encoded);
  const { bytes } = HASHES[treeNamedBy(origin).by];
  if (root?.length !== bytes)
    throw new NoteError('malformed', `The root of a checkpoint is the base64 of ${bytes} bytes`);
  return { origin, size, root, extensions };
}

/** A checkpoint signed with each of the keys, as a note. @throws NoteError, RangeError as the parts do */
export function signCheckpoint(checkpoint: Checkpoint, keys: readonly SigningKey[]): string {
  return signNote(formatCheckpoint(checkpoint), keys);
}

/**
 * The checkpoint of a note, once a known key vouches for it.
 * @throws NoteError `malformed`, `bad-signature`, `no-known-signature`
 */
export function openCheckpoint(note: string, known: readonly VerifierKey[]): VerifiedCheckpoint {
  const { text, signedBy } = verifyNote(note, known);
  return { ...parseCheckpoint(text), signedBy };
}
