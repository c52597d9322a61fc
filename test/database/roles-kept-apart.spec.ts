import { randomUUID } from 'node:crypto';
import { areKeptApart, ROLES, type Role } from '#domain';
import type { Queryable } from '#persistence';
import { freshDatabase } from '../setup/fresh-database.js';

// Roles that cannot be one person's at a time are kept apart by the database, whatever the service asks of it.

type Fresh = Awaited<ReturnType<typeof freshDatabase>>;

let fresh: Fresh;
const organisationId = randomUUID();
beforeAll(async () => {
  fresh = await freshDatabase(4);
  await fresh.database.query({
    text: `insert into organisation (id, key, name, valid_from) values ($1, 'gds', 'GDS Assurance', '2026-01-01')`,
    values: [organisationId],
  });
});
afterAll(() => fresh.close());

const DAY = 86_400_000;
const START = Date.parse('2026-05-04T09:00:00.000Z');

async function person(): Promise<string> {
  const id = randomUUID();
  await fresh.database.query({
    text: `insert into person (id, email, name, created_at) values ($1, $2, 'Demonstration', now())`,
    values: [id, `${id}@people.example`],
  });
  return id;
}

interface Given {
  readonly from?: number;
  readonly to?: number | null;
  readonly provider?: string | null;
}

/** Gives a role by SQL alone; days are counted from the start. @returns its id */
async function give(
  queryable: Queryable,
  personId: string,
  role: Role,
  { from = 0, to = null, provider = null }: Given = {},
): Promise<string> {
  const id = randomUUID();
  await queryable.query({
    text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from, valid_to, given_by_provider)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      id,
      personId,
      organisationId,
      role,
      new Date(START + from * DAY),
      to === null ? null : new Date(START + to * DAY),
      provider,
    ],
  });
  return id;
}

const REFUSED = { code: '23P01', constraint: 'role_assignment_kept_apart' };

it('whichever two the rules keep apart the database does, in whatever order, and no others', async () => {
  for (const one of ROLES)
    for (const other of ROLES) {
      const id = await person();
      await give(fresh.database, id, one);
      const given = await give(fresh.database, id, other).then(
        () => 'given',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect([one, other, given]).toEqual([one, other, areKeptApart(one, other) ? '23P01' : 'given']);
    }
});

it('nor are they given by the claims of a provider, or by the owner of the tables', async () => {
  const id = await person();
  await give(fresh.database, id, 'auditor', { provider: 'claims' });
  await expect(give(fresh.database, id, 'administrator', { provider: 'claims' })).rejects.toMatchObject(
    REFUSED,
  );
  await expect(give(fresh.owner, id, 'administrator')).rejects.toMatchObject(REFUSED);
});

it('one after the other is allowed, and no change of when they are held brings them together', async () => {
  const id = await person();
  const first = await give(fresh.database, id, 'administrator', { to: 10 });
  await give(fresh.database, id, 'auditor', { from: 10 });
  await expect(give(fresh.database, id, 'reviewer', { from: 9, to: 11 })).rejects.toMatchObject(REFUSED);
  const set = (sql: string) =>
    fresh.database.query({ text: `update role_assignment set ${sql} where id = $1`, values: [first] });
  await set(`valid_to = valid_from + interval '9 days'`);
  await expect(set('valid_to = null')).rejects.toMatchObject(REFUSED);
  await expect(set(`valid_to = valid_to + interval '2 days'`)).rejects.toMatchObject(REFUSED);
  // What never counted is in nobody's way.
  await give(fresh.database, id, 'administrator', { from: 20, to: 20 });
});

it('of two given at the same moment one is', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await person();
    const both = (['auditor', 'administrator'] as const).map((role) =>
      fresh.database.transaction(async (transaction) => {
        await give(transaction, id, role);
        // Neither has ended before the other has begun.
        await new Promise((resolve) => setTimeout(resolve, 30));
      }),
    );
    const answers = await Promise.allSettled(both);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await fresh.database.count('role_assignment', 'person_id = $1', id)).toBe(1);
  }
});
