import { FIRST_TREE_HASH, HASHES, type TreeHash } from '../cryptography/algorithms.js';
import { emptyRoot, nodeHash, type Hash } from './merkle.js';

/** What an inclusion proof claims. */
export interface InclusionClaim {
  /** Which leaf, counted from 0. */
  readonly index: number;
  /** Of a tree of how many leaves. */
  readonly size: number;
  readonly leafHash: Hash;
  readonly root: Hash;
}

/** What a consistency proof claims: that the later tree begins with the leaves of the earlier. */
export interface ConsistencyClaim {
  readonly from: number;
  readonly fromRoot: Hash;
  readonly to: number;
  readonly toRoot: Hash;
}

/** True when the proof shows that the leaf is in the tree with this root (RFC 9162, section 2.1.3.2). */
export function verifyInclusion(
  claim: InclusionClaim,
  proof: readonly Hash[],
  by: TreeHash = FIRST_TREE_HASH,
): boolean {
  const { index, size, leafHash, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leafHash, root, ...proof].every((hash) => isHash(hash, by))) return false;
  let first = index;
  let second = size - 1;
  let computed = leafHash;
  for (const sibling of proof) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      computed = nodeHash(sibling, computed, by);
      while (first % 2 === 0 && first !== 0) {
        first = half(first);
        second = half(second);
      }
    } else {
      computed = nodeHash(computed, sibling, by);
    }
    first = half(first);
    second = half(second);
  }
  return second === 0 && sameHash(computed, root);
}

/**
 * True when the proof shows that the later tree begins with the very leaves of the earlier (RFC 9162, section 2.1.4.2).
 * Two trees of one size must be the same, and every tree begins with the empty one; neither takes a proof.
 */
export function verifyConsistency(
  claim: ConsistencyClaim,
  proof: readonly Hash[],
  by: TreeHash = FIRST_TREE_HASH,
): boolean {
  const { from, fromRoot, to, toRoot } = claim;
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (![fromRoot, toRoot, ...proof].every((hash) => isHash(hash, by))) return false;
  if (from === to) return proof.length === 0 && sameHash(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && sameHash(fromRoot, emptyRoot(by));

  const [given, ...others] = proof;
  if (given === undefined) return false;
  // Where the earlier tree is one complete subtree, the proof leaves out what the verifier knows: its root.
  const [start, rest] = isPowerOfTwo(from) ? [fromRoot, proof] : [given, others];
  let first = from - 1;
  let second = to - 1;
  while (first % 2 === 1) {
    first = half(first);
    second = half(second);
  }
  let earlier = start;
  let later = start;
  for (const sibling of rest) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      earlier = nodeHash(sibling, earlier, by);
      later = nodeHash(sibling, later, by);
      while (first % 2 === 0 && first !== 0) {
        first = half(first);
        second = half(second);
      }
    } else {
      later = nodeHash(later, sibling, by);
    }
    first = half(first);
    second = half(second);
  }
  return second === 0 && sameHash(earlier, fromRoot) && sameHash(later, toRoot);
}

/** True when two hashes are the same. They are public, so time taken gives nothing away. */
export function sameHash(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

function isHash(hash: Hash, by: TreeHash): boolean {
  return hash.length === HASHES[by].bytes;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

/** Shifts right by one; the operator would cut off what lies beyond 32 bits. */
function half(value: number): number {
  return Math.floor(value / 2);
}
