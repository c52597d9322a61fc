import type { TestDatabase } from '../setup/test-database.js';
import { createHash } from 'node:crypto';
import { eventForm, eventHash } from '#domain';
import { migrate, migrationsOnDisk, type MigrationsOnDisk } from '#persistence';
import { emptyDatabase } from '../setup/fresh-database.js';

/** The project's migrations up to and with the one named. */
async function upTo(name: string): Promise<MigrationsOnDisk> {
  const all = await migrationsOnDisk();
  return { ...all, migrationDirectories: all.migrationDirectories.filter(({ path }) => path <= name) };
}

/** Id of the first of them. */
const CASE_1 = createHash('md5')
  .update('case 1')
  .digest('hex')
  .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A decided and a draft case as the first migration keeps them. */
async function fillFirst(database: TestDatabase): Promise<void> {
  const run = (text: string): Promise<unknown> => database.query({ text, values: [] });
  await run(`insert into organisation (id, key, name, valid_from)
    values (md5('o')::uuid, 'upgraded', 'Upgraded organisation', '2020-01-01')`);
  await run(`insert into person (id, email, name, created_at)
    values (md5('p')::uuid, 'upgraded@upgrade.example', 'Upgraded person', '2026-01-01')`);
  await run(`insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title,
      description, year_amounts, flags, protective_marking, current_suppliers, proposed_suppliers, details_revision,
      created_by, created_at, updated_at, current_version, department_hands, synthetic)
    select md5('case ' || n)::uuid, 'U-' || n, md5('o')::uuid, case n when 1 then 'submitted' else 'draft' end, 3, 'v6',
      'Case ' || n, 'Text', '[]', '{}', 'OFFICIAL', array[' Acme ', 'acme'], array['Beta'], 1, md5('p')::uuid,
      '2026-03-01', '2026-03-02', case n when 1 then 1 end, array[md5('p')::uuid], false
    from generate_series(1, 2) n`);
  await run(`insert into submission_version (case_id, number, regime_version, content, content_hash, point_hashes, submitted_by,
      submitted_at)
    values (md5('case 1')::uuid, 1, 'v6', '{}', 'none', '{}', md5('p')::uuid, '2026-03-31T23:30:00Z')`);
  await run(`insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, reason, payload)
    select md5('case ' || n)::uuid, s, 'details-changed', 'shared', '2026-03-01T10:00:00.120Z', 'draft',
      case s when 2 then 'Why' end, jsonb_build_object('details', jsonb_build_object('title', 'T', 'description', n))
    from generate_series(1, 2) n, generate_series(1, 3) s`);
}

describe('a database of an earlier version', () => {
  it('is brought up to date with its rows', async () => {
    const { owner: database, ownerUrl: url, close } = await emptyDatabase();
    expect(await migrate(url, await upTo('20261124000000_first'))).toEqual(['20261124000000_first']);
    await fillFirst(database);
    expect(await migrate(url)).toContain('20261125000000_triage_and_time');
    const rows = await database.query({
      text: `select reference, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as submitted,
        pinned_on::text as pinned, supplier_keys as suppliers from spend_case order by reference`,
      values: [],
    });
    // Half past midnight on 1 April in London, an hour ahead of UTC.
    expect(rows).toEqual([
      { reference: 'U-1', submitted: '2026-03-31 23:30', pinned: '2026-04-01', suppliers: ['acme', 'beta'] },
      { reference: 'U-2', submitted: null, pinned: null, suppliers: ['acme', 'beta'] },
    ]);
    const events = await database.query<{
      caseId: string;
      sequence: number;
      hash: string;
      previous: string | null;
      salted: boolean;
      isHead: boolean;
    }>({
      text: `select e.case_id as "caseId", e.sequence, encode(e.hash, 'hex') as hash,
          encode(e.previous_hash, 'hex') as previous, e.salt is not null as salted, c.head_hash = e.hash as "isHead"
        from case_event e join spend_case c on c.id = e.case_id join log_pending p on p.case_id = e.case_id
          and p.sequence = e.sequence order by e.case_id, e.sequence`,
      values: [],
    });
    expect(events).toHaveLength(6);
    // Cases are told apart by the number in their description; ids sort in any order.
    const [first, second] = events[0]?.caseId === CASE_1 ? [1, 2] : [2, 1];
    for (const [index, event] of events.entries()) {
      expect(event.previous).toBe(event.sequence === 1 ? null : (events[index - 1]?.hash ?? ''));
      expect(event.salted).toBe(event.sequence === 2);
      expect(event.isHead).toBe(event.sequence === 3);
      const form = eventForm(
        {
          caseId: event.caseId,
          sequence: event.sequence,
          type: 'details-changed',
          audience: 'shared',
          actorId: null,
          actorRole: null,
          actorOrganisationId: null,
          occurredAt: '2026-03-01T10:00:00.120Z',
          fromState: null,
          toState: 'draft',
          version: null,
        },
        { details: { title: 'T', description: events.indexOf(event) < 3 ? first : second } },
        null,
        event.previous,
      );
      // Of the one with a reason only the database knows the salt.
      if (!event.salted) expect(event.hash).toBe(eventHash(form));
    }
    await expect(
      database.query({ text: `update case_event set payload = '{}'`, values: [] }),
    ).rejects.toThrow('never changed');
    await close();
  });

  it('has decisions that name their case’s organisation, and are history again', async () => {
    const { owner: database, ownerUrl: url, close } = await emptyDatabase();
    await migrate(url, await upTo('20261124000000_first'));
    await fillFirst(database);
    await database.query({
      text: `insert into decision (id, case_id, number, version, sequence, outcome, requested_pence, reason, overrides,
          regime_version, decided_by, decided_role, decided_at, synthetic)
        values (md5('d')::uuid, md5('case 1')::uuid, 1, 1, 2, 'not-approved', 100, 'Because', '[]', 'v6', md5('p')::uuid,
          'decider', '2026-05-01', false)`,
      values: [],
    });
    await migrate(url);
    const found = { text: `select organisation_id = md5('o')::uuid as named from decision`, values: [] };
    expect(await database.query(found)).toEqual([{ named: true }]);
    const change = { text: `update decision set organisation_id = md5('o')::uuid`, values: [] };
    await expect(database.query(change)).rejects.toThrow('are history');
    // Nor can the case move to another organisation, away from what was decided.
    const other = `insert into organisation (id, key, name, valid_from)
      values (md5('other')::uuid, 'other', 'Other organisation', '2020-01-01')`;
    await database.query({ text: other, values: [] });
    const move = {
      text: `update spend_case set organisation_id = md5('other')::uuid where reference = 'U-1'`,
      values: [],
    };
    await expect(database.query(move)).rejects.toThrow('decision_case_id_organisation_id_fkey');
    await close();
  });

  it('stays as it was when a migration fails, says why, and is brought up to date when it is mended', async () => {
    const { owner: database, ownerUrl: url, close } = await emptyDatabase();
    const first = await upTo('20261124000000_first');
    await migrate(url, first);
    const withScript = (value: string): MigrationsOnDisk => ({
      ...first,
      migrationDirectories: [
        ...first.migrationDirectories,
        {
          path: '20990101000000_tried',
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
        },
      ],
    });
    const broken = withScript('create table tried (id int); insert into organisation (id) values (null);');
    await expect(migrate(url, broken)).rejects.toThrow(/^PostgreSQL refused: null value in column "id"/);
    const there = { text: `select to_regclass('tried') is not null as there`, values: [] };
    expect(await database.query(there)).toEqual([{ there: false }]);
    expect(await migrate(url, withScript('create table tried (id int);'))).toEqual(['20990101000000_tried']);
    expect(await database.query(there)).toEqual([{ there: true }]);
    await close();
  });

  it('is brought up to date once by two programs at once', async () => {
    const { ownerUrl: url, close } = await emptyDatabase();
    const names = await Promise.all([migrate(url), migrate(url)]);
    expect(names.flat()).toEqual((await migrationsOnDisk()).migrationDirectories.map(({ path }) => path));
    await close();
  });
});
