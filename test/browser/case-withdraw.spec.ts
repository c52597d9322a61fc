import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

/** What the latest event of a case says. */
async function lastReason({ reference, revision }: DrivenCase): Promise<unknown> {
  const { http, people } = world;
  const address = `/cases/${reference}/events?after=${revision}`;
  const { body } = await http.expect<{ items: { type: string; reason: string | null }[] }>(
    200,
    people.auditor,
    'GET',
    address,
  );
  return body.items.map(({ type, reason }) => ({ type, reason }));
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a department, %s,', (_name, scripts) => {
  it('withdraws a request with a reason, once it knows what it does', async () => {
    const driven = await driver.driveTo('in-review');
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit(`/cases/${driven.reference}`);
    await visitor.follow('Withdraw the request');
    await visitor.press('Withdraw the request');
    expect(await visitor.problems()).toEqual(['Say why you withdraw the request']);
    await visitor.write('Why do you withdraw it?', 'The minister stopped the programme.');
    await visitor.press('Withdraw the request');
    expect(await visitor.heading()).toBe('Request withdrawn');
    expect(await lastReason(driven)).toEqual([
      { type: 'withdrawn', reason: 'The minister stopped the programme.' },
    ]);
    await visitor.follow('Go to the case');
    expect(await visitor.text()).toContain('Nobody: it was withdrawn');
    expect(await visitor.page.getByRole('link', { name: 'Withdraw the request' }).count()).toBe(0);
    await visitor.visit(`/cases/${driven.reference}/withdraw`, 409);
    expect(await visitor.text()).toContain('The case is “Withdrawn”');
  });

  it('is told who was quicker, keeps the reason it wrote, and withdraws knowingly', async () => {
    const driven = await driver.driveTo('acknowledged');
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit(`/cases/${driven.reference}/withdraw`);
    await visitor.write('Why do you withdraw it?', 'It is not needed.');
    await driver.step(driven, 'start-review');
    await visitor.press('Withdraw the request');
    expect(await visitor.heading()).toContain('Somebody else changed this while you were writing');
    const told = await visitor.text();
    expect(told).toContain('Demonstration reviewer saved a change');
    expect(told).toContain('It is not needed.');
    expect(told).toContain('GDS Assurance review');
    await visitor.press('Change what I wrote');
    expect(await visitor.page.getByLabel('Why do you withdraw it?').inputValue()).toBe('It is not needed.');
    await visitor.press('Withdraw the request');
    expect(await visitor.heading()).toBe('Request withdrawn');
  });
});

describe('answering for a department', () => {
  it('is for its own people alone: others are told there is no such page, and auditors that they change nothing', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const { id } = driven.conditions[0]!;
    for (const [part, status] of [
      ['stranger', 404],
      ['reviewer', 404],
      ['auditor', 403],
    ] as const) {
      const visitor = await world.visitor(part);
      await visitor.visit(`/cases/${driven.reference}/withdraw`, status);
      await visitor.visit(`/cases/${driven.reference}/conditions/${id}/evidence`, status);
    }
  });
});
