import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

async function preferenceOf(personId: string): Promise<unknown> {
  const [row] = await world.database.query<{ preference: string }>({
    text: 'select email_preference as preference from person where id = $1',
    values: [personId],
  });
  return row?.preference;
}

describe.each([
  ['with scripts', true, 'submitter'],
  ['without scripts', false, 'lead'],
] as const)('one’s own account %s', (_name, scripts, part) => {
  it('says who one is and in which roles, and takes how one wants to be told', async () => {
    const { id, name, email } = world.people[part];
    const visitor = await world.visitor(part, scripts);
    await visitor.visit('/help');
    await visitor.follow(name);
    expect(visitor.path()).toBe('/account');
    const text = await visitor.text();
    expect(text).toContain(email);
    expect(text).toMatch(part === 'submitter' ? /Home Office\s+Submitter/ : /Departmental assurance lead/);
    expect(await preferenceOf(id)).toBe('each');
    await visitor.choose('One email each working day, and at once only what cannot wait');
    await visitor.press('Save');
    expect(await visitor.text()).toContain('Your choice was saved');
    expect(await preferenceOf(id)).toBe('daily-digest');
    await visitor.choose('An email each time');
    await visitor.press('Save');
    expect(await preferenceOf(id)).toBe('each');
  });
});

describe('somebody without a role', () => {
  it('is told whom to ask', async () => {
    const visitor = await world.visitor('nobody');
    await visitor.visit('/account');
    expect(await visitor.text()).toContain('You hold no role yet');
  });
});
