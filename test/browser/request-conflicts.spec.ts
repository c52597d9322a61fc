import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
let driven: DrivenCase;
let one: Visitor;
let other: Visitor;
beforeAll(async () => {
  world = await startBrowserWorld();
  driven = await new CaseDriver(world).draft();
  one = await world.visitor('submitter');
  other = await world.visitor('lead', false);
});
afterAll(() => world.close());

const SAVE = 'Save and go back to the tasks';
const EVIDENCE = 'Your evidence';

/** What the API says of a point. */
async function savedOf(point: number) {
  const { body } = await world.http.expect<{
    readonly selfAssessment: string | null;
    readonly narrative: string | null;
    readonly remediation: { readonly action: string | null } | null;
  }>(200, world.people.submitter, 'GET', `/cases/${driven.reference}/points/${point}`);
  return body;
}

const OVERTAKEN = 'Somebody else changed this while you were writing';
const KEPT_OF_EVIDENCE = 'What do you want to keep of “Evidence”?';

/** Both open a point, and both write its evidence; the one who saves last is told. */
async function bothWrite(point: number, first = other, last = one): Promise<void> {
  const path = `/cases/${driven.reference}/points/${point}/edit`;
  await last.visit(path);
  await first.visit(path);
  await first.write(EVIDENCE, 'What the first wrote.\nOn two lines.');
  await first.press(SAVE);
  await last.write(EVIDENCE, 'What the last wrote.');
  await last.press(SAVE);
  expect(await last.heading()).toContain(OVERTAKEN);
}

describe('two people who write about the same point', () => {
  it('have what only one of both changed put together, and are told whose it is', async () => {
    const path = `/cases/${driven.reference}/points/6/edit`;
    await one.visit(path);
    await other.visit(path);
    await other.choose('Not met');
    await other.write('How will the gap be closed?', 'ACTION Q');
    await other.press(SAVE);
    await one.write(EVIDENCE, 'Only the evidence is new.');
    await one.press(SAVE);
    expect(await one.heading()).toContain(OVERTAKEN);
    const [theirs = '', mine = ''] = (await one.text()).split('Changed by you: kept');
    expect(theirs).toContain('Demonstration lead saved a change on 4 May 2026 at 10am');
    expect(theirs).toContain('Changed by somebody else: kept');
    expect(theirs).toMatch(/Your own assessment\s+Not met/);
    expect(theirs).toMatch(/How the gap will be closed\s+ACTION Q/);
    expect(theirs).toContain('Demonstration lead changed this on 4 May 2026 at 10am');
    expect(mine).toContain('Only the evidence is new.');
    expect(mine).not.toMatch(/Your own assessment|How the gap will be closed/);
    expect(await savedOf(6)).not.toMatchObject({ narrative: 'Only the evidence is new.' });
    await one.press('Save both changes');
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await savedOf(6)).toMatchObject({
      selfAssessment: 'not-met',
      narrative: 'Only the evidence is new.',
      remediation: { action: 'ACTION Q' },
    });
  });

  it('choose where both changed the same answer, and cannot forget to', async () => {
    await bothWrite(1);
    const told = await one.text();
    expect(told).toContain('What the first wrote.\nOn two lines.');
    expect(told).toContain('What the last wrote.');
    await one.press('Save what I chose');
    expect(await one.problems()).toEqual(['Choose what to keep of “Evidence”']);
    await one.choose('Keep what I wrote', KEPT_OF_EVIDENCE);
    await one.press('Save what I chose');
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await savedOf(1)).toMatchObject({ narrative: 'What the last wrote.' });
  });

  it('without scripts keep the other’s as well', async () => {
    await bothWrite(4, one, other);
    await other.press('Save what I chose');
    expect(await other.problems()).toEqual(['Choose what to keep of “Evidence”']);
    await other.choose('Keep what Demonstration submitter saved', KEPT_OF_EVIDENCE);
    await other.press('Save what I chose');
    expect(other.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await savedOf(4)).toMatchObject({ narrative: 'What the first wrote.\nOn two lines.' });
  });

  it('write it anew with both in sight, and are told again where it was changed again', async () => {
    await bothWrite(2);
    await one.choose('Write it anew, with both in sight', KEPT_OF_EVIDENCE);
    await one.press('Save what I chose');
    expect(await one.page.getByLabel(EVIDENCE).inputValue()).toBe('What the last wrote.');
    const beside = one.page.locator('.govuk-inset-text', { hasText: 'while you were writing' });
    const said = await beside.innerText();
    expect(said).toContain('What the first wrote.\nOn two lines.');
    expect(said).toContain('“Evidence” as Demonstration lead saved it while you were writing');
    expect(said).toContain(
      'Demonstration lead wrote this. What you write below takes its place when you save.',
    );
    expect(said).not.toContain('changed again');
    await other.visit(`/cases/${driven.reference}/points/2/edit`);
    await other.write(EVIDENCE, 'Once more.');
    await other.press(SAVE);
    // Shown again for a fault of its own, it has the newest of the other, and says that it is another.
    await one.write(EVIDENCE, 'What \u202e both wrote.');
    await one.press(SAVE);
    expect(await beside.innerText()).toContain('Once more.');
    expect(await beside.innerText()).toContain('changed again after you chose');
    await one.write(EVIDENCE, 'What both wrote.');
    await one.press(SAVE);
    expect(await one.heading()).toContain(OVERTAKEN);
    const told = await one.text();
    expect(told).toContain('Once more.');
    expect(told).toMatch(/Before\s+What the first wrote\./);
    await one.choose('Keep what I wrote', KEPT_OF_EVIDENCE);
    await one.press('Save what I chose');
    expect(await savedOf(2)).toMatchObject({ narrative: 'What both wrote.' });
  });

  it('are not said to have answered about common components where they did not', async () => {
    const driver = new CaseDriver(world);
    const asked = await driver.draft();
    const details = { flags: { ...(FINISHED_DETAILS['flags'] as object), publicFacing: true } };
    await driver.act(asked, 'submitter', 'PATCH', 'details', details, 1);
    const path = `/cases/${asked.reference}/points/8/edit`;
    await one.visit(path);
    await other.visit(path);
    await other.choose('Will be used', 'GOV.UK Notify');
    await other.press(SAVE);
    await one.write(EVIDENCE, 'New evidence on sharing.');
    await one.press(SAVE);
    const [theirs = '', mine = ''] = (await one.text()).split('Changed by you: kept');
    expect(theirs).toContain('GOV.UK Notify: Will be used');
    expect(theirs).not.toContain('What you both changed');
    expect(mine).toContain('New evidence on sharing.');
    expect(mine).not.toContain('GOV.UK');
    await one.press('Save both changes');
    await one.visit(path);
    expect(
      await one.page
        .getByRole('group', { name: 'GOV.UK Notify' })
        .getByLabel('Will be used', { exact: true })
        .isChecked(),
    ).toBe(true);
    expect(await one.page.getByLabel(EVIDENCE).inputValue()).toBe('New evidence on sharing.');
  });

  it('leave what is there', async () => {
    await bothWrite(3);
    await one.follow('Leave what is saved now, without what I wrote');
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    expect(await savedOf(3)).toMatchObject({ narrative: 'What the first wrote.\nOn two lines.' });
  });
});

describe('two people who write the details', () => {
  const pageOf = (page: string) => `/cases/${driven.reference}/details/${page}/edit`;

  it('on the same page choose about what both changed alone', async () => {
    await one.visit(pageOf('owner'));
    await other.visit(pageOf('owner'));
    await other.write('Name', 'Another demonstration owner');
    await other.press(SAVE);
    await one.write('Name', 'A third demonstration owner');
    await one.press(SAVE);
    const told = await one.text();
    expect(told).toContain('Demonstration lead saved a change');
    expect(told).toContain('Another demonstration owner');
    expect(told).toContain('A third demonstration owner');
    // The address is the same in both, so there is nothing to choose.
    expect(told).not.toContain('owner@home-office.example');
    await one.choose('Keep what I wrote');
    await one.press('Save what I chose');
    await one.visit(pageOf('owner'));
    expect(await one.page.getByLabel('Name').inputValue()).toBe('A third demonstration owner');
  });

  it('change different financial years, and are in dispute about none but the one both changed', async () => {
    const year = (visitor: Visitor, row: number) => visitor.page.locator(`#amount-${row}`);
    const ASKED = 'How much do you ask approval for?';
    await one.visit(pageOf('money'));
    await other.visit(pageOf('money'));
    await other.write(ASKED, '1,600,000');
    await year(other, 0).fill('1,100,000');
    await other.press(SAVE);
    await one.write(ASKED, '1,600,000');
    await year(one, 1).fill('600,000');
    await one.press(SAVE);
    expect(await one.heading()).toContain(OVERTAKEN);
    const told = await one.text();
    expect(told).not.toContain('What you both changed');
    expect(told).toMatch(/Changed by somebody else: kept[^]*Amount for 2026-27\s+£1,100,000/);
    expect(told).toMatch(/Changed by you: kept\s+Amount for 2027-28\s+£600,000/);
    await one.press('Save both changes');
    // Each was right by itself, and both together are not.
    expect(await one.problems()).toEqual([
      'Make the amounts by financial year add up to the £1,600,000 requested',
    ]);
    expect(await year(one, 0).inputValue()).toBe('1,100,000');
    expect(await year(one, 1).inputValue()).toBe('600,000');
    await one.write(ASKED, '1,700,000');
    await one.press(SAVE);
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);

    await one.visit(pageOf('money'));
    await other.visit(pageOf('money'));
    await year(other, 0).fill('1,000,000');
    await year(other, 1).fill('700,000');
    await other.press(SAVE);
    await one.write(ASKED, '1,500,000');
    await year(one, 0).fill('900,000');
    await one.press(SAVE);
    await one.choose(
      'Write it anew, with both in sight',
      'What do you want to keep of “Amount for 2026-27”?',
    );
    await one.press('Save what I chose');
    const beside = await one.page.locator('.govuk-inset-text', { hasText: 'while you were' }).innerText();
    expect(beside).toMatch(/^“Amount for 2026-27” as Demonstration lead saved it[^]*£1,000,000/);
    expect(await year(one, 0).inputValue()).toBe('900,000');
    await year(one, 0).fill('800,000');
    await one.press(SAVE);
    const { body } = await world.http.expect<{ readonly details: object }>(
      200,
      world.people.submitter,
      'GET',
      `/cases/${driven.reference}`,
    );
    expect(body.details).toMatchObject({
      requestedPence: 150_000_000,
      yearAmounts: [
        { financialYear: '2026-27', amountPence: 80_000_000 },
        { financialYear: '2027-28', amountPence: 70_000_000 },
      ],
    });
  });

  it('can change it before saving, from what both wrote and not from what was there before', async () => {
    await one.visit(pageOf('about'));
    await other.visit(pageOf('about'));
    await other.write('Title', 'The title of the lead');
    await other.press(SAVE);
    await one.write('What is the money for?', 'What the submitter says.');
    await one.press(SAVE);
    expect(await one.text()).toMatch(/Title\s+The title of the lead/);
    await one.press('Change it before saving');
    expect(await one.page.getByLabel('Title').inputValue()).toBe('The title of the lead');
    await one.write('What is the money for?', 'What the submitter says, and more.');
    await one.press(SAVE);
    const { body } = await world.http.expect<{ readonly details: object }>(
      200,
      world.people.submitter,
      'GET',
      `/cases/${driven.reference}`,
    );
    expect(body.details).toMatchObject({
      title: 'The title of the lead',
      description: 'What the submitter says, and more.',
    });
  });

  it('on different pages are not in each other’s way, and neither loses anything', async () => {
    await one.visit(pageOf('about'));
    await other.visit(pageOf('marking'));
    await other.choose('OFFICIAL-SENSITIVE');
    await other.press(SAVE);
    await one.write('Title', 'Move licensing, and quickly');
    await one.press(SAVE);
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    const { body } = await world.http.expect<{
      readonly details: { readonly title: string; readonly protectiveMarking: string };
    }>(200, world.people.submitter, 'GET', `/cases/${driven.reference}`);
    expect(body.details).toMatchObject({
      title: 'Move licensing, and quickly',
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
  });

  it('are told so where a third change follows while one chooses', async () => {
    await one.visit(pageOf('owner'));
    await other.visit(pageOf('owner'));
    await other.write('Name', 'First');
    await other.press(SAVE);
    await one.write('Name', 'Mine');
    await one.press(SAVE);
    await other.visit(pageOf('marking'));
    await other.choose('OFFICIAL');
    await other.press(SAVE);
    await one.choose('Keep what I wrote');
    await one.press('Save what I chose');
    // Only another page was changed since: what was chosen stands.
    expect(one.path()).toBe(`/cases/${driven.reference}/tasks`);
    await one.visit(pageOf('owner'));
    expect(await one.page.getByLabel('Name').inputValue()).toBe('Mine');
  });
});

it('two who write about a legacy system are in each other’s way only in the same answer', async () => {
  const path = `/cases/${driven.reference}/legacy-exceptions/${driven.exceptionId}/edit`;
  await one.visit(path);
  await other.visit(path);
  await other.write('Who owns the plan?', 'An owner the lead named');
  await other.press('Save');
  await one.write('Name of the system', 'Licence mainframe, as the submitter calls it');
  await one.press('Save');
  expect(await one.text()).toMatch(/Owner of the plan\s+An owner the lead named/);
  await one.press('Save both changes');
  const told = await one.text();
  expect(told).toContain('Licence mainframe, as the submitter calls it');
  expect(told).toContain('An owner the lead named');
});

it('who writes about a legacy system that somebody takes out can add it again', async () => {
  const path = `/cases/${driven.reference}/legacy-exceptions/${driven.exceptionId}`;
  await one.visit(`${path}/edit`);
  await other.visit(`${path}/remove`);
  await other.press('Remove it');
  await one.write('Name of the system', 'Licence mainframe, renamed');
  await one.press('Save');
  expect(await one.problems()).toEqual([
    'Somebody removed this system from the request while you were writing. Save to add it again as you wrote it',
  ]);
  await one.press('Save');
  expect(await one.text()).toContain('Licence mainframe, renamed');
  expect(await one.text()).toContain('26.67 out of 30');
});
