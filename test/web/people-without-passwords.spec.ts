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
  expect((await client.get('/invitations/sci_any')).status).toBe(404);
});
