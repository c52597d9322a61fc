import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, migrationsOnDisk, prismaFolder } from '#persistence';
import { emptyDatabase } from '../setup/fresh-database.js';

// What was pinned, routed and related before is brought under the rules of now.

it('a database of before keeps what its cases were submitted under, and its marks once', async () => {
  const { owner: database, ownerUrl: url, close } = await emptyDatabase();
  const run = (text: string, values: readonly unknown[] = []) => database.query({ text, values });
  const all = await migrationsOnDisk();
  const before = all.migrationDirectories.filter(({ path }) => path <= '20261125000000_triage_and_time');
  await migrate(url, { ...all, migrationDirectories: before });
  const v6 = readFileSync(join(prismaFolder(), 'reference-data', 'regimes', 'v6.json'), 'utf8');
  await run(
    `insert into regime (version, content, content_hash, loaded_at) values ('v6', $1::jsonb, 'h', now())`,
    [v6],
  );
  await run(
    `insert into organisation (id, key, name, valid_from) values (md5('o')::uuid, 'o', 'O', '2020-01-01')`,
  );
  await run(`insert into person (id, email, name, created_at)
    values (md5('p')::uuid, 'upgraded@upgrade.example', 'Upgraded person', '2026-01-01')`);
  await run(`insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title,
      description, year_amounts, flags, protective_marking, current_suppliers, proposed_suppliers, details_revision,
      created_by, created_at, updated_at, current_version, department_hands, synthetic, pinned_on, submitted_at, route)
    select md5('case ' || n)::uuid, 'U-' || n, md5('o')::uuid, state, 1, 'v6', 'Case', 'Text', '[]', '{}', 'OFFICIAL',
      '{}', '{}', 1, md5('p')::uuid, '2026-03-01', '2026-03-02', version, '{}', false, pinned::date,
      pinned::timestamptz, route
    from (values (1, 'in-review', 1, '2026-03-02', 'departmental-assurance'),
      (2, 'assured-by-department', 1, '2026-03-02', 'departmental-assurance'),
      (3, 'withdrawn', null, null, null), (4, 'draft', null, null, null)) as t(n, state, version, pinned, route)`);
  // Recorded at noon, said to hold from January: the one that was there first counts, the later one does not.
  await run(`insert into earned_autonomy (id, organisation_id, levels, valid_from, reason, document_title, document_url,
      recorded_by, recorded_at)
    values (md5('g1')::uuid, md5('o')::uuid, '{low}', '2026-01-01', 'R', 'D', 'U', md5('p')::uuid, '2026-02-01'),
      (md5('g2')::uuid, md5('o')::uuid, '{medium}', '2026-01-01', 'R', 'D', 'U', md5('p')::uuid, '2026-03-03')`);
  await run(`insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload)
    values (md5('case 3')::uuid, 1, 'withdrawn', 'shared', '2026-03-31T23:30:00Z', 'withdrawn', '{}')`);
  await run(`insert into case_relation (id, case_id, related_case_id, kind, reason, revision, related_by, related_at)
    values (md5('r1')::uuid, md5('case 1')::uuid, md5('case 2')::uuid, 'split', 'R', 1, md5('p')::uuid, '2026-03-04'),
      (md5('r2')::uuid, md5('case 2')::uuid, md5('case 1')::uuid, 'split', 'R', 1, md5('p')::uuid, '2026-03-05')`);

  await migrate(url);

  expect(
    await run(`select reference, pinned_on::text as pinned, pinned_autonomy as autonomy, route from spend_case
      order by reference`),
  ).toEqual([
    { reference: 'U-1', pinned: '2026-03-02', autonomy: ['low'], route: 'gds-assurance' },
    { reference: 'U-2', pinned: '2026-03-02', autonomy: ['low'], route: 'departmental-assurance' },
    { reference: 'U-3', pinned: '2026-04-01', autonomy: [], route: null },
    { reference: 'U-4', pinned: null, autonomy: [], route: null },
  ]);
  expect(
    await run(`select case_id = md5('case 1')::uuid as first from case_relation where removed_at is null`),
  ).toEqual([{ first: true }]);
  await expect(run(`update regime set content_hash = 'other'`)).rejects.toThrow('Cases are pinned');
  await close();
});
