import { START, startWorld, type Person, type World } from './world/api-world.js';
import { insertCaseRow } from './world/case-rows.js';
import type { Json } from './world/http-client.js';

let world: World;
let reviewer: Person;
beforeAll(async () => {
  world = await startWorld();
  ({ reviewer } = world.people);
  const { otherDepartment } = world.organisations;
  const mine = { reviewerId: reviewer.id };
  await insertCaseRow(world, {
    title: 'A: mine, late, high, 100% hosting',
    ...mine,
    state: 'in-review',
    rating: 'high',
    route: 'gds-assurance',
    requestedPence: 10_000_001,
    category: 'digital-service',
    flags: { publicFacing: true, breach: true },
    nextDueAt: '2026-05-04T08:59:59.999Z',
  });
  await insertCaseRow(world, {
    title: 'B: nobody’s, due this instant, high',
    state: 'submitted',
    rating: 'high',
    requestedPence: 10_000_000,
    category: 'specialist-technology',
    flags: { publicFacing: true, breach: false },
    nextDueAt: '2026-05-04T09:00:00.000Z',
  });
  await insertCaseRow(world, {
    title: 'C: nobody’s, low, elsewhere, HOSTING',
    state: 'acknowledged',
    organisationId: otherDepartment.id,
    rating: 'low',
    requestedPence: 10_000_002,
    flags: { publicFacing: null },
    nextDueAt: '2026-06-01T09:00:00.000Z',
  });
  await insertCaseRow(world, { title: 'D: mine, returned', ...mine, state: 'returned', rating: 'medium' });
  await insertCaseRow(world, { title: 'E: draft_of_the_department', state: 'draft' });
});
afterAll(() => world.close());

/** Letters of the cases a person is given, in the order they are given. */
async function letters(person: Person, query: string): Promise<string> {
  const { items } = await world.http.read<{ items: { title: string }[] }>(person, `/cases?${query}`);
  return items.map(({ title }) => title.charAt(0)).join('');
}

const FILTERS: readonly (readonly [query: string, letters: string])[] = [
  ['', 'ABCDE'],
  ['reviewer=me', 'AD'],
  ['reviewer=ME', 'AD'],
  ['reviewer=nobody', 'BCE'],
  ['reviewer=nobody&state=submitted,acknowledged,in-review', 'BC'],
  ['rating=high', 'AB'],
  ['rating=high,low', 'ABC'],
  ['route=gds-assurance', 'A'],
  ['minPence=10000001', 'AC'],
  ['maxPence=10000001', 'AB'],
  ['minPence=10000001&maxPence=10000001', 'A'],
  ['flag=publicFacing', 'AB'],
  ['flag=publicFacing,breach', 'A'],
  ['category=digital-service,specialist-technology', 'AB'],
  ['overdue=true', 'A'],
  ['overdue=false', 'BCDE'],
  ['text=hosting', 'AC'],
  ['text=100%25%20host', 'A'],
  ['text=draft_of', 'E'],
  ['text=draft%25of', ''],
  ['text=%5C%5C%5C', ''],
  ['state=submitted,in-review&rating=high&overdue=true&flag=breach&minPence=1&text=mine', 'A'],
];

describe('the worklist', () => {
  it.each(FILTERS)('narrowed by “%s” gives %s, and counts as many', async (query, expected) => {
    expect(
      Array.from(await letters(reviewer, query))
        .sort()
        .join(''),
    ).toBe(expected);
    expect(await world.http.read(reviewer, `/cases/count?${query}`)).toEqual({
      count: expected.length,
      atLeast: false,
    });
  });

  it.each(FILTERS)('narrowed by “%s” shows a department no more than its own', async (query, expected) => {
    const isMine = query.toLowerCase().includes('reviewer=me');
    const own = isMine ? '' : expected.replace('C', '');
    expect(
      Array.from(await letters(world.people.submitter, query))
        .sort()
        .join(''),
    ).toBe(own);
    expect(await world.http.read(world.people.submitter, `/cases/count?${query}`)).toMatchObject({
      count: own.length,
    });
    expect(await letters(world.people.administrator, query)).toBe('');
  });

  it('by the id of a reviewer is open to departments, who see who has their case', async () => {
    const { items } = await world.http.read<{ items: Json[] }>(
      world.people.submitter,
      `/cases?reviewer=${reviewer.id.toUpperCase()}&overdue=true`,
    );
    expect(items).toEqual([
      expect.objectContaining({
        reviewer: { id: reviewer.id, name: reviewer.name },
        reviewerId: reviewer.id,
        rating: 'high',
        ratingConfirmed: false,
        route: 'gds-assurance',
        reviewDepth: 'standard',
        nextDueAt: '2026-05-04T08:59:59.999Z',
        nextDueTarget: 'decide',
        submittedAt: START.toISOString(),
      }),
    ]);
  });

  it('by one organisation is narrowed to it', async () => {
    const { otherDepartment } = world.organisations;
    expect(await letters(reviewer, `organisation=${otherDepartment.id}`)).toBe('C');
    expect(await letters(world.people.submitter, `organisation=${otherDepartment.id}`)).toBe('');
  });

  it('by due time gives the earliest first and those without a due time last', async () => {
    expect(await letters(reviewer, 'sort=due')).toMatch(/^ABC(DE|ED)$/);
    expect(await letters(reviewer, 'sort=due&reviewer=me')).toBe('AD');
  });

  it('by age gives the oldest first as the newest first the other way round, page by page', async () => {
    const newest = Array.from(await letters(reviewer, 'sort=created'));
    expect(await letters(reviewer, 'sort=oldest')).toBe(newest.toReversed().join(''));
    const found: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { items: { title: string }[]; next: string | null } = await world.http.read(
        reviewer,
        `/cases?sort=oldest&limit=2${after === '' ? '' : `&after=${after}`}`,
      );
      found.push(...page.items.map(({ title }) => title));
      after = page.next;
    }
    expect(found).toHaveLength(newest.length);
    expect(new Set(found).size).toBe(newest.length);
  });

  it.each([
    'reviewer=somebody',
    'reviewer=me,nobody',
    'reviewer=me&reviewer=nobody',
    'rating=High',
    'rating=',
    'route=a_b',
    'minPence=-1',
    'minPence=1.5',
    'maxPence=100000000000001',
    'minPence=2&maxPence=1',
    'flag=late',
    'category=tea',
    'overdue=yes',
    'text=ab',
    'text=%20%20%20a',
    'text=a%0Abc',
    'organisation=home-office',
  ])('does not take %s, nor does the count', async (query) => {
    for (const path of ['/cases', '/cases/count'])
      expect((await world.http.send(reviewer, 'GET', `${path}?${query}`)).status).toBe(400);
  });

  it.each(['sort=title', 'sort=due&after=x'])('does not take %s', async (query) => {
    expect((await world.http.send(reviewer, 'GET', `/cases?${query}`)).status).toBe(400);
  });

  it.each(['limit=5', 'sort=due', 'after=x'])('has a count that does not take %s', async (query) => {
    expect((await world.http.send(reviewer, 'GET', `/cases/count?${query}`)).status).toBe(400);
  });

  it('does not take the cursor of another order', async () => {
    const [byAge, byDueTime] = await Promise.all(
      ['oldest', 'due'].map((sort) =>
        world.http.read<{ next: string }>(reviewer, `/cases?limit=1&sort=${sort}`),
      ),
    );
    for (const query of [
      `sort=due&after=${byAge!.next}`,
      `sort=created&after=${byDueTime!.next}`,
      `sort=oldest&after=${byDueTime!.next}`,
    ])
      expect((await world.http.send(reviewer, 'GET', `/cases?${query}`)).status).toBe(400);
  });
});

describe('a long worklist', () => {
  const titles: string[] = [];
  beforeAll(async () => {
    // Many with the same due time, many with none, and the same ages: the id alone tells them apart.
    for (let index = 0; index < 130; index += 1) {
      const nextDueAt = index % 3 === 0 ? null : `2026-07-0${(index % 2) + 1}T09:00:00.000Z`;
      const rating = index % 10 === 0 ? 'lengthy-test-high' : 'lengthy-test';
      const createdAt = new Date(START.getTime() - (index % 4));
      titles.push((await insertCaseRow(world, { rating, nextDueAt, createdAt, route: 'lengthy' })).title);
    }
  });

  it.each(['created', 'due'])(
    'sorted by “%s” is paged through without missing or repeating a case',
    async (sort) => {
      const seen: { title: string; nextDueAt: string | null; createdAt: string }[] = [];
      let after = '';
      do {
        const page = await world.http.read<{ items: typeof seen; next: string | null }>(
          reviewer,
          `/cases?route=lengthy&limit=9&sort=${sort}${after}`,
        );
        seen.push(...page.items);
        after = page.next === null ? '' : `&after=${page.next}`;
      } while (after !== '');
      expect(seen.map(({ title }) => title).sort()).toEqual([...titles].sort());
      const keys = seen.map(({ nextDueAt, createdAt }) =>
        sort === 'created' ? createdAt : `${nextDueAt ?? 'none'} ${createdAt}`,
      );
      const sorted = [...keys].sort();
      expect(keys).toEqual(sort === 'created' ? sorted.reverse() : sorted);
    },
  );

  it('is counted to 100, and no further', async () => {
    expect(await world.http.read(reviewer, '/cases/count?rating=lengthy-test')).toEqual({
      count: 100,
      atLeast: true,
    });
    expect(await world.http.read(reviewer, '/cases/count?rating=lengthy-test-high')).toEqual({
      count: 13,
      atLeast: false,
    });
    expect(await world.http.read(reviewer, '/cases/count?route=lengthy')).toEqual({
      count: 100,
      atLeast: true,
    });
  });
});
