import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

/** Sends the form of the page twice at the same moment, as two clicks do; gives where each answer leads. */
async function sendTwice(visitor: Visitor): Promise<readonly (string | null)[]> {
  const form = visitor.page.locator('main form');
  const fields = await visitor.page.evaluate<[string, string][]>(
    "[...new FormData(document.querySelector('main form')).entries()]",
  );
  const cookies = await visitor.page.context().cookies();
  const send = async () => {
    const answer = await fetch(visitor.url + ((await form.getAttribute('action')) ?? ''), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      body: new URLSearchParams(fields),
    });
    expect(answer.status).toBe(303);
    return answer.headers.get('location');
  };
  return Promise.all([send(), send()]);
}

async function countEvents(type: string): Promise<number> {
  const [row] = await world.owner.query<{ readonly count: number }>({
    text: 'select count(*)::int as count from case_event where type = $1',
    values: [type],
  });
  return row!.count;
}

it('the form that starts a request makes one, however often it is sent', async () => {
  const visitor = await world.visitor('submitter');
  await visitor.visit('/requests/new');
  await visitor.write('What should the request be called?', 'Clicked twice');
  const [first, second] = await sendTwice(visitor);
  expect(first).toMatch(/^\/cases\/DT-[^/]+\/tasks$/);
  expect(second).toBe(first);
  expect(await countEvents('case-created')).toBe(1);
});

it('a legacy system is added once', async () => {
  const visitor = await world.visitor('submitter');
  const { reference } = await new CaseDriver(world).draft();
  const before = await countEvents('legacy-exception-added');
  await visitor.visit(`/cases/${reference}/legacy-exceptions/new`);
  await visitor.write('Name of the system', 'Second mainframe');
  const [first, second] = await sendTwice(visitor);
  expect(second).toBe(first);
  expect(await countEvents('legacy-exception-added')).toBe(before + 1);
});

it('who submits for several organisations chooses one', async () => {
  const { department, otherDepartment } = world.organisations;
  const person = await world.addPerson('Demonstration submitter of two', [
    ['submitter', department.id],
    ['assurance-lead', department.id],
    ['submitter', otherDepartment.id],
  ]);
  const visitor = await world.visitorFor(person.id);
  await visitor.visit('/requests/new');
  await visitor.write('What should the request be called?', 'Whose is it?');
  await visitor.press('Start the request');
  expect(await visitor.problems()).toEqual(['Choose the organisation the request is for']);
  await visitor.choose('Ministry of Justice');
  await visitor.press('Start the request');
  expect(await visitor.heading()).toContain('Ministry of Justice');
});

it('who submits for none is told whom to ask', async () => {
  const visitor = await world.visitor('reviewer');
  await visitor.visit('/requests/new', 403);
  expect(await visitor.text()).toContain('Ask an administrator');
});
