import fc from 'fast-check';
import { EMPTY_FRONTIER, emptyRoot, leafHash, rootOf, type Hash } from './merkle.js';
import { bytes, entries, hex, REFERENCE_ENTRIES, REFERENCE_ROOTS, treeOf } from './merkle.fixture.js';
import { consistencyNodes, consistencyProof, inclusionProof } from './merkle-proof.js';
import { sameHash, verifyConsistency, verifyInclusion } from './merkle-verify.js';

const LARGEST = 70;
const trees = Array.from({ length: LARGEST + 1 }, (_, size) => treeOf(entries(size)));
const roots = trees.map(({ frontier }) => rootOf(frontier));

/** The reference tests' proofs in the tree of eight, and of the first leaves of smaller ones. */
const INCLUSION_VECTORS = [
  { index: 0, size: 1, path: [] },
  {
    index: 0,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    index: 2,
    size: 3,
    path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  },
  {
    index: 1,
    size: 5,
    path: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

const CONSISTENCY_VECTORS = [
  { from: 1, to: 1, path: [] },
  {
    from: 1,
    to: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 6,
    to: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

/** Every way in which one proof is a little wrong. */
function spoilt(proof: readonly Hash[], other: Hash): readonly (readonly Hash[])[] {
  return [
    [...proof, other],
    [other, ...proof],
    ...proof.map((_, place) => proof.filter((__, index) => index !== place)),
    ...proof.map((_, place) => proof.map((hash, index) => (index === place ? flipped(hash) : hash))),
    ...proof.map((_, place) => proof.map((hash, index) => (index === place ? hash.subarray(1) : hash))),
  ];
}

function flipped(hash: Hash): Hash {
  return hash.map((byte, place) => (place === 7 ? byte ^ 1 : byte));
}

describe('an inclusion proof', () => {
  it.each(INCLUSION_VECTORS)(
    'is that of the reference tests: leaf $index of $size',
    ({ index, size, path }) => {
      const tree = treeOf(REFERENCE_ENTRIES.slice(0, size));
      const proof = inclusionProof(index, size, tree.lookup);
      expect(proof.map(hex)).toEqual(path);
      const claim = { index, size, leafHash: tree.leaves[index]!, root: bytes(REFERENCE_ROOTS[size]!) };
      expect(verifyInclusion(claim, proof)).toBe(true);
    },
  );

  it('holds for every leaf of every tree, from the nodes of any later tree, and for no other leaf', () => {
    const stored = trees[LARGEST]!;
    for (let size = 1; size <= LARGEST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, stored.lookup);
        const claim = { index, size, leafHash: stored.leaves[index]!, root: roots[size]! };
        expect(verifyInclusion(claim, proof)).toBe(true);
        expect(verifyInclusion({ ...claim, index: (index + 1) % (size + 1) }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash) }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, root: roots[size - 1]! }, proof)).toBe(false);
      }
  });

  it('holds no longer when it is spoilt', () => {
    for (const size of [1, 2, 5, 8, 13, 64, 70])
      for (let index = 0; index < size; index += 1) {
        const claim = { index, size, leafHash: trees[size]!.leaves[index]!, root: roots[size]! };
        for (const wrong of spoilt(inclusionProof(index, size, trees[size]!.lookup), roots[3]!))
          expect(verifyInclusion(claim, wrong)).toBe(false);
      }
  });

  it('holds in large trees', () => {
    const size = 5000;
    const tree = treeOf(entries(size));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), (index) => {
        const proof = inclusionProof(index, size, tree.lookup);
        const claim = { index, size, leafHash: tree.leaves[index]!, root: rootOf(tree.frontier) };
        expect(verifyInclusion(claim, proof)).toBe(true);
      }),
    );
  });

  it('is refused where it makes no sense', () => {
    const claim = { index: 0, size: 1, leafHash: roots[1]!, root: roots[1]! };
    expect(verifyInclusion(claim, [])).toBe(true);
    expect(verifyInclusion({ ...claim, index: 1 }, [])).toBe(false);
    expect(verifyInclusion({ ...claim, index: -1 }, [])).toBe(false);
    expect(verifyInclusion({ ...claim, size: 0.5 }, [])).toBe(false);
    expect(() => inclusionProof(1, 1, trees[1]!.lookup)).toThrow('A tree of 1 leaves has no leaf 1');
    expect(() => inclusionProof(-1, 1, trees[1]!.lookup)).toThrow(RangeError);
    expect(() => inclusionProof(0.5, 1, trees[1]!.lookup)).toThrow(RangeError);
    expect(() => inclusionProof(0, -1, trees[1]!.lookup)).toThrow(RangeError);
  });
});

describe('a consistency proof', () => {
  it.each(CONSISTENCY_VECTORS)('is that of the reference tests: $from to $to', ({ from, to, path }) => {
    const proof = consistencyProof(from, to, treeOf(REFERENCE_ENTRIES).lookup);
    expect(proof.map(hex)).toEqual(path);
    const claim = {
      from,
      fromRoot: bytes(REFERENCE_ROOTS[from]!),
      to,
      toRoot: bytes(REFERENCE_ROOTS[to]!),
    };
    expect(verifyConsistency(claim, proof)).toBe(true);
  });

  it('holds between every two trees, and for no other', () => {
    const { lookup } = trees[LARGEST]!;
    for (let to = 0; to <= LARGEST; to += 1)
      for (let from = 0; from <= to; from += 1) {
        const proof = consistencyProof(from, to, lookup);
        const claim = { from, fromRoot: roots[from]!, to, toRoot: roots[to]! };
        expect(verifyConsistency(claim, proof)).toBe(true);
        expect(verifyConsistency({ ...claim, fromRoot: flipped(claim.fromRoot) }, proof)).toBe(false);
        if (from > 0)
          expect(verifyConsistency({ ...claim, toRoot: flipped(claim.toRoot) }, proof)).toBe(false);
        if (from > 0 && from < to) expect(verifyConsistency({ ...claim, from: from + 1 }, proof)).toBe(false);
      }
  });

  it('holds no longer when it is spoilt', () => {
    const { lookup } = trees[LARGEST]!;
    for (const to of [0, 1, 2, 3, 8, 13, 70])
      for (let from = 0; from <= to; from += 1) {
        const claim = { from, fromRoot: roots[from]!, to, toRoot: roots[to]! };
        for (const wrong of spoilt(consistencyProof(from, to, lookup), roots[3]!))
          expect(verifyConsistency(claim, wrong)).toBe(false);
      }
  });

  it('never holds between a tree and one with another past', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.nat(),
        (from, further, choice) => {
          const to = from + further;
          const honest = treeOf(entries(from));
          const forged = treeOf(
            entries(to).map((entry, index) => (index === choice % from ? Buffer.from('forged') : entry)),
          );
          const proof = consistencyProof(from, to, forged.lookup);
          const claim = { from, fromRoot: rootOf(honest.frontier), to, toRoot: rootOf(forged.frontier) };
          expect(verifyConsistency(claim, proof)).toBe(false);
        },
      ),
    );
  });

  it('is refused where it makes no sense', () => {
    const claim = { from: 3, fromRoot: roots[3]!, to: 5, toRoot: roots[5]! };
    expect(verifyConsistency({ ...claim, from: 4, fromRoot: roots[4]! }, [])).toBe(false);
    expect(verifyConsistency({ ...claim, from: 5, fromRoot: roots[5]!, to: 3, toRoot: roots[3]! }, [])).toBe(
      false,
    );
    expect(verifyConsistency({ ...claim, from: -1 }, [])).toBe(false);
    expect(verifyConsistency({ ...claim, to: 5.5 }, [])).toBe(false);
    expect(verifyConsistency({ from: 0, fromRoot: emptyRoot(), to: 5, toRoot: roots[5]! }, [])).toBe(true);
    expect(() => consistencyNodes(5, 3)).toThrow('A tree of 3 leaves does not contain one of 5');
    expect(() => consistencyNodes(-1, 3)).toThrow(RangeError);
    expect(() => consistencyNodes(1, NaN)).toThrow(RangeError);
  });
});

describe('the nodes a proof is made of', () => {
  it('are named beforehand, exactly', () => {
    const { lookup } = trees[LARGEST]!;
    for (let size = 1; size <= LARGEST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const asked: unknown[] = [];
        const watching = (position: Parameters<typeof lookup>[0]) => {
          asked.push(position);
          return lookup(position);
        };
        consistencyProof(index, size, watching);
        expect(asked).toEqual(consistencyNodes(index, size));
      }
  });

  it('are all needed', () => {
    expect(() => inclusionProof(0, 2, () => undefined)).toThrow('Node 1 of level 0 is missing');
  });

  it('are few, even in a tree of more leaves than 32 bits count', () => {
    expect(inclusionProof(2 ** 33, 2 ** 40, () => emptyRoot())).toHaveLength(40);
    expect(consistencyNodes(2 ** 33 + 1, 2 ** 40).length).toBeLessThan(82);
  });
});

it('are proofs by another hash function too, and never by both', () => {
  const later = treeOf(entries(21), 'sha384');
  const [fromRoot, toRoot] = [treeOf(entries(8), 'sha384'), later].map(({ frontier }) =>
    rootOf(frontier, 'sha384'),
  ) as [Hash, Hash];
  for (let index = 0; index < 21; index += 1) {
    const claim = { index, size: 21, root: toRoot, leafHash: later.leaves[index]! };
    const proof = inclusionProof(index, 21, later.lookup, 'sha384');
    expect(verifyInclusion(claim, proof, 'sha384')).toBe(true);
    expect(verifyInclusion({ ...claim, root: fromRoot }, proof, 'sha384')).toBe(false);
    expect(verifyInclusion(claim, proof)).toBe(false);
    expect(verifyInclusion({ ...claim, root: roots[21]! }, proof, 'sha384')).toBe(false);
  }
  const proof = consistencyProof(8, 21, later.lookup, 'sha384');
  expect(verifyConsistency({ from: 8, fromRoot, to: 21, toRoot }, proof, 'sha384')).toBe(true);
  expect(verifyConsistency({ from: 8, fromRoot: roots[8]!, to: 21, toRoot }, proof, 'sha384')).toBe(false);
  expect(verifyConsistency({ from: 8, fromRoot, to: 21, toRoot }, proof)).toBe(false);
});

it('compares hashes as they are', () => {
  expect(sameHash(emptyRoot(), rootOf(EMPTY_FRONTIER))).toBe(true);
  expect(sameHash(emptyRoot(), emptyRoot().subarray(1))).toBe(false);
  expect(sameHash(emptyRoot(), leafHash(Buffer.of()))).toBe(false);
});
