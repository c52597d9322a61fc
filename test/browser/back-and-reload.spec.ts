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
});
