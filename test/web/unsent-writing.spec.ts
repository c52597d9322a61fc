import { PeopleService, SessionService } from '#identity';
import { seal } from '../../apps/web/assets/sealing.js';
import { markOf } from '../../apps/web/server/form-token.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

const PASSWORD = 'a long enough password';
const WRITTEN = 'Written before the session ended.';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let world: PagesWorld;
let driven: DrivenCase;
let people: Readonly<Record<'writer' | 'other', { readonly id: string; readonly email: string }>>;
beforeAll(async () => {
  world = await startPagesWorld();
  driven = await new CaseDriver(world).draft();
  people = { writer: await added('writer'), other: await added('other') };
});
afterAll(() => world.close());

async function added(name: string) {
  const service = world.api.app.get(PeopleService, { strict: false });
  const email = `${name}@unsent.example`;
  const { id } = await service.createPerson({ email, name: `Demonstration ${name}`, password: PASSWORD });
  await service.giveRole(null, id, 'submitter', world.organisations.department.id);
  return { id, email };
}

const path = () => `/cases/${driven.reference}/points/2/edit`;

/** What is in the part of a page that its script ends it by. */
function partIn(html: string, name: string): string {
  return new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** As the script of a page of the writer would send it. @param said what is sealed; what they wrote unless given */
async function sealedBy(client: PageClient, said?: unknown): Promise<string> {
  const { html } = await client.get(path());
  const forms = said ?? [{ action: path(), fields: [['evidence', WRITTEN]], file: 'plan.pdf' }];
  return `${partIn(html, 'session')}.${await seal(partIn(html, 'key'), JSON.stringify(forms))}`;
}

/** Signs somebody in with a form that waits, as the page for signing in would send it. */
async function signInWith(
  { id, email }: { readonly id: string; readonly email: string },
  sealed: string,
  action = '/unsent-writing',
) {
  const client = await PageClient.of(world);
  const { html } = await client.get('/sign-in');
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(html) ?? [];
  return client.post('/sign-in', {
    _csrf: `${token}~${markOf(id)}`,
    email,
    password: PASSWORD,
    resume: action,
    'kept._sealed': sealed,
  });
}

describe('what was being written when a session ended', () => {
  it('is given back to whoever wrote it, once they are signed in again, and is sent nowhere by that', async () => {
    const sealed = await sealedBy(await PageClient.of(world, people.writer.id));
    const { status, html } = await signInWith(people.writer, sealed);
    expect(status).toBe(200);
    expect(html).toContain('You were signed out while you were writing');
    expect(html).toContain(WRITTEN);
    expect(html).toContain('plan.pdf');
    expect(html).toContain(`<form action="${path()}"`);
    // The form comes back to be changed, and is not sent.
    expect(html).toContain('name="_changeAgain" value="yes"');
    expect(html).not.toContain(sealed);
  });

  it('is not given to another, who has it by whatever means', async () => {
    const sealed = await sealedBy(await PageClient.of(world, people.writer.id));
    const { status, html } = await signInWith(people.other, sealed);
    expect([status, html.includes('What you wrote cannot be given back')]).toEqual([400, true]);
    expect(html).not.toContain(WRITTEN);
    const other = await PageClient.of(world, people.other.id);
    const sent = await other.post('/unsent-writing', { _sealed: sealed });
    expect([sent.status, sent.html.includes(WRITTEN)]).toEqual([400, false]);
  });

  it('is refused kindly where it was changed on its way, and says nothing that could be sent elsewhere', async () => {
    const writer = await PageClient.of(world, people.writer.id);
    const sealed = await sealedBy(writer);
    const last = sealed.at(-9) === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, -9) + last + sealed.slice(-8);
    const others = [
      changed,
      sealed.slice(0, 60),
      'nonsense',
      await sealedBy(writer, [{ action: 'https://elsewhere.example/', fields: [], file: '' }]),
      await sealedBy(writer, [{ action: path(), fields: [['evidence', 1]], file: '' }]),
      await sealedBy(writer, { action: path() }),
      await sealedBy(writer, []),
    ];
    for (const one of others) {
      const { status, html } = await writer.post('/unsent-writing', { _sealed: one });
      expect([one, status, html.includes('What you wrote cannot be given back')]).toEqual([one, 400, true]);
    }
    expect((await writer.post('/unsent-writing', { _sealed: sealed })).html).toContain(WRITTEN);
  });

  it.each([
    [
      'fields',
      () => [
        {
          action: path(),
          fields: Array.from({ length: 20_000 }, (_, at) => [`f${String(at)}`, '']),
          file: '',
        },
      ],
    ],
    ['forms', () => Array.from({ length: 101 }, () => ({ action: path(), fields: [], file: '' }))],
    [
      'letters in the name of a field',
      () => [{ action: path(), fields: [['n'.repeat(201), WRITTEN]], file: '' }],
    ],
  ])('is refused in words where it has more %s than any form has', async (_what, said) => {
    const writer = await PageClient.of(world, people.writer.id);
    const { status, html } = await writer.post('/unsent-writing', {
      _sealed: await sealedBy(writer, said()),
    });
    expect([status, html.includes('more fields than any form')]).toEqual([400, true]);
  });

  it('is given back under whatever names its fields have', async () => {
    const writer = await PageClient.of(world, people.writer.id);
    const names = ['__proto__', 'constructor', 'toString', 'valueOf-1', 'condition-1-constructor'];
    const fields = names.flatMap((name) => [
      [name, `Under ${name}.`],
      [name, 'toString'],
    ]);
    for (const action of [path(), `/cases/${driven.reference}/comments`]) {
      const sealed = await sealedBy(writer, [{ action, fields, file: '' }]);
      const { status, html } = await writer.post('/unsent-writing', { _sealed: sealed });
      expect([status, html.includes('Nothing has been sent or saved yet')]).toEqual([200, true]);
      // What begins with _ is the page’s own.
      for (const name of names.slice(1)) expect(html).toContain(`Under ${name}.\ntoString</dd>`);
      expect(html).not.toContain('native code');
    }
    const token = await writer.token();
    world.clock.advance(HOUR);
    const late = new URLSearchParams([
      ['_csrf', token],
      ...names.map((name): [string, string] => [name, 'x']),
    ]);
    expect((await writer.post(path(), late)).status).toBe(401);
    world.clock.advance(-HOUR);
  });

  it('waits for a click more where somebody had signed in elsewhere meanwhile', async () => {
    const writer = await PageClient.of(world, people.writer.id);
    const sealed = await sealedBy(writer);
    const old = { _csrf: `old~${markOf(people.writer.id)}`, _sealed: sealed };
    const { status, html } = await writer.post('/unsent-writing', old, { 'sec-fetch-site': 'same-origin' });
    expect([status, html.includes('Send this again')]).toEqual([403, true]);
    expect(html).toContain(`<form action="/unsent-writing"`);
    expect(html).toContain(`name="_sealed" value="${sealed}"`);
    expect(html).not.toContain('What is kept</h2>');
  });

  it('can be opened for a month', async () => {
    const start = world.clock.now();
    const sealed = await sealedBy(await PageClient.of(world, people.writer.id));
    const sessions = world.api.app.get(SessionService, { strict: false });
    try {
      world.clock.set(new Date(start.getTime() + 30 * DAY));
      await sessions.clearOld();
      expect((await signInWith(people.writer, sealed)).html).toContain(WRITTEN);
      world.clock.advance(1);
      await sessions.clearOld();
      expect((await signInWith(people.writer, sealed)).status).toBe(400);
    } finally {
      world.clock.set(start);
    }
  });

  it('that was sent too late is in no page as it was written before they are signed in again', async () => {
    const client = await PageClient.of(world, people.writer.id);
    const token = await client.token();
    world.clock.advance(HOUR);
    const asked = await client.post(path(), { _csrf: token, evidence: WRITTEN });
    expect([asked.status, asked.html.includes('What you wrote is kept')]).toEqual([401, true]);
    expect(asked.html).not.toContain(WRITTEN);
    const [, sealed = ''] = /name="kept\._sealed" value="([^"]+)"/.exec(asked.html) ?? [];
    const { html } = await signInWith(people.writer, sealed, path());
    expect(html).toContain('You had to sign in before what you sent could be taken');
    expect(html).toContain(WRITTEN);
    expect(html).not.toContain('_changeAgain');
  });

  it('and was written by somebody else than who was signed in last is carried as it was sent', async () => {
    const client = await PageClient.of(world, people.other.id);
    const [bare = ''] = (await client.token()).split('~');
    world.clock.advance(HOUR);
    const token = `${bare}~${markOf(people.writer.id)}`;
    const { status, html } = await client.post(path(), { _csrf: token, evidence: WRITTEN });
    expect([status, html.includes(`name="kept.evidence" value="${WRITTEN}"`)]).toEqual([401, true]);
  });
});

describe('a page that asks whether its session goes on', () => {
  const asked = async (client: PageClient) => JSON.parse((await client.get('/session')).html) as unknown;

  it('is told how long, and does not keep it from ending; whoever says that they are there does', async () => {
    const client = await PageClient.of(world, people.writer.id);
    const of = markOf(people.writer.id);
    world.clock.advance(20 * 60_000);
    expect(await asked(client)).toEqual({ of, idleIn: 10 * 60_000, endsIn: 12 * HOUR - 20 * 60_000 });
    world.clock.advance(9 * 60_000);
    expect(await asked(client)).toMatchObject({ of, idleIn: 60_000 });
    const token = await client.token();
    world.clock.advance(20 * 60_000);
    const stays = await client.post('/session', { _csrf: token });
    expect(JSON.parse(stays.html)).toMatchObject({ of, idleIn: 30 * 60_000 });
    world.clock.advance(30 * 60_000);
    expect(await asked(client)).toEqual({ of: null });
  });
});
