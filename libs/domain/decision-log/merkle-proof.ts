import { FIRST_TREE_HASH, type TreeHash } from '../cryptography/algorithms.js';
import { checkSize, completeSubtrees, foldPeaks, type Hash, type NodePosition } from './merkle.js';

/** Leaves `begin` to `end` (not included) whose joint hash is one element of a proof. */
interface LeafRange {
  readonly begin: number;
  readonly end: number;
}

/** Finds the hash of a stored node: a leaf hash at level 0, a complete subtree above. */
export type NodeLookup = (position: NodePosition) => Hash | undefined;

/**
 * The proof that leaf `index` is in the tree of `size` leaves (RFC 9162, section 2.1.3.1).
 * @throws RangeError when the tree has no such leaf, or a node needed is not found
 */
export function inclusionProof(
  index: number,
  size: number,
  lookup: NodeLookup,
  by: TreeHash = FIRST_TREE_HASH,
): readonly Hash[] {
  return proofFrom(inclusionRanges(index, size), lookup, by);
}

/**
 * The stored nodes that the proof between the trees of `from` and `to` leaves is made of.
 * @throws RangeError when the later tree is smaller than the earlier
 */
export function consistencyNodes(from: number, to: number): readonly NodePosition[] {
  return nodesOf(consistencyRanges(from, to));
}

/**
 * The proof that the tree of `to` leaves begins with the very leaves of the tree of `from` leaves (RFC 9162, section
 * 2.1.4.1). Empty when the earlier tree has no leaves or is the same tree: there is nothing to prove by hashes.
 * @throws RangeError when the later tree is smaller than the earlier, or a node needed is not found
 */
export function consistencyProof(
  from: number,
  to: number,
  lookup: NodeLookup,
  by: TreeHash = FIRST_TREE_HASH,
): readonly Hash[] {
  return proofFrom(consistencyRanges(from, to), lookup, by);
}

function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  checkSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + leftWidth(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  checkSize(from);
  checkSize(to);
  if (from > to) throw new RangeError(`A tree of ${to} leaves does not contain one of ${from}`);
  if (from === 0) return [];
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = to;
  while (end !== from) {
    const middle = begin + leftWidth(end - begin);
    if (from <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  // Where the earlier tree is a complete subtree from the first leaf on, who checks knows its root already.
  if (begin > 0) ranges.push({ begin, end });
  return ranges.reverse();
}

/** The largest power of two smaller than the number of leaves (at least 2): where RFC 9162 divides a tree. */
function leftWidth(leaves: number): number {
  let width = 1;
  while (width * 2 < leaves) width *= 2;
  return width;
}

function nodesOf(ranges: readonly LeafRange[]): readonly NodePosition[] {
  return ranges.flatMap(({ begin, end }) => completeSubtrees(begin, end));
}

function proofFrom(ranges: readonly LeafRange[], lookup: NodeLookup, by: TreeHash): readonly Hash[] {
  return ranges.map(({ begin, end }) =>
    foldPeaks(
      completeSubtrees(begin, end).map((position) => {
        const found = lookup(position);
        if (found === undefined)
          throw new RangeError(`Node ${position.index} of level ${position.level} is missing`);
        return found;
      }),
      by,
    ),
  );
}
