import { PeopleService } from '#identity';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const PASSWORD = 'a long enough password';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
  const people = world.api.app.get(PeopleService, { strict: false });
  await people.createPerson({
    email: 'someone@people.example',
    name: 'Demonstration someone',
    password: PASSWORD,
  });
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('signing in %s', (_name, scripts) => {
  it('asks who is not signed in, says what is wrong, and goes on to where they were going', async () => {
    const visitor = await world.stranger(scripts);
    await visitor.visit('/cookies');
    await visitor.visit('/?tab=1');
    expect(visitor.path()).toBe('/sign-in');
    await visitor.press('Sign in');
    expect(await visitor.problems()).toEqual(['Enter your email address', 'Enter your password']);
    await visitor.write('Email address', 'someone@people.example');
    await visitor.write('Password', 'not the right one');
    await visitor.press('Sign in');
    expect(await visitor.problems()).toEqual(['Email address or password is not right']);
    expect(await visitor.page.getByLabel('Email address').inputValue()).toBe('someone@people.example');
    await visitor.write('Password', PASSWORD);
    await visitor.press('Sign in');
    expect(new URL(visitor.page.url()).search).toBe('?tab=1');
    await visitor.press('Sign out');
    expect(await visitor.heading()).toBe('You have signed out');
    await visitor.visit('/');
    expect(visitor.path()).toBe('/sign-in');
  });
});

describe('a page', () => {
  it.each(['/accessibility', '/cookies', '/help', '/sign-in'])('%s may be seen by anybody', async (path) => {
    const visitor = await world.stranger();
    await visitor.visit(path);
  });

  it('that is not there is said not to be', async () => {
    const visitor = await world.visitor('submitter');
    await visitor.visit('/nowhere', 404);
    expect(await visitor.heading()).toBe('Page not found');
  });
});
