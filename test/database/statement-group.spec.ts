import type { Actor, Statement } from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

let fresh: FreshDatabase;
beforeAll(async () => {
  // One connection, so that whatever a group leaves behind meets the next one.
  fresh = await freshDatabase(1);
});
afterAll(() => fresh.close());

/** A new request of somebody that only reads, so that what it asks in one turn travels together. */
function reading(): Actor {
  return { personId: '00000000-0000-4000-8000-000000000000', rolesAt: new Date(0), onlyReads: true };
}

function together<Row>(...statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
  const database = fresh.database.as(reading());
  return Promise.all(statements.map((statement) => database.query<Row>(statement)));
}

function number(value: number): Statement {
  return { name: 'a_number', text: 'select $1::int as number', values: [value] };
}

async function expectUsable(): Promise<void> {
  expect(await together(number(7))).toEqual([[{ number: 7 }]]);
}

describe('statements that travel together', () => {
  it('are answered each with its own rows, also the same prepared one several times, and with none', async () => {
    const none = { text: 'select 1 as number where false', values: [] };
    expect(await together(number(1), none, number(2), number(3))).toEqual([
      [{ number: 1 }],
      [],
      [{ number: 2 }],
      [{ number: 3 }],
    ]);
  });

  it('see one transaction, which no other group sees', async () => {
    const which = { text: 'select pg_current_xact_id()::text as id', values: [] };
    const [[first], [second]] = (await together<{ id: string }>(which, which)) as [
      [{ id: string }],
      [{ id: string }],
    ];
    expect(first.id).toBe(second.id);
    const [[other]] = (await together<{ id: string }>(which)) as [[{ id: string }]];
    expect(other.id).not.toBe(first.id);
  });

  it('fail together where one fails, whichever it is, and leave the connection as it was', async () => {
    const broken = { text: 'select 1 / $1::int as number', values: [0] };
    for (const statements of [
      [broken, number(1)],
      [number(1), broken, number(2)],
      [number(1), broken],
    ]) {
      const database = fresh.database.as(reading());
      const outcomes = await Promise.allSettled(statements.map((statement) => database.query(statement)));
      expect(outcomes.map(({ status }) => status)).toEqual(statements.map(() => 'rejected'));
      await expectUsable();
    }
  });

  it('are not sent at all where a name stands for another statement, or a value cannot be sent', async () => {
    await together(number(1));
    await expect(together({ ...number(1), text: 'select $1::int + 1 as number' })).rejects.toThrow(
      'Two different statements are named a_number',
    );
    await expectUsable();
    const endless: { self?: unknown } = {};
    endless.self = endless;
    await expect(together({ text: 'select $1::jsonb as number', values: [endless] })).rejects.toThrow(
      /circular/i,
    );
    await expectUsable();
  });
});

describe('a change', () => {
  it('is kept with the setting of who acts, or not at all', async () => {
    const count = () => fresh.database.count('organisation');
    const before = await count();
    const insert = (key: string | null): Statement => ({
      text: `insert into organisation (id, key, name, valid_from) values (gen_random_uuid(), $1, 'Body', '2020-01-01')`,
      values: [key],
    });
    await fresh.database.asService().query(insert('body'));
    await expect(fresh.database.asService().query(insert(null))).rejects.toThrow('null value');
    expect(await count()).toBe(before + 1);
  });
});
