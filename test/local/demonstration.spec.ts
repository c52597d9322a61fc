import { reviewerLoads } from '#persistence';
import { loadConfig } from '#platform';
import { demonstrate } from '../../apps/local/demonstration/demonstrate.js';
import { freshDatabase } from '../setup/fresh-database.js';

/** What is less usual, and how many cases show it. */
const LESS_USUAL = `
  select
    (select count(*)::int from case_event where type = 'decided' and payload->>'supersedesId' is not null) as superseded,
    (select count(*)::int from exception_ruling r join spend_case c on c.id = r.case_id
      where r.ruling = 'refused' and c.state = 'returned' and c.synthetic) as refused,
    (select count(*)::int from case_event e join spend_case c on c.id = e.case_id
      where e.type = 'returned' and jsonb_array_length(e.payload->'points') = 2 and c.state = 'returned'
      and c.synthetic and 1 = (select count(*) from comment m
        where m.case_id = c.id and m.audience = 'shared' and m.point is not null)) as "halfAnswered"`;

it('the demonstration leaves every reviewer room for the next case, and shows what is less usual', async () => {
  const { database, url, close } = await freshDatabase(10);
  const config = loadConfig({
    DATABASE_URL: url,
    PUBLIC_URL: 'http://localhost',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
  const now = new Date('2026-06-01T09:00:00.000Z');
  await demonstrate(database, config, now, () => undefined);
  const loads = await reviewerLoads(database, now);
  const limit = config.reviewerWorkloadLimit;
  expect(loads.length).toBeGreaterThan(1);
  expect(loads.filter(({ points }) => points >= limit)).toEqual([]);
  expect(await database.asService().query({ text: LESS_USUAL, values: [] })).toEqual([
    { superseded: 1, refused: 1, halfAnswered: 1 },
  ]);
  await close();
}, 60_000);
