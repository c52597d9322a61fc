import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

it('a returned request says why, asks beside the point, and is resubmitted by a lead', async () => {
  const { reference } = await driver.driveTo('returned');
  const submitter = await world.visitor('submitter', false);
  await submitter.visit('/');
  await submitter.follow(
    'Move the licensing service to public cloud',
    submitter.page.getByRole('region', { name: 'Returned to you with questions' }),
  );
  expect(await submitter.text()).toContain('Point 5 is unclear.');
  expect(await submitter.text()).toContain('Question to answer');
  world.clock.advance(60_000);
  await submitter.follow('5. Use cloud first');
  expect(await submitter.text()).toContain('What GDS Assurance asks about this point');
  expect(await submitter.page.locator('#narrative-hint').innerText()).toBe(
    'GDS Assurance asks: Which regions?',
  );
  await submitter.write('Your evidence', 'London and Cardiff.');
  await submitter.press('Save and go back to the tasks');
  expect(await submitter.text()).not.toContain('Question to answer');
  await submitter.follow('Check your answers');
  expect(await submitter.text()).toContain('only they can sign it off and resubmit it');

  const lead = await world.visitor('lead');
  await lead.visit(`/cases/${reference}/check-answers`);
  await lead.onwards(lead.page.getByRole('button', { name: 'Sign off and resubmit' }));
  await lead.press('Sign off and resubmit');
  expect(await lead.problems()).toEqual([
    'Say how you have answered the questions',
    'Confirm that you have read the request',
  ]);
  await lead.write('How have you answered the questions?', 'Point 5 names the regions.');
  await lead.page.getByRole('checkbox').check();
  // Somebody changes the request while the lead reads.
  await submitter.visit(`/cases/${reference}/points/5/edit`);
  await submitter.write('Your evidence', 'London, Cardiff and Dublin.');
  await submitter.press('Save and go back to the tasks');
  await lead.press('Sign off and resubmit');
  expect(await lead.problems()).toEqual([
    'Demonstration submitter changed the request after you opened this page. Check the answers again before you go on',
  ]);
  expect(await lead.page.getByLabel('How have you answered the questions?').inputValue()).toBe(
    'Point 5 names the regions.',
  );
  await lead.press('Sign off and resubmit');
  expect(await lead.heading()).toBe('Request resubmitted');
}, 60_000);

it('a request under the threshold is recorded and closed', async () => {
  const { reference } = await driver.draft({ small: true });
  const submitter = await world.visitor('submitter');
  await submitter.visit(`/cases/${reference}/check-answers`);
  expect(await submitter.text()).toContain('This spending does not need approval');
  await submitter.onwards(submitter.page.getByRole('button', { name: 'Record it and close the request' }));
  await submitter.write('Why is the request closed?', 'Under the threshold.');
  await submitter.press('Record and close');
  expect(await submitter.heading()).toBe('Request recorded and closed');
});

it('a request the department assures itself is recorded as that', async () => {
  const { reference } = await driver.draft({ departmental: true });
  const lead = await world.visitor('lead');
  await lead.visit(`/cases/${reference}/sign-off`);
  await lead.page.getByRole('checkbox').check();
  await lead.press('Sign off');
  await lead.page.getByText('What you cannot do now, and why').click();
  expect(await lead.text()).toContain('goes through the department’s own assurance');
  await lead.onwards(lead.page.getByRole('button', { name: 'Record your department’s own assurance' }));
  await lead.write('What did your assurance find?', 'Our board looked at it.');
  await lead.press('Record the assurance');
  expect(await lead.heading()).toBe('Assurance recorded');
});

it('nobody but the department is shown its forms', async () => {
  const { reference } = await driver.draft();
  const reviewer = await world.visitor('reviewer');
  for (const page of ['tasks', 'check-answers', 'points/1/edit', 'sign-off', 'details/about/edit']) {
    const answer = await reviewer.page.request.get(`${reviewer.url}/cases/${reference}/${page}`, {
      maxRedirects: 0,
    });
    expect([page, answer.status(), answer.headers()['location']?.split('?')[0]]).toEqual([
      page,
      303,
      `/cases/${reference}`,
    ]);
  }
  const stranger = await world.visitor('stranger');
  await stranger.visit(`/cases/${reference}/tasks`, 404);
});
