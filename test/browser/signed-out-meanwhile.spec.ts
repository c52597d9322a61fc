import { PeopleService } from '#identity';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const PASSWORD = 'a long enough password';
const EMAIL = 'slow-writer@people.example';

let world: BrowserWorld;
let personId: string;
beforeAll(async () => {
  world = await startBrowserWorld();
  const people = world.api.app.get(PeopleService, { strict: false });
  const { id } = await people.createPerson({
    email: EMAIL,
    name: 'Demonstration slow writer',
    password: PASSWORD,
  });
  await people.giveRole(null, id, 'submitter', world.organisations.department.id);
  personId = id;
});
afterAll(() => world.close());

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
});
