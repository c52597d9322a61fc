import type { Client } from 'pg';
import { sealEvent, type FormEnvelope } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { bytesOf } from '../database/binding.js';
import { freshSalt } from '../decision-log/salt.js';

/** Events chained at a time. */
const BATCH = 5_000;

type Row = FormEnvelope & { readonly payload: unknown; readonly reason: string | null };

const NEXT = `select case_id as "caseId", sequence, type, audience, actor_id as "actorId", actor_role as "actorRole",
    actor_organisation_id as "actorOrganisationId",
    ${utc('occurred_at')} as "occurredAt",
    from_state as "fromState", to_state as "toState", version, reason, payload
  from case_event where (case_id, sequence) > ($1::uuid, $2::int) order by case_id, sequence limit ${String(BATCH)}`;

const FILL = `update case_event e set hash = s.hash, previous_hash = s.previous, private_hash = s.private, salt = s.salt
  from unnest($1::uuid[], $2::int[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[])
    as s(case_id, sequence, hash, previous, private, salt)
  where e.case_id = s.case_id and e.sequence = s.sequence`;

/**
 * Chains the events that were written before events carried hashes, puts them before the log, and lets the database
 * check from then on that none lacks its hash. One transaction; where nothing is to be done it changes nothing.
 * Only the owner of the tables can do it, and only while no event has a hash.
 */
export async function chainEarlierEvents(client: Client): Promise<void> {
  const { rows } = await client.query<{ open: boolean }>(`select exists (select from pg_constraint
    where conname = 'case_event_hash_check' and not convalidated) as open`);
  if (rows[0]?.open !== true) return;
  await client.query('begin');
  try {
    await client.query('alter table case_event disable trigger user');
    await chainAll(client);
    await client.query(`update spend_case c set head_hash = e.hash from case_event e
      where e.case_id = c.id and e.sequence = c.revision`);
    await client.query(
      'insert into log_pending (case_id, sequence) select case_id, sequence from case_event',
    );
    await client.query('alter table case_event enable trigger user');
    await client.query('alter table case_event validate constraint case_event_hash_check');
    await client.query('alter table case_event validate constraint case_event_chain_check');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function chainAll(client: Client): Promise<void> {
  let at: { readonly caseId: string; readonly sequence: number; readonly hash: string } = {
    caseId: '00000000-0000-0000-0000-000000000000',
    sequence: 0,
    hash: '',
  };
  for (;;) {
    const { rows } = await client.query<Row>(NEXT, [at.caseId, at.sequence]);
    const columns: [unknown[], unknown[], unknown[], unknown[], unknown[], unknown[]] = [
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    for (const row of rows) {
      const previous = row.caseId === at.caseId ? at.hash : null;
      const seal = sealEvent(row, row.payload, row.reason, freshSalt(), previous);
      const values = [
        row.caseId,
        row.sequence,
        bytesOf(seal.hash),
        bytesOf(previous),
        bytesOf(seal.privateHash),
        seal.salt,
      ];
      for (const [index, column] of columns.entries()) column.push(values[index]);
      at = { caseId: row.caseId, sequence: row.sequence, hash: seal.hash };
    }
    if (rows.length > 0) await client.query(FILL, columns);
    if (rows.length < BATCH) return;
  }
}
