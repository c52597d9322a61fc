import { createPublicKey } from 'node:crypto';
import rfc9162 from '@transmute/rfc9162';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';
import { introductionOf, signCheckpoint } from './checkpoint.js';
import { rootOf } from './merkle.js';
import { entries, hex, treeOf } from './merkle.fixture.js';
import { consistencyProof, inclusionProof } from './merkle-proof.js';
import { generateSigningKey } from './note-keys.js';

/**
 * Others read what is written here: the verifier npm itself uses for the log of published packages, and an
 * implementation of RFC 9162. They share no code with this one.
 */
const { RFC9162_SHA256 } = rfc9162.CoMETRE;

const ORIGIN = 'example.gov.uk/spend-control';
const SIZES = [1, 2, 3, 4, 7, 8, 21, 64, 70];

/** What the verifier of published packages takes: an entry, with the checkpoint and the proof it hangs from. */
function inLog(
  size: number,
  index: number,
  spoil: (envelope: string) => string = (same) => same,
  extensions: readonly string[] = [],
) {
  const given = entries(size);
  const tree = treeOf(given);
  const key = generateSigningKey(ORIGIN);
  const envelope = signCheckpoint({ origin: ORIGIN, size, root: rootOf(tree.frontier), extensions }, [key]);
  const entry = {
    canonicalizedBody: Buffer.from(given[index]!),
    inclusionProof: {
      logIndex: String(index),
      treeSize: String(size),
      rootHash: Buffer.from(rootOf(tree.frontier)),
      hashes: inclusionProof(index, size, tree.lookup).map((hash) => Buffer.from(hash)),
      checkpoint: { envelope: spoil(envelope) },
    },
  };
  const log = {
    logID: Buffer.from(key.verifier.keyId, 'hex'),
    baseURL: ORIGIN,
    publicKey: createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.verifier.publicKey).toString('base64url') },
      format: 'jwk',
    }),
  };
  return { entry, log };
}

function acceptedBySigstore({ entry, log }: ReturnType<typeof inLog>): void {
  // Its types ask for what only its own logs have.
  verifyTLogInclusion(entry as never, [log] as never);
}

describe('a verifier of others', () => {
  it.each(SIZES)('accepts the checkpoint of %i leaves and the proof of each of them', (size) => {
    for (let index = 0; index < size; index += 1) acceptedBySigstore(inLog(size, index));
  });

  it('accepts a checkpoint whose text introduces a key', () => {
    const { verifier } = generateSigningKey(ORIGIN);
    acceptedBySigstore(inLog(21, 3, undefined, [introductionOf(verifier)]));
  });

  it('refuses an altered checkpoint and a proof for another leaf', () => {
    expect(() => {
      acceptedBySigstore(inLog(21, 3, (envelope) => envelope.replace('\n21\n', '\n22\n')));
    }).toThrow('invalid checkpoint signature');
    const { entry, log } = inLog(21, 3);
    expect(() => {
      acceptedBySigstore({ entry: { ...entry, canonicalizedBody: Buffer.from('entry 4') }, log });
    }).toThrow('does not match inclusion proof');
  });

  it.each(SIZES)('finds the same root and accepts every consistency proof to %i leaves', async (to) => {
    const later = treeOf(entries(to));
    const toRoot = rootOf(later.frontier);
    expect(hex(await RFC9162_SHA256.root([...later.leaves]))).toBe(hex(toRoot));
    for (let from = 1; from < to; from += 1) {
      const fromRoot = rootOf(treeOf(entries(from)).frontier);
      const proof = consistencyProof(from, to, later.lookup);
      // It does not prepend the root of a complete earlier tree itself, as step 2 of section 2.1.4.2 has it.
      const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : [...proof];
      const claim = { log_id: ORIGIN, tree_size_1: from, tree_size_2: to, consistency_path: path };
      expect(await RFC9162_SHA256.verify_consistency_proof(fromRoot, toRoot, claim)).toBe(true);
      expect(await RFC9162_SHA256.verify_consistency_proof(toRoot, fromRoot, claim)).toBe(false);
    }
  });
});
