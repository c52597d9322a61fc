import { PeopleService } from '#identity';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// Organisations: found, added, renamed, ended, and what was changed of them.

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('an organisation %s', (_name, scripts) => {
  const key = `agency-${String(scripts)}`;

  it('is added where it belongs, and found again', async () => {
    const administrator = await world.visitor('administrator', scripts);
    await administrator.visit('/organisations/add');
    await administrator.write('Key', 'Not A Key');
    await administrator.writeDate('First day it exists (optional)', '2026-02-30');
    await administrator.press('Add the organisation');
    expect(await administrator.problems()).toEqual([
      'Enter a name',
      'Enter a key in small letters, digits and single hyphens, like home-office',
      'The first day must be a real date, like 27 3 2026',
    ]);
    await administrator.write('Name', `Demonstration ${key}`);
    await administrator.write('Acronym (optional)', 'DA');
    await administrator.write('Key', key);
    await administrator.page.getByLabel('Belongs to (optional)').selectOption({ label: 'Home Office' });
    await administrator.writeDate('First day it exists (optional)', '2026-04-01');
    await administrator.press('Add the organisation');
    expect(await administrator.text()).toContain('The organisation was added');
    const path = administrator.path();
    await administrator.visit('/organisations?text=HOME');
    await administrator.follow('Home Office');
    await administrator.follow(`Demonstration ${key}`);
    expect(administrator.path()).toBe(path);
  });
});

describe('an organisation', () => {
  let path = '';
  beforeAll(async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const details = { key: 'board', name: 'Demonstration board', acronym: 'DB', parentId: null };
    path = `/organisations/${(await people.createOrganisation(details)).id}`;
  });

  it('is renamed, and who was overtaken is told what it is now', async () => {
    const administrator = await world.visitor('administrator');
    const other = await world.visitor('administrator');
    await administrator.visit(path);
    await administrator.follow('Change name');
    await other.visit(`${path}/name`);
    await other.write('Acronym (optional)', 'DBX');
    await other.press('Save');
    await administrator.write('Name', 'Renamed board');
    await administrator.press('Save');
    expect(await administrator.problems()).toEqual([
      'Somebody else has changed this meanwhile. Its acronym is “DBX” now. Save again to write over it',
    ]);
    await administrator.write('Acronym (optional)', 'DBX');
    world.clock.advance(1_000);
    await administrator.press('Save');
    expect(await administrator.heading()).toContain('Renamed board');
  });

  it('is ended and taken back, and every change stays on its page', async () => {
    const administrator = await world.visitor('administrator');
    await administrator.visit(`${path}/end`);
    await administrator.press('Save the end');
    expect(await administrator.problems()).toEqual(['Enter the first day it no longer exists']);
    await administrator.writeDate('First day it no longer exists', '2026-03-01');
    await administrator.press('Save the end');
    expect(await administrator.problems()).toEqual(['The day must be after 4 May 2026, its first day']);
    await administrator.writeDate('First day it no longer exists', '2027-04-01');
    world.clock.advance(1_000);
    await administrator.press('Save the end');
    expect(await administrator.text()).toContain('Ends on 1 April 2027');
    await administrator.follow(/^Change the end/);
    world.clock.advance(1_000);
    await administrator.press('Take the end back');
    const changes = await administrator.page
      .getByRole('region', { name: 'What was changed' })
      .locator('tbody tr')
      .allInnerTexts();
    expect(changes).toHaveLength(4);
    expect(changes[0]).toContain('End: 1 April 2027 became none');
    expect(changes[2]).toContain('Name: “Demonstration board” became “Renamed board”');
    expect(changes[3]).toMatch(/Demonstration administrator\s+Acronym: “DB” became “DBX”/);
  });
});

describe('organisations', () => {
  it('can be read by everybody who is signed in, who is offered no changes', async () => {
    const submitter = await world.visitor('submitter');
    await submitter.visit('/organisations?text=justice');
    expect(await submitter.page.locator('main tbody tr').count()).toBe(1);
    await submitter.follow('Ministry of Justice');
    expect(await submitter.text()).not.toMatch(/Change|End\b|What was changed|People/);
    const path = submitter.path();
    for (const form of ['name', 'end']) await submitter.visit(`${path}/${form}`, 403);
    await submitter.visit('/organisations/add', 403);
  });

  it('end all but the one that reviews every case', async () => {
    const administrator = await world.visitor('administrator');
    const { id } = world.organisations.assurance;
    await administrator.visit(`/organisations/${id}`);
    expect(await administrator.text()).toContain('every case is reviewed by it');
    await administrator.visit(`/organisations/${id}/end`);
    await administrator.writeDate('First day it no longer exists', '2027-04-01');
    await administrator.press('Save the end');
    expect(await administrator.problems()).toHaveLength(1);
  });
});
