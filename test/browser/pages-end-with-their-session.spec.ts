import type { Page } from 'playwright-core';
import { PeopleService } from '#identity';
import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { pdf } from '../attachments/files.js';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import { Visitor } from './world/visitor.js';

const PASSWORD = 'a long enough password';
const TITLE = String(FINISHED_DETAILS['title']);
const WRITTEN = 'Written just before the end\nof the session.';
const MINUTE = 60_000;
const OVER = 'You have been signed out';

/** All that a page has in it, and all that scripts could read of what the browser keeps. */
const HELD = `[document.documentElement.outerHTML, document.title,
  ...[...document.querySelectorAll('input, textarea, select')].map(({ value }) => value),
  JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state])].join('\\n')`;

let world: BrowserWorld;
let kept: KeptFiles;
let driver: CaseDriver;
let people: Readonly<Record<'writer' | 'other', string>>;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startBrowserWorld(kept.environment);
  driver = new CaseDriver(world);
  people = { writer: await added('writer'), other: await added('other') };
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

const emailOf = (name: keyof typeof people) => `${name}@ends.example`;

/** Somebody of the department with a password. @returns their id */
async function added(name: keyof typeof people): Promise<string> {
  const service = world.api.app.get(PeopleService, { strict: false });
  const person = { email: emailOf(name), name: `Demonstration ${name}`, password: PASSWORD };
  const { id } = await service.createPerson(person);
  await service.giveRole(null, id, 'submitter', world.organisations.department.id);
  return id;
}

/** Somebody at a browser whose time can be moved. */
async function visitorInTime(personId: string): Promise<Visitor> {
  const visitor = await world.visitorFor(personId);
  await visitor.page.context().clock.install({ time: world.clock.now() });
  return visitor;
}

const anotherTab = ({ page }: Visitor): Promise<Visitor> => Visitor.in(page.context(), world.api.url, true);

/** Time goes by for the service and for one of its pages, and those beside it. */
async function pass({ page }: Visitor, milliseconds: number): Promise<void> {
  world.clock.advance(milliseconds);
  await page.context().clock.fastForward(milliseconds);
}

/** Waits until the page has ended, and looks that nothing is left in it. */
async function ended(visitor: Visitor, why: RegExp): Promise<void> {
  await visitor.page.getByRole('heading', { level: 1, name: OVER }).waitFor();
  await visitor.checked();
  expect(await visitor.text()).toMatch(why);
  expect(await visitor.page.title()).toBe(`${OVER} – Spend control cases – GOV.UK`);
  expect(await visitor.page.locator(':focus').innerText()).toBe(OVER);
  const held = await visitor.page.evaluate<string>(HELD);
  for (const word of [TITLE, 'Written just before', 'Demonstration writer', 'plan.pdf', 'data-key'])
    expect(held).not.toContain(word);
}

async function signIn(visitor: Visitor, name: keyof typeof people): Promise<void> {
  await visitor.write('Email address', emailOf(name));
  await visitor.write('Password', PASSWORD);
  await visitor.press('Sign in');
}

/** As an administrator would, or a password that is changed elsewhere. */
function endSessionsOfWriter() {
  return world.owner.query({
    text: 'update web_session set ended_at = $2 where person_id = $1 and ended_at is null',
    values: [people.writer, world.clock.now()],
  });
}

const fieldOf = (page: Page) => page.getByLabel('Your evidence');

it('who signs out in one tab leaves nothing in the others, and is given back what they were writing', async () => {
  const { reference } = await driver.draft();
  const reading = await world.visitorFor(people.writer);
  const writing = await anotherTab(reading);
  const beside = await anotherTab(reading);
  await reading.visit(`/cases/${reference}`);
  await beside.visit('/');
  await beside.visit(`/cases/${reference}/history`);
  const path = `/cases/${reference}/points/2/edit`;
  await writing.visit(path);
  await writing.write('Your evidence', WRITTEN);
  await writing.choose('Partially met');
  await reading.press('Sign out');
  await ended(beside, /You signed out in this browser[^]*Sign in again/);
  await ended(writing, /You signed out in this browser[^]*What you were writing is kept/);
  // Going back asks for the page, and nobody is signed in.
  await beside.page.goBack();
  expect(await beside.heading()).toBe('Sign in to spend control cases');

  await writing.press('Sign in and go on writing');
  expect(await writing.heading()).toBe('Sign in to spend control cases');
  expect(await writing.page.evaluate<string>(HELD)).not.toContain('Written just before');
  await writing.write('Email address', emailOf('writer'));
  await writing.write('Password', 'the wrong password');
  await writing.press('Sign in');
  await signIn(writing, 'writer');
  expect(await writing.heading()).toBe('You are signed in again');
  expect(await writing.text()).toMatch(
    /Nothing has been sent or saved yet[^]*Your evidence\s+Written just before the end\nof the session\./,
  );
  await writing.press('Continue');
  expect(writing.path()).toBe(path);
  expect(await fieldOf(writing.page).inputValue()).toBe(WRITTEN);
  expect(await writing.page.getByLabel('Partially met').isChecked()).toBe(true);
  await writing.press('Save and continue');
  await writing.visit(path);
  expect(await fieldOf(writing.page).inputValue()).toBe(WRITTEN);
});

it('a page ends when nothing was done for too long, though nothing can be reached, and loses nothing', async () => {
  const { reference } = await driver.draft();
  const visitor = await visitorInTime(people.writer);
  const { page } = visitor;
  const path = `/cases/${reference}/points/2/edit`;
  await visitor.visit(path);
  await visitor.write('Your evidence', WRITTEN);
  await page
    .getByLabel('Attach a file')
    .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await page.context().setOffline(true);
  await pass(visitor, 31 * MINUTE);
  await ended(visitor, /you did nothing here for 30 minutes[^]*What you were writing is kept/);
  // It is not sent to nobody.
  await page.getByRole('button', { name: 'Sign in and go on writing' }).click();
  await page.getByText('The service cannot be reached').waitFor();
  await page.context().setOffline(false);
  await visitor.press('Sign in and go on writing');
  await signIn(visitor, 'writer');
  await visitor.press('Continue');
  expect(await visitor.problems()).toEqual(['Choose plan.pdf again: it could not be kept']);
  expect(await fieldOf(page).inputValue()).toBe(WRITTEN);
});

it('what one person was writing is not given to another, who signs in from its page or beside it', async () => {
  const { reference } = await driver.draft();
  const writing = await world.visitorFor(people.writer);
  const beside = await anotherTab(writing);
  await writing.visit(`/cases/${reference}/points/2/edit`);
  await writing.write('Your evidence', WRITTEN);
  const { hostname: domain } = new URL(world.api.url);
  const cookie = { ...(await world.signIn(people.other)), domain, path: '/', secure: true };
  await writing.page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }]);
  await beside.visit('/');
  await ended(writing, /Somebody else has signed in with this browser/);
  await writing.page.context().clearCookies();
  await writing.press('Sign in and go on writing');
  await signIn(writing, 'other');
  expect(await writing.heading()).toBe('Somebody else wrote this');
  expect(await writing.page.evaluate<string>(HELD)).not.toContain('Written just before');
});

it('a page hears that its session was ended elsewhere, and that nobody signed out for want of a connection', async () => {
  const { reference } = await driver.draft();
  const visitor = await visitorInTime(people.writer);
  await visitor.visit(`/cases/${reference}/points/2/edit`);
  await visitor.write('Your evidence', WRITTEN);
  await visitor.write('Web address', 'no address');
  // The page that answers holds what is nowhere else yet, although nothing was changed in it.
  await visitor.press('Save and continue');
  expect(await visitor.problems()).toHaveLength(1);
  await endSessionsOfWriter();
  await visitor.page.context().clock.fastForward(2.5 * MINUTE);
  await ended(visitor, /signed out from somewhere else[^]*What you were writing is kept/);

  const signingOut = await world.visitorFor(people.writer);
  const beside = await anotherTab(signingOut);
  // A page that did not come by TLS has nothing to seal with: it ends all the same, and says what is lost.
  await beside.page.addInitScript(`Object.defineProperty(crypto, 'subtle', { value: undefined })`);
  await signingOut.visit(`/cases/${reference}`);
  await beside.visit(`/cases/${reference}/points/2/edit`);
  await beside.write('Your evidence', WRITTEN);
  await signingOut.page.context().setOffline(true);
  await signingOut.page.getByRole('button', { name: 'Sign out' }).click();
  await ended(signingOut, /does not know yet that you signed out/);
  await ended(beside, /You signed out in this browser[^]*could not be kept[^]*Sign in again/);
  await signingOut.page.context().setOffline(false);
  await signingOut.press('Sign out again');
  expect(await signingOut.heading()).toBe('You have signed out');
});

it('no page is brought back by going back to it after the end', async () => {
  const { reference } = await driver.draft();
  const visitor = await world.visitorFor(people.writer);
  await visitor.visit(`/cases/${reference}/points/2/edit`);
  await visitor.write('Your evidence', WRITTEN);
  await visitor.write('Web address', 'no address');
  await visitor.press('Save and continue');
  await visitor.follow('Help');
  // While it lasts the form is sent again, and answered as it was.
  await visitor.goBackAndSendAgain();
  expect(await fieldOf(visitor.page).inputValue()).toBe(WRITTEN);
  await visitor.page.goForward();
  await endSessionsOfWriter();
  await visitor.goBackAndSendAgain();
  expect(await visitor.heading()).toBe('Sign in to spend control cases');
  expect(await visitor.page.evaluate<string>(HELD)).not.toContain(WRITTEN);

  // One that stood still meanwhile asks as soon as it goes on.
  const asleep = await world.visitorFor(people.writer);
  await asleep.visit(`/cases/${reference}`);
  await endSessionsOfWriter();
  await asleep.page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await ended(asleep, /signed out from somewhere else/);
});

it('who is told that they will soon be signed out can stay, in all their tabs', async () => {
  const { reference } = await driver.draft();
  const visitor = await visitorInTime(people.writer);
  const beside = await anotherTab(visitor);
  for (const tab of [visitor, beside]) await tab.visit(`/cases/${reference}/points/2/edit`);
  await pass(visitor, 28.5 * MINUTE);
  for (const tab of [visitor, beside]) {
    await tab.page.getByRole('dialog', { name: 'You will soon be signed out' }).waitFor();
    await tab.checked();
  }
  await visitor.page.getByRole('button', { name: 'Stay signed in' }).click();
  for (const tab of [visitor, beside]) await tab.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await pass(visitor, 27 * MINUTE);
  await beside.write('Your evidence', WRITTEN);
  await beside.press('Save and continue');
  expect(beside.path()).toBe(`/cases/${reference}/points/3/edit`);
});
