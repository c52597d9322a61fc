import { FILTER_NAMES } from '#domain';
import { PeopleService } from '#identity';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { fingerprintOf } from '../api/world/database-state.js';
import { addWhoHoldsTogether } from '../api/world/held-together.js';
import { PageClient, tokenIn } from './page-client.js';
import { addressOf, routesOfPages, type Route } from './page-routes.js';
import { ADDRESS_PARAMETERS, parameterOf } from '../architecture/address-parameters.js';
import { faultsOfHtml } from './valid-html.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

/** Pages anybody may see. */
const OPEN = [
  '/.well-known/security.txt',
  '/accessibility',
  '/cookies',
  '/help',
  '/sign-in',
  '/signed-out',
  // Says whether anybody is signed in, and no more.
  '/session',
  '/health/ready',
  // Whoever comes back from their identity provider is nobody yet.
  '/sign-in/:provider/return',
  // Whoever has the code of an invitation cannot sign in yet.
  '/invitations',
  '/invitations/:formerLink',
  // Nor can who forgot their password.
  '/forgotten-password',
  '/forgotten-password/sent',
  '/forgotten-password/chosen',
  '/password-reset',
  '/password-reset/:formerLink',
];

/** What an identity provider sends: it has no page of ours, and a signature instead. */
const FROM_MACHINES = ['/sign-in/:provider/back-channel-logout'];

let world: PagesWorld;
let routes: readonly Route[];
let driven: DrivenCase;
/** Every page in HTML, as whoever may read it was shown it. */
const shown = new Set<string>();
beforeAll(async () => {
  world = await startPagesWorld();
  driven = await new CaseDriver(world).driveTo('approved-with-conditions');
  routes = await routesOfPages(world.config);
});
afterAll(() => world.close());

/** A page without what is new every time it is shown. */
function withoutWhatIsNew(html: string): string {
  return html.replaceAll(/(nonce|value|name)="[^"]*"|[\da-f]{8}-[\da-f-]{27}/g, '');
}

describe('every page', () => {
  it('is read by GET or changed by POST, and by nothing else', () => {
    expect(routes.length).toBeGreaterThan(8);
    expect(new Set(routes.map(({ method }) => method))).toEqual(new Set(['GET', 'HEAD', 'POST']));
  });

  it('says whether what it shows is recorded, and so does each form, which may be shown again', () => {
    const silent = routes.filter(({ reading }) => reading === undefined);
    expect(silent.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
    const ofCases = routes.filter(({ url }) => url.includes('/:reference'));
    expect(ofCases.filter(({ reading }) => !('what' in reading!)).map(({ url }) => url)).toEqual([]);
  });

  it('is for who is signed in, save a few', async () => {
    const nobody = await PageClient.of(world);
    const open: string[] = [];
    for (const { method, url } of routes.filter((route) => route.method === 'GET')) {
      const { status, headers } = await nobody.get(addressOf(url, world, driven));
      if (status !== 303 || headers.get('location')?.startsWith('/sign-in?then=') !== true)
        open.push(`${method} ${url}`);
    }
    expect(open.sort()).toEqual(OPEN.map((url) => `GET ${url}`).sort());
  });

  it('says who may use it: nobody who holds every role meets a page closed to all', async () => {
    const all = await addWhoHoldsTogether(world, 'Demonstration everything', [
      ['submitter', world.organisations.department.id],
      ['assurance-lead', world.organisations.department.id],
      ['reviewer', world.organisations.assurance.id],
      ['decider', world.organisations.assurance.id],
      ['auditor', world.organisations.assurance.id],
      ['administrator', world.organisations.assurance.id],
    ]);
    const client = await PageClient.of(world, all.id);
    for (const { url } of routes.filter(({ method }) => method === 'GET')) {
      const { status, html } = await client.get(addressOf(url, world, driven));
      expect(html).not.toContain('does not say who may use it');
      // Some ask for more than an address, or for something this case has not got; none may fail.
      expect({ url, status, fails: status >= 500 }).toEqual({ url, status, fails: false });
    }
  });

  it('is valid HTML, for whoever reads it, and has a title that no other page has', async () => {
    const faults: Record<string, readonly string[]> = {};
    const titles = new Map<string, Set<string>>();
    const seen = new Set<string>();
    for (const part of ['submitter', 'lead', 'reviewer', 'decider', 'auditor', 'administrator'] as const) {
      const client = await PageClient.of(world, world.people[part].id);
      for (const { url } of routes.filter(({ method }) => method === 'GET')) {
        const { html, headers, status } = await client.get(addressOf(url, world, driven));
        if (headers.get('content-type')?.startsWith('text/html') !== true) continue;
        shown.add(html);
        const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
        if (status === 200) titles.set(title.trim(), (titles.get(title.trim()) ?? new Set()).add(url));
        // Many answer different people alike, such as that a page is not theirs.
        if (seen.has(withoutWhatIsNew(html))) continue;
        seen.add(withoutWhatIsNew(html));
        const found = await faultsOfHtml(html);
        if (found.length > 0) faults[`${url} for the ${part}`] = found;
      }
    }
    expect(faults).toEqual({});
    const shared = [...titles].filter(([, urls]) => urls.size > 1).map(([title, urls]) => [title, ...urls]);
    expect(shared).toEqual([]);
  }, 120_000);

  it('has addresses of parts that are classified, and none of them is a secret or of a person', () => {
    expect(shown.size).toBeGreaterThan(100);
    const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
    const html = [...shown].join('\n');
    const addresses = [
      ...new Set([...html.matchAll(/ (?:href|action|src)="(\/[^"]*)"/g)].map(([, one]) => one!)),
    ]
      .map(unescaped)
      .map((one) => new URL(one, 'http://localhost'));
    const fields = [...html.matchAll(/<form [^>]*method="get".*?<\/form>/gs)].flatMap(([form]) =>
      [...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!),
    );
    const names = new Set([
      ...routes.flatMap(({ url }) => [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)),
      ...addresses
        .filter(({ pathname }) => !pathname.startsWith('/assets/'))
        .flatMap(({ searchParams }) => [...searchParams.keys()]),
      ...fields.map(parameterOf),
      ...FILTER_NAMES,
    ]);
    expect(names.size).toBeGreaterThan(50);
    expect([...names].filter((name) => !Object.hasOwn(ADDRESS_PARAMETERS, name))).toEqual([]);
    // Of people, and of the case, whose title has it.
    const of = [...Object.values(world.people).flatMap(({ name, email }) => [name, email]), 'licensing'];
    const telling = addresses
      .map(({ pathname, search }) => decodeURIComponent((pathname + search).replaceAll('+', ' ')))
      .filter((one) => /sc[timr]_|@/.test(one) || of.some((part) => one.includes(part)));
    expect(telling).toEqual([]);
  });

  it('that is read changes nothing, whoever reads it', async () => {
    const before = await fingerprintOf(world.database);
    for (const part of ['submitter', 'reviewer', 'auditor', 'administrator'] as const) {
      const client = await PageClient.of(world, world.people[part].id);
      for (const { url } of routes.filter(({ method }) => method === 'GET'))
        await client.get(addressOf(url, world, driven));
    }
    const after = await fingerprintOf(world.database);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    // Their sessions began, and what is taken out leaves a receipt.
    expect(changed.filter((table) => table !== 'export_receipt')).toEqual(['web_session', 'writing_key']);
  });

  it('of a case is not there for who may not see the case', async () => {
    const stranger = await PageClient.of(world, world.people.stranger.id);
    for (const { url } of routes.filter(
      ({ method, url: address }) => method === 'GET' && address.includes(':reference'),
    )) {
      const { status, html } = await stranger.get(addressOf(url, world, driven));
      expect({ url, ok: status === 404 || status === 403 }).toEqual({ url, ok: true });
      expect(html).not.toContain('Move the licensing service');
    }
  });

  it('that changes something takes no form of another site, nor one without its token', async () => {
    const somebody = await PageClient.of(world, world.people.submitter.id);
    const foreign = await PageClient.of(world, world.people.stranger.id);
    const token = await foreign.token();
    await somebody.token();
    const forms = routes.filter(({ method, url }) => method === 'POST' && !FROM_MACHINES.includes(url));
    for (const { url } of forms) {
      const path = addressOf(url, world, driven);
      expect({ url, status: (await somebody.post(path, { _csrf: '' })).status }).toEqual({
        url,
        status: 403,
      });
      expect((await somebody.post(path, { _csrf: token })).status).toBe(403);
      expect((await somebody.post(path, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    }
  });
});

describe('what an auditor sends', () => {
  it('is refused wherever it would change a case', async () => {
    const auditor = await PageClient.of(world, world.people.auditor.id);
    const before = await auditor.get(`/cases/${driven.reference}`);
    for (const { url } of routes.filter(
      ({ method, url: address }) => method === 'POST' && address.includes(':reference'),
    )) {
      const { status } = await auditor.post(addressOf(url, world, driven), { reason: 'Because.' });
      expect({ url, refused: status >= 400 && status < 500 }).toEqual({ url, refused: true });
    }
    expect((await auditor.get(`/cases/${driven.reference}`)).status).toBe(before.status);
  });
});

describe('the headers of a page', () => {
  it('let only its own scripts run, by a nonce that is never the same', async () => {
    const client = await PageClient.of(world);
    const answers = [await client.get('/help'), await client.get('/help')];
    const nonces = answers.map(({ headers, html }) => {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
      const scripts = html.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/ style="|<style| on\w+="/);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('keep it out of caches, and its kind and frame from being guessed', async () => {
    const { headers } = await (await PageClient.of(world)).get('/help');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('keep the answers to forms out of caches too, whether they are refused, shown once more or given back', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    const draft = await new CaseDriver(world).draft();
    const answers = [
      await client.post('/requests/new', { title: '' }),
      await client.post(`/cases/${draft.reference}/details/money/edit`, {
        wholeLife: 'a lot',
        _addRow: 'yes',
      }),
      await client.post('/requests/new', { title: 'Gone back to', _changeAgain: 'yes' }),
      await client.post(`/cases/${draft.reference}/acknowledge`, {}),
    ];
    for (const { html, headers } of answers) {
      expect(html).toContain('<h1');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('of style sheets let browsers keep them for a year', async () => {
    const client = await PageClient.of(world);
    const { html } = await client.get('/help');
    const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      const { status, headers } = await client.get(address);
      expect({ address, status }).toEqual({ address, status: 200 });
      expect(headers.get('cache-control')).toContain('immutable');
    }
    for (const path of ['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/main.ts', '/assets/app.njk'])
      expect((await client.get(path)).status).toBe(404);
  });
});

describe('a session', () => {
  it('is in a cookie scripts cannot read and other hosts do not get, and a new one after signing in', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const password = 'a long enough password';
    await people.createPerson({ email: 'cookie@people.example', name: 'Demonstration cookie', password });
    const client = await PageClient.of(world, world.people.nobody.id);
    const [before] = client.cookies.values();
    const signOut = await client.post('/sign-out', {});
    expect(signOut.headers.get('location')).toBe('/signed-out');
    const answer = await client.post('/sign-in', {
      email: 'cookie@people.example',
      password,
      then: '/.//evil.example',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    const [line = ''] = answer.headers.getSetCookie().filter((text) => text.startsWith('__Host-session='));
    expect(line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(client.cookies.get('__Host-session')).not.toBe(before);
  });

  it.each([
    '//evil.example',
    '/.//evil.example/x',
    '/%2e%2e//evil.example',
    '/a/../..//evil.example',
    '/a/%2E%2e/.//evil.example',
    '/\\evil.example',
  ])('goes on within the service, whatever an address says: %s', async (then) => {
    const client = await PageClient.of(world, world.people.submitter.id);
    const { status, headers } = await client.get(`/sign-in?then=${encodeURIComponent(then)}`);
    expect([status, headers.get('location')]).toEqual([303, '/']);
  });

  it('ends when it is idle, and the page then asks to sign in', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    expect((await client.get('/')).status).toBe(200);
    const token = tokenIn((await client.get('/')).html) ?? '';
    const late = new Date(world.clock.now().getTime() + 31 * 60_000);
    world.clock.set(late);
    expect((await client.get('/')).headers.get('location')).toBe('/sign-in?then=%2F');
    expect((await client.post('/cases/next', { _csrf: token })).status).not.toBe(200);
  });
});

describe('what one person wrote', () => {
  const password = 'a long enough password';

  it('is not sent for another who signs in on the same browser, nor given to them', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const second = { email: 'second@people.example', name: 'Demonstration second', password };
    const { id } = await people.createPerson(second);
    const client = await PageClient.of(world, world.people.submitter.id);
    const token = await client.token();
    const written = { _csrf: token, _once: 'written-once', title: 'Words of the first' };
    client.cookies.set('__Host-session', (await world.signIn(id)).value);
    const asSecond = await client.post('/requests/new', written);
    expect(asSecond.status).toBe(403);
    expect(asSecond.html).toContain('Somebody else wrote this');

    client.cookies.delete('__Host-session');
    const asked = await client.post('/requests/new', written);
    expect(asked.status).toBe(401);
    expect(asked.html).toContain('name="kept.title" value="Words of the first"');
    const resumed = await client.post('/sign-in', {
      email: second.email,
      password,
      _csrf: tokenIn(/<main[^]*<\/main>/.exec(asked.html)?.[0] ?? '') ?? '',
      resume: '/requests/new',
      'kept.title': 'Words of the first',
    });
    expect(resumed.html).toContain('Somebody else wrote this');
    expect(resumed.html).not.toContain('Words of the first');
    expect((await client.get('/')).html).toContain(second.name);
  });
});

describe('a page that fails', () => {
  it('says so with a reference to quote, and nothing of what failed', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    await world.owner.query({ text: 'alter table spend_case rename to away', values: [] });
    try {
      const { status, html, headers } = await client.get(`/cases/${driven.reference}`);
      expect(status).toBe(500);
      expect(html).toContain('Sorry, there is a problem with the service');
      expect(html).toContain(headers.get('x-correlation-id') ?? 'no reference');
      expect(html).not.toContain('spend_case');
    } finally {
      await world.owner.query({ text: 'alter table away rename to spend_case', values: [] });
    }
  });

  it('answers what is no address, or too long a form, with a page too', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    expect((await client.get('/%')).status).toBe(400);
    const { status, html } = await client.post('/sign-out', { text: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
    expect(html).toContain('<h1');
    // One of more fields than any form has is not even looked at for where it comes from.
    const crowded = await client.post('/sign-out', new URLSearchParams(`_csrf=none${'&a'.repeat(5_000)}`));
    expect(crowded.status).toBe(400);
    expect(crowded.html).toContain('Send at most 5,000 in all');
  });
});
