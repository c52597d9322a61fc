import { randomUUID } from 'node:crypto';
import type { HeldRole, Role } from '#domain';
import { TABLE_PRIVILEGES, type Actor, type Statement } from '#persistence';
import { Recognised } from '../../libs/persistence/database/recognised.js';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';

// What is said in advance about a person or a case saves work and shows nothing more and nothing less.

const SETTING: Statement = { text: `select current_setting('spend_control.acting') as words`, values: [] };

let world: World;
let driven: DrivenCase;
let marked: DrivenCase;
/** People who see one of the cases, all of it or not, and some who do not. */
let people: readonly (readonly [name: string, actor: Actor, roles: readonly HeldRole[]])[];
beforeAll(async () => {
  world = await startWorld();
  const driver = new CaseDriver(world);
  driven = await driver.driveTo('approved-with-conditions');
  marked = await driver.driveTo('in-review');
  for (const one of [driven, marked])
    for (const [audience, part] of [
      ['internal', 'reviewer'],
      ['shared', 'submitter'],
    ] as const)
      await driver.act(one, part, 'POST', 'comments', { audience, body: 'What is meant is this.' });
  await world.owner.query({
    text: `update spend_case set protective_marking = 'OFFICIAL-SENSITIVE' where reference = $1`,
    values: [marked.reference],
  });
  const { department, otherDepartment, assurance } = world.organisations;
  const combinations: readonly (readonly (readonly [Role, string])[])[] = [
    [],
    [['submitter', department.id]],
    [['assurance-lead', otherDepartment.id]],
    [['reviewer', assurance.id]],
    [
      ['decider', assurance.id],
      ['submitter', department.id],
    ],
    [
      ['auditor', assurance.id],
      ['submitter', otherDepartment.id],
    ],
    [['administrator', assurance.id]],
  ];
  people = await Promise.all(
    combinations.flatMap((held) =>
      [false, true].map(async (onlyOfficial) => {
        const { id } = await world.addPerson('Somebody', held);
        const roles = held.map(([role, organisationId]) => ({ role, organisationId }));
        const name = `${roles.map(({ role }) => role).join(' and ')}${onlyOfficial ? ', only OFFICIAL' : ''}`;
        return [name, { personId: id, rolesAt: world.clock.now(), onlyOfficial }, roles] as const;
      }),
    ),
  );
});
afterAll(() => world.close());

async function wordsOf(
  actor: Actor,
  named: Pick<Statement, 'about' | 'aboutId'> = {},
): Promise<string | undefined> {
  const [row] = await world.database.as(actor).query<{ words: string }>({ ...SETTING, ...named });
  return row?.words;
}

async function idOf(reference: string): Promise<string> {
  const [row] = await world.owner.query<{ id: string }>({
    text: 'select id from spend_case where reference = $1',
    values: [reference],
  });
  return row!.id;
}

/** Keys of the rows of every table that belongs to cases, as somebody sees them. */
async function seen(actor: Actor, about?: string): Promise<Readonly<Record<string, unknown>>> {
  const tables = Object.keys(TABLE_PRIVILEGES);
  const withCase = await world.owner.query<{ name: string }>({
    text: `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'case_id' and table_name = any($1) order by 1`,
    values: [tables],
  });
  const parts = withCase.map(
    ({ name }) => `'${name}', (select array_agg(t::text order by t::text) from ${name} t)`,
  );
  const [row] = await world.database.as(actor).query<{ rows: Readonly<Record<string, unknown>> }>({
    text: `select jsonb_build_object(${parts.slice(0, 20).join(', ')}) || jsonb_build_object(${parts.slice(20).join(', ')}) as rows`,
    values: [],
    ...(about === undefined ? {} : { about }),
  });
  return row?.rows ?? {};
}

describe('a case that is named in advance', () => {
  it('shows nobody a row more or less of anything that belongs to any case', async () => {
    let some = 0;
    for (const [name, actor] of people) {
      const expected = await seen(actor);
      some += Object.values(expected).filter((rows) => rows !== null).length;
      for (const about of [driven.reference, marked.reference, 'DT-UNKNOWN'])
        expect({ name, about, rows: await seen(actor, about) }).toEqual({ name, about, rows: expected });
    }
    expect(some).toBeGreaterThan(people.length * 5);
  });

  it('is noted only where it is seen, with whose it is', async () => {
    const id = await idOf(marked.reference);
    const noted: Record<string, string> = {};
    for (const [name, actor, roles] of people) {
      const known = () => ({
        ...actor,
        recognised: new Recognised(actor.personId, actor.rolesAt, roles),
      });
      // Looked up or known, by its reference or its id: what is noted is the same.
      const words = [
        await wordsOf(actor, { about: marked.reference }),
        await wordsOf(actor, { aboutId: id }),
        await wordsOf(known(), { about: marked.reference }),
        await wordsOf(known(), { aboutId: id }),
      ].map((said) => said?.split(' ').slice(6));
      // Of whom it is known that they see all of every case it is not asked.
      const [first, ...others] = words;
      for (const other of others.slice(0, name === 'reviewer' ? 1 : 3))
        expect({ name, words: other }).toEqual({ name, words: first });
      if (first?.length === 2) expect(first[0]).toBe(id);
      noted[name] = first?.[1] ?? 'not seen';
    }
    expect(noted).toMatchObject({
      submitter: 'own',
      'submitter, only OFFICIAL': 'not seen',
      'assurance-lead': 'not seen',
      reviewer: 'other',
      'reviewer, only OFFICIAL': 'not seen',
      'decider and submitter': 'own',
      'auditor and submitter': 'other',
      administrator: 'not seen',
    });
  });
});

describe('what the database said of somebody when it found out who they are', () => {
  it('is what it would say if it were asked again', async () => {
    for (const [name, actor, roles] of people) {
      const recognised = new Recognised(actor.personId, actor.rolesAt, roles);
      const asked = sorted(await wordsOf(actor));
      expect({ name, words: sorted(await wordsOf({ ...actor, recognised })) }).toEqual({
        name,
        words: asked,
      });
    }
  });

  it('is that they see everything of a person alone, who holds a role for it', async () => {
    for (const [name, actor, roles] of people) {
      const [sight, who] = ((await wordsOf(actor)) ?? '').split(' ');
      const isForAll = roles.every(({ role }) => ['reviewer', 'decider', 'auditor'].includes(role));
      expect({ name, everything: sight === 'everything', who }).toEqual({
        name,
        everything: isForAll && roles.length > 0 && actor.onlyOfficial !== true,
        who: actor.personId,
      });
    }
    // Neither where nobody is named, or somebody there is not.
    const [reviewer] = people.find(([name]) => name === 'reviewer')!.slice(1) as [Actor];
    for (const who of [null, randomUUID()])
      for (const about of ['', ', null::uuid', ', null::text']) {
        const [row] = await world.database.transaction(async (transaction) => {
          await transaction.query({
            text: `select act_as($1::uuid, $2::timestamptz, false${about})`,
            values: [who, reviewer.rolesAt],
          });
          return transaction.query<{ words: string }>(SETTING);
        });
        expect(row?.words).toMatch(/^some /);
      }
  });

  it('counts once: what the same request asks later is looked up again', async () => {
    const held = [{ role: 'submitter', organisationId: world.organisations.department.id }] as const;
    const { id } = await world.addPerson(
      'Leaver',
      held.map(({ role, organisationId }) => [role, organisationId]),
    );
    const rolesAt = world.clock.now();
    const leaver: Actor = { personId: id, rolesAt, recognised: new Recognised(id, rolesAt, held) };
    await world.owner.query({
      text: 'update person set deactivated_at = $2 where id = $1',
      values: [id, rolesAt],
    });
    expect(await wordsOf(leaver)).toContain('{submitter}');
    expect(await wordsOf(leaver)).toContain(' {} {}');
    await expect(
      world.database.as(leaver).transaction(async (transaction) => {
        const [row] = await transaction.query<{ words: string }>(SETTING);
        return row?.words;
      }),
    ).resolves.toContain(' {} {}');
  });

  it('counts for nobody else, and not as of another instant', async () => {
    const [, reviewer, roles] = people.find(([name]) => name === 'reviewer')!;
    const [, stranger] = people.find(([name]) => name === 'assurance-lead')!;
    const recognised = new Recognised(reviewer.personId, reviewer.rolesAt, roles);
    expect(await wordsOf({ ...stranger, recognised })).toBe(await wordsOf(stranger));
    const before = { ...reviewer, rolesAt: new Date(0) };
    expect(await wordsOf({ ...before, recognised })).toBe(await wordsOf(before));
    expect(await wordsOf({ ...reviewer, recognised })).toContain('{reviewer}');
  });
});

/** Roles and organisations are sets. */
function sorted(words: string | undefined): readonly unknown[] {
  return (words ?? '')
    .split(' ')
    .map((word) => (word.startsWith('{') ? word.slice(1, -1).split(',').sort() : word));
}
