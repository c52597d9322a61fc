import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { InvitationService, PeopleService } from '#identity';
import { Chance, FileTransport, MailSender, MailTransport, PermanentRefusal } from '#notifications';
import { AppLogger } from '#platform';
import { startWorld, type World } from './world/api-world.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// From an administrator's invitation by email to a first password: once, for seven days, and for nobody else.

const PASSWORD = 'a long enough password';

let world: World;
let mailbox: string;
const logged: string[] = [];
beforeEach(async () => {
  world = await startWorld();
  mailbox = await mkdtemp(join(tmpdir(), 'invitations-'));
  logged.length = 0;
});
afterEach(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  expect(world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange))).toEqual([]);
  await world.close();
  await rm(mailbox, { recursive: true, force: true });
});

class NoChance extends Chance {
  override next(): number {
    return 0;
  }
}

function invitations(): InvitationService {
  return world.api.app.get(InvitationService, { strict: false });
}

function asked(more: Json = {}): Json {
  return {
    name: 'Demonstration newcomer',
    email: 'Newcomer@Home-Office.example',
    role: 'submitter',
    organisationId: world.organisations.department.id,
    ...more,
  };
}

async function invite(more: Json = {}, key?: string): Promise<Reply> {
  return world.http.send(world.people.administrator, 'POST', '/people/invitations', {
    body: asked(more),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
}

interface EmailRow {
  readonly id: string;
  readonly status: string;
  readonly parameters: Json;
  readonly recipientAddress: string;
  readonly lastError: string | null;
}

async function emails(): Promise<readonly EmailRow[]> {
  return world.database.query({
    text: `select id, status, parameters, recipient_address as "recipientAddress", last_error as "lastError"
      from email where template = 'invitation' order by created_at, id`,
    values: [],
  });
}

/** Sends what waits, as a worker does. */
async function sendAll(
  transport: MailTransport = new FileTransport(mailbox, 'Spend <no-reply@spend.example>'),
) {
  const logger = new AppLogger({ level: 'trace', destination: { write: (line) => logged.push(line) } });
  const sender = new MailSender(world.database, world.clock, world.config, transport, new NoChance(), logger);
  for (const { id } of await emails()) await sender.attempt(id);
}

/** The token in the only email that was sent. */
async function sentToken(): Promise<string> {
  const [file, ...others] = await readdir(mailbox);
  expect(others).toEqual([]);
  const { text } = await simpleParser(await readFile(join(mailbox, file!)));
  return /http:\/\/localhost\/invitations#(sci_[A-Za-z\d]{43})\n/.exec(text ?? '')![1]!;
}

/** Everything the database holds, as text. */
async function everything(): Promise<string> {
  const tables = await world.owner.query<{ name: string }>({
    text: `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
    values: [],
  });
  const texts = await Promise.all(
    tables.map(({ name }) =>
      world.owner.query<{ text: string }>({ text: `select t::text as text from "${name}" t`, values: [] }),
    ),
  );
  return texts.flatMap((rows) => rows.map(({ text }) => text)).join('\n');
}

async function signIn(email: string, password: string): Promise<Reply> {
  return world.http.send(null, 'POST', '/sessions', { body: { email, password }, idempotencyKey: null });
}

async function refusalOf(work: Promise<unknown>): Promise<Json> {
  return work.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => (error as { problem: Json }).problem,
  );
}

it('leads from an administrator to somebody who signs in with their role', async () => {
  const invited = await invite();
  expect(invited.status).toBe(201);
  expect(invited.body).toEqual({
    id: expect.any(String),
    personId: expect.any(String),
    name: 'Demonstration newcomer',
    email: 'newcomer@home-office.example',
    added: true,
    expiresAt: '2026-05-11T09:00:00.000Z',
  });
  const personId = String(invited.body['personId']);
  expect(await world.http.read(world.people.administrator, `/people/${personId}`)).toMatchObject({
    hasPassword: false,
    lastSignInAt: null,
    roles: [{ role: 'submitter', givenBy: { id: world.people.administrator.id } }],
    standing: 'invited',
    invitation: { createdAt: '2026-05-04T09:00:00.000Z', expiresAt: '2026-05-11T09:00:00.000Z' },
  });
  const listed = async () =>
    (await world.http.read<{ items: Json[] }>(world.people.administrator, '/people')).items.filter(
      ({ email }) => email === 'newcomer@home-office.example',
    );
  expect(await listed()).toMatchObject([
    { id: personId, standing: 'invited', invitation: { expiresAt: '2026-05-11T09:00:00.000Z' } },
  ]);
  expect((await signIn('newcomer@home-office.example', PASSWORD)).status).toBe(401);
  await sendAll();
  const token = await sentToken();
  expect(await invitations().read(token)).toEqual({
    personId,
    name: 'Demonstration newcomer',
    email: 'newcomer@home-office.example',
    expiresAt: new Date('2026-05-11T09:00:00.000Z'),
  });
  expect(await invitations().accept(token, PASSWORD)).toBe(personId);
  const session = await signIn('newcomer@home-office.example', PASSWORD);
  expect(session.body['person']).toMatchObject({
    roles: [{ role: 'submitter', organisation: { key: 'home-office' } }],
  });
  expect(await world.http.read(world.people.administrator, `/people/${personId}`)).toMatchObject({
    hasPassword: true,
    standing: 'active',
    invitation: null,
  });
  expect(await listed()).toMatchObject([{ id: personId, standing: 'active', invitation: null }]);
});

describe('the token', () => {
  it('is in the row of its email until that is sent, and nowhere else, nor in an answer or the log', async () => {
    const key = 'an-invitation-key';
    const { text } = await invite({}, key);
    const [email] = await emails();
    const token = String(email?.parameters['token']);
    expect(token).toMatch(/^sci_[\w-]{43}$/);
    expect((await everything()).split(token)).toHaveLength(2);
    expect((await invite({}, key)).text).toBe(text);
    expect(text).not.toContain(token);
    await sendAll();
    expect(await sentToken()).toBe(token);
    const after = await everything();
    expect(after).not.toContain(token);
    expect(after).not.toContain(token.slice(4));
    expect((await emails())[0]).toMatchObject({
      status: 'sent',
      parameters: {
        role: 'submitter',
        organisation: 'Home Office',
        invitedBy: 'Demonstration administrator',
      },
    });
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('')).not.toContain(token.slice(4));
  });

  it('goes as well when the email is refused', async () => {
    await invite();
    const token = String((await emails())[0]?.parameters['token']);
    class Refusing extends MailTransport {
      override send(): Promise<never> {
        return Promise.reject(new PermanentRefusal('There is no such mailbox'));
      }
    }
    await sendAll(new Refusing());
    expect((await emails())[0]).toMatchObject({ status: 'refused' });
    expect(await everything()).not.toContain(token);
  });

  it('does not reach the log in an address', () => {
    const lines: string[] = [];
    const logger = new AppLogger({ level: 'info', destination: { write: (line) => lines.push(line) } });
    logger.info({ path: `/invitations/sci_${'a'.repeat(43)}` }, 'Answered');
    expect(lines.join('')).toContain('/invitations/[token]');
  });
});

describe('a link', () => {
  async function linked(): Promise<string> {
    await invite();
    return String((await emails()).at(-1)?.parameters['token']);
  }

  it('works once: of many at once one sets the password, and the others are told', async () => {
    const token = await linked();
    const tries = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((number) => invitations().accept(token, `chosen at the try ${number}`)),
    );
    const won = tries.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 1] : []));
    expect(won).toHaveLength(1);
    for (const [index] of tries.entries()) {
      const { status } = await signIn('newcomer@home-office.example', `chosen at the try ${index + 1}`);
      expect(status).toBe(index + 1 === won[0] ? 201 : 401);
    }
    expect(await refusalOf(invitations().accept(token, PASSWORD))).toMatchObject({ status: 404 });
    expect(await invitations().read(token)).toBeNull();
  });

  it('works for seven days', async () => {
    const token = await linked();
    world.clock.advance(7 * 86_400_000 - 1);
    expect(await invitations().read(token)).not.toBeNull();
    world.clock.advance(1);
    expect(await invitations().read(token)).toBeNull();
    expect(await refusalOf(invitations().accept(token, PASSWORD))).toMatchObject({ status: 404 });
  });

  it('is replaced by inviting again, with an email that has not left yet; a role that is held stays', async () => {
    const first = await linked();
    world.clock.advance(1_000);
    const again = await invite({ name: 'Somebody else', role: 'assurance-lead' });
    expect(again.body).toMatchObject({ added: false, name: 'Demonstration newcomer' });
    world.clock.advance(1_000);
    expect((await invite()).status).toBe(201);
    const rows = await emails();
    expect(rows.map(({ status, lastError }) => [status, lastError])).toEqual([
      ['refused', 'Replaced by a later invitation'],
      ['refused', 'Replaced by a later invitation'],
      ['queued', null],
    ]);
    expect(rows.filter(({ parameters }) => 'token' in parameters)).toHaveLength(1);
    expect(await invitations().read(first)).toBeNull();
    expect(await refusalOf(invitations().accept(first, PASSWORD))).toMatchObject({ status: 404 });
    await sendAll();
    await invitations().accept(await sentToken(), PASSWORD);
    const session = await signIn('newcomer@home-office.example', PASSWORD);
    const { roles } = session.body['person'] as { roles: { role: string }[] };
    expect(roles.map(({ role }) => role).sort()).toEqual(['assurance-lead', 'submitter']);
  });

  it('is one even where several administrators invite at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => invite()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['personId'])).size).toBe(1);
    expect(answers.filter(({ body }) => body['added'] === true)).toHaveLength(1);
    const working = (await emails()).filter(({ status }) => status === 'queued');
    expect(working).toHaveLength(1);
    expect(await invitations().read(String(working[0]?.parameters['token']))).not.toBeNull();
  });

  it('is taken up or replaced, never both, when both are tried at the same moment', async () => {
    const came: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const email = `round-${round}@home-office.example`;
      await invite({ email });
      world.clock.advance(1_000);
      const token = String((await emails()).at(-1)?.parameters['token']);
      const [accepted, again] = await Promise.allSettled([
        invitations().accept(token, PASSWORD),
        // Hashing takes its time: now one is first, now the other.
        new Promise((resume) => setTimeout(resume, round * 6)).then(() => invite({ email })),
      ]);
      const status = again.status === 'fulfilled' ? again.value.status : 0;
      came.push(`${accepted.status} ${status}`);
      if (accepted.status === 'rejected') expect(accepted.reason).toMatchObject({ problem: { status: 404 } });
      world.clock.advance(1_000);
    }
    expect(came.filter((outcome) => !['fulfilled 409', 'rejected 201'].includes(outcome))).toEqual([]);
  });

  it('is no use to who was deactivated', async () => {
    const token = await linked();
    const { personId } = (await invitations().read(token))!;
    await world.http.expect(200, world.people.administrator, 'POST', `/people/${personId}/deactivation`);
    expect(await invitations().read(token)).toBeNull();
    expect(await refusalOf(invitations().accept(token, PASSWORD))).toMatchObject({ status: 404 });
    const refused = await invite();
    expect(refused.status).toBe(409);
    expect(refused.body['errors']).toMatchObject([{ pointer: '/email' }]);
  });

  it('takes nothing for a password that is none, and can still be used', async () => {
    const token = await linked();
    for (const [password, says] of [
      ['', 'at least 12'],
      ['short', 'at least 12'],
      ['             ', 'at least 12'],
      ['x'.repeat(201), 'at most 200'],
      ['a password\u0000with more', 'control characters'],
    ] as const)
      expect(await refusalOf(invitations().accept(token, password))).toMatchObject({
        status: 422,
        errors: [{ pointer: '/password', detail: expect.stringContaining(says) }],
      });
    await invitations().accept(token, PASSWORD);
  });

  it('is not anything else', async () => {
    await linked();
    for (const token of ['', 'x', `sct_${'a'.repeat(43)}`, `sci_${'a'.repeat(43)}`, '\u0000']) {
      expect(await invitations().read(token)).toBeNull();
      expect(await refusalOf(invitations().accept(token, PASSWORD))).toMatchObject({ status: 404 });
    }
  });
});

describe('nobody is invited', () => {
  it('by anybody but an administrator', async () => {
    const { people, http } = world;
    for (const part of ['submitter', 'lead', 'decider', 'auditor', 'nobody'] as const)
      await http.expect(403, people[part], 'POST', '/people/invitations', { body: asked() });
    expect((await http.send(null, 'POST', '/people/invitations', { body: asked() })).status).toBe(401);
    expect(await emails()).toEqual([]);
  });

  it('who has a password: it could be changed by whoever reads their email', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const email = 'known@home-office.example';
    const { id } = await people.createPerson({ email, name: 'Demonstration known', password: PASSWORD });
    const refused = await invite({ email: 'KNOWN@home-office.example' });
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toContain('can sign in already');
    expect(await world.http.read(world.people.administrator, `/people/${id}`)).toMatchObject({ roles: [] });
    expect(await emails()).toEqual([]);
  });

  it('who, or where, or as what, cannot be, and nothing is left behind', async () => {
    const count = async () => {
      const text = 'select id from person union all select id from role_assignment';
      return (await world.database.query({ text, values: [] })).length;
    };
    const before = await count();
    for (const [more, status, pointer] of [
      [{ email: world.people.administrator.email }, 409, '/email'],
      [{ organisationId: world.people.lead.id }, 422, '/organisationId'],
      [{ role: 'decider' }, 422, '/organisationId'],
      [{ role: 'king' }, 400, '/role'],
      [{ email: 'nobody@' }, 400, '/email'],
      [{ name: ' ' }, 400, '/name'],
    ] as const) {
      const refused = await invite(more);
      expect(refused.status).toBe(status);
      expect(refused.body['errors']).toMatchObject([{ pointer }]);
    }
    expect(await count()).toBe(before);
    expect(await emails()).toEqual([]);
  });

  it('where passwords are off', async () => {
    const closed = await startWorld({ PASSWORD_SIGN_IN: 'off' });
    try {
      const body = { ...asked(), organisationId: closed.organisations.department.id };
      const refused = await closed.http.send(closed.people.administrator, 'POST', '/people/invitations', {
        body,
      });
      expect(refused.status).toBe(403);
      const service = closed.api.app.get(InvitationService, { strict: false });
      expect(await service.read(`sci_${'a'.repeat(43)}`)).toBeNull();
      expect(await refusalOf(service.accept(`sci_${'a'.repeat(43)}`, PASSWORD))).toMatchObject({
        status: 403,
      });
    } finally {
      await closed.close();
    }
  });
});
