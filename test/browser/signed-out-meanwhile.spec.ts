import { PeopleService } from '#identity';
import { CaseDriver } from '../api/world/case-driver.js';
import { pdf } from '../attachments/files.js';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const PASSWORD = 'a long enough password';
const EMAIL = 'slow-writer@people.example';

let world: BrowserWorld;
let kept: KeptFiles;
let personId: string;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startBrowserWorld(kept.environment);
  const people = world.api.app.get(PeopleService, { strict: false });
  const { id } = await people.createPerson({
    email: EMAIL,
    name: 'Demonstration slow writer',
    password: PASSWORD,
  });
  await people.giveRole(null, id, 'submitter', world.organisations.department.id);
  personId = id;
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('whose session ends while they write, %s', (_name, scripts) => {
  it('loses nothing: they sign in, and send it again', async () => {
    const visitor = await world.visitorFor(personId, scripts);
    await visitor.visit('/requests/new');
    const title = `Renew the case system ${String(scripts)}`;
    await visitor.write(/title|called|name/i, title);
    world.clock.set(new Date(world.clock.now().getTime() + 45 * 60_000));
    await visitor.press(/continue|start|save/i);
    expect(await visitor.heading()).toBe('Sign in to spend control cases');
    await visitor.write('Email address', EMAIL);
    await visitor.write('Password', 'the wrong password');
    await visitor.press('Sign in');
    await visitor.write('Password', PASSWORD);
    await visitor.press('Sign in');
    expect(await visitor.heading()).toBe('You are signed in again');
    await visitor.press('Continue');
    expect(visitor.path()).toMatch(/^\/cases\/DT-/);
    const [count] = await world.owner.query<{ count: number }>({
      text: 'select count(*)::int as count from spend_case where title = $1',
      values: [title],
    });
    expect(count?.count).toBe(1);
  });

  it('is told which file to choose again, and keeps every word', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const visitor = await world.visitorFor(personId, scripts);
    await visitor.visit(`/cases/${reference}/points/2/edit`);
    await visitor.write('Your evidence', 'Written before the end\nof the session.');
    const chooser = visitor.page.getByLabel('Attach a file');
    await chooser.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
    world.clock.set(new Date(world.clock.now().getTime() + 45 * 60_000));
    await visitor.press('Save and continue');
    expect(await visitor.text()).toContain('plan.pdf');
    await visitor.write('Email address', EMAIL);
    await visitor.write('Password', PASSWORD);
    await visitor.press('Sign in');
    expect(await visitor.heading()).toBe('You are signed in again');
    const told = await visitor.text();
    expect(told).toContain('The file you chose, plan.pdf, could not be kept.');
    expect(told).toMatch(/Your evidence\s+Written before the end\nof the session\./);
    await visitor.press('Continue');
    expect(visitor.path()).toBe(`/cases/${reference}/points/2/edit`);
    expect(await visitor.problems()).toEqual(['Choose plan.pdf again: it could not be kept']);
    expect(await visitor.page.getByLabel('Your evidence').inputValue()).toBe(
      'Written before the end\nof the session.',
    );
    await chooser.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await visitor.press('Save and continue');
    expect(visitor.path()).toBe(`/cases/${reference}/points/3/edit`);
    await visitor.visit(`/cases/${reference}/points/2/edit`);
    expect(await visitor.text()).toContain('plan.pdf');
  });

  it('loses nothing either when they signed in anew in another window', async () => {
    const visitor = await world.visitorFor(personId, scripts);
    await visitor.visit('/requests/new');
    const title = `Replace the case system ${String(scripts)}`;
    await visitor.write(/title|called|name/i, title);
    await visitor.page.context().clearCookies({ name: '__Host-form' });
    await visitor.press(/continue|start|save/i);
    expect(await visitor.heading()).toBe('Send this again');
    await visitor.press('Continue');
    expect(visitor.path()).toMatch(/^\/cases\/DT-/);
    expect(await visitor.text()).toContain(title);
  });

  it('is asked to sign in at once where nobody is signed in there any more', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const visitor = await world.visitorFor(personId, scripts);
    await visitor.visit(`/cases/${reference}/points/2/edit`);
    await visitor.write('Your evidence', 'Written before the browser forgot.');
    const chooser = visitor.page.getByLabel('Attach a file');
    await chooser.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await visitor.page.context().clearCookies();
    await visitor.press('Save and continue');
    expect(await visitor.heading()).toBe('Sign in to spend control cases');
    await visitor.write('Email address', EMAIL);
    await visitor.write('Password', PASSWORD);
    await visitor.press('Sign in');
    expect(await visitor.heading()).toBe('You are signed in again');
    const told = await visitor.text();
    expect(told).toMatch(
      /What is kept[^]*Your evidence\s+Written before the browser forgot\.[^]*plan\.pdf: not kept/,
    );
  });
});
