import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

async function counted(text: string): Promise<number | undefined> {
  const [row] = await world.owner.query<{ count: number }>({ text, values: [] });
  return row?.count;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('going back and loading again, %s,', (_name, scripts) => {
  it('never sends a form a second time', async () => {
    const title = `Sent once ${scripts ? 'with' : 'without'} scripts`;
    const ofTitle = `select count(*)::int as count from spend_case where title = '${title}'`;
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit('/requests/new');
    await visitor.write('What should the request be called?', title);
    await visitor.press('Start the request');
    await visitor.page.reload();
    await visitor.page.goBack();
    await visitor.page.reload();
    await visitor.page.goForward();
    await visitor.page.reload();
    expect(await counted(ofTitle)).toBe(1);
    // Pressing again after going back is another request of the same name, which is asked about first.
    world.clock.advance(1_000);
    await visitor.page.goBack();
    await visitor.write('What should the request be called?', title);
    await visitor.press('Start the request');
    expect(await visitor.problems()).toEqual([
      'There is a draft with this title already: open it, or say that you want another',
    ]);
    expect(await counted(ofTitle)).toBe(1);

    const { reference } = await new CaseDriver(world).driveTo('in-review');
    await visitor.visit(`/cases/${reference}/comments`);
    await visitor.page.getByRole('textbox').last().fill('Said once.');
    const audience = visitor.page.getByRole('radio');
    if ((await audience.count()) > 0) await audience.first().check();
    await visitor.press(/^(Add|Send|Post).*comment/i);
    await visitor.page.reload();
    await visitor.page.goBack();
    await visitor.page.reload();
    const said = `select count(*)::int as count from comment where body = 'Said once.' and case_id =
      (select id from spend_case where reference = '${reference}')`;
    expect(await counted(said)).toBe(1);
  });

  it('comes back to the answer of a form by sending it again, which saves nothing, and to none once signed out', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const events = `select count(*)::int as count from case_event where case_id =
      (select id from spend_case where reference = '${reference}')`;
    const visitor = await world.visitor('submitter', scripts);
    const amount = visitor.page.getByLabel('What is the whole-life cost?');
    await visitor.visit(`/cases/${reference}/details/money/edit`);
    await amount.fill('a lot');
    await visitor.press('Save and continue');
    expect(await visitor.problems()).toHaveLength(1);
    await amount.fill('2,250,000');
    await visitor.press('Add another year');
    await visitor.press('Save and continue');
    const before = await counted(events);
    await visitor.goBackAndSendAgain();
    expect(await amount.inputValue()).toBe('2,250,000');
    await visitor.goBackAndSendAgain();
    expect(await visitor.problems()).toHaveLength(1);
    expect(await amount.inputValue()).toBe('a lot');
    expect(await counted(events)).toBe(before);
    await amount.fill('2,300,000');
    await visitor.press('Save and continue');
    // What was saved meanwhile is shown with it, as to anybody who was overtaken.
    expect(await visitor.heading()).toMatch(/changed/i);
    await visitor.press('Sign out');
    await visitor.goBackAndSendAgain();
    expect(await visitor.heading()).toBe('Sign in to spend control cases');
    expect(await visitor.text()).not.toContain(reference);
  });

  it('comes back to the decision that is to be checked, and does not make it twice', async () => {
    const { reference } = await new CaseDriver(world).driveTo('recommended');
    const decider = await world.visitor('decider', scripts);
    await decider.visit(`/cases/${reference}/decide/approved`);
    await decider.write('Approved amount', '1,400,000');
    await decider.write('Reason for the decision', 'The case is made.');
    await decider.press('Check the decision');
    await decider.page.reload();
    await decider.press('Make the decision');
    // The case is decided, so what is sent again is refused, with what was written.
    await decider.goBackAndSendAgain();
    expect(await decider.text()).toContain('1,400,000');
    const decided = `select count(*)::int as count from decision where case_id =
      (select id from spend_case where reference = '${reference}')`;
    expect(await counted(decided)).toBe(1);
  });
});
