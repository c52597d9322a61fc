import { CaseDriver } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Pages that lead on: to related cases, to the cases behind figures of a period, and to what to do where there is nothing.

let world: PagesWorld;
let driver: CaseDriver;
let reviewer: PageClient;
/** The main part of a page; beside it stands what it becomes when its session ends, with the way back to its address. */
function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

beforeAll(async () => {
  world = await startPagesWorld({ MAIL_DIRECTORY: '/nowhere', PASSWORD_SIGN_IN: 'on', TOKEN_HOURS: '168' });
  driver = new CaseDriver(world);
  reviewer = await PageClient.of(world, world.people.reviewer.id);
});
afterAll(() => world.close());

describe('lists with nothing in them', () => {
  it('say what to do next', async () => {
    const submitter = await PageClient.of(world, world.people.submitter.id);
    const { html: home } = await submitter.get('/');
    expect(home).toContain('There are no requests yet. Start one when');
    expect((await submitter.get('/cases')).html).toContain('href="/requests/new">Start a request</a>');
    expect((await submitter.get('/pipeline')).html).toContain('Add an entry for each thing you expect');
    expect((await reviewer.get('/')).html).toContain('href="/cases?reviewer=nobody"');
    expect((await reviewer.get('/cases')).html).toContain('There are no cases yet.');
    expect((await reviewer.get('/cases?text=nothing')).html).toContain('Take a filter away');
  });
});

describe('filters that cannot be used', () => {
  it('are told where the list knows none of the name, with the address without it', async () => {
    const auditor = await PageClient.of(world, world.people.auditor.id);
    for (const [client, path] of [
      [reviewer, '/cases'],
      [reviewer, '/dashboard'],
      [reviewer, '/pipeline'],
      [reviewer, '/advice'],
      [reviewer, '/advice/guidance'],
      [reviewer, '/approvals-ending'],
      [reviewer, '/alike'],
      [auditor, '/decisions'],
      [auditor, '/decisions/points-not-met'],
      [auditor, '/decisions/points-not-met/export'],
      [auditor, '/decisions/components/take-up'],
      [auditor, '/access-records'],
      [auditor, '/log'],
    ] as const) {
      const { status, html } = await client.get(`${path}?stat=draft`);
      expect([path, status]).toEqual([path, 400]);
      expect(html).toContain(`href="${path}">stat: this list has no filter of this name</a>`);
      expect((await client.get(path)).status).toBe(200);
    }
    const { html } = await reviewer.get('/cases?state=draft&stat=draft&submittedFrom-day=1');
    expect(html).toContain('href="/cases?state=draft&amp;submittedFrom-day=1">stat: ');
  });

  it('are not shown as chosen, and told in the words of their label', async () => {
    const { status, html } = await reviewer.get(
      '/cases?state=zzz&state=draft&sort=zzz&overdue=zzz&amountFrom=zzz',
    );
    expect(status).toBe(400);
    expect(html).toContain('Choose a status from the list');
    const chosen = [...html.matchAll(/moj-filter__tag"[^>]*>(.*?)<\/a>/gs)].map(([, words = '']) =>
      words
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(chosen).toEqual(['Remove this filter Draft']);
    const auditor = await PageClient.of(world, world.people.auditor.id);
    const answer = await auditor.get('/decisions?state=zzz&outcome=approved');
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Choose “Status now” from what is offered');
    expect(mainOf(answer.html)).not.toContain('zzz');
    const dashboard = await auditor.get('/dashboard?state=zzz');
    expect(dashboard.html).toContain('Choose “Status now” from what is offered');
    expect(mainOf(dashboard.html)).not.toContain('zzz');
    expect((await auditor.get('/dashboard')).html).not.toMatch(/State now|Cases by state|State, target/);
  });
});

describe('related cases', () => {
  it('are marked and taken back on pages, by the rules there are, by whoever may', async () => {
    const one = await driver.driveTo('submitted');
    const other = await driver.driveTo('submitted');
    const path = `/cases/${one.reference}`;
    expect((await reviewer.get(path)).html).toContain(`href="${path}/relate"`);
    const department = await PageClient.of(world, world.people.submitter.id);
    expect((await department.get(path)).html).not.toContain(`${path}/relate`);
    expect((await department.get(`${path}/relate`)).status).toBe(403);

    const empty = await reviewer.post(`${path}/relate`, {});
    expect(empty.status).toBe(400);
    for (const words of ['Choose how the cases', 'Enter the reference of the other', 'Say why you relate'])
      expect(empty.html).toContain(words);
    const asked = { kind: 'extends', relatedReference: other.reference, reason: 'It goes on with it.' };
    const undecided = await reviewer.post(`${path}/relate`, asked);
    expect(undecided.status).toBe(400);
    expect(undecided.html).toContain('href="#relatedReference">Give a case that has been decided');
    expect(undecided.html).toContain('It goes on with it.');

    const marked = await reviewer.post(`${path}/relate`, {
      ...asked,
      kind: 'split',
      relatedReference: other.reference.toLowerCase(),
    });
    expect(marked.headers.get('location')).toBe(`${path}#related`);
    const again = await reviewer.post(`${path}/relate`, { ...asked, kind: 'split' });
    expect(again.html).toContain('is marked in this way already');
    for (const { reference } of [one, other])
      expect((await reviewer.get(`/cases/${reference}`)).html).toContain('is part of one purchase with');
    const auditor = await PageClient.of(world, world.people.auditor.id);
    expect((await auditor.get(path)).html).not.toContain('/remove"');

    const [, remove = ''] =
      /href="(\/cases\/[^"]+\/relations\/[^"]+\/remove)"/.exec((await reviewer.get(path)).html) ?? [];
    const page = await reviewer.get(remove);
    expect(page.html).toContain('It goes on with it.');
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page.html) ?? [];
    expect((await reviewer.post(remove, { revision })).html).toContain('Say why the mark is taken back');
    expect((await reviewer.post(remove, { revision, reason: 'A mistake.' })).status).toBe(303);
    expect((await reviewer.get(path)).html).not.toContain('is part of one purchase with');
    expect((await reviewer.get(remove)).status).toBe(404);
  });
});

describe('the requests that start from an approval', () => {
  const inWords = ({ html }: { readonly html: string }) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  it('are started where one can be, and where none can the reason of the rule is given', async () => {
    const driven = await driver.driveTo('approved');
    const path = `/cases/${driven.reference}`;
    const submitter = await PageClient.of(world, world.people.submitter.id);
    const before = (await submitter.get(`${path}/following`)).html;
    expect(before).toMatch(new RegExp(`href="${path}/start-variation" role="button"`));
    expect(before).not.toContain('Why you cannot');
    expect((await reviewer.get(`${path}/following`)).html).not.toContain('start-variation');
    const asked = { kind: 'varies', whatChanges: 'Another supplier.' };
    await driver.act(driven, 'submitter', 'POST', 'variations', asked);
    const refused = await submitter.get(`${path}/start-variation`);
    expect(refused.status).toBe(409);
    const [reason = ''] = /DT-\S+ starts from this approval already [^.]*/.exec(inWords(refused)) ?? [];
    expect(reason).not.toBe('');
    const after = await submitter.get(`${path}/following`);
    expect(after.html).not.toContain('start-variation');
    expect(inWords(after)).toContain(`Why you cannot start another one now ${reason.trim()}`);
    expect((await reviewer.get(`${path}/following`)).html).not.toContain('Why you cannot');
  });
});

describe('the dashboard', () => {
  it('is narrowed to days of submission, in every figure and in the lists behind it', async () => {
    const before = await driver.driveTo('approved');
    world.clock.advance(24 * 3_600_000);
    const day = world.clock.now().toISOString().slice(0, 10);
    const [year = '', month = '', date = ''] = day.split('-');
    const decider = await PageClient.of(world, world.people.decider.id);
    const after = await driver.driveTo('approved');
    const narrowed = await decider.get(
      `/dashboard/narrow?submittedFrom-day=${date}&submittedFrom-month=${month}&submittedFrom-year=${year}`,
    );
    expect(narrowed.headers.get('location')).toBe(`/dashboard?submittedFrom=${day}`);
    const { html } = await decider.get(`/dashboard?submittedFrom=${day}`);
    expect(html).toContain(`<a class="govuk-link" href="/cases?submittedFrom=${day}">1 case</a>`);
    const links = [...html.matchAll(/app-figure-link" href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of new Set(links)) {
      expect(link).toContain(`submittedFrom=${day}`);
      const list = (await decider.get(link)).html;
      expect({ link, before: list.includes(before.reference) }).toEqual({ link, before: false });
    }
    expect((await decider.get(`/cases?submittedFrom=${day}`)).html).toContain(after.reference);
    expect((await decider.get(`/cases?submittedTo=${day}`)).html).toContain(before.reference);

    const boxes = '/cases?submittedFrom-day=31&submittedFrom-month=2&submittedFrom-year=2026';
    expect((await decider.get(boxes)).html).toContain('Submitted from must be a real date');
    const backwards = `submittedFrom=${day}&submittedTo=2020-01-01`;
    for (const page of ['/cases', '/dashboard'])
      expect((await decider.get(`${page}?${backwards}`)).html).toContain('the same as or before');
  });
});

describe('a point that applies to none of the cases', () => {
  it('is said so in plain words, and leads to the assessments that say so', async () => {
    const driven = await driver.driveTo('in-review');
    const { version } = driven;
    for (const [point, verdict] of [
      [4, 'not-applicable'],
      [5, 'met'],
    ] as const) {
      const said = { version, verdict, ...(verdict === 'met' ? {} : { explanation: 'Nothing is built.' }) };
      await driver.act(driven, 'reviewer', 'PUT', `assessments/${point}`, said, 0);
    }
    const reader = await PageClient.of(world, world.people.reviewer.id);
    const { html } = await reader.get(`/dashboard?state=in-review`);
    expect(html).toContain('no verdict: does not apply (1 assessment)');
    expect(html).not.toContain('0 of 0');
    const [, href = ''] = /href="([^"]+)">Does not apply: 1</.exec(html) ?? [];
    const list = (await reader.get(href.replaceAll('&amp;', '&'))).html;
    expect(list).toContain(driven.reference);
    expect(list).toContain('1 row');
    // Those are told of where other cases have a verdict, and are not among the ones counted.
    const other = await driver.driveTo('in-review');
    await driver.act(
      other,
      'reviewer',
      'PUT',
      'assessments/4',
      { version: other.version, verdict: 'met' },
      0,
    );
    const both = (await reader.get(`/dashboard?state=in-review`)).html;
    expect(both).toContain(
      '100% met: 1 of 1 assessment, 0 partially met, 0 not met. Not counted: 1 to which',
    );
    const links = [...both.matchAll(/href="([^"]+)">1 of 1</g)].map(([, one = '']) =>
      one.replaceAll('&amp;', '&'),
    );
    const counted = links.find((one) => one.includes('point=4')) ?? '';
    const rows = (await reader.get(counted)).html;
    expect([rows.includes(other.reference), rows.includes(driven.reference)]).toEqual([true, false]);
  });
});

describe('a case as it stood', () => {
  it('can be asked for to the second, in United Kingdom time, and says which', async () => {
    const auditor = await PageClient.of(world, world.people.auditor.id);
    const driven = await driver.driveTo('signed-off');
    world.clock.advance(20_000 - (world.clock.now().getTime() % 60_000));
    await driver.step(driven, 'submit');
    const path = `/cases/${driven.reference}/as-it-stood`;
    const at = world.clock.now();
    const [day = ''] = at.toISOString().split('T');
    const clock = (before: number) =>
      new Date(at.getTime() - before).toLocaleTimeString('en-GB', { timeZone: 'Europe/London' });
    const [year = '', month = '', date = ''] = day.split('-');
    const asked = async (time: string) => {
      const form = new URLSearchParams({ 'date-day': date, 'date-month': month, 'date-year': year, time });
      const { headers } = await auditor.get(`${path}?${form.toString()}`);
      const { html } = await auditor.get(headers.get('location') ?? '');
      expect(html).toContain(`value="${time}"`);
      expect(html).toContain(`(exactly ${time}, United Kingdom time)`);
      return html;
    };
    expect(await asked(clock(0))).toContain('Submitted');
    expect(await asked(clock(1_000))).toMatch(/Status<\/dt>\s*<dd[^>]*>\s*Signed off/);
    expect((await auditor.get(`${path}?date=${day}&time=10:00:60`)).html).toContain(
      'to the second, 14:30:15',
    );
  });
});

describe('what is due next', () => {
  it('is never nothing where somebody has to do something', async () => {
    const submitter = await PageClient.of(world, world.people.submitter.id);
    const reader = await PageClient.of(world, world.people.reviewer.id);
    const signedOff = await driver.driveTo('signed-off');
    const returned = await driver.driveTo('returned');
    const dueOf = (html: string, reference: string) => {
      const row = html.split('<tr').find((one) => one.includes(`/cases/${reference}"`)) ?? '';
      return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    };
    for (const client of [submitter, reader]) {
      const list = (await client.get('/cases?state=signed-off')).html;
      expect(dueOf(list, signedOff.reference)).toContain('To be submitted');
      expect((await client.get(`/cases/${signedOff.reference}`)).html).toContain('<dd>To be submitted</dd>');
    }
    expect(dueOf((await submitter.get('/')).html, signedOff.reference)).toContain('To be submitted');
    const waiting = 'With the department, to answer the return';
    expect(dueOf((await reader.get('/cases?state=returned')).html, returned.reference)).toContain(waiting);
    expect(dueOf((await reader.get('/')).html, returned.reference)).toContain(waiting);
  });
});

describe('somebody who is invited', () => {
  it('is shown as invited, with when the invitation runs out, until they come', async () => {
    const { http, people, organisations } = world;
    const invited = await http.expect<{ personId: string }>(
      201,
      people.administrator,
      'POST',
      '/people/invitations',
      {
        body: {
          name: 'Demonstration newcomer',
          email: 'newcomer@home-office.example',
          role: 'submitter',
          organisationId: organisations.department.id,
        },
      },
    );
    const client = () => PageClient.of(world, people.administrator.id);
    const pages = ['/people', `/people/${invited.body.personId}`];
    /** The page, and of people those of the name alone. */
    const shown = async (page: string, text = 'newcomer') => {
      const asker = await client();
      if (page !== '/people') return asker.get(page);
      return asker.get((await asker.post(page, { text })).headers.get('location')!);
    };
    for (const page of pages) {
      const { html } = await shown(page);
      expect(html).toMatch(/Invited\s*<\/strong>/);
      expect(html).toContain('The invitation runs out on');
    }
    world.clock.advance(8 * 24 * 3_600_000);
    for (const page of pages) expect((await shown(page)).html).toContain('The invitation ran out on');
    expect((await shown('/people', 'reviewer')).html).not.toMatch(/Invited\s*<\/strong>/);
  });
});
