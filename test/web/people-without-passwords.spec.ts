import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Where the service takes no passwords, people are added, and nobody is invited to choose one.

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld({ PASSWORD_SIGN_IN: 'off' });
});
afterAll(() => world.close());

it('adds somebody who then has no role, and offers no invitation', async () => {
  const client = await PageClient.of(world, world.people.administrator.id);
  expect((await client.get('/people')).html).toContain('href="/people/add"');
  expect((await client.get('/people/invite')).headers.get('location')).toBe('/people/add');
  const refused = await client.post('/people/add', { name: '', email: 'somebody@home-office.example' });
  expect(refused.status).toBe(400);
  expect(refused.html).toContain('Enter their name');
  const added = await client.post('/people/add', {
    name: 'Demonstration somebody',
    email: 'somebody@home-office.example',
  });
  const address = added.headers.get('location') ?? '';
  expect(address).toMatch(/^\/people\/[\da-f-]{36}\?done=person-added$/);
  const { html } = await client.get(address);
  expect(html).toContain('Through their organisation');
  expect(html).not.toContain('/invitation"');
  const [path = ''] = address.split('?');
  expect((await client.post(`${path}/invitation`, {})).status).toBe(409);
  for (const { status } of [
    await client.get('/invitations'),
    await client.post('/invitations', { code: 'sci_any' }),
  ])
    expect(status).toBe(404);
});

it('has no pages of passwords, and says nothing of them', async () => {
  const client = await PageClient.of(world, world.people.submitter.id);
  for (const path of ['/account/password', '/forgotten-password', '/password-reset'])
    for (const { status } of [await client.get(path), await client.post(path, { password: 'any' })])
      expect([path, status]).toEqual([path, 404]);
  for (const path of ['/forgotten-password/sent', '/forgotten-password/chosen'])
    expect((await client.get(path)).status).toBe(404);
  expect((await client.get('/account')).html).not.toContain('/account/password');
  expect((await (await PageClient.of(world)).get('/sign-in')).html).not.toContain('/forgotten-password');
});
