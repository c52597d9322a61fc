import { readFile } from 'node:fs/promises';
import { ScanService } from '#casework';
import { startTestClamd, type TestClamd } from '../attachments/clamd.js';
import { EICAR, office, pdf, PROGRAM } from '../attachments/files.js';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let clamd: TestClamd;
let kept: KeptFiles;
let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  clamd = await startTestClamd();
  kept = await keptFiles();
  world = await startBrowserWorld({
    ...kept.environment,
    ATTACHMENT_LIMIT_BYTES: '60000',
    MALWARE_SCANNER: 'clamav',
    CLAMAV_HOST: '127.0.0.1',
    CLAMAV_PORT: String(clamd.port),
  });
  driver = new CaseDriver(world);
}, 120_000);
afterAll(async () => {
  await world.close();
  await clamd.stop();
  await kept.remove();
});

/** Chooses a file in the form of the page. */
async function chooseFile(visitor: Visitor, name: string, buffer: Buffer): Promise<void> {
  await visitor.page.getByLabel('Attach a file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

/** Has everything that waits looked at. */
async function scanAll(): Promise<void> {
  const scans = world.api.app.get(ScanService, { strict: false });
  for (const { id } of await scans.due()) await scans.scan(id);
}

it('a department attaches files to a point, without scripts, and loses no word over what is refused', async () => {
  const { reference } = await driver.draft();
  const visitor = await world.visitor('submitter', false);
  await visitor.visit(`/cases/${reference}/points/3/edit`);
  await visitor.write('Your evidence', 'Written before\nthe file.');
  const before = await kept.names();

  for (const [name, content, why] of [
    ['report.pdf', PROGRAM, /says that the file is a PDF, but its content is a program/],
    ['large.txt', Buffer.alloc(90_000, 65), /This file is larger than 59 KB/],
    [
      'bomb.docx',
      office('docx', [{ name: 'word/a.xml', content: Buffer.alloc(12_000_000) }]),
      /unpacks to far more/,
    ],
  ] as const) {
    await chooseFile(visitor, name, content);
    await visitor.press('Upload file');
    expect(await visitor.problems()).toEqual([expect.stringMatching(why)]);
    const link = visitor.page.locator('.govuk-error-summary__list a');
    expect(await link.getAttribute('href')).toBe('#file');
    expect(await visitor.page.getByLabel('Your evidence').inputValue()).toBe('Written before\nthe file.');
  }
  await visitor.press('Upload file');
  expect(await visitor.problems()).toEqual(['Choose a file to attach']);
  expect(await kept.names()).toEqual(before);
  expect(await kept.arriving()).toEqual([]);

  await chooseFile(visitor, 'Plan für 2026.pdf', pdf());
  await visitor.press('Upload file');
  expect(await visitor.problems()).toEqual([]);
  expect(await visitor.text()).toContain('Plan für 2026.pdf');
  expect(await visitor.text()).toContain('Being checked for viruses');
  expect(await visitor.page.getByLabel('Your evidence').inputValue()).toBe('Written before\nthe file.');
  await chooseFile(visitor, 'notes.txt', EICAR);
  await visitor.press('Upload file');
  await visitor.press('Save and go back to the tasks');
  await scanAll();

  await visitor.visit(`/cases/${reference}/points/3/edit`);
  expect(await visitor.page.getByLabel('Your evidence').inputValue()).toBe('Written before\nthe file.');
  expect(await visitor.text()).toContain('A virus was found in this file, so it was destroyed');
  await visitor.press('Remove notes.txt');
  expect(await visitor.text()).not.toContain('notes.txt');
  await visitor.visit(`/cases/${reference}/check-answers`);
  expect(await visitor.text()).toContain(
    'Plan für 2026.pdf, PDF, 330 bytes, checked for viruses'.replace('330', String(pdf().length)),
  );
  await visitor.visit(`/cases/${reference}/history`);
  expect(await visitor.text()).toContain('Virus found in an attached file');
});

it('a file can be chosen and the form saved in one go, for a legacy system and for the evidence of a condition', async () => {
  const draft = await driver.draft();
  const visitor = await world.visitor('lead');
  await visitor.visit(`/cases/${draft.reference}/legacy-exceptions/${draft.exceptionId}/edit`);
  await chooseFile(visitor, 'old-system.pdf', pdf());
  await visitor.press('Save');
  await visitor.visit(`/cases/${draft.reference}/legacy-exceptions`);
  expect(await visitor.text()).toContain('old-system.pdf');

  const decided = await driver.driveTo('approved-with-conditions');
  const condition = decided.conditions[0]!;
  await visitor.visit(`/cases/${decided.reference}/conditions/${condition.id}/evidence`);
  await chooseFile(visitor, 'proof.pdf', pdf());
  await visitor.press('Give this evidence');
  // The file is there already; what is missing is said, and it need not be sent again.
  expect(await visitor.problems()).toEqual(['Say how the condition is met']);
  expect(await visitor.text()).toContain('proof.pdf');
  await visitor.write('How is the condition met?', 'See the file.');
  await visitor.press('Give this evidence');
  expect(await visitor.heading()).toBe('Evidence given');
  const reviewer = await world.visitor('reviewer');
  await reviewer.visit(`/cases/${decided.reference}/conditions/${condition.id}/confirm`);
  expect(await reviewer.text()).toContain('proof.pdf');
});

it('an auditor sees and downloads files of a version, is told why one is withheld, and changes nothing', async () => {
  const driven = await driver.draft();
  const lead = await world.visitor('lead', false);
  await lead.visit(`/cases/${driven.reference}/points/7/edit`);
  await chooseFile(lead, 'plan.pdf', pdf());
  await lead.press('Upload file');
  const auditor = await world.visitor('auditor');
  await auditor.visit(`/cases/${driven.reference}/points/7`);
  expect(await auditor.text()).toContain('This file is still being checked for viruses');
  const [file] = await world.http.read<{ id: string }[]>(
    world.people.auditor,
    `/cases/${driven.reference}/attachments`,
  );
  const path = `/cases/${driven.reference}/attachments/${file!.id}`;
  await auditor.visit(path, 409);
  expect(await auditor.text()).toContain('still being checked for viruses');
  await scanAll();

  const { revision } = await world.http.read<{ revision: number }>(
    world.people.auditor,
    `/cases/${driven.reference}`,
  );
  driven.revision = revision;
  await driver.step(driven, 'sign-off');
  await driver.step(driven, 'submit');
  for (const page of ['points', 'points/7', 'print', 'versions/1', '']) {
    await auditor.visit(`/cases/${driven.reference}/${page}`.replace(/\/$/, ''));
    if (page !== '') expect(await auditor.text()).toContain('plan.pdf');
  }
  await auditor.visit(`/cases/${driven.reference}/points/7`);
  const arriving = auditor.page.waitForEvent('download');
  await auditor.page.getByRole('link', { name: 'plan.pdf' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('plan.pdf');
  expect((await readFile(await download.path())).equals(pdf())).toBe(true);
  const printed = await auditor.page.locator('.app-print-only').first().textContent();
  expect(printed).toMatch(/^SHA-256 [0-9a-f]{64}$/);

  const stranger = await world.visitor('stranger');
  await stranger.visit(path, 404);
});
