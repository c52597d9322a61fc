import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 120_000;

let kept: KeptFiles;
let world: BrowserWorld;
let draft: DrivenCase;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startBrowserWorld(kept.environment);
  draft = await new CaseDriver(world).draft();
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

it(
  'a question about a point is answered, closed, published, read elsewhere without names, and stands beside the point later',
  async () => {
    const department = await world.visitor('submitter');
    await department.visit(`/cases/${draft.reference}/points/5/edit`);
    await department.follow('Ask GDS Assurance about this point');
    expect(await department.text()).toContain(`You ask about ${draft.reference}`);
    await department.press('Send the question');
    expect(await department.problems()).toEqual([
      'Choose what your question is about',
      'Say in a few words what you ask',
      'Write your question',
    ]);
    await department.choose('Opportunities to use common platforms and components');
    await department.write('Your question in a few words', 'Which platform for notices?');
    await department.write('Your question', 'Is there one that departments use already?');
    await department.press('Send the question');
    expect(await department.heading()).toContain('Which platform for notices?');
    // Asked on a bank holiday: counted from the Tuesday.
    expect(await department.text()).toMatch(/Due by the end of 8 May 2026, 3 working days after 5 May 2026/);
    const file = join(tmpdir(), `figures-${draft.reference}.csv`);
    await writeFile(file, 'system,users\nNotices,120\n');
    await department.page.getByLabel('Attach a file').setInputFiles(file);
    await department.press('Upload file');
    expect(await department.text()).toContain('.csv');
    const path = department.path();

    const assurance = await world.visitor('reviewer');
    await assurance.visit('/');
    expect(await assurance.text()).toContain(
      '1 question of advice without an answer: the first due by the end of 8 May 2026.',
    );
    await assurance.follow('1 question of advice without an answer');
    expect(await assurance.text()).toContain('Due 8 May 2026');
    await assurance.follow('Which platform for notices?');
    await assurance.follow('Give it to somebody');
    expect(await assurance.heading()).toContain('Give the question to somebody');
    expect(await assurance.text()).toContain('Who answers it from now on?');
    expect(await assurance.text()).not.toMatch(/Legacy exceptions|Versions/);
    await assurance.choose('Demonstration reviewer (you)');
    await assurance.press('Save');
    await assurance.visit('/advice?adviser=me');
    await assurance.follow('Which platform for notices?');
    await assurance.press('Send the answer');
    expect(await assurance.problems()).toEqual(['Write what you want to say']);
    await assurance.write('Your answer', 'GOV.UK Notify.\nIt is free up to a point.');
    await assurance.press('Send the answer');
    expect(await assurance.text()).toContain('GOV.UK Notify.');

    await department.visit(path);
    expect(await department.text()).toContain('It is free up to a point.');
    await department.follow('Close the question');
    await department.press('Close the question');
    expect(await department.problems()).toEqual(['Choose how it ends']);
    await department.choose('Answered');
    await department.press('Close the question');
    expect(await department.text()).toContain('Closed: answered');

    await assurance.visit(path);
    await assurance.follow('Publish an answer as guidance');
    await assurance.write('What does it answer?', 'Sending notices for the Home Office');
    await assurance.press('Check what they will read');
    expect(await assurance.problems()).toEqual([
      'Leave out what could tell who asked: take out “Home Office”',
    ]);
    await assurance.write('What does it answer?', 'Sending notices to everybody');
    await assurance.press('Check what they will read');
    expect(await assurance.text()).toContain('Sending notices to everybody');
    await assurance.press('Change it');
    await assurance.write('What does it answer?', 'Sending notices to people');
    await assurance.press('Check what they will read');
    await assurance.press('Publish it to every department');
    expect(await assurance.text()).toContain('Published as guidance');

    const elsewhere = await world.visitor('stranger');
    await elsewhere.visit(path, 404);
    await elsewhere.visit('/advice/guidance?point=5');
    const told = await elsewhere.text();
    expect(told).toContain('Sending notices to people');
    expect(told).not.toMatch(/Home Office|Demonstration submitter|DT-/);
    const other = await new CaseDriver({
      ...world,
      organisations: { ...world.organisations, department: world.organisations.otherDepartment },
      people: { ...world.people, submitter: world.people.stranger },
    }).draft();
    await elsewhere.visit(`/cases/${other.reference}/points/5/edit`);
    await elsewhere.page.getByText('What GDS Assurance has advised others on this point').click();
    expect(await elsewhere.text()).toContain('It is free up to a point.');
    expect(await elsewhere.text()).not.toContain('Home Office');

    await department.visit(`/cases/${draft.reference}`);
    expect(await department.text()).toContain('Which platform for notices?');
    await department.follow('Ask GDS Assurance for advice');
    expect(await department.text()).toContain(`You ask about ${draft.reference}`);

    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await new CaseDriver(world).step(draft, step);
    await assurance.visit(`/cases/${draft.reference}/assess/5`);
    const beside = await assurance.text();
    expect(beside).toContain('What GDS Assurance advised');
    expect(beside).toContain('Is there one that departments use already?');
    await assurance.visit(`/cases/${draft.reference}/assess/6`);
    expect(await assurance.text()).not.toContain('Is there one that departments use already?');
  },
  JOURNEY_MS,
);

it(
  'a question of its own is sent on where it is about frameworks, and auditors read all and write nothing',
  async () => {
    const department = await world.visitor('lead', false);
    await department.visit('/advice');
    await department.press('Ask for advice');
    await department.choose('Buying through frameworks');
    await department.write('Your question in a few words', 'Which framework?');
    await department.write('Your question', 'Which one has hosting?');
    await department.press('Send the question');
    expect(await department.text()).toContain('Sent by email to frameworks@ccs.example');
    await department.write('Write again', 'By June, that is.');
    await department.press('Send');
    expect(await department.text()).toContain('By June, that is.');
    const path = department.path();
    await department.visit(path.replace('/advice/', '/cases/'));
    expect(department.path()).toBe(path);

    // It was asked from nothing; which case it is about is said now.
    const plan = await new CaseDriver(world).draft({ planned: true });
    await department.follow('Say which case it is about');
    await department.write('Reference of the case', 'COSC-1');
    await department.press('Save');
    expect(await department.problems()).toEqual(['Give the reference of a case, like DT-3469-CDFH']);
    await department.write('Reference of the case', plan.reference.toLowerCase());
    await department.press('Save');
    expect(await department.text()).toContain(plan.reference);
    expect(await department.text()).not.toContain('which case the question is about');
    await new CaseDriver(world).act(plan, 'submitter', 'POST', 'begin-request');
    await department.visit(`/cases/${plan.reference}/points/3/edit`);
    expect(await department.text()).toContain('Which one has hosting?');

    const assurance = await world.visitor('decider');
    await assurance.visit(path);
    await assurance.follow('Send it to the Crown Commercial Service');
    await assurance.press('Send it');
    await assurance.follow('See what happened');
    expect(await assurance.text()).toContain('Question sent to the Crown Commercial Service');

    await department.visit(path);
    await department.follow('Mark it OFFICIAL-SENSITIVE');
    await department.press('Mark it OFFICIAL-SENSITIVE');
    expect(department.path()).toBe(path);
    const marked = await world.visitor('reviewer');
    await marked.visit(path);
    expect(await marked.text()).toContain('do not send it by email');
    await marked.visit('/advice?show=all');
    expect(await marked.text()).toContain('OFFICIAL-SENSITIVE');

    const auditor = await world.visitor('auditor');
    await auditor.visit(path);
    expect(await auditor.page.getByRole('button', { name: /Send/ }).count()).toBe(0);
    expect(await auditor.text()).not.toContain('Close the question');
    await auditor.visit(`${path}/close`, 403);
  },
  JOURNEY_MS,
);
