import { SealingService } from '#audit';
import { formatSigningKey, generateSigningKey } from '#domain';
import type { Part, Person } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { Description, type Operation } from '../api/world/description.js';
import type { Json } from '../api/world/http-client.js';
import { PageClient } from './page-client.js';
import { addressOf, routesOfPages } from './page-routes.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Whatever stands in an address that is read: an answer that says what is wrong, and never that the service failed.

/** Routes asked at the same time; the addresses of one are asked one after the other. */
const AT_ONCE = 3;

const NUL = 'x%00y';
/** Half of a surrogate pair, as UTF-8 would have it if it could. */
const SURROGATE = '%ED%A0%80';
const LONG = 'x'.repeat(10_000);
const IN_A_PATH = [NUL, '%00', SURROGATE, LONG];
/** Queries of one name. */
const OF_A_NAME: readonly ((name: string) => string)[] = [
  (name) => `${name}=${NUL}`,
  (name) => `${name}=${SURROGATE}`,
  (name) => `${name}=${LONG}`,
  (name) => `${name}=x&${name}=${NUL}&${name}=`,
  (name) => `${name}=1&${name}=1`,
];
/** Queries of names nobody asks for. */
const OF_NO_NAME = [`%00=${NUL}&${SURROGATE}=1&${LONG}=1`, '__proto__=1&constructor=2&toString=3&%&=&&='];

/** Who is asked for first is who most pages are for. */
const ASKERS: readonly Part[] = ['auditor', 'administrator', 'reviewer', 'submitter', 'lead', 'decider'];

/** One way to read something: how it is asked, and an address at which it is there. */
interface Readable {
  readonly route: string;
  /** Parts of the path that may be anything, as they stand in it. */
  readonly path: string;
  /** Names of its query that are asked by together. */
  readonly names: readonly (readonly string[])[];
  ask(address: string): Promise<number>;
}

let world: PagesWorld;
let cases: readonly DrivenCase[];
let description: Description;
let pages: ReadonlyMap<Part, PageClient>;
beforeAll(async () => {
  world = await startPagesWorld({ LOG_SIGNING_KEY: formatSigningKey(generateSigningKey('tests.example')) });
  const driver = new CaseDriver(world);
  cases = [
    await driver.driveTo('approved-with-conditions'),
    await driver.driveTo('draft'),
    await driver.driveTo('in-review'),
  ];
  await world.api.app.get(SealingService, { strict: false }).seal();
  description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
  pages = new Map(
    await Promise.all(
      ASKERS.map(async (part) => [part, await PageClient.of(world, world.people[part].id)] as const),
    ),
  );
});
afterAll(() => world.close());

/** Finds who reads a route, of which case; where nobody does, it is asked as the last all the same. */
async function reader<Answer extends { readonly status: number }>(
  addresses: readonly string[],
  ask: (part: Part, address: string) => Promise<Answer>,
): Promise<{ readonly part: Part; readonly address: string; readonly answer: Answer }> {
  let last: { part: Part; address: string; answer: Answer } | undefined;
  for (const address of new Set(addresses))
    for (const part of ASKERS) {
      last = { part, address, answer: await ask(part, address) };
      if (last.answer.status === 200) return last;
    }
  if (last === undefined) throw new Error('There is no address to ask');
  return last;
}

/** Names a page is asked by: those of its own fields and of its links to itself. */
function namesIn(html: string, address: string): readonly string[] {
  const fields = [...html.matchAll(/<form[^>]* method="get".*?<\/form>/gs)].flatMap(([form]) =>
    [...form.matchAll(/<(?:input|select)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name),
  );
  const links = [...html.matchAll(/href="([^"?]*)\?([^"#]+)/g)]
    .filter(([, path]) => path === '' || path === address)
    .flatMap(([, , query = '']) => [...new URLSearchParams(query.replaceAll('&amp;', '&')).keys()]);
  return [...new Set([...fields, ...links])];
}

/** What pages read and need not show; all asked at once, because few pages read more than one. */
const OF_PAGES = ['after', 'before', 'at', 'then', 'done', 'email', 'state', 'code', 'from', 'point'];

async function readPage(url: string): Promise<Readable> {
  const asked = (part: Part, address: string) => pages.get(part)!.get(address);
  const { part, address, answer } = await reader(
    cases.map((driven) => addressOf(url, world, driven)),
    asked,
  );
  return {
    route: url,
    path: address,
    names: [OF_PAGES, ...namesIn(answer.html, address).map((name) => [name])],
    ask: async (path) => (await asked(part, path)).status,
  };
}

function parameters({ node }: Operation, where: string): readonly string[] {
  return ((node['parameters'] ?? []) as Json[])
    .map((parameter) => description.resolve(parameter))
    .filter((parameter) => parameter['in'] === where)
    .map(({ name }) => String(name));
}

async function readOperation(operation: Operation): Promise<Readable> {
  const asked = async (part: Part, address: string) => {
    const person: Person = world.people[part];
    const { status } = await world.http.send(person, 'GET', `/${address}`);
    world.http.exchanges.length = 0;
    return { status };
  };
  const url = operation.path
    .replace('{question}', 'decisions')
    .replace('{kind}', 'regime')
    .replaceAll(/\{(\w+)\}/g, ':$1');
  const { part, address } = await reader(
    cases.map((driven) => addressOf(url, world, driven)),
    asked,
  );
  return {
    route: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    path: address,
    names: parameters(operation, 'query').map((name) => [name]),
    ask: async (path) => (await asked(part, path)).status,
  };
}

/** A query with no more than one long value: of several the server takes none. */
function shortEnough(query: string): string {
  const [first = '', ...others] = query.split(LONG);
  return others.length === 0 ? query : first + LONG + others.join('x');
}

/** Addresses of a route with something hostile in them, one thing at a time. */
function hostile({ route, path, names }: Readable): readonly string[] {
  const written = path.split('/');
  const inPath = route
    .split('/')
    .flatMap((part, place) =>
      part.startsWith(':')
        ? IN_A_PATH.map((value) => written.map((one, at) => (at === place ? value : one)).join('/'))
        : [],
    );
  const queries = [
    ...names.flatMap((together) =>
      OF_A_NAME.map((write) => together.map((name) => write(name)).join('&')).map(shortEnough),
    ),
    ...OF_NO_NAME,
  ];
  return [...inPath, ...queries.map((query) => `${path}?${query}`)];
}

async function failuresOf(all: readonly (() => Promise<Readable>)[]): Promise<{
  readonly failures: readonly string[];
  readonly asked: number;
}> {
  const left = [...all];
  const failures: string[] = [];
  let asked = 0;
  const take = async (): Promise<void> => {
    for (let begin = left.shift(); begin !== undefined; begin = left.shift()) {
      const readable = await begin();
      for (const address of hostile(readable)) {
        asked += 1;
        const status = await readable.ask(address);
        if (status !== 200 && (status < 300 || status > 499))
          failures.push(`${readable.route}: ${String(status)} of ${address.replace(LONG, '(long)')}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return { failures: failures.sort(), asked };
}

it('every page answers what is hostile in its address, and does not fail', async () => {
  const routes = (await routesOfPages(world.config)).filter(({ method }) => method === 'GET');
  const { failures, asked } = await failuresOf(
    routes.map(
      ({ url }) =>
        () =>
          readPage(url),
    ),
  );
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(routes.length * OF_A_NAME.length);
});

it('every reading of the API answers what is hostile in its address, and does not fail', async () => {
  const operations = description.operations.filter(({ method }) => method === 'GET');
  const { failures, asked } = await failuresOf(operations.map((operation) => () => readOperation(operation)));
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(operations.length * OF_NO_NAME.length);
});
