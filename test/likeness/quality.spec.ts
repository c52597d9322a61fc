import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { LikenessFinder } from '#casework';
import {
  ALIKE_ENOUGH,
  GOVERNMENT_ORGANISATIONS,
  MAJOR_PROGRAMMES,
  PAST_COMPARING,
  supplierKey,
  supplierKeysOf,
} from '#domain';
import { listPairs } from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import { OTHER_PLANS, PLANTED_PAIRS, type PlannedText } from './planted-pairs.js';

// Among the real programmes and organisations, with plans in between that two departments made for the same thing.

let fresh: FreshDatabase;
let organisations: ReadonlyMap<string, string>;
beforeAll(async () => {
  fresh = await freshDatabase(2);
  organisations = new Map(GOVERNMENT_ORGANISATIONS.map(({ key }) => [key, randomUUID()]));
  await fresh.owner.query({
    text: `insert into organisation (id, key, name, acronym, parent_id, valid_from)
      select o.id, o.key, o.name, o.acronym, o.parent, '2020-01-01'
      from jsonb_to_recordset($1) as o(id uuid, key text, name text, acronym text, parent uuid)`,
    values: [
      JSON.stringify(
        GOVERNMENT_ORGANISATIONS.map(({ key, name, acronym, parentKey }) => ({
          id: organisations.get(key),
          key,
          name,
          acronym,
          parent: parentKey === null ? null : organisations.get(parentKey),
        })),
      ),
    ],
  });
  await plan([
    ...MAJOR_PROGRAMMES.map(({ name, organisationKey }) => ({ organisation: organisationKey, title: name })),
    // Every organisation has a plan in the words every plan has.
    ...GOVERNMENT_ORGANISATIONS.map(({ key, name }) => ({
      organisation: key,
      title: `${name} digital service transformation programme`,
      description:
        'The current contract ends next year. We plan a new digital platform that meets the needs of users and staff.',
    })),
    ...OTHER_PLANS,
    ...PLANTED_PAIRS.flat().filter(({ title }) => !MAJOR_PROGRAMMES.some(({ name }) => name === title)),
  ]);
  await new LikenessFinder(fresh.database).compareChanged();
});
afterAll(() => fresh.close());

async function plan(plans: readonly PlannedText[]): Promise<void> {
  await fresh.owner.query({
    text: `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, description,
        category, spend_starts_on, year_amounts, flags, protective_marking, details_revision, created_by, created_at,
        updated_at, current_suppliers, supplier_keys)
      select gen_random_uuid(), gen_random_uuid()::text, p."organisationId", 'planned', 1, 'v6', p.title, p.description,
        p.category, p.starts, '[]', '{}', 'OFFICIAL', 1, $2, now(), now(), coalesce(p.suppliers, '{}'), coalesce(p.keys, '{}')
      from jsonb_to_recordset($1) as p("organisationId" uuid, title text, description text, category text, starts date,
        suppliers text[], keys text[])`,
    values: [
      JSON.stringify(
        plans.map(({ organisation, suppliers = [], ...rest }) => ({
          ...rest,
          organisationId: organisations.get(organisation),
          suppliers,
          keys: supplierKeysOf(suppliers),
        })),
      ),
      randomUUID(),
    ],
  });
}

function nameOf(titles: readonly string[]): string {
  return titles.toSorted().join(' | ');
}

it('suggests every planted pair, with a reason, and no more false ones than those', async () => {
  expect([MAJOR_PROGRAMMES.length, GOVERNMENT_ORGANISATIONS.length]).toEqual([67, 109]);
  const { items } = await listPairs(
    fresh.database,
    { sight: { everything: true, organisationIds: [] }, past: PAST_COMPARING, atLeast: ALIKE_ENOUGH },
    { after: null, limit: 500 },
  );
  const planted = new Set(PLANTED_PAIRS.map((pair) => nameOf(pair.map(({ title }) => title))));
  const found = items.map(({ one, other, score, reasons }) => ({
    pair: nameOf([one.title, other.title]),
    score,
    reasons,
  }));
  expect([...planted].filter((pair) => !found.some((one) => one.pair === pair))).toEqual([]);
  const mistaken = found.filter(({ pair }) => !planted.has(pair)).map(({ pair }) => pair);
  expect(mistaken.length).toBeLessThanOrEqual(PLANTED_PAIRS.length);
  expect(found.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
});

it('compares suppliers in the database as the rules do', async () => {
  const words = [
    'Smith',
    'É',
    'Ltd',
    'limited',
    'P.L.C.',
    'LLP',
    'Inc.',
    '&',
    'and',
    '-',
    '(UK)',
    '’s',
    ' ',
    '\u00a0',
    '/',
    '"',
  ];
  const names = [
    ...fc
      .sample(fc.array(fc.constantFrom(...words), { maxLength: 6 }), 400)
      .flatMap((parts) => [parts.join(' '), parts.join('')]),
    'Example public limited company',
    'A [B] {C} <D> E+F; G: H, I “J” — K_L',
  ];
  const rows = await fresh.database.query<{ name: string; key: string }>({
    text: 'select name, supplier_key(name) as key from unnest($1::text[]) as n(name)',
    values: [names],
  });
  expect(rows).toEqual(names.map((name) => ({ name, key: supplierKey(name) })));
});
