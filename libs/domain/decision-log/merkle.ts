import { hash } from 'node:crypto';
import { FIRST_TREE_HASH, HASHES, type TreeHash } from '../cryptography/algorithms.js';

/** A hash, as many bytes as the hash function of the tree gives: 32 of SHA-256. */
export type Hash = Uint8Array;

/** Where a node of the tree is: level 0 is the leaves, and `index` counts from 0 along its level. */
export interface NodePosition {
  readonly level: number;
  readonly index: number;
}

/** The root of a complete subtree, which no later leaf changes. */
export interface TreeNode extends NodePosition {
  readonly hash: Hash;
}

/**
 * All that is needed to go on with a tree: how many leaves it has, and the roots of the complete subtrees it consists
 * of, the largest (leftmost) first. One peak for every bit set in `size`.
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

/** The tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The root of the tree without leaves: the hash of nothing (RFC 9162, section 2.1.1). */
export function emptyRoot(by: TreeHash = FIRST_TREE_HASH): Hash {
  return hash(by, '', 'buffer');
}

/** What is hashed for an inner node: 0x01, left, right. One buffer for all, because a million are hashed at a time. */
const nodeInputs: Readonly<Record<TreeHash, Uint8Array>> = {
  sha256: nodeInput('sha256'),
  sha384: nodeInput('sha384'),
};

function nodeInput(by: TreeHash): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASHES[by].bytes);
  input[0] = 0x01;
  return input;
}

/** The hash of a leaf: that of 0x00 and the entry (RFC 9162, section 2.1.1). */
export function leafHash(entry: Uint8Array, by: TreeHash = FIRST_TREE_HASH): Hash {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return hash(by, input, 'buffer');
}

/**
 * The hash of an inner node: that of 0x01, left and right (RFC 9162, section 2.1.1).
 * @throws RangeError when one of the two is not as long as the hash function makes them
 */
export function nodeHash(left: Hash, right: Hash, by: TreeHash = FIRST_TREE_HASH): Hash {
  checkHash(left, by);
  checkHash(right, by);
  const input = nodeInputs[by];
  input.set(left, 1);
  input.set(right, 1 + HASHES[by].bytes);
  return hash(by, input, 'buffer');
}

function checkHash({ length }: Hash, by: TreeHash): void {
  if (length !== HASHES[by].bytes)
    throw new RangeError(`A hash of the tree is ${HASHES[by].bytes} bytes long`);
}

/**
 * Adds leaves to a tree. The nodes returned are the subtrees of level 1 and above that these leaves completed, in the
 * order they were completed: store them beside the leaves, and every later proof can be made from what is stored.
 * @throws RangeError when the frontier contradicts itself or a hash is not as long as the hash function makes them
 */
export function append(
  frontier: Frontier,
  leafHashes: Iterable<Hash>,
  by: TreeHash = FIRST_TREE_HASH,
): { readonly frontier: Frontier; readonly nodes: readonly TreeNode[] } {
  checkFrontier(frontier);
  const peaks = [...frontier.peaks];
  const nodes: TreeNode[] = [];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    checkHash(leaf, by);
    let complete = leaf;
    let level = 0;
    let index = size;
    // As long as a node is a right-hand one, its left-hand sibling is the last peak: it completes the node above.
    for (const left of peaks.splice(peaks.length - trailingOnes(size)).reverse()) {
      complete = nodeHash(left, complete, by);
      level += 1;
      index = (index - 1) / 2;
      nodes.push({ level, index, hash: complete });
    }
    peaks.push(complete);
    size += 1;
  }
  return { frontier: { size, peaks }, nodes };
}

/**
 * The root of the tree (RFC 9162, section 2.1.1).
 * @throws RangeError when the frontier contradicts itself
 */
export function rootOf(frontier: Frontier, by: TreeHash = FIRST_TREE_HASH): Hash {
  checkFrontier(frontier);
  return foldPeaks(frontier.peaks, by);
}

/**
 * The stored nodes that the frontier of a tree of `size` leaves consists of, the largest first: with their hashes as
 * peaks, appending can go on where it was left off.
 * @throws RangeError when the size is not a whole number from 0
 */
export function frontierNodes(size: number): readonly NodePosition[] {
  checkSize(size);
  return completeSubtrees(0, size);
}

/** The complete subtrees that leaves `begin` to `end` (not included) divide into, where `begin` starts the largest. */
export function completeSubtrees(begin: number, end: number): readonly NodePosition[] {
  const positions: NodePosition[] = [];
  let start = begin;
  while (start < end) {
    let width = 1;
    let level = 0;
    while (width * 2 <= end - start) {
      width *= 2;
      level += 1;
    }
    positions.push({ level, index: start / width });
    start += width;
  }
  return positions;
}

/** The root over complete subtrees, the largest first: joined from the right, because the smallest lie deepest. */
export function foldPeaks(peaks: readonly Hash[], by: TreeHash): Hash {
  const last = peaks.at(-1);
  if (last === undefined) return emptyRoot(by);
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, by), last);
}

/** @throws RangeError when the size is not a whole number from 0 */
export function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A tree has no ${size} leaves`);
}

/** How many of the lowest bits of a number are set before the first that is not. */
function trailingOnes(value: number): number {
  let ones = 0;
  for (let rest = value; rest % 2 === 1; rest = (rest - 1) / 2) ones += 1;
  return ones;
}

function checkFrontier({ size, peaks }: Frontier): void {
  if (frontierNodes(size).length !== peaks.length)
    throw new RangeError(`A tree of ${size} leaves does not consist of ${peaks.length} subtrees`);
}
