import { LikenessFinder } from '#casework';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
  for (const [about, more] of [
    ['drones', {}],
    ['lighthouses', {}],
    ['bunkers', { protectiveMarking: 'OFFICIAL-SENSITIVE' }],
  ] as const)
    for (const [part, organisation, title] of [
      ['submitter', 'department', `Register of ${about}`],
      ['stranger', 'otherDepartment', `New online register of ${about}`],
    ] as const)
      await world.http.expect(201, world.people[part], 'POST', '/cases', {
        body: {
          ...more,
          state: 'planned',
          title,
          description: `Owners of ${about} register them and pay once a year.`,
          category: 'digital-service',
          yearAmounts: [
            { financialYear: '2026-27', amountPence: 100_000_00 },
            { financialYear: '2027-28', amountPence: 23_000_00 },
          ],
          organisationId: world.organisations[organisation].id,
        },
      });
  await world.api.app.get(LikenessFinder, { strict: false }).compareChanged();
}, 60_000);
afterAll(() => world.close());

it('a reviewer puts two departments in touch, and both then know whom to speak to', async () => {
  const reviewer = await world.visitor('reviewer', false);
  await reviewer.visit('/');
  await reviewer.follow('3 pairs of cases that look alike');
  expect(await reviewer.text()).toContain('£123,000');
  await reviewer.follow(/^Compare the two.*drones/);
  expect(await reviewer.page.getByRole('row', { name: /^Amount expected/ }).innerText()).toMatch(
    /£123,000\s+2026-27: £100,000\s+2027-28: £23,000/,
  );
  expect(await reviewer.text()).toContain('Both are in the category “Digital service”');
  expect(await reviewer.page.getByRole('row', { name: /^Title/ }).innerText()).toContain('Different');
  await reviewer.press('Put the departments in touch');
  await reviewer.press('Put them in touch');
  expect(await reviewer.problems()).toEqual(['Say why the two departments should speak to each other']);
  await reviewer.write('Why should they speak to each other?', 'Both register drones.');
  await reviewer.press('Put them in touch');
  expect(await reviewer.text()).toContain('The two departments were put in touch');
  expect(await reviewer.page.getByRole('button').count()).toBe(1);

  const department = await world.visitor('submitter');
  await department.visit('/pipeline');
  await department.follow('Register of drones');
  expect(await department.text()).toContain('In touch with other departments');
  expect(await department.text()).toContain(world.people.stranger.email);
  expect(await department.text()).not.toContain('Looks like');
});

it('a reviewer comes from a case to what looks like it, and dismisses it for good', async () => {
  const reviewer = await world.visitor('reviewer');
  await reviewer.visit('/pipeline');
  await reviewer.follow('Register of lighthouses');
  expect(await reviewer.text()).toContain('Looks like');
  await reviewer.follow('New online register of lighthouses');
  await reviewer.press('Dismiss this pair');
  expect(await reviewer.text()).toContain('This cannot be undone');
  await reviewer.write('Why are they not for the same thing?', 'One is for charts, the other for towers.');
  await reviewer.press('Dismiss this pair');
  expect(await reviewer.text()).toContain('Dismissed for good');
  await reviewer.visit('/alike');
  expect(await reviewer.text()).not.toContain('lighthouses');

  await reviewer.follow(/^Compare the two.*bunkers/);
  expect(await reviewer.text()).toContain('marked higher than OFFICIAL');
  expect(await reviewer.page.getByRole('button', { name: 'Put the departments in touch' }).count()).toBe(0);

  const auditor = await world.visitor('auditor');
  await auditor.visit('/alike');
  await auditor.follow(/^Compare the two.*bunkers/);
  expect(await auditor.page.getByRole('button', { name: 'Dismiss this pair' }).count()).toBe(0);
  const department = await world.visitor('submitter');
  await department.visit('/alike', 403);
});
