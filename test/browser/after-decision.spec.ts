import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 120_000;

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
}, 60_000);
afterAll(() => world.close());

it(
  'a department records more than was approved, and asks for an extension of which it explains only the difference',
  async () => {
    const approved = await driver.driveTo('approved');
    const { reference } = approved;
    const submitter = await world.visitor('submitter');
    await submitter.visit(`/cases/${reference}`);
    await submitter.follow('Spend');
    await submitter.page.locator('#amount-0').fill('60,000');
    await submitter.press('Record what was spent');
    expect(await submitter.problems()).toEqual([
      'Say why more was spent than the £50,000 approved',
      'Say whether the spending has ended',
    ]);
    await submitter.choose('No, more will be spent');
    await submitter.write('What is there to say about it?', 'The supplier raised its prices.');
    await submitter.press('Record what was spent');
    expect(await submitter.text()).toContain('£10,000 more was spent than was approved');

    await submitter.visit(`/cases/${reference}`);
    await submitter.follow('Start a variation or an extension');
    await submitter.press('Start the draft');
    expect(await submitter.problems()).toEqual([
      'Choose whether it is a variation or an extension',
      'Say what changes from what was approved, and why',
    ]);
    await submitter.choose('An extension');
    await submitter.write(
      'What changes from what was approved, and why?',
      'Six more months at higher prices.',
    );
    await submitter.press('Start the draft');
    const extension = submitter.path().split('/')[2] ?? '';
    const tasks = await submitter.text();
    expect(tasks).toContain(`This extension starts from ${reference}`);
    expect(tasks.split(`As approved in ${reference}`)).toHaveLength(14);

    await submitter.visit(`/cases/${extension}/details/money/edit`);
    await submitter.write('How much do you ask approval for?', '1,600,000');
    await submitter.page.locator('#amount-0').fill('1,000,000');
    await submitter.page.locator('#amount-1').fill('600,000');
    await submitter.press('Save and go back to the tasks');
    expect(await submitter.text()).toContain('later than the approved end, 31 March 2028:');
    await submitter.visit(`/cases/${extension}/details/dates/edit`);
    await submitter.writeDate('When does the spending end?', '2028-09-30');
    await submitter.press('Save and go back to the tasks');
    await submitter.visit(`/cases/${extension}/points/4/edit`);
    await submitter.page.locator('#narrative').fill('The supplier changed, and its interface with it.');
    await submitter.press('Save and go back to the tasks');
    for (const [part, method] of [
      ['lead', 'sign-off'],
      ['submitter', 'submit'],
    ] as const) {
      const { body } = await world.http.expect<{ revision: number }>(
        200,
        world.people[part],
        'GET',
        `/cases/${extension}`,
      );
      await world.http.expect(200, world.people[part], 'POST', `/cases/${extension}/${method}`, {
        ifMatch: body.revision,
      });
    }

    const reviewer = await world.visitor('reviewer');
    await reviewer.visit(`/cases/${extension}`);
    await reviewer.follow('What differs');
    const differs = await reviewer.text();
    expect(differs).toContain('Six more months at higher prices.');
    expect(differs).toMatch(
      /Approved before\s+£50,000\s+Requested now\s+£1,600,000\s+Difference\s+£1,550,000 more/,
    );
    expect(differs).toMatch(/Point 4: [^]*supplier/);
    expect(differs).toContain(`As approved in ${reference}`);
    await reviewer.visit(`/cases/${reference}/spend`);
    expect(await reviewer.text()).toContain('The supplier raised its prices.');
    expect(await reviewer.page.getByRole('button', { name: 'Record what was spent' }).count()).toBe(0);
  },
  JOURNEY_MS,
);

it(
  'a promised benefit is written down, seen by the reviewer, followed from the approval on, and found not met',
  async () => {
    const driven = await driver.draft();
    const { reference } = driven;
    const submitter = await world.visitor('submitter', false);
    await submitter.visit(`/cases/${reference}/legacy-exceptions/edit`);
    await submitter.follow(/^Add a benefit/);
    await submitter.press('Save');
    expect(await submitter.problems()).toEqual(['Enter what will be better']);
    await submitter.write('What will be better?', 'Fees change in days.');
    await submitter.write('How will you measure it?', 'Days from decision to change: 90, then 5.');
    await submitter.writeDate('By when?', '2029-03-31');
    await submitter.write('What is it worth in money? (optional)', '250,000');
    await submitter.press('Save');
    expect(await submitter.text()).toMatch(/Fees change in days[^]*By 31 March 2029, worth £250,000/);
    // The form of the system itself keeps what was promised.
    await submitter.follow(/^Change Licence mainframe/);
    await submitter.press('Save');
    await submitter.visit(`/cases/${reference}/check-answers`);
    expect(await submitter.text()).toContain('Promised benefit 1');
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const) {
      driven.revision = await revisionOf(reference);
      await driver.step(driven, step);
    }
    const reviewer = await world.visitor('reviewer', false);
    await reviewer.visit(`/cases/${reference}/assess/5`);
    expect(await reviewer.text()).toMatch(/Promised benefits\s+Fees change in days/);
    await driver.recommend(driven);
    await driver.decide(driven, 'approved');
    await driver.giveEvidence(driven, 'last');
    await reviewer.visit(`/cases/${reference}`);
    expect(await reviewer.text()).toContain('Promised benefit 2');
    await reviewer.follow('Conclude that promise 2 was not met');
    await reviewer.press('Conclude that it was not met');
    expect(await reviewer.problems()).toHaveLength(1);
    await reviewer.write('What was promised and did not come?', 'Changes still take a month.');
    await reviewer.press('Conclude that it was not met');
    expect(await reviewer.heading()).toContain('Promise recorded as not met');

    driven.revision = await revisionOf(reference);
    await driver.act(driven, 'submitter', 'POST', 'spend', {
      years: [{ financialYear: '2026-27', amountPence: 1_000_000 }],
    });
    const auditor = await world.visitor('auditor', false);
    await auditor.visit('/decisions/conditions?conditionStatus=not-met&conditionKind=benefit');
    expect(await auditor.text()).toMatch(new RegExp(`${reference}[^]*Promised benefit[^]*Not met`));
    await auditor.visit(`/decisions/decisions?spend=within&case=${reference}`);
    expect(await auditor.text()).toContain('£10,000');
    await auditor.visit('/dashboard');
    expect(await auditor.text()).toContain('Approved against spent');
    const now = world.clock.now().toISOString();
    await auditor.visit(`/cases/${reference}/as-it-stood?at=${now}`);
    expect(await auditor.text()).toMatch(/Promised benefit 2[^]*Not met[^]*What was spent[^]*£10,000/);
  },
  JOURNEY_MS,
);

async function revisionOf(reference: string): Promise<number> {
  const { http, people } = world;
  return (await http.read<{ revision: number }>(people.submitter, `/cases/${reference}`)).revision;
}

it(
  'promised remediation is answered and given more time like a condition, and what runs out is listed, without scripts',
  async () => {
    const approved = await driver.driveTo('approved');
    const { reference } = approved;
    const submitter = await world.visitor('submitter', false);
    await submitter.visit(`/cases/${reference}`);
    expect(await submitter.text()).toContain('Promised remediation 1');
    await submitter.follow('Give evidence for condition 1');
    await submitter.page.locator('textarea').first().fill('The mainframe is off.');
    await submitter.page.locator('form button[type=submit]').last().click();
    const reviewer = await world.visitor('reviewer', false);
    await reviewer.visit(`/cases/${reference}`);
    await reviewer.follow('Give condition 1 more time');
    await reviewer.press('Give it more time');
    expect(await reviewer.problems()).toEqual([
      'Enter the day by which it must be met now',
      'Give a reason, which the department reads',
    ]);
    await reviewer.writeDate('By when must it be met now?', '2028-09-30');
    await reviewer.write('Why is it given more time?', 'The data are more than was thought.');
    await reviewer.press('Give it more time');
    expect(await reviewer.heading()).toContain('Condition given more time');

    world.clock.advance(600 * 86_400_000);
    const later = await world.addPerson('Later submitter', [
      ['submitter', world.organisations.department.id],
    ]);
    const visitor = await world.visitorFor(later.id, false);
    await visitor.visit('/');
    expect(await visitor.text()).toContain('Approvals about to run out');
    await visitor.visit('/approvals-ending');
    await visitor.follow(
      /^Start an extension/,
      visitor.page.getByRole('row', { name: new RegExp(reference) }),
    );
    expect(await visitor.page.getByLabel('An extension').isChecked()).toBe(true);
  },
  JOURNEY_MS,
);
