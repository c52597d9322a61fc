import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { TreeHash } from '../cryptography/algorithms.js';
import {
  append,
  EMPTY_FRONTIER,
  emptyRoot,
  foldPeaks,
  frontierNodes,
  leafHash,
  nodeHash,
  rootOf,
  type Hash,
} from './merkle.js';
import { entries, hex, REFERENCE_ENTRIES, REFERENCE_ROOTS, treeOf } from './merkle.fixture.js';

/** The definition of RFC 9162, section 2.1.1, word for word: slow, and right. */
function rootByDefinition(given: readonly Uint8Array[], by: TreeHash = 'sha256'): Hash {
  const hashed = (...parts: readonly Uint8Array[]): Hash =>
    createHash(by).update(Buffer.concat(parts)).digest();
  const [only] = given;
  if (only === undefined) return hashed();
  if (given.length === 1) return hashed(Buffer.of(0), only);
  let left = 1;
  while (left * 2 < given.length) left *= 2;
  const halves = [given.slice(0, left), given.slice(left)].map((half) => rootByDefinition(half, by));
  return hashed(Buffer.of(1), ...halves);
}

describe('the tree over the log', () => {
  it('has the roots of the reference tests of Certificate Transparency', () => {
    const roots = REFERENCE_ROOTS.map((_, size) =>
      hex(rootOf(treeOf(REFERENCE_ENTRIES.slice(0, size)).frontier)),
    );
    expect(roots).toEqual(REFERENCE_ROOTS);
  });

  it('hashes a leaf and a node as the reference tests do, and never takes one for the other', () => {
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    const left = leafHash(Buffer.from('N123'));
    const right = leafHash(Buffer.from('N456'));
    expect(hex(nodeHash(left, right))).not.toBe(hex(leafHash(Buffer.concat([left, right]))));
    expect(hex(nodeHash(left, right))).not.toBe(hex(nodeHash(right, left)));
  });

  it('has the root RFC 9162 defines, at every size', () => {
    for (let size = 0; size <= 70; size += 1)
      expect(hex(rootOf(treeOf(entries(size)).frontier))).toBe(hex(rootByDefinition(entries(size))));
  });

  it('is the same by another hash function, as long as that makes it', () => {
    for (const size of [0, 1, 2, 3, 7, 8, 21, 70]) {
      const root = rootOf(treeOf(entries(size), 'sha384').frontier, 'sha384');
      expect(hex(root)).toBe(hex(rootByDefinition(entries(size), 'sha384')));
      expect(root).toHaveLength(48);
    }
    expect(hex(emptyRoot('sha384'))).toBe(hex(rootByDefinition([], 'sha384')));
    expect(() => append(EMPTY_FRONTIER, [leafHash(Buffer.of())], 'sha384')).toThrow('48 bytes');
  });

  it('is the same whatever portions it grows in, and completes each node once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (portions) => {
        const total = portions.reduce((sum, portion) => sum + portion, 0);
        const whole = append(
          EMPTY_FRONTIER,
          entries(total).map((entry) => leafHash(entry)),
        );
        let frontier = EMPTY_FRONTIER;
        const nodes = portions.flatMap((portion) => {
          const leaves = entries(frontier.size + portion)
            .slice(frontier.size)
            .map((entry) => leafHash(entry));
          const step = append(frontier, leaves);
          frontier = step.frontier;
          return step.nodes;
        });
        expect(frontier).toEqual(whole.frontier);
        expect(nodes).toEqual(whole.nodes);
        expect(new Set(nodes.map(({ level, index }) => `${level}/${index}`)).size).toBe(nodes.length);
      }),
    );
  });

  it('can be gone on with from the nodes stored', () => {
    const tree = treeOf(entries(100));
    for (let size = 0; size <= 100; size += 1) {
      const peaks = frontierNodes(size).map((position) => tree.lookup(position)!);
      const gone = append({ size, peaks }, tree.leaves.slice(size));
      expect(hex(rootOf(gone.frontier))).toBe(hex(rootOf(tree.frontier)));
      expect(hex(foldPeaks(peaks, 'sha256'))).toBe(hex(rootOf({ size, peaks })));
    }
  });

  it('says where the subtrees of a size are', () => {
    expect(frontierNodes(0)).toEqual([]);
    expect(frontierNodes(11)).toEqual([
      { level: 3, index: 0 },
      { level: 1, index: 4 },
      { level: 0, index: 10 },
    ]);
    // Beyond what 32 bits count.
    expect(frontierNodes(2 ** 40 + 2)).toEqual([
      { level: 40, index: 0 },
      { level: 1, index: 2 ** 39 },
    ]);
  });

  it('refuses what contradicts itself', () => {
    const leaf = leafHash(Buffer.from('x'));
    expect(() => rootOf({ size: 3, peaks: [leaf] })).toThrow('does not consist of 1 subtrees');
    expect(() => append({ size: 1, peaks: [] }, [leaf])).toThrow(RangeError);
    expect(() => append(EMPTY_FRONTIER, [leaf.subarray(1)])).toThrow('32 bytes');
    expect(() => nodeHash(leaf, leaf.subarray(1))).toThrow('32 bytes');
    expect(() => nodeHash(leaf.subarray(1), leaf)).toThrow('32 bytes');
    expect(() => frontierNodes(-1)).toThrow('A tree has no -1 leaves');
    expect(() => frontierNodes(1.5)).toThrow(RangeError);
  });
});
