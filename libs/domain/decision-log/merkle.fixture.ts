import type { TreeHash } from '../cryptography/algorithms.js';
import { append, EMPTY_FRONTIER, leafHash, type Frontier, type Hash, type NodePosition } from './merkle.js';
import type { NodeLookup } from './merkle-proof.js';

/** The eight entries of the reference tests of Certificate Transparency. */
export const REFERENCE_ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes);

/** The roots over the first 0 to 8 of those entries. */
export const REFERENCE_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A tree with every node stored, as the log stores them. */
export interface StoredTree {
  readonly frontier: Frontier;
  readonly leaves: readonly Hash[];
  readonly lookup: NodeLookup;
}

/** Bytes from hexadecimal digits. */
export function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

/** Hexadecimal digits of bytes. */
export function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

/** Entries that differ: the numbers from 0. */
export function entries(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));
}

/** The tree over some entries, appended at once. */
export function treeOf(given: readonly Uint8Array[], by: TreeHash = 'sha256'): StoredTree {
  const leaves = given.map((entry) => leafHash(entry, by));
  const { frontier, nodes } = append(EMPTY_FRONTIER, leaves, by);
  const stored = new Map<string, Hash>();
  leaves.forEach((leaf, index) => stored.set(key({ level: 0, index }), leaf));
  nodes.forEach((node) => stored.set(key(node), node.hash));
  return { frontier, leaves, lookup: (position) => stored.get(key(position)) };
}

function key({ level, index }: NodePosition): string {
  return `${level}/${index}`;
}
