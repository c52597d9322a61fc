import { randomUUID } from 'node:crypto';
import { LikenessFinder } from '#casework';
import { ALIKE_ENOUGH, LOOKING_FOR_LIKENESS, PAST_COMPARING } from '#domain';
import { compareCase, listPairs } from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

// Over a hundred thousand plans, what is like a new one is found in one statement by indexes alone.

const PLANS = 100_000;
const ORGANISATIONS = 110;
const THE_SAME = 'Laboratory for river water specimens';
/** Words of plans: some in many, most in few. */
const WORDS =
  'licence permit border asylum visa tribunal court probation prison pension benefit payment grant charity school pupil teacher exam nursery hospital patient vaccine screening laboratory specimen radio ambulance vehicle driver road rail harbour vessel fishery river flood soil farm livestock forest heritage museum archive census survey map satellite weather radar drone energy pipeline meter heat nuclear export tariff customs insolvency patent company tax duty audit payroll recruitment training identity login wallet telephony network desktop laptop printer cloud storage database analytics dashboard chatbot translation transcription accessibility appointment booking complaint inspection enforcement sanction firearm passport adoption fostering housing planning valuation register';

let fresh: FreshDatabase;
let newId: string;
beforeAll(async () => {
  fresh = await freshDatabase(1);
  const run = (text: string, values: readonly unknown[] = []): Promise<unknown> =>
    fresh.owner.query({ text, values });
  await run(
    `insert into organisation (id, key, name, valid_from)
     select gen_random_uuid(), 'o-' || n, 'Organisation ' || n, '2020-01-01' from generate_series(1, $1::int) n`,
    [ORGANISATIONS],
  );
  // Loaded as a worker would have left them, with the indexes made afterwards; those of other questions are not needed.
  for (const table of ['spend_case', 'likeness_entry'])
    await run(`alter table ${table} disable trigger user`);
  await run(`do $$ declare i record; begin
    for i in select indexname as name from pg_indexes where tablename = 'spend_case' and indexname not like '%_key' and indexname not in ('spend_case_pkey', 'spend_case_follows_case_id_idx')
    loop execute format('drop index %I', i.name); end loop; end $$`);
  const made = await fresh.owner.query<{ text: string; name: string }>({
    text: `select indexdef as text, indexname as name from pg_indexes where tablename = 'likeness_entry' and indexname like 'hot_%'`,
    values: [],
  });
  for (const { name } of made) await run(`drop index ${name}`);
  await run(
    `with w as (select string_to_array($2, ' ') as words),
      o as (select array_agg(id order by key) as ids from organisation)
     insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, description,
       year_amounts, flags, protective_marking, details_revision, created_by, created_at, updated_at)
     select md5('plan ' || n)::uuid, 'T-' || n, o.ids[1 + n % $3::int], 'planned', 1, 'v6',
       initcap(w.words[1 + (hashint4(n) & 1023) % 60]) || ' ' || w.words[1 + (hashint4(n + 1) & 65535) % cardinality(w.words)] || ' ' ||
         w.words[1 + (hashint4(n + 2) & 65535) % cardinality(w.words)] || ' programme',
       'The ' || w.words[1 + (hashint4(n + 3) & 65535) % cardinality(w.words)] || ' of ' || w.words[1 + (hashint4(n + 4) & 65535) % cardinality(w.words)] || ' site' || n % 5000 ||
         ' with ' || w.words[1 + (hashint4(n + 5) & 1023) % 30] || ' and ' || w.words[1 + (hashint4(n + 6) & 65535) % cardinality(w.words)] || ' lot' || n % 900,
       '[]', '{}', 'OFFICIAL', 1, $4, now(), now()
     from generate_series(1, $1::int) n, w, o`,
    [PLANS, WORDS, ORGANISATIONS, randomUUID()],
  );
  await run(
    `insert into likeness_entry (case_id, organisation_id, title_words, text, words)
     select id, organisation_id, lower(replace(title, ' programme', '')), lower(replace(title, ' programme', '')) || ' ' || lower(description),
       to_tsvector('english', lower(replace(title, ' programme', '')) || ' ' || description) from spend_case`,
  );
  await run(
    `insert into likeness_word (word, cases) select word, ndoc from ts_stat('select words from likeness_entry')
    union all select '', $1::int`,
    [PLANS],
  );
  for (const table of ['spend_case', 'likeness_entry']) await run(`alter table ${table} enable trigger user`);
  for (const { text } of made) await run(text);
  await run('analyze spend_case, likeness_entry, likeness_word, organisation');
  newId = randomUUID();
  await run(
    `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, description,
       year_amounts, flags, protective_marking, details_revision, created_by, created_at, updated_at)
     select p.id, p.title, o.id, 'planned', 1, 'v6', p.title, p.description, '[]', '{}', 'OFFICIAL', 1, p.id, now(), now()
     from jsonb_to_recordset($1) as p(id uuid, key text, title text, description text)
     join organisation o on o.key = p.key`,
    [
      JSON.stringify([
        {
          id: randomUUID(),
          key: 'o-7',
          title: THE_SAME,
          description: 'Nitrate and turbidity of rivers, by lot17.',
        },
        {
          id: newId,
          key: 'o-8',
          title: 'Specimens of river water: laboratory',
          description: 'Turbidity and nitrate at site4711.',
        },
      ]),
    ],
  );
}, 60_000);
afterAll(() => fresh.close());

/** Scans of whole tables so far, as PostgreSQL counts them. */
async function wholeScans(): Promise<number> {
  // Each connection tells what it has counted when it likes, unless it is asked to.
  for (const connection of [fresh.database, fresh.owner])
    await connection.query({ text: 'select pg_stat_force_next_flush()', values: [] });
  const [row] = await fresh.owner.query<{ scans: number }>({
    text: `select sum(seq_scan)::int as scans from pg_stat_user_tables
      where relname in ('spend_case', 'likeness_entry', 'likeness_word', 'likeness_pair', 'case_event')`,
    values: [],
  });
  return row?.scans ?? -1;
}

it('finds what is like a new entry in one statement, without reading a whole table', async () => {
  expect(await new LikenessFinder(fresh.database).compareChanged()).toBe(2);
  const before = await wholeScans();
  const began = performance.now();
  const found = await compareCase(fresh.database, newId, { ...LOOKING_FOR_LIKENESS, past: PAST_COMPARING });
  const took = performance.now() - began;
  expect(await wholeScans()).toBe(before);
  expect(found.length).toBeGreaterThan(0);
  // A tenth of it on a machine that is not busy.
  expect(took).toBeLessThan(1_000);
  const { items } = await listPairs(
    fresh.database,
    { sight: { everything: true, organisationIds: [] }, past: PAST_COMPARING, atLeast: ALIKE_ENOUGH },
    { after: null, limit: 1 },
  );
  expect(items.map(({ one, other }) => [one.title, other.title]).flat()).toContain(THE_SAME);
});
