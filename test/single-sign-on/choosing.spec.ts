import { faultsOfHtml } from '../web/valid-html.js';
import { PageClient } from '../web/page-client.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';

// Nobody listens there: which provider was chosen is told by the page that says it does not answer.
const PROVIDERS = ['one', 'two', 'three', 'four'].map((id) => ({
  id,
  name: `Department ${id}`,
  issuer: 'http://localhost:1',
  clientId: 'tests',
  clientSecret: 'secret',
  emailDomains: [`${id}.example`],
  people: { by: 'records' },
  insecureLoopback: true,
}));

let world: PagesWorld;
let client: PageClient;
beforeAll(async () => {
  world = await startPagesWorld({ APP_MODE: 'local', SIGN_IN_PROVIDERS: JSON.stringify(PROVIDERS) });
  client = await PageClient.of(world);
});
afterAll(() => world.close());

describe('where there are many providers', () => {
  it('the page asks for the address first, and has every way below, passwords too where they are taken', async () => {
    const { html } = await client.get('/sign-in?then=/account');
    expect(html.indexOf('name="workEmail"')).toBeLessThan(html.indexOf('Sign in with Department one'));
    for (const { id } of PROVIDERS) expect(html).toContain(`action="/sign-in/with/${id}"`);
    expect(html).toContain('type="password"');
    expect(await faultsOfHtml(html)).toEqual([]);
  });

  it.each([
    ['somebody@three.example', '/sign-in/with/three'],
    ['Somebody@TWO.example', '/sign-in/with/two'],
  ])('%s chooses', async (workEmail, action) => {
    const fields = { workEmail, then: '/account', resume: '/requests/new', 'kept.title': 'Kept' };
    const { status, html } = await client.post('/sign-in/with', fields);
    expect(status).toBe(503);
    expect(html).toContain(`action="${action}"`);
    expect(html).toContain('name="kept.title" value="Kept"');
  });

  it.each([
    ['', 'Enter your work email address'],
    ['somebody@five.example', 'Nobody signs in here with an address of this organisation'],
    ['one.example', 'Nobody signs in here with an address of this organisation'],
    ['one.example@five.example', 'Nobody signs in here with an address of this organisation'],
  ])('“%s” does not', async (workEmail, problem) => {
    const fields = { workEmail, then: '/account', resume: '/requests/new', 'kept.title': 'Kept' };
    const { status, html } = await client.post('/sign-in/with', fields);
    expect(status).toBe(400);
    expect(html).toContain(`<a href="#workEmail">${problem}`);
    expect(html).toContain('name="then" value="/account"');
    expect(html).toContain('name="kept.title" value="Kept"');
  });
});
