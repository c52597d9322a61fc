import { inclusionProof, rootOf, verifyInclusion } from '#domain';
import { append, EMPTY_FRONTIER, leafHash } from '../../libs/domain/decision-log/merkle.js';
import { entries, treeOf } from '../../libs/domain/decision-log/merkle.fixture.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const LEAVES = 67;
const leaves = entries(LEAVES);

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase(1);
  const { owner } = fresh;
  // Leaves without events: what they are the hashes of does not matter here.
  await owner.query({
    text: 'alter table log_leaf drop constraint log_leaf_case_id_sequence_fkey',
    values: [],
  });
  await owner.query({
    text: `insert into log_leaf (index, case_id, sequence, hash)
      select n - 1, md5('case')::uuid, n, h from unnest($1::bytea[]) with ordinality as e(h, n)`,
    values: [leaves.map((leaf) => Buffer.from(leaf))],
  });
  const { nodes } = append(
    EMPTY_FRONTIER,
    leaves.map((leaf) => leafHash(leaf)),
  );
  await owner.query({
    text: `insert into log_node (level, index, hash)
      select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
    values: [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
    ],
  });
});
afterAll(() => fresh.close());

it('are enough for the proof of every leaf in every tree', async () => {
  const rows = await fresh.database.query<{
    leaf: number;
    size: number;
    level: number;
    index: number;
    hash: Buffer;
  }>({
    text: `select i as leaf, s as size, h.* from generate_series(1, $1::int) s
      cross join generate_series(0, s - 1) i cross join hashes_beside_leaf(i, s) h`,
    values: [LEAVES],
  });
  const found = new Map(
    rows.map(({ leaf, size, level, index, hash }) => [
      [leaf, size, level, index].join(),
      level === 0 ? leafHash(hash) : hash,
    ]),
  );
  for (let size = 1; size <= LEAVES; size += 1) {
    const root = rootOf(treeOf(leaves.slice(0, size)).frontier);
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionProof(index, size, (position) =>
        found.get([index, size, position.level, position.index].join()),
      );
      expect(verifyInclusion({ index, size, leafHash: leafHash(leaves[index]!), root }, proof)).toBe(true);
    }
  }
});

it('are few', async () => {
  const rows = await fresh.database.query({ text: 'select * from hashes_beside_leaf(40, 67)', values: [] });
  expect(rows.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(LEAVES)));
});
