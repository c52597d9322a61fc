import { CONDITION } from '../api/world/case-content.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { pdf } from '../attachments/files.js';
import { keptFiles, upload, type KeptFiles } from '../attachments/kept.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

let kept: KeptFiles;
let world: PagesWorld;
let client: PageClient;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startPagesWorld(kept.environment);
  client = await PageClient.of(world, world.people.submitter.id);
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

async function startedCase(details: Readonly<Record<string, unknown>>): Promise<string> {
  const { body } = await world.http.expect<{ readonly reference: string }>(
    201,
    world.people.submitter,
    'POST',
    '/cases',
    { body: { organisationId: world.organisations.department.id, title: 'A request', ...details } },
  );
  return body.reference;
}

/** What is said to be missing, with where each link leads. */
async function missingIn(reference: string): Promise<readonly { text: string; href: string }[]> {
  const { html } = await client.get(`/cases/${reference}/check-answers`);
  const [, list = ''] = /What is missing<\/h2>(.*?)<\/ul>/s.exec(html) ?? [];
  return [...list.matchAll(/href="([^"]+)">([^<]+)</g)].map(([, href = '', text = '']) => ({ text, href }));
}

/** The page of a form an address names, without its field. */
function pageOf(href: string): string {
  return href.split(/[?#]/, 1)[0] ?? '';
}

/** The forms of the task list that still must be filled in, in its order. */
async function pagesOfTaskList(reference: string): Promise<readonly string[]> {
  const { html } = await client.get(`/cases/${reference}/tasks`);
  const tasks = html.split('<li class="govuk-task-list__item').slice(1);
  return tasks
    .filter((task) => /Not yet started|In progress/.test(task) && !task.includes('/legacy-exceptions/'))
    .flatMap((task) => /href="([^"]+)"/.exec(task)?.[1] ?? []);
}

/** Every link must lead to a page that has the field it names, from where one comes back. */
async function expectFields(missing: readonly { text: string; href: string }[]): Promise<void> {
  for (const { text, href } of missing) {
    const [path = '', field = ''] = href.replaceAll('&amp;', '&').split('#');
    const { status, html } = await client.get(path);
    const comesBack = html.includes('name="from" value="check-answers"');
    const leads = { text, status, has: html.includes(`id="${field}"`), comesBack };
    expect(leads).toEqual({ text, status: 200, has: true, comesBack: true });
  }
}

describe('what is missing from a request', () => {
  it('leads to the field, of a request nobody has begun', async () => {
    const reference = await startedCase({});
    const missing = await missingIn(reference);
    expect(missing.length).toBeGreaterThan(50);
    expect([...new Set(missing.map(({ href }) => pageOf(href)))]).toEqual(await pagesOfTaskList(reference));
    await expectFields(missing.filter(({ href }) => href.includes('#')));
    // Only where there is no field yet does a link lead to a list.
    expect(missing.filter(({ href }) => !href.includes('#')).map(({ href }) => href)).toEqual([]);
  });

  it('leads to the field, of a request that contradicts itself', async () => {
    const reference = await startedCase({
      category: 'digital-service',
      requestedPence: 6_000_000_000,
      wholeLifePence: 5_000,
      yearAmounts: [
        { financialYear: '2026-27', amountPence: 1 },
        { financialYear: '2027-28', amountPence: 2 },
      ],
      flags: { retrospective: true, legacyTechnology: true },
    });
    const say = async (method: string, path: string, body: unknown) =>
      world.http.send(world.people.submitter, method, `/cases/${reference}/${path}`, { body, ifMatch: 0 });
    await say('PUT', 'points/1', { selfAssessment: 'not-applicable' });
    await say('PUT', 'points/2', { selfAssessment: 'not-met' });
    await say('POST', 'legacy-exceptions', { system: 'Mainframe' });
    const missing = await missingIn(reference);
    const said = missing.map(({ text }) => text);
    expect(said).toEqual(
      expect.arrayContaining([
        'Make the amounts by financial year add up to the £60,000,000 requested',
        'Explain why the money was committed before approval',
        'Say why point 1 (Define user needs) does not apply',
        'Say which points the legacy system Mainframe limits',
      ]),
    );
    await expectFields(missing);
  });

  it('is nothing of a finished one', async () => {
    const { reference } = await new CaseDriver(world).draft();
    expect(await missingIn(reference)).toEqual([]);
  });
});

describe('a page of a request', () => {
  it('is there for its points, its systems and its questions, and for nothing else', async () => {
    const { reference } = await new CaseDriver(world).draft();
    for (const path of [
      'points/0/edit',
      'points/14/edit',
      'points/1.0/edit',
      'details/toString/edit',
      'legacy-exceptions/00000000-0000-4000-8000-000000000000/edit',
    ])
      expect([path, (await client.get(`/cases/${reference}/${path}`)).status]).toEqual([path, 404]);
  });

  it('takes no more suppliers, links and years than there may be, and loses none of them', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const lines = Array.from({ length: 21 }, (_, index) => `Supplier ${index}`);
    const suppliers = await client.post(`/cases/${reference}/details/suppliers/edit`, {
      revision: '1',
      currentSuppliers: lines.join('\r\n'),
    });
    expect(suppliers.status).toBe(400);
    expect(suppliers.html).toContain('Give no more than 20');
    expect(suppliers.html).toContain('Supplier 20');
    const links = Object.fromEntries(
      lines.flatMap((line, index) => [
        [`linkTitle-${index}`, line],
        [`linkUrl-${index}`, `https://home-office.example/${index}`],
      ]),
    );
    const point = await client.post(`/cases/${reference}/points/1/edit`, { revision: '1', ...links });
    expect(point.status).toBe(400);
    expect(point.html).toContain('Supplier 20');
  });
});

describe('amounts by financial year', () => {
  it('are those of their rows where a row before them is empty', async () => {
    const driver = new CaseDriver(world);
    const { reference } = await driver.draft();
    const money = await client.post(`/cases/${reference}/details/money/edit`, {
      revision: '1',
      requested: '30',
      wholeLife: '30',
      'year-0': '',
      'amount-0': '',
      'year-1': '2027-28',
      'amount-1': '30',
    });
    expect(money.status).toBe(303);
    const { body: draft } = await world.http.expect<{ details: { yearAmounts: unknown } }>(
      200,
      world.people.submitter,
      'GET',
      `/cases/${reference}`,
    );
    expect(draft.details.yearAmounts).toEqual([{ financialYear: '2027-28', amountPence: 3_000 }]);

    const approved = await driver.driveTo('approved');
    const spend = (year: string) =>
      client.post(`/cases/${approved.reference}/spend`, {
        revision: String(approved.revision),
        'year-0': '2028-29',
        'amount-0': '',
        'year-1': year,
        'amount-1': '10',
        final: 'no',
      });
    const early = await spend('2027-28');
    expect(early.status).toBe(400);
    expect(early.html).toContain('<a href="#year-1">Give years that have begun');
    expect((await spend('2026-27')).status).toBe(303);
    const { body } = await world.http.expect(
      200,
      world.people.submitter,
      'GET',
      `/cases/${approved.reference}/spend`,
    );
    expect(body).toMatchObject({ spentPence: 1_000 });
  });
});

describe('a request that is rated high', () => {
  it('is asked about the strategic commitments, where a “no” has to be explained', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const money = await client.post(`/cases/${reference}/details/money/edit`, {
      revision: '1',
      requested: '60,000,000',
      wholeLife: '£70 000 000',
      'year-0': '2026/27',
      'amount-0': '40000000.00',
      'year-1': '2027 to 2028',
      'amount-1': '20,000,000',
    });
    expect(money.headers.get('location')).toBe(`/cases/${reference}/details/rating/edit`);
    const { html: tasks } = await client.get(`/cases/${reference}/tasks`);
    expect(tasks).toContain('Strategic commitments');
    const path = `/cases/${reference}/details/commitments/edit`;
    const { html } = await client.get(path);
    const names = [...html.matchAll(/id="(commitment-[^"]+)" name="\1" type="radio"/g)].map(
      ([, name = '']) => name,
    );
    expect(names.length).toBeGreaterThan(0);
    const answers = Object.fromEntries(names.map((name) => [name, 'no']));
    const saved = await client.post(path, { revision: '2', ...answers });
    expect(saved.headers.get('location')).toBe(`/cases/${reference}/points/1/edit`);
    const missing = await missingIn(reference);
    expect(missing.map(({ text }) => text).every((text) => text.startsWith('Explain the “no” to'))).toBe(
      true,
    );
    expect(missing.length).toBe(names.length);
    const whys = Object.fromEntries(names.map((name) => [`${name}-why`, 'Not yet.']));
    await client.post(path, { revision: '3', ...answers, ...whys });
    expect(await missingIn(reference)).toEqual([]);
  });
});

describe('a page on which several things can be sent', () => {
  it('keeps what was written in the others: of a point, whichever is sent', async () => {
    const driven = await new CaseDriver(world).driveTo('in-review');
    const { reference, exceptionId } = driven;
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const path = `/cases/${reference}/assess/5`;
    const written = {
      version: '1',
      sequence: '0',
      verdict: 'not-met',
      explanation: 'Nothing was compared.',
      [`sequence-${exceptionId}`]: '0',
      [`reason-${exceptionId}`]: 'It can be moved.',
      comment: 'Ask the architects.',
    };
    const commented = await reviewer.post(`${path}/comments`, written);
    expect(commented.status).toBe(200);
    expect(commented.html).toContain('Your comment is added. Not saved yet');
    expect(commented.html).toMatch(/<textarea[^>]*id="explanation"[^>]*>Nothing was compared\.</);
    expect(commented.html).toContain('>It can be moved.</textarea>');
    expect(commented.html).not.toContain('>Ask the architects.</textarea>');
    const ruled = await reviewer.post(`${path}/exceptions/${exceptionId}`, {
      ...written,
      comment: '',
      [`ruling-${exceptionId}`]: 'refused',
    });
    expect(ruled.html).toContain('Your ruling is saved. Not saved yet, and kept below: your assessment.');
    const assessed = await reviewer.post(path, {
      ...written,
      [`reason-${exceptionId}`]: '',
      comment: 'One more.',
    });
    // A comment typed beside a verdict is saved with it, under a key of its own.
    expect(assessed.headers.get('location')).toBe(`/cases/${reference}/assess#points`);
    const again = await reviewer.get(path);
    expect(again.html).toContain('>One more.</p>');
    expect(again.html).not.toContain('>One more.</textarea>');
    const last = await reviewer.post(`${path}/comments`, { version: '1', comment: 'One more.' });
    expect(last.headers.get('location')).toBe(`${path}#comments`);
  });

  it('keeps what was written in the others: of the rating, whichever is sent', async () => {
    const { reference, revision } = await new CaseDriver(world).driveTo('submitted');
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const path = `/cases/${reference}/triage`;
    const written = {
      revision: String(revision),
      version: '1',
      rating: 'medium',
      'rating-reason': 'Much rests on it.',
    };
    const depth = await reviewer.post(`${path}/depth`, { ...written, depth: 'light' });
    expect(depth.html).toContain('The depth is saved. Not saved yet, and kept below: the rating.');
    expect(depth.html).toContain('>Much rests on it.</textarea>');
    const [, now = ''] = /name="revision" value="(\d+)"/.exec(depth.html) ?? [];
    const rated = await reviewer.post(`${path}/rating`, { ...written, revision: now, depth: 'light' });
    expect(rated.headers.get('location')).toBe(`${path}#rating-heading`);
    const entered = await reviewer.post(path, { ...written, 'depth-reason': 'Small.' });
    expect(entered.status).toBe(400);
    expect(entered.html).toContain('>Small.</textarea>');
  });
});

describe('a case that was returned and sent again', () => {
  it('shows what was asked, what was answered and what changed, wherever it is judged', async () => {
    const driver = new CaseDriver(world);
    const driven = await driver.driveTo('returned');
    const { reference } = driven;
    const evidence = { selfAssessment: 'met', narrative: 'London and Cardiff regions.', links: [] };
    await driver.act(driven, 'submitter', 'PUT', 'points/5', evidence, 1);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Two regions are named now.' });
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const { html } = await reviewer.get(`/cases/${reference}/assess/5`);
    const [, beside = ''] = /id="assess"(.*)<\/form>/s.exec(html) ?? [];
    expect(beside).toContain('Which regions?');
    expect(beside).toContain('Two regions are named now.');
    expect(html).toMatch(/<ins class="app-added">.*?Cardiff/s);
    for (const page of ['/points/5', '', '/versions/2/changes', '/print']) {
      const shown = (await reviewer.get(`/cases/${reference}${page}`)).html;
      expect({ page, answer: shown.includes('Two regions are named now.') }).toEqual({ page, answer: true });
    }
  });
});

describe('a condition with evidence', () => {
  it('is what its reviewer finds first, and can do', async () => {
    const driver = new CaseDriver(world);
    const driven = await driver.driveTo('recommended');
    const conditions = [CONDITION, { ...CONDITION, text: 'Publish the code', dueOn: '2026-07-01' }];
    const decided = { version: 1, reason: 'So.', approvedPence: 5_000_000, conditions };
    const { body } = await driver.act(driven, 'decider', 'POST', 'approve-with-conditions', decided);
    const [first, second] = body['conditions'] as [{ id: string }, { id: string }];
    const path = `/cases/${driven.reference}`;
    const asDepartment = (await client.get(path)).html;
    expect(asDepartment).toContain('Give evidence for one of 3 conditions');
    expect(asDepartment).not.toContain('There is nothing you can do');
    const { html: home } = await client.get('/');
    expect(home).toContain(`${path}/conditions/${first.id}/evidence`);

    await driver.giveEvidence({ ...driven, conditions: [{ id: second.id, revision: 1 }] });
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const start = (await reviewer.get('/')).html;
    expect(start).toMatch(/Evidence to check \(\d+\)/);
    expect(start).toContain(`${path}/conditions/${second.id}/confirm`);
    expect(start).not.toContain(`${path}/conditions/${first.id}/confirm`);
    expect((await reviewer.get('/cases?state=approved-with-conditions')).html).toContain(
      'Evidence for 1 condition to check',
    );
    const shown = (await reviewer.get(path)).html;
    expect(shown).toContain('Confirm that condition 2 is met');
    expect(shown).toContain('Send back the evidence for condition 2');
    expect(shown.indexOf('>Condition 1<')).toBeLessThan(shown.indexOf('>Condition 2<'));

    // The history says which condition it is about.
    const { html: asked } = await reviewer.get(`${path}/conditions/${second.id}/confirm`);
    const revision = /name="revision" value="([^"]*)"/.exec(asked)?.[1] ?? '';
    await reviewer.post(`${path}/conditions/${second.id}/confirm`, { revision });
    expect((await reviewer.get(`${path}/history`)).html).toContain(
      'Condition 2 (Publish the code): confirmed as met',
    );
    expect((await reviewer.get(`${path}/conditions/${second.id}/confirm`)).html).toContain(
      'The condition has been met already',
    );
  });
});

describe('attached files', () => {
  it('are shown, with how far they were checked, to whoever judges what they are attached to', async () => {
    const driver = new CaseDriver(world);
    const driven = await driver.draft();
    const { submitter } = world.people;
    for (const to of ['points/9', `legacy-exceptions/${driven.exceptionId}`]) {
      const path = `${driven.reference}/${to}/attachments`;
      expect((await upload(world, 'submitter', path, pdf(), 'plan.pdf')).status).toBe(201);
    }
    const { body } = await world.http.expect<{ revision: number }>(
      200,
      submitter,
      'GET',
      `/cases/${driven.reference}`,
    );
    driven.revision = body.revision;
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const at = world.clock.now().toISOString();
    for (const page of ['assess/9', `as-it-stood?at=${at}`]) {
      const { html } = await reviewer.get(`/cases/${driven.reference}/${page}`);
      expect({ page, files: html.split('Not checked for viruses').length - 1 }).toEqual({ page, files: 2 });
    }
  });
});

describe('what is due next', () => {
  it('is the same on every page, and said in one way', async () => {
    const driven = await new CaseDriver(world).driveTo('in-review');
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const path = `/cases/${driven.reference}`;
    const due = 'ecide by the end of 1 June 2026';
    const at = world.clock.now().toISOString();
    for (const page of [path, `${path}/as-it-stood?at=${at}`, '/', '/cases'])
      expect({ page, said: (await reviewer.get(page)).html.includes(due) }).toEqual({ page, said: true });
    // What is not broken by never being done is no deadline.
    expect((await reviewer.get(path)).html).toMatch(
      /Ask for more information.*?Not due: if it is needed, by the end of/s,
    );
  });
});

describe('a question of a return', () => {
  it('is answered by what the point says, or in words, and never by saving the same again', async () => {
    const driver = new CaseDriver(world);
    const { reference } = await driver.driveTo('returned');
    const path = `/cases/${reference}`;
    const fields = (html: string): Record<string, string> => ({
      revision: /name="revision" value="([^"]*)"/.exec(html)?.[1] ?? '',
      selfAssessment: 'met',
      narrative: 'How point 5 is met.',
      'linkTitle-0': 'Plan',
      'linkUrl-0': 'https://home-office.example/plan',
    });
    const save = async (more: Readonly<Record<string, string>> = {}) => {
      const { html } = await client.get(`${path}/points/5/edit`);
      const saved = await client.post(`${path}/points/5/edit`, { ...fields(html), ...more });
      expect(saved.status).toBe(303);
    };
    await save();
    const lead = await PageClient.of(world, world.people.lead.id);
    expect((await client.get(`${path}/tasks`)).html).toContain('Question to answer');
    expect((await client.get(`${path}/tasks`)).html).toContain('Questions are open');
    expect((await client.get(`${path}/check-answers`)).html).toContain('Questions not answered yet');
    expect((await lead.get(`${path}/resubmit`)).html).toContain('A question is not answered yet');

    await save({ inWords: 'It names every region there is.' });
    const { html } = await client.get(`${path}/tasks`);
    expect(html).not.toContain('Question to answer');
    expect(html).toContain('you have answered it in words');
    expect(html).toContain('Ready to check');
    expect((await lead.get(`${path}/resubmit`)).html).not.toContain('not answered yet');
    expect((await lead.get(`${path}/points/5`)).html).toContain('It names every region there is.');

    await save({ narrative: 'London and Cardiff.' });
    expect((await client.get(`${path}/tasks`)).html).toContain('you have changed what it says since');

    // The history says which answers changed, and of which version they are the draft.
    const { html: history } = await client.get(`${path}/history`);
    const told = history.split('class="moj-timeline__item"').slice(1, 4);
    expect(told[0]).toMatch(/About point 5 .*Changed: Evidence</s);
    expect(told[0]).toContain('In the draft of version 2, after');
    expect(told[1]).toContain('>Comment added<');
    expect(told[1]).toMatch(/On <a[^>]*>version 1</);
    expect(history).toMatch(/Returned for information.*?On <a[^>]*>version 1</s);
  });
});

describe('a reviewer', () => {
  it('is led from wherever something is missing to where it is done', async () => {
    const { reference, exceptionId } = await new CaseDriver(world).driveTo('in-review');
    const reviewer = await PageClient.of(world, world.people.reviewer.id);
    const ruling = new RegExp(`href="/cases/${reference}/assess/[59]#exception-${exceptionId}"`);
    for (const page of ['assess', 'legacy-exceptions']) {
      const { html } = await reviewer.get(`/cases/${reference}/${page}`);
      expect({ page, leads: ruling.test(html) }).toEqual({ page, leads: true });
    }
    expect((await reviewer.get(`/cases/${reference}/points/1`)).html).toContain(
      `href="/cases/${reference}/assess/1"`,
    );
    expect((await client.get(`/cases/${reference}/points/1`)).html).not.toContain('Assess this point');
    expect((await client.get(`/cases/${reference}/legacy-exceptions`)).html).not.toContain(
      'Accept or refuse it',
    );
  });
});

describe('a request that was signed off', () => {
  it('says so with a link to submit it', async () => {
    const { reference } = await new CaseDriver(world).driveTo('signed-off');
    const { html } = await client.get(`/cases/${reference}/check-answers?done=sign-off`);
    expect(html).toMatch(
      new RegExp(
        `It can be submitted now\\. <a class="govuk-notification-banner__link" href="/cases/${reference}/submit">`,
      ),
    );
    const untrue = await client.get(`/cases/${reference}/check-answers?done=take-back-sign-off`);
    expect(untrue.html).not.toContain('was taken back');
  });
});

describe('a request that is started', () => {
  it('twice with one title, after going back, is asked about first; by two clicks, it is one', async () => {
    const start = async (more: Readonly<Record<string, string>> = {}) => {
      world.clock.advance(1_000);
      const { html } = await client.get('/requests/new');
      const [, shownAt = ''] = /name="shownAt" value="([^"]+)"/.exec(html) ?? [];
      const [, once = ''] = /name="_once" value="([^"]+)"/.exec(html) ?? [];
      world.clock.advance(1_000);
      return { title: 'Twice the same', shownAt, _once: once, ...more };
    };
    const form = await start();
    const clicks = [await client.post('/requests/new', form), await client.post('/requests/new', form)];
    const [first, second] = clicks.map(({ headers }) => headers.get('location'));
    expect(first).toMatch(/^\/cases\/DT-.*\/tasks$/);
    expect(second).toBe(first);
    const again = await client.post('/requests/new', await start());
    expect(again.status).toBe(400);
    expect(again.html).toContain(`href="${first ?? ''}"`);
    const another = await client.post('/requests/new', await start({ another: 'yes' }));
    expect(another.status).toBe(303);
    expect(another.headers.get('location')).not.toBe(first);
  });
});
