import { hash } from 'node:crypto';

/** A SHA-256 hash: 32 bytes. */
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

/** A hash takes 32 bytes. */
export const HASH_BYTES = 32;

/** The tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The root of the tree without leaves: SHA-256 of nothing (RFC 9162, section 2.1.1). */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer');

/** What is hashed for an inner node: 0x01, left, right. One buffer for all, because a million are hashed at a time. */
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES);
nodeInput[0] = 0x01;

/** The hash of a leaf: SHA-256 of 0x00 and the entry (RFC 9162, section 2.1.1). */
export function leafHash(entry: Uint8Array): Hash {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return hash('sha256', input, 'buffer');
}

/**
 * The hash of an inner node: SHA-256 of 0x01, left and right (RFC 9162, section 2.1.1).
 * @throws RangeError when one of the two is not 32 bytes long
 */
export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    throw new RangeError('A hash of the tree is 32 bytes long');
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return hash('sha256', nodeInput, 'buffer');
}

/**
 * Adds leaves to a tree. The nodes returned are the subtrees of level 1 and above that these leaves completed, in the
 * order they were completed: store them beside the leaves, and every later proof can be made from what is stored.
 * @throws RangeError when the frontier contradicts itself or a hash is not 32 bytes long
 */
export function append(
  frontier: Frontier,
  leafHashes: Iterable<Hash>,
): { readonly frontier: Frontier; readonly nodes: readonly TreeNode[] } {
  checkFrontier(frontier);
  const peaks = [...frontier.peaks];
  const nodes: TreeNode[] = [];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    if (leaf.length !== HASH_BYTES) throw new RangeError('A hash of the tree is 32 bytes long');
    let complete = leaf;
    let level = 0;
    let index = size;
    // As long as a node is a right-hand one, its left-hand sibling is the last peak: it completes the node above.
    for (const left of peaks.splice(peaks.length - trailingOnes(size)).reverse()) {
      complete = nodeHash(left, complete);
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
export function rootOf(frontier: Frontier): Hash {
  checkFrontier(frontier);
  return foldPeaks(frontier.peaks);
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
export function foldPeaks(peaks: readonly Hash[]): Hash {
  const last = peaks.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
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
