import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// What a clock showed at an instant can be asked for ever after, whatever happened since.

const HOUR = 3_600_000;
const CASES = 10;
/** A thousand over all cases. */
const LOOKS = 100;

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
  // Signing in is not what this is about, and weeks go by.
  await world.database.query({ text: `update access_token set expires_at = '2030-01-01'`, values: [] });
});
afterAll(() => world.close());

/** Numbers from 0 up to 1 that look like chance and are the same each time. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** One move of a case's life, by where it stands. */
async function move(driven: DrivenCase, chance: () => number): Promise<void> {
  const reason = 'Because it is so.';
  const { version } = driven;
  const points = [{ point: 1, question: 'Who?' }];
  if (driven.state === 'submitted') await driver.step(driven, 'acknowledge');
  else if (driven.state === 'acknowledged') await driver.step(driven, 'start-review');
  else if (driven.state === 'returned') await driver.act(driven, 'lead', 'POST', 'resubmit', { reason });
  else if (chance() < 0.3) await extend(driven, reason);
  else await driver.act(driven, 'reviewer', 'POST', 'return', { version, reason, points });
}

async function extend(driven: DrivenCase, reason: string): Promise<void> {
  const { http, people } = world;
  const reply = await http.send(people.reviewer, 'POST', `/cases/${driven.reference}/extend-clock`, {
    body: { target: 'decide', days: 3, reason },
    ifMatch: driven.revision,
  });
  if (reply.status === 200) driven.revision = Number(reply.body['revision']);
}

it('shows for a thousand past instants what it showed then, though cases and holidays changed since', async () => {
  const { http, people, clock, database } = world;
  const shown: { path: string; then: Json }[] = [];
  const read = async (reference: string): Promise<void> => {
    const path = `/cases/${reference}/clock`;
    shown.push({ path, then: await http.read(people.submitter, path) });
  };
  const chance = chanceFrom(7);
  const cases: DrivenCase[] = [];
  for (let index = 0; index < CASES; index += 1) cases.push(await driver.driveTo('submitted'));
  for (let look = 0; look < LOOKS; look += 1) {
    clock.advance(Math.floor(chance() * 20 * HOUR) + 60_000);
    for (const driven of cases) {
      if (chance() < 0.12) await move(driven, chance);
      // Two things at one instant are told apart by the next; a look is taken once both are over.
      clock.advance(1);
      await read(driven.reference);
    }
    if (look === LOOKS / 2) await newHoliday();
  }
  expect(shown).toHaveLength(CASES * LOOKS);
  const faults: unknown[] = [];
  for (const { path, then } of shown) {
    const now = await http.read(people.auditor, `${path}?at=${String(then['at'])}`);
    if (JSON.stringify(now) !== JSON.stringify(then)) faults.push({ path, then, now });
  }
  expect(faults).toEqual([]);
  const standings = shown.map(({ then }) => JSON.stringify(then));
  for (const state of ['"stopped"', '"running"', '"missed"', '"met"', '"extensionDays":3'])
    expect(standings.some((standing) => standing.includes(state))).toBe(true);

  async function newHoliday(): Promise<void> {
    const [row] = await database.query<{ content: { holidays: Json[] } }>({
      text: 'select content from working_calendar order by loaded_at desc limit 1',
      values: [],
    });
    const holidays = [
      ...(row?.content.holidays ?? []),
      { date: '2026-07-15', title: 'A day nobody expected' },
    ];
    holidays.sort((one, other) => (String(one['date']) < String(other['date']) ? -1 : 1));
    await database.query({
      text: `insert into working_calendar (id, content, content_hash, loaded_at)
        values (gen_random_uuid(), $1::jsonb, 'another', $2)`,
      values: [JSON.stringify({ ...row?.content, holidays }), clock.now()],
    });
  }
});
