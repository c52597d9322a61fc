import { SealingService } from '#audit';
import { formatSigningKey, generateSigningKey, HISTORY_QUESTIONS } from '#domain';
import type { Part } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { countTrips, type Trip, type TripCounter } from '../setup/trips.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';
import { addressOf, routesOfPages } from './page-routes.js';

/** Who the session is of, and what the page shows. */
const MOST_TRIPS = 2;

/** Routes that send a file on as it is read, piece by piece, and keep a receipt of what was in it. */
const STREAMS = ['/decisions/:question/export', '/log/export', '/pipeline/export'];

const HOUR = 3_600_000;

let counter: TripCounter;
let world: PagesWorld;
let routes: readonly string[];
let webhookId: string;
let cases: Readonly<Record<'draft' | 'inReview' | 'returned' | 'decided', DrivenCase>>;
beforeAll(async () => {
  const key = formatSigningKey(generateSigningKey('tests.example'));
  const webhookKey = 'a key for the tests of webhooks, and only for them';
  world = await startPagesWorld({ LOG_SIGNING_KEY: key, WEBHOOK_KEY: webhookKey }, async (url) => {
    counter = await countTrips(url);
    return counter.url;
  });
  routes = (await routesOfPages(world.config))
    .filter(({ method, url }) => method === 'GET' && !STREAMS.includes(url))
    .map(({ url }) => url);
  const driver = new CaseDriver(world);
  const draft = await driver.driveTo('draft');
  const inReview = await driver.driveTo('in-review');
  const returned = await driver.driveTo('returned');
  const decided = await driver.driveTo('approved-with-conditions');
  cases = { draft, inReview, returned, decided };
  const body = { name: 'A register', url: 'https://register.example/', eventTypes: ['submitted'] };
  const added = await world.http.expect(201, world.people.administrator, 'POST', '/webhooks', { body });
  webhookId = String(added.body['id']);
  // Events in several checkpoints, so that proofs have more than one leaf to climb from.
  await world.api.app.get(SealingService, { strict: false }).seal();
  await driver.driveTo('draft');
  await world.api.app.get(SealingService, { strict: false }).seal();
  world.clock.set(new Date(world.clock.now().getTime() + HOUR));
});
afterAll(async () => {
  await world.close();
  await counter.close();
});

/** Addresses of routes that answer otherwise by what is asked of them, beside what they answer where nothing is. */
function asked(url: string, driven: DrivenCase): readonly string[] {
  const { department } = world.organisations;
  const { reviewer, submitter } = world.people;
  const then = new Date(world.clock.now().getTime() - HOUR).toISOString();
  const before = new Date(world.clock.now().getTime() - 24 * HOUR).toISOString();
  const filters = `state=in-review&organisation=${department.id}&reviewer=${reviewer.id}&text=licens&sort=created`;
  const known: Readonly<Record<string, readonly string[]>> = {
    '/cases': [
      `?${filters}`,
      '?overdue=yes&flag=publicFacing&rating=high',
      '?amountFrom=much',
      '?after=nonsense',
    ],
    '/cases/searches/new': [`?${filters}`],
    '/dashboard': [`?${filters}`, '?text=x'],
    '/decisions/components/take-up': [`?state=in-review&organisation=${department.id}&kinds=used`],
    '/dashboard/narrow': [`?${filters}`],
    '/organisations': ['?text=home'],
    '/people': [`?role=reviewer&organisationId=${department.id}`],
    '/log': ['?after=1'],
    '/access-records': [
      `?reference=${driven.reference}`,
      `?personId=${submitter.id}`,
      `?reference=${driven.reference}&personId=${submitter.id}`,
      '?reference=DT-2222-2222',
    ],
    '/cases/:reference/as-it-stood': [`?at=${then}`, `?at=${before}`, '?at=yesterday', '?after=3'],
    '/cases/:reference/history': ['?before=5', '?after=2'],
    '/cases/:reference/comments': ['?point=3'],
    '/cases/:reference/versions': ['?from=1&to=2', '?from=1&to=1'],
    '/cases/:reference/check-answers': ['?done=sign-off'],
    '/cases/:reference/decide': ['?outcome=approved', '?chosen=yes'],
  };
  return known[url] ?? [];
}

/** What stands in the place of a part of an address, where one thing does not stand for all. */
const INSTEAD: readonly (readonly [RegExp, readonly string[]])[] = [
  [/:question/, HISTORY_QUESTIONS.map(({ name }) => name)],
  [/:outcome/, ['approved', 'not-approved', 'approved-with-conditions']],
  [/details\/:page/, ['details/about', 'details/commitments', 'details/dates']],
  [/conditions\/:id\/:what/, ['conditions/:id/confirm', 'conditions/:id/waive']],
  [/done\/:what/, ['done/decided', 'done/assigned']],
  [/:kind\/:version/, ['regimes/v6', 'working-days/1', 'common-components/1']],
  [/add\/:kind/, ['add/regimes']],
];

/** Every address a route is asked for at. @param searchId of a search the person has saved */
function addressesOf(url: string, driven: DrivenCase, searchId: string): readonly string[] {
  const written = INSTEAD.reduce<readonly string[]>(
    (all, [part, names]) =>
      all.flatMap((one) => (part.test(one) ? names.map((name) => one.replace(part, name)) : [one])),
    [url],
  );
  return written.flatMap((one) => {
    const address = addressOf(
      one.replace('searches/:id', `searches/${searchId}`).replace('webhooks/:id', `webhooks/${webhookId}`),
      world,
      driven,
    );
    return [address, ...asked(url, driven).map((query) => address + query)];
  });
}

/** @returns its id */
async function savedSearch(part: Part): Promise<string> {
  const body = { name: 'What is under review', criteria: { states: ['in-review'] } };
  const made = await world.http.expect<{ id: string }>(201, world.people[part], 'POST', '/saved-searches', {
    body,
  });
  return made.body.id;
}

/** Trips of a page, without the record of who looked, which nobody waits for unless the case is restricted. */
async function tripsOf(client: PageClient, address: string): Promise<readonly Trip[]> {
  counter.take();
  const { status } = await client.get(address);
  expect({ address, fails: status >= 500 }).toEqual({ address, fails: false });
  return counter.take().filter(({ statements }) => !statements.includes('insert_access_records'));
}

/** The pages that take too many, each with its round trips. */
async function tooMany(
  client: PageClient,
  addresses: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const address of addresses) {
    // What is read once and kept, such as a regime, is not there the first time: then it counts the second time.
    let trips = await tripsOf(client, address);
    if (trips.length > MOST_TRIPS) trips = await tripsOf(client, address);
    if (trips.length > MOST_TRIPS)
      found[address] = trips.map(({ statements }) =>
        statements.filter((name) => !name.startsWith('act_')).join(' + '),
      );
  }
  return found;
}

/** Cases each has something to do with, or is shown most of. */
const CASES_OF = {
  submitter: ['draft', 'returned', 'decided'],
  lead: ['draft'],
  reviewer: ['inReview', 'decided'],
  decider: ['inReview'],
  auditor: ['decided'],
  administrator: ['decided'],
} as const satisfies Partial<Record<Part, readonly (keyof typeof cases)[]>>;

describe('a page', () => {
  it.each(Object.keys(CASES_OF) as (keyof typeof CASES_OF)[])(
    `takes ${String(MOST_TRIPS)} round trips to the database at most, for the %s`,
    async (part) => {
      const client = await PageClient.of(world, world.people[part].id);
      const searchId = await savedSearch(part);
      const addresses = routes.flatMap((url) =>
        // A page that is of no case is the same whichever case there is.
        CASES_OF[part]
          .slice(0, url.includes(':reference') ? undefined : 1)
          .flatMap((name) => addressesOf(url, cases[name], searchId)),
      );
      expect(await tooMany(client, [...new Set(addresses)])).toEqual({});
    },
    60_000,
  );
});
