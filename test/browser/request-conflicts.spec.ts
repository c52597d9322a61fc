import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
let driven: DrivenCase;
let one: Visitor;
let other: Visitor;
beforeAll(async () => {
  world = await startBrowserWorld();
  driven = await new CaseDriver(world).draft();
  one = await world.visitor('submitter');
  other = await world.visitor('lead', false);
});
afterAll(() => world.close());

const SAVE = 'Save and go back to the tasks';
const EVIDENCE = 'Your evidence';

async function evidenceOf(point: number): Promise<string | null> {
  const { body } = await world.http.expect<{ readonly narrative: string | null }>(
    200,
    world.people.submitter,
    'GET',
    `/cases/${driven.reference}/points/${point}`,
  );
  return body.narrative;
}

/** Both open a point, and both write; the one who saves last is told. */
async function bothWrite(point: number): Promise<void> {
  const path = `/cases/${driven.reference}/points/${point}/edit`;
  await one.visit(path);
  await other.visit(path);
  await other.write(EVIDENCE, 'What the lead wrote.\nOn two lines.');
  await other.press(SAVE);
  await one.write(EVIDENCE, 'What the submitter wrote.');
  await one.press(SAVE);
  expect(await one.heading()).toContain('Somebody else changed this while you were writing');
  const told = await one.text();
  expect(told).toContain('Demonstration lead saved a change on 4 May 2026 at 10am');
  expect(told).toContain('What the lead wrote.\nOn two lines.');
  expect(told).toContain('What the submitter wrote.');
}

describe('two people who write about the same point', () => {
  it('one of whom then saves theirs knowingly', async () => {
    await bothWrite(1);
    await one.press('Save what I wrote instead');
    expect(one.path()).toBe(`/cases/${driven.reference}/points/2/edit`);
    expect(await evidenceOf(1)).toBe('What the submitter wrote.');
  });

  it('one of whom then changes what they wrote', async () => {
    await bothWrite(2);
    await one.press('Change what I wrote');
    expect(await one.page.getByLabel(EVIDENCE).inputValue()).toBe('What the submitter wrote.');
    await one.write(EVIDENCE, 'What both wrote.');
    await one.press(SAVE);
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await evidenceOf(2)).toBe('What both wrote.');
  });

  it('one of whom then keeps what is there', async () => {
    await bothWrite(3);
    await one.follow('Keep what is saved now');
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await evidenceOf(3)).toBe('What the lead wrote.\nOn two lines.');
  });
});

describe('two people who write the details', () => {
  const pageOf = (page: string) => `/cases/${driven.reference}/details/${page}/edit`;

  it('on the same page see both, and choose', async () => {
    await one.visit(pageOf('owner'));
    await other.visit(pageOf('owner'));
    await other.write('Name', 'Another demonstration owner');
    await other.press(SAVE);
    await one.write('Name', 'A third demonstration owner');
    await one.press(SAVE);
    const told = await one.text();
    expect(told).toContain('Demonstration lead saved a change');
    expect(told).toContain('Another demonstration owner');
    expect(told).toContain('A third demonstration owner');
    // The address is the same in both, so there is nothing to choose.
    expect(told).not.toContain('owner@home-office.example');
    await one.press('Save what I wrote instead');
    await one.visit(pageOf('owner'));
    expect(await one.page.getByLabel('Name').inputValue()).toBe('A third demonstration owner');
  });

  it('on different pages are not in each other’s way, and neither loses anything', async () => {
    await one.visit(pageOf('about'));
    await other.visit(pageOf('marking'));
    await other.choose('OFFICIAL-SENSITIVE');
    await other.press(SAVE);
    await one.write('Title', 'Move licensing, and quickly');
    await one.press(SAVE);
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    const { body } = await world.http.expect<{
      readonly details: { readonly title: string; readonly protectiveMarking: string };
    }>(200, world.people.submitter, 'GET', `/cases/${driven.reference}`);
    expect(body.details).toMatchObject({
      title: 'Move licensing, and quickly',
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
  });

  it('are told so where a third change follows while one chooses', async () => {
    await one.visit(pageOf('owner'));
    await other.visit(pageOf('owner'));
    await other.write('Name', 'First');
    await other.press(SAVE);
    await one.write('Name', 'Mine');
    await one.press(SAVE);
    await other.visit(pageOf('marking'));
    await other.choose('OFFICIAL');
    await other.press(SAVE);
    await one.press('Save what I wrote instead');
    // Only another page was changed since: what was chosen stands.
    expect(one.path()).toBe(pageOf('marking'));
    await one.visit(pageOf('owner'));
    expect(await one.page.getByLabel('Name').inputValue()).toBe('Mine');
  });
});

it('who writes about a legacy system that somebody takes out can add it again', async () => {
  const path = `/cases/${driven.reference}/legacy-exceptions/${driven.exceptionId}`;
  await one.visit(`${path}/edit`);
  await other.visit(`${path}/remove`);
  await other.press('Remove it');
  await one.write('Name of the system', 'Licence mainframe, renamed');
  await one.press('Save');
  expect(await one.problems()).toEqual([
    'Somebody removed this system from the request while you were writing. Save to add it again as you wrote it',
  ]);
  await one.press('Save');
  expect(await one.text()).toContain('Licence mainframe, renamed');
  expect(await one.text()).toContain('26.67 out of 30');
});
