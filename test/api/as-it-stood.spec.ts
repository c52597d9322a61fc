import { ReminderService } from '#casework';
import { canonicalJson, projectionDifferences, projectionOf, replay } from '#domain';
import { readCaseHistory, readProjection, staleSchedules } from '#persistence';
import { startWorld, type World } from './world/api-world.js';
import { chanceFrom } from './world/chance.js';
import type { Json } from './world/http-client.js';
import { RandomLife } from './world/random-life.js';
import {
  PARTS_OF_THE_PAST,
  READERS_OF_THE_PAST,
  type PartOfThePast,
  type ReaderOfThePast,
} from './world/parts-of-the-past.js';

// Whatever was served of a case at an instant is served again when that instant is asked for, whatever happened since.

/** The same life each time; another one with AS_IT_STOOD_SEED. */
const SEED = Number(process.env['AS_IT_STOOD_SEED'] ?? 21);
const STEPS = Number(process.env['AS_IT_STOOD_STEPS'] ?? 90);
/** Most answers that are asked for again; those left out are left out by chance. */
const MOST = Number(process.env['AS_IT_STOOD_MOST'] ?? 600);
const AT_ONCE = 8;
const HOUR = 3_600_000;

/** What somebody was served of a case at an instant; the whole case where `part` is `null`. */
interface Kept {
  readonly reference: string;
  readonly reader: ReaderOfThePast;
  readonly part: PartOfThePast | null;
  readonly at: number;
  readonly served: unknown;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // Signing in is not what this is about, and months go by.
  await world.database.query({ text: `update access_token set expires_at = '2040-01-01'`, values: [] });
});
afterAll(() => world.close());

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const take = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** A bank holiday nobody knew of before; what is due when changes with it, once schedules are worked out again. */
async function newHoliday(): Promise<void> {
  const { database, clock } = world;
  const inFour = new Date(clock.now().getTime() + 4 * 24 * HOUR);
  // On a weekend it would be none.
  const days = [6, 0].includes(inFour.getUTCDay()) ? 2 : 0;
  const day = new Date(inFour.getTime() + days * 24 * HOUR).toISOString().slice(0, 10);
  await database.query({
    text: `insert into working_calendar (id, content, content_hash, loaded_at)
      select gen_random_uuid(), jsonb_set(content, '{holidays}', (select jsonb_agg(h order by h ->> 'date')
        from (select h from jsonb_array_elements(content -> 'holidays') h where h ->> 'date' <> $1
          union all select jsonb_build_object('date', $1::text, 'title', 'A day nobody expected')) x)), $1, $2
      from working_calendar order by loaded_at desc limit 1`,
    values: [day, clock.now()],
  });
  await staleSchedules(database);
}

describe('lives of cases by chance', () => {
  const chance = chanceFrom(SEED);
  const references: string[] = [];
  const kept: Kept[] = [];
  const holidays: number[] = [];

  async function look(reference: string): Promise<void> {
    const at = world.clock.now().getTime();
    const parts = [null, ...PARTS_OF_THE_PAST.filter(() => chance() < 0.15)];
    const looks = parts.flatMap((part) => READERS_OF_THE_PAST.map((reader) => ({ part, reader })));
    const seen = looks.map(async ({ part, reader }): Promise<Kept> => {
      const path = `/cases/${reference}${part === null ? '' : `/${part}`}`;
      const served = await world.http.read<unknown>(world.people[reader], path);
      return { reference, reader, part, at, served };
    });
    kept.push(...(await Promise.all(seen)));
  }

  beforeAll(async () => {
    const gds = world.organisations.assurance.id;
    const second = await world.addPerson('Second reviewer', [['reviewer', gds]]);
    const life = new RandomLife(world, chance, [world.people.reviewer, second]);
    const reminders = world.api.app.get(ReminderService, { strict: false });
    for (const options of [{}, { departmental: true }, { small: true }, {}]) {
      references.push(await life.begin(options));
      world.clock.advance(1);
    }
    for (let step = 0; step < STEPS; step += 1) {
      world.clock.advance(1 + Math.floor(chance() * chance() * 60 * HOUR));
      const kind = chance();
      if (kind < 0.1) {
        if (kind < 0.03) {
          await newHoliday();
          holidays.push(world.clock.now().getTime());
        }
        await reminders.raiseDue();
        await look(life.one(references));
        continue;
      }
      const reference = life.one(references);
      const others = references.filter((other) => other !== reference);
      // Several things at one instant, now and then nothing at all.
      const changes = Math.floor(chance() * 4);
      for (let change = 0; change < changes; change += 1) await life.step(reference, others);
      await look(reference);
    }
    world.clock.advance(400 * 24 * HOUR);
  });

  function failed(faults: readonly unknown[]): string {
    return faults.length === 0 ? '' : `with AS_IT_STOOD_SEED=${SEED}: ${JSON.stringify(faults[0], null, 1)}`;
  }

  it('are told again for every instant they were looked at, to everybody who looked', async () => {
    const faults: unknown[] = [];
    const sample = kept.filter(() => chance() < MOST / kept.length);
    await inTurns(sample, async ({ reference, reader, part, at, served }) => {
      const instant = new Date(at).toISOString();
      const path = `/cases/${reference}/as-it-stood${part === null ? '' : `/${part}`}?at=${instant}`;
      const told = await world.http.read(world.people[reader], path);
      const then = part === null ? told['case'] : told['items'];
      if (canonicalJson(then) !== canonicalJson(served) || told['at'] !== instant)
        faults.push({ reader, path, then, served });
    });
    expect(failed(faults)).toBe('');
    expect(sample.length).toBeGreaterThan(400);
  });

  it('are told alike for any instant between one change and the next', async () => {
    const changed = new Map<string, readonly number[]>();
    for (const reference of references) {
      const rows = await world.database.query<{ at: Date }>({
        text: `select e.occurred_at as at from case_event e join spend_case c on c.id = e.case_id
          where c.reference = $1 order by e.sequence`,
        values: [reference],
      });
      changed.set(
        reference,
        [...rows.map(({ at }) => at.getTime()), ...holidays].sort((one, other) => one - other),
      );
    }
    const faults: unknown[] = [];
    const cases = kept.filter(({ part }) => part === null && chance() < 0.3);
    await inTurns(cases, async ({ reference, reader, at, served }) => {
      const next = changed.get(reference)?.find((change) => change > at) ?? world.clock.now().getTime();
      const instant = new Date(at + Math.floor(chance() * (next - at))).toISOString();
      const path = `/cases/${reference}/as-it-stood?at=${instant}`;
      const told = await world.http.read(world.people[reader], path);
      const { revision, updatedAt } = served as Json;
      const stood = { at: instant, revision, changedAt: updatedAt, disposedAt: null, notKnown: [] };
      const expected = { ...stood, case: served };
      if (canonicalJson(told) !== canonicalJson(expected)) faults.push({ reader, path, told, expected });
    });
    expect(failed(faults)).toBe('');
  });

  it('leave rows that are what replaying their events gives', async () => {
    const types = new Set<string>();
    for (const reference of references) {
      const everything = { everything: true, organisationIds: [] };
      const history = await readCaseHistory(world.database, reference, everything, world.clock.now());
      if (history === null) throw new Error(`${reference} is not there`);
      for (const { type } of history.events) types.add(type);
      const found = await readProjection(world.database, history.caseId);
      expect(failed(projectionDifferences(projectionOf(replay(history.events)), found))).toBe('');
    }
    if (process.env['AS_IT_STOOD_SEED'] === undefined) expect(types.size).toBeGreaterThan(28);
  });
});
