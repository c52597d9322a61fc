import { CONDITION } from '../api/world/case-content.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { pdf } from '../attachments/files.js';
import { keptFiles, upload, type KeptFiles } from '../attachments/kept.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// What forms tell whoever fills them in, at the field it is about.

let kept: KeptFiles;
let world: PagesWorld;
let driver: CaseDriver;
let client: PageClient;
let draft: DrivenCase;
let path: string;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startPagesWorld(kept.environment);
  driver = new CaseDriver(world);
  client = await PageClient.of(world, world.people.submitter.id);
  draft = await driver.draft();
  path = `/cases/${draft.reference}`;
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

/** What the summary of errors says, each with the field it leads to. */
function problems(html: string): Readonly<Record<string, string>> {
  const [, list = ''] = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(html) ?? [];
  return Object.fromEntries(
    [...list.matchAll(/href="#([^"]+)">([^<]+)</g)].map(([, field = '', text = '']) => [field, text]),
  );
}

async function revisionOn(page: string): Promise<string> {
  return /name="revision" value="([^"]*)"/.exec((await client.get(`${path}${page}`)).html)?.[1] ?? '';
}

/** Sends a form, with the revision it was shown with. */
async function send(page: string, fields: Readonly<Record<string, string>>) {
  return client.post(`${path}${page}`, { revision: await revisionOn(page), ...fields });
}

describe('the form of a point', () => {
  it('asks why and how a gap is closed by the answer they hang on, and keeps both whatever is answered', async () => {
    const { html } = await client.get(`${path}/points/2/edit`);
    expect(html).toMatch(/data-aria-controls="conditional-selfAssessment-\d"/);
    expect(html).toMatch(/govuk-radios__conditional.*?id="notApplicableReason"/s);
    expect(html).toMatch(
      /data-only-for="partially-met not-met" data-answer-of="selfAssessment".*?id="action".*?id="dueOn-day"/s,
    );
    const written = { notApplicableReason: 'It is not ours.', action: 'Mend it.', owner: 'A lead' };
    const saved = await send('/points/2/edit', { selfAssessment: 'met', narrative: 'So it is.', ...written });
    expect(saved.status).toBe(303);
    const again = (await client.get(`${path}/points/2/edit`)).html;
    for (const text of Object.values(written)) expect(again).toContain(text);
    const { html: check } = await client.get(`${path}/check-answers`);
    expect(check).not.toContain('What is missing');
    expect(check).toContain(`${path}/points/2/edit?from=check-answers#selfAssessment`);
  });

  it('says which link is not whole, and what to fill in before another one', async () => {
    const long = await send('/points/3/edit', { 'linkTitle-0': 'x'.repeat(201), 'linkUrl-0': 'here' });
    expect(problems(long.html)).toEqual({
      'linkTitle-0': 'Link 1: Title must be 200 characters or fewer',
      'linkUrl-0': expect.stringContaining('Link 1: Enter a link'),
    });
    const empty = await send('/points/3/edit', {
      'linkTitle-0': 'Plan',
      'linkUrl-0': 'https://home-office.example/plan',
      'linkTitle-1': '',
      'linkUrl-1': '',
      _addRow: 'yes',
    });
    expect(empty.status).toBe(400);
    expect(problems(empty.html)).toEqual({
      'linkTitle-1': 'Enter a title and a web address here before you add another link',
    });
    const full = await send('/points/3/edit', {
      'linkTitle-0': 'Plan',
      'linkUrl-0': 'https://home-office.example/plan',
      _addRow: 'yes',
    });
    expect(full.status).toBe(200);
    expect(full.html).toContain('id="linkUrl-1"');
  });
});

describe('the other pages of a request', () => {
  it('ask for what one answer needs beneath that answer', async () => {
    const { html } = await client.get(`${path}/details/facts/edit`);
    expect(html).toMatch(/govuk-radios__conditional.*?id="rootCause".*?id="improvementPlan"/s);
  });

  it('name the field of a text that is too long, and count lines as they were written', async () => {
    const about = await send('/details/about/edit', {
      title: 'x'.repeat(201),
      description: 'x'.repeat(20_001),
    });
    expect(problems(about.html)).toEqual({
      title: 'Title must be 200 characters or fewer',
      description: 'Description must be 20,000 characters or fewer',
    });
    const lines = ['', 'One', '', '  ', 'x'.repeat(201)].join('\r\n');
    const suppliers = await send('/details/suppliers/edit', { currentSuppliers: lines });
    expect(problems(suppliers.html)).toEqual({
      currentSuppliers: 'Line 5 must be 200 characters or fewer',
    });
  });

  it('refuse text that turns the direction of what follows', async () => {
    const about = await send('/details/about/edit', { title: 'Hosting \u202egpj.exe' });
    // Whoever pasted it cannot see it: the field is named, and where in it.
    expect(problems(about.html)['title']).toBe(
      'Title must be plain text. Remove the character that cannot be seen and turns the direction of the text (U+202E), after the words “Hosting”',
    );
    const evidence = await send('/points/4/edit', { narrative: 'It is open \u2067to all' });
    expect(problems(evidence.html)['narrative']).toBe(
      'Your evidence must be plain text. Remove the character that cannot be seen and turns the direction of the text (U+2067), after the words “It is open”',
    );
    expect(about.html).toContain('You can enter up to 20,000 characters');
    const point = await send('/points/4/edit', {
      'linkTitle-0': '',
      'linkUrl-0': 'https://home-office.example/\u2066plan',
    });
    expect(Object.keys(problems(point.html))).toEqual(['linkTitle-0', 'linkUrl-0']);
  });

  it('say where the spending ends before it starts, as the API does', async () => {
    const days = (name: string, [day, month, year]: readonly [string, string, string]) => ({
      [`${name}-day`]: day,
      [`${name}-month`]: month,
      [`${name}-year`]: year,
    });
    const backwards = await send('/details/dates/edit', {
      ...days('spendStartsOn', ['1', '6', '2026']),
      ...days('spendEndsOn', ['31', '5', '2026']),
    });
    expect(backwards.status).toBe(400);
    expect(problems(backwards.html)).toEqual({
      'spendEndsOn-day': 'Make the end of the spending no earlier than its start',
    });
    const { http, people, organisations } = world;
    const spending = { spendStartsOn: '2026-06-01', spendEndsOn: '2026-05-31' };
    const started = await http.send(people.submitter, 'POST', '/cases', {
      body: { organisationId: organisations.department.id, title: 'Backwards', ...spending },
    });
    expect(started.status).toBe(422);
    expect(started.body).toMatchObject({ errors: [{ pointer: '/spendEndsOn' }] });
    const address = `/cases/${draft.reference}/details`;
    const revision = Number(await revisionOn('/details/dates/edit'));
    const changed = await http.send(people.submitter, 'PATCH', address, {
      body: { spendEndsOn: '2020-01-01' },
      ifMatch: revision,
    });
    expect(changed.status).toBe(422);
  });

  it('say what to fill in before another year is added', async () => {
    const empty = await send('/details/money/edit', { 'year-0': '', 'amount-0': '', _addRow: 'yes' });
    expect(empty.status).toBe(400);
    expect(problems(empty.html)).toEqual({
      'year-0': 'Enter a financial year and its amount here before you add another year',
    });
    const wrong = await send('/details/money/edit', { 'year-0': '2026', 'amount-0': '5' });
    expect(problems(wrong.html)['year-0']).toContain('Year 1: ');
  });
});

describe('the form of a legacy system', () => {
  it('refuses a date that has passed', async () => {
    const page = `/legacy-exceptions/${draft.exceptionId}/edit`;
    const date = (year: string) => ({
      system: 'Mainframe',
      'targetDate-day': '31',
      'targetDate-month': '3',
      'targetDate-year': year,
    });
    const past = await send(page, date('2020'));
    expect(past.status).toBe(400);
    expect(problems(past.html)).toEqual({
      'targetDate-day': 'The date by which it is put right must be today or later',
    });
    const added = await client.post(`${path}/legacy-exceptions/new`, date('2020'));
    expect(Object.keys(problems(added.html))).toEqual(['targetDate-day']);
    // Told together with what else is wrong, and not one after the other.
    const both = await send(page, { ...date('2020'), system: '' });
    expect(Object.keys(problems(both.html)).sort()).toEqual(['system', 'targetDate-day']);
    const benefit = `/legacy-exceptions/${draft.exceptionId}/benefits/new`;
    const promised = { 'dueOn-day': '31', 'dueOn-month': '3', 'dueOn-year': '2020' };
    const faulty = await client.post(`${path}${benefit}`, { ...promised, amountPence: 'much' });
    expect(problems(faulty.html)).toEqual({
      benefit: 'Enter what will be better',
      'dueOn-day': 'The date a benefit is promised by must be today or later',
      amountPence: 'What it is worth must be an amount in pounds, like 1,250,000 or 1250000.50',
    });
  });

  it('says which date is wrong, and what is wrong with it', async () => {
    const page = `/legacy-exceptions/${draft.exceptionId}/edit`;
    const told = async (day: string, year: string) =>
      problems(
        (
          await send(page, {
            system: 'Mainframe',
            'targetDate-day': day,
            'targetDate-month': '2',
            'targetDate-year': year,
          })
        ).html,
      );
    expect(await told('1', '26')).toEqual({
      'targetDate-year': 'The date by which it is put right: year must include 4 numbers',
    });
    expect(await told('1', '9999')).toEqual({
      'targetDate-year':
        'The date by which it is put right must be between 1 January 1900 and 31 December 2200',
    });
    expect(await told('30', '2027')).toEqual({
      'targetDate-day': 'The date by which it is put right must be a real date, like 27 3 2026',
    });
  });

  it('leads to the files of a new one by saving it', async () => {
    const { html } = await client.get(`${path}/legacy-exceptions/new`);
    expect(html).toContain('Save and attach files');
    const saved = await client.post(`${path}/legacy-exceptions/new`, { system: 'Ledger', _then: 'files' });
    const there = saved.headers.get('location') ?? '';
    expect(there).toMatch(/\/legacy-exceptions\/[\da-f-]{36}\/edit#file$/);
    expect((await client.get(there.split('#')[0] ?? '')).html).toContain('id="file"');
  });

  it('has the files it had then on the page of how the case stood', async () => {
    const driven = await driver.draft();
    const before = world.clock.now().toISOString();
    world.clock.advance(60_000);
    const to = `${driven.reference}/legacy-exceptions/${driven.exceptionId}/attachments`;
    expect((await upload(world, 'submitter', to, pdf(), 'plan.pdf')).status).toBe(201);
    const at = world.clock.now().toISOString();
    const auditor = await PageClient.of(world, world.people.lead.id);
    const then = async (instant: string) =>
      (await auditor.get(`/cases/${driven.reference}/as-it-stood?at=${instant}`)).html.includes('plan.pdf');
    expect([await then(before), await then(at)]).toEqual([false, true]);
  });
});

describe('a condition', () => {
  it('is named by what is wrong with it', async () => {
    const driven = await driver.driveTo('recommended');
    const decider = await PageClient.of(world, world.people.decider.id);
    const form = `/cases/${driven.reference}/decide/approved-with-conditions`;
    const conditions = [1, 2].map((number) => ({
      [`condition-${number}-text`]: number === 1 ? CONDITION['text'] : 'x'.repeat(5_001),
      [`condition-${number}-ownerName`]: CONDITION['ownerName'],
      [`condition-${number}-ownerEmail`]: CONDITION['ownerEmail'],
      [`condition-${number}-dueOn-day`]: '1',
      [`condition-${number}-dueOn-month`]: '1',
      [`condition-${number}-dueOn-year`]: number === 1 ? '2027' : '2020',
    }));
    const [first, second] = conditions;
    const common = {
      revision: String(driven.revision),
      version: '1',
      reason: 'So.',
      approvedPence: '100',
      conditionCount: '2',
      do: 'check',
    };
    const long = await decider.post(form, { ...common, ...first, ...second });
    expect(problems(long.html)).toEqual({
      'condition-2-text': 'Condition 2: The text must be 5,000 characters or fewer',
      'condition-2-dueOn-day': 'The due date of condition 2 must be today or later',
    });
    const past = await decider.post(form, { ...common, ...first, ...second, 'condition-2-text': 'Do it' });
    expect(problems(past.html)).toEqual({
      'condition-2-dueOn-day': 'The due date of condition 2 must be today or later',
    });
  });

  it('asks for what is missing before more links are shown', async () => {
    const { reference, conditions } = await driver.driveTo('approved-with-conditions');
    const form = `/cases/${reference}/conditions/${conditions[0]?.id ?? ''}/evidence`;
    const empty = await client.post(form, {
      'title-0': '',
      'url-0': '',
      'title-1': '',
      'url-1': '',
      _moreLinks: 'yes',
    });
    expect(problems(empty.html)).toEqual({
      'title-0': 'Say what link 1 leads to, and its address, before you add more links',
    });
  });
});

describe('a form that is wrong in several ways', () => {
  const past = (name: string, year = '2020') => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '1',
    [`${name}-year`]: year,
  });

  it('tells a decider all of it at once: what is missing and what rules refuse', async () => {
    const { reference, revision } = await driver.driveTo('recommended');
    const decider = await PageClient.of(world, world.people.decider.id);
    const { html } = await decider.post(`/cases/${reference}/decide/approved-with-conditions`, {
      revision: String(revision),
      version: '1',
      approvedPence: '9,000,000,000',
      conditionCount: '2',
      'condition-1-text': 'Do it',
      ...past('condition-1-dueOn'),
      ...past('condition-2-dueOn', '2026-13'),
      do: 'check',
    });
    expect(problems(html)).toEqual({
      approvedPence: expect.stringContaining('must not be more than'),
      reason: 'Give the reason for the decision',
      'condition-1-ownerName': 'Enter the name of the owner of condition 1',
      'condition-1-ownerEmail': expect.stringContaining(
        'Enter the email address of the owner of condition 1',
      ),
      'condition-1-dueOn-day': 'The due date of condition 1 must be today or later',
      'condition-2-text': 'Write what condition 2 asks',
      'condition-2-ownerName': 'Enter the name of the owner of condition 2',
      'condition-2-ownerEmail': expect.stringContaining(
        'Enter the email address of the owner of condition 2',
      ),
      'condition-2-dueOn-day': 'Due date of condition 2 must be a real date, like 27 3 2026',
    });
  });

  it('tells who returns a case of every point, and of the reason', async () => {
    const { reference, revision } = await driver.driveTo('in-review');
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const { html } = await reviewer.post(`/cases/${reference}/return`, {
      revision: String(revision),
      version: '1',
      points: '3',
      'question-1': 'How?',
      'question-5': 'When?',
    });
    expect(problems(html)).toEqual({
      'points-1': 'Tick point 1, or remove its question',
      'question-3': 'Write what you want to know of point 3',
      'points-5': 'Tick point 5, or remove its question',
      reason: 'Say why you return the case',
    });
    const nothing = await reviewer.post(`/cases/${reference}/return`, { version: '1' });
    expect(problems(nothing.html)).toEqual({
      'points-1': 'Tick at least one point to ask about',
      reason: 'Say why you return the case',
    });
    const handOver = await reviewer.post(`/cases/${reference}/assign`, { has: 'somebody' });
    expect(problems(handOver.html)).toEqual({
      reviewerId: 'Choose who has it from now on',
      reason: 'Say why it changes hands',
    });
    const elsewhere = await reviewer.post(`/cases/${reference}/external-decisions`, {
      outcome: 'agreed',
      ...past('decidedOn', '2199'),
    });
    expect(problems(elsewhere.html)).toMatchObject({
      kind: 'Choose who decided',
      'decidedOn-day': 'The date of the decision must be today or earlier',
      documentTitle: 'Enter the title of the document that says so',
    });
  });

  it('tells of dates and amounts together with what is missing', async () => {
    const { reference, conditions } = await driver.driveTo('approved-with-conditions');
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const extended = await reviewer.post(`/cases/${reference}/conditions/${conditions[0]!.id}/extend`, {
      ...past('dueOn'),
    });
    expect(problems(extended.html)).toEqual({
      'dueOn-day': 'The new due date must be later than the one before, and not in the past',
      reason: 'Give a reason, which the department reads',
    });
    const spent = await client.post(`/cases/${reference}/spend`, {
      'year-0': '2199-00',
      'amount-0': '9,000,000,000',
    });
    expect(problems(spent.html)).toEqual({
      'year-0': expect.stringContaining('Give years that have begun'),
      final: 'Say whether the spending has ended',
      note: expect.stringContaining('Say why more was spent'),
    });
    const list = await reviewer.get(
      '/cases?amountFrom=20&amountTo=10&submittedFrom=2026-05-02&submittedTo=2026-05-01&category=odd',
    );
    expect(list.status).toBe(400);
    expect(Object.keys(problems(list.html))).toEqual(
      expect.arrayContaining(['amountFrom', 'submittedFrom-day', 'category']),
    );
  });
});

describe('the address of a list', () => {
  const NOWHERE = '00000000-0000-4000-8000-000000000000';

  it.each([
    ['reviewer', '/pipeline?organisation=zzz&show=all', 'Organisation', '/pipeline?show=all'],
    ['reviewer', `/pipeline?organisation=${NOWHERE}`, 'Organisation', '/pipeline'],
    ['reviewer', '/pipeline?period=never', 'Starts', '/pipeline'],
    ['reviewer', '/pipeline?after=x', 'Page', '/pipeline'],
    ['reviewer', '/advice?subject=gossip', 'Subject', '/advice'],
    ['submitter', '/advice/guidance?point=99', 'Point', '/advice/guidance'],
    ['reviewer', '/approvals-ending?organisation=zzz', 'Organisation', '/approvals-ending'],
    ['reviewer', '/alike?after=x', 'Page', '/alike'],
    ['administrator', '/people?role=king&active=true', 'Role', '/people?active=true'],
    ['administrator', `/people?organisationId=${NOWHERE}`, 'Organisation', '/people'],
  ] as const)('as %s, %s, is refused by the name of its filter', async (part, address, name, without) => {
    const asker = await PageClient.of(world, world.people[part].id);
    const { status, html } = await asker.get(address);
    expect(status).toBe(400);
    expect(html).toMatch(new RegExp(`href="${without.replace('?', '\\?')}">${name}: `));
    expect((await asker.get(without)).status).toBe(200);
  });
});

describe('the page that withdraws a request', () => {
  it.each([
    ['approved', 'A request can be withdrawn until it is decided'],
    ['withdrawn', 'It has been withdrawn already'],
  ] as const)('says of one that is %s why it cannot, and what can be done', async (state, instead) => {
    const { reference } = await driver.driveTo(state);
    const page = await client.get(`/cases/${reference}/withdraw`);
    expect(page.status).toBe(409);
    expect(page.html).toContain('The request cannot be withdrawn:');
    expect(page.html).toContain(instead);
    expect(page.html).toContain('href="/requests/new"');
    expect(page.html).not.toContain('<textarea');
    const sent = await client.post(`/cases/${reference}/withdraw`, { revision: '1', reason: 'Not needed.' });
    expect(sent.status).toBeGreaterThanOrEqual(400);
    expect(sent.html).toContain('Not needed.');
  });
});

describe('a legacy system', () => {
  // Last, because whoever was signed in before is not any more.
  it('keeps a date that passed meanwhile, and is said to', async () => {
    const page = `${path}/legacy-exceptions/${draft.exceptionId}/edit`;
    const date = { 'targetDate-day': '4', 'targetDate-month': '5', 'targetDate-year': '2026' };
    const given = { system: 'Mainframe', ...date };
    const today = await client.post(page, { revision: '1', ...given });
    expect(today.status).toBe(303);
    world.clock.advance(24 * 3_600_000);
    const nextDay = await PageClient.of(world, world.people.submitter.id);
    expect((await nextDay.get(page)).html).toContain('The date that was given has passed');
    const kept = await nextDay.post(page, { revision: '2', ...given, explanation: 'It is old.' });
    expect(kept.status).toBe(303);
  });
});
