import { CASE_FLAGS, FLAG_STATEMENTS } from '#domain';
import { ALL_POINTS, metEvidence } from '../../api/world/case-content.js';
import type { BrowserWorld } from '../world/browser-world.js';
import type { Visitor } from '../world/visitor.js';

const SAVE = 'Save and continue';

/** Points that are written in the browser; the others come from a program. */
const WRITTEN: readonly number[] = [1, 2];

async function answerPoints({ http, people }: BrowserWorld, reference: string): Promise<void> {
  for (const point of ALL_POINTS.filter((number) => !WRITTEN.includes(number)))
    await http.expect(200, people.submitter, 'PUT', `/cases/${reference}/points/${point}`, {
      body: metEvidence(point),
      ifMatch: 0,
    });
}

async function answerFacts(visitor: Visitor): Promise<void> {
  for (const flag of CASE_FLAGS) {
    const [first = '', ...rest] = FLAG_STATEMENTS[flag];
    await visitor.choose('No', `${first.toUpperCase()}${rest.join('')}`);
  }
}

/** A submitter writes a request, a lead signs it off, takes that back, signs it off again, and it is submitted. */
export async function writeAndSubmit(world: BrowserWorld, scripts: boolean): Promise<void> {
  const submitter = await world.visitor('submitter', scripts);
  const title = `Move licensing to public cloud ${scripts ? 'with' : 'without'} scripts`;
  await submitter.visit('/');
  await submitter.onwards(submitter.page.getByRole('button', { name: 'Start a request' }));
  await submitter.press('Start the request');
  expect(await submitter.problems()).toEqual(['Enter a title']);
  await submitter.write('What should the request be called?', title);
  await submitter.press('Start the request');
  expect(await submitter.heading()).toContain(title);
  const reference = submitter.path().split('/')[2] ?? '';
  expect(await submitter.text()).toContain('1 of 23 tasks completed');

  await submitter.follow('Title and description');
  await submitter.write('What is the money for?', 'Hosting for the licensing service.\nTwo years.');
  await submitter.press(SAVE);
  await submitter.choose('Digital service');
  await submitter.choose('Live');
  await submitter.press(SAVE);
  await submitter.choose('Competition within a framework');
  await submitter.write('Current suppliers (optional)', 'Example Hosting Ltd\n\n  Other Ltd');
  await submitter.press(SAVE);
  await answerFacts(submitter);
  await submitter.press(SAVE);
  await submitter.writeDate('When does the spending start?', '2026-06-31');
  await submitter.press(SAVE);
  expect(await submitter.problems()).toEqual(['First day of spending must be a real date, like 27 3 2026']);
  await submitter.page.locator('.govuk-error-summary a').click();
  if (scripts) expect(await submitter.page.locator('#spendStartsOn-day:focus').count()).toBe(1);
  else expect(new URL(submitter.page.url()).hash).toBe('#spendStartsOn-day');
  expect(await submitter.page.locator('#spendStartsOn-day').inputValue()).toBe('31');
  await submitter.writeDate('When does the spending start?', '2026-06-01');
  await submitter.writeDate('When does the spending end?', '2028-03-31');
  await submitter.press(SAVE);
  await submitter.write('Email address', 'owner@home-office.example');
  await submitter.press(SAVE);
  expect(await submitter.problems()).toEqual(['Enter the name of the senior responsible owner']);
  await submitter.write('Name', 'Demonstration owner');
  await submitter.press(SAVE);
  await submitter.press(SAVE);

  expect(await submitter.heading()).toContain('Money');
  expect(await submitter.page.getByLabel('Financial year').count()).toBe(2);
  await submitter.write('How much do you ask approval for?', '1,500,000');
  await submitter.write('What is the whole-life cost?', 'a lot');
  await submitter.page.locator('#amount-0').fill('1000000');
  await submitter.page.locator('#amount-1').fill('500,000');
  await submitter.press('Add another year');
  expect(await submitter.page.getByLabel('Financial year').count()).toBe(3);
  await submitter.press(SAVE);
  expect(await submitter.problems()).toEqual([
    'The whole-life cost must be an amount in pounds, like 1,250,000 or 1250000.50',
  ]);
  await submitter.write('What is the whole-life cost?', '2,000,000');
  await submitter.press(SAVE);

  expect(await submitter.heading()).toContain('Risk and importance');
  const questions = submitter.page.locator('main form').getByRole('group');
  for (let index = 0; index < (await questions.count()); index += 1) {
    const answers = questions.nth(index).getByRole('radio');
    const isYesOrNo = (await answers.count()) === 2;
    await (isYesOrNo ? questions.nth(index).getByLabel('No', { exact: true }) : answers.first()).check();
  }
  await submitter.press(SAVE);

  expect(await submitter.heading()).toContain('Point 1: Define user needs');
  await submitter.choose('Met', 'How far do you meet this point?');
  await submitter.write('Your evidence', 'We asked 24 people.');
  await submitter.write('Title', 'Research log');
  await submitter.write('Web address', 'javascript:alert(1)');
  await submitter.press(SAVE);
  expect(await submitter.problems()).toEqual([
    'Link 1: Enter a link that begins with https:// or http://, without a user name or password',
  ]);
  await submitter.write('Web address', 'https://home-office.example/research');
  await submitter.press('Add another link');
  expect(await submitter.page.getByLabel('Web address').count()).toBe(2);
  await submitter.press(SAVE);
  await submitter.choose('Partially met', 'How far do you meet this point?');
  await submitter.write('Your evidence', 'Eleven of 14 faults are mended.');
  await submitter.press('Save and go back to the tasks');
  await answerPoints(world, reference);
  await submitter.visit(`/cases/${reference}/tasks`);
  expect(await submitter.text()).toContain('22 of 23 tasks completed');

  await submitter.follow('Check your answers');
  expect(await submitter.text()).toContain('3 answers are missing or do not fit yet');
  await submitter.follow('Say how the gap in point 2 (Make things accessible and inclusive) will be closed');
  expect(new URL(submitter.page.url()).hash).toBe('#action');
  await submitter.write('How will the gap be closed?', 'Mend the other three.');
  await submitter.write('Who will close it?', 'Head of design');
  await submitter.writeDate('By when?', '2026-09-30');
  await submitter.press(SAVE);
  expect(submitter.path()).toBe(`/cases/${reference}/check-answers`);
  expect(await submitter.text()).toContain('Tell an assurance lead of Home Office that it is ready');
  expect(await submitter.text()).toContain('Eleven of 14 faults are mended.');
  expect(await submitter.page.getByRole('button', { name: 'Sign off for the department' }).count()).toBe(0);

  const lead = await world.visitor('lead', scripts);
  await lead.visit('/');
  await lead.follow(title, lead.page.getByRole('region', { name: 'Ready for your sign-off' }));
  await lead.onwards(lead.page.getByRole('button', { name: 'Sign off for the department' }));
  await lead.press('Sign off');
  expect(await lead.problems()).toEqual(['Confirm that you have read the request']);
  await lead.page.getByRole('checkbox').check();
  await lead.press('Sign off');
  expect(await lead.text()).toContain('You have signed the request off');
  await lead.onwards(lead.page.getByRole('button', { name: 'Take back the sign-off' }));
  await lead.write('Why do you take it back?', 'A slip in point 2.');
  await lead.press('Take back the sign-off');
  expect(await lead.text()).toContain('The sign-off was taken back');
  await lead.onwards(lead.page.getByRole('button', { name: 'Sign off for the department' }));
  await lead.page.getByRole('checkbox').check();
  await lead.press('Sign off');

  await submitter.visit(`/cases/${reference}/check-answers`);
  await submitter.onwards(submitter.page.getByRole('button', { name: 'Submit to GDS Assurance' }));
  await submitter.press('Submit');
  expect(await submitter.heading()).toBe('Request submitted');
  const told = await submitter.text();
  expect(told).toContain(reference);
  expect(told).toMatch(/acknowledge and name an official by the end of \d+ May 2026/);
  expect(told).toMatch(/decide by the end of \d+ June 2026/);
  await submitter.visit('/');
  expect(await submitter.text()).toContain('GDS Assurance, no reviewer yet');
}
