import { createHash, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { DecisionService, type Acting } from '#casework';
import { SCOPES } from '#domain';
import { AppLogger } from '#platform';
import { MACHINE_TOKEN_PATTERN, MachineTokenService, PeopleService } from '#identity';
import { runApi } from '../../apps/api/run-api.js';
import { startWorld, type Person, type World } from '../api/world/api-world.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { Description } from '../api/world/description.js';
import { HttpClient, type Json, type Reply } from '../api/world/http-client.js';

// The tokens people make for programs of theirs.

const DAY = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  const { token } = await world.addPerson('Demonstration reader');
  const description = new Description(await world.http.read({ token }, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

const ASKED = { name: 'Nightly figures', scopes: ['cases:read', 'cases:write'], days: 30 };

function ask(person: Person, over: Json = {}, idempotencyKey: string = randomUUID()): Promise<Reply> {
  return world.http.send(person, 'POST', '/me/tokens', { body: { ...ASKED, ...over }, idempotencyKey });
}

interface Made {
  readonly id: string;
  readonly token: string;
}

async function make(person: Person, over: Json = {}): Promise<Made> {
  const reply = await ask(person, over);
  expect(reply.status).toBe(201);
  return reply.body as unknown as Made;
}

async function own(person: Person): Promise<readonly Json[]> {
  return (await world.http.read<{ items: Json[] }>(person, '/me/tokens')).items;
}

async function statusOf(token: string, path = '/cases'): Promise<number> {
  return (await world.http.send({ token }, 'GET', path)).status;
}

/** Every text in the database that holds a token, table by table. */
async function placesOf(token: string): Promise<readonly string[]> {
  const tables = await world.owner.query<{ name: string }>({
    text: `select tablename as name from pg_tables where schemaname = 'public'`,
    values: [],
  });
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.owner.query({
      text: `select from "${name}" t where strpos(t::text, $1) > 0 limit 1`,
      values: [token],
    });
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function emails(): Promise<readonly Json[]> {
  return world.database.query({
    text: `select template, recipient_address as address, parameters, status from email
      where template like 'machine-token-%' order by created_at, id`,
    values: [],
  });
}

describe('a token of a program', () => {
  it('is told once, and kept only as its hash', async () => {
    const { submitter } = world.people;
    const key = randomUUID();
    const first = await ask(submitter, {}, key);
    expect(first.status).toBe(201);
    const { token, id } = first.body as unknown as Made;
    expect(token).toMatch(new RegExp(`^${MACHINE_TOKEN_PATTERN}$`));
    const again = await ask(submitter, {}, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual({ ...first.body, token: null });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const listed = await own(submitter);
    expect(listed).toEqual([
      {
        id,
        name: 'Nightly figures',
        scopes: ['cases:read', 'cases:write'],
        createdAt: '2026-05-04T09:00:00.000Z',
        expiresAt: '2026-06-03T09:00:00.000Z',
        lastUsedAt: null,
        revokedAt: null,
        revokedBy: null,
        person: { id: submitter.id, name: submitter.name },
      },
    ]);
    expect(await placesOf(token)).toEqual([]);
    expect(await placesOf(token.slice(4, 47))).toEqual([]);
    const [row] = await world.database.query<{ hash: Buffer }>({
      text: 'select token_hash as hash from machine_token where id = $1',
      values: [id],
    });
    expect(row?.hash).toEqual(createHash('sha256').update(token).digest());
  });

  it('is kept by another hash function from a day on, whatever kind it is, and ended with one that is given up', async () => {
    const { submitter } = world.people;
    const old = await make(submitter);
    const signedIn = submitter.token;
    Object.assign(world.config, { tokenHashes: 'sha3-256 sha256' });
    const { id, token } = await make(submitter);
    const [row] = await world.database.query<{ hash: Buffer }>({
      text: 'select token_hash as hash from machine_token where id = $1',
      values: [id],
    });
    expect(row?.hash).toEqual(Buffer.concat([Buffer.of(1), createHash('sha3-256').update(token).digest()]));
    const fresh = await world.addPerson('Demonstration newcomer');
    for (const each of [token, old.token]) expect(await statusOf(each)).toBe(200);
    for (const each of [fresh.token, signedIn]) expect(await statusOf(each, '/me/tokens')).toBe(200);
    Object.assign(world.config, { tokenHashes: 'sha3-256' });
    expect(await statusOf(token)).toBe(200);
    expect(await statusOf(fresh.token, '/me/tokens')).toBe(200);
    for (const each of [old.token, signedIn]) expect(await statusOf(each)).toBe(401);
  });

  it('can be recognised for real by a scanner, and one that cannot be real asks the database nothing', async () => {
    const { token } = await make(world.people.submitter);
    const [text, sum] = [token.slice(0, -6), token.slice(-6)];
    expect(crc32(text).toString(36).slice(-6).padStart(6, '0')).toBe(sum);
    const wrong = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A') + sum;
    await world.owner.query({ text: 'alter table machine_token rename to away', values: [] });
    try {
      expect(await statusOf(wrong)).toBe(401);
      expect(await statusOf(`${token}0`)).toBe(401);
      expect(await statusOf(token)).toBe(500);
    } finally {
      await world.owner.query({ text: 'alter table away rename to machine_token', values: [] });
    }
  });

  it('acts for who made it, within its scopes, and the events say that a program did', async () => {
    const { submitter } = world.people;
    const { token, id } = await make(submitter);
    const body = { organisationId: world.organisations.department.id, title: 'From a program' };
    const { reference } = (
      await world.http.expect<{ reference: string }>(201, { token }, 'POST', '/cases', { body })
    ).body;
    await world.http.expect(200, { token }, 'PATCH', `/cases/${reference}/details`, {
      body: { title: 'From a program, put right' },
      ifMatch: 1,
    });
    await world.http.expect(200, submitter, 'PATCH', `/cases/${reference}/details`, {
      body: { title: 'Put right by hand' },
      ifMatch: 2,
    });
    const { items } = await world.http.read<{ items: { payload: Json; actor: Json }[] }>(
      submitter,
      `/cases/${reference}/events`,
    );
    expect(items.map(({ payload, actor }) => [actor['id'], payload['via']])).toEqual([
      [submitter.id, { kind: 'token', id }],
      [submitter.id, { kind: 'token', id }],
      [submitter.id, undefined],
    ]);
    // What a program looked at is told from what its person did.
    await world.http.read({ token }, `/cases/${reference}`);
    await world.http.read(submitter, `/cases/${reference}`);
    const seen = await recordsOf(submitter, reference);
    expect(seen).toEqual([id, null, null]);
  });

  async function recordsOf(person: Person, reference: string): Promise<readonly unknown[]> {
    const path = `/access-records?personId=${person.id}&reference=${reference}`;
    for (let tries = 0; tries < 100; tries += 1) {
      const { items } = await world.http.read<{ items: Json[] }>(world.people.auditor, path);
      if (items.length >= 3) return items.map((item) => item['machineId']).sort();
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return [];
  }

  it('never signs off, submits, reviews, recommends or decides, whatever the route or the role', async () => {
    const driver = new CaseDriver(world);
    const driven = await driver.driveTo('recommended');
    const { token } = await make(world.people.decider, { scopes: ['cases:read', 'cases:write'] });
    const body = { version: 1, reason: 'So.', approvedPence: 1 };
    const reply = await world.http.send({ token }, 'POST', `/cases/${driven.reference}/approve`, {
      body,
      ifMatch: driven.revision,
    });
    expect(reply.status).toBe(403);
    expect(reply.body['detail']).toBe(
      'A decision is for people to make. No scope of a token or a client gives it: a person who answers for it signs in and does it.',
    );
    expect(await world.http.read({ token }, `/cases/${driven.reference}`)).toMatchObject({
      state: 'recommended',
    });
    const offers = async (by: { token: string }) => {
      const { actions } = await world.http.read<{ actions: { action: string; allowed: boolean }[] }>(
        by,
        `/cases/${driven.reference}/actions`,
      );
      return actions.filter(({ allowed }) => allowed).map(({ action }) => action);
    };
    expect(await offers(world.people.decider)).toContain('approve');
    expect(await offers({ token })).toEqual(['comment', 'comment-internally']);
    // Whatever a route says: where the case is changed it is asked again.
    const decisions = world.api.app.get(DecisionService, { strict: false });
    const acting: Acting = {
      personId: world.people.decider.id,
      name: world.people.decider.name,
      email: world.people.decider.email,
      roles: [{ role: 'decider', organisationId: world.organisations.assurance.id }],
      rolesAt: world.clock.now(),
      machine: { kind: 'token', id: randomUUID(), scopes: SCOPES },
    };
    await expect(
      decisions.referBack(acting, driven.reference, driven.revision, { version: 1, reason: 'So.' }),
    ).rejects.toMatchObject({
      problem: { status: 403, detail: expect.stringContaining('is for people alone') },
    });
  });

  it('sees no case marked OFFICIAL-SENSITIVE unless it was given them outright', async () => {
    const body = {
      organisationId: world.organisations.department.id,
      title: 'A marked request',
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    };
    const { submitter } = world.people;
    const made = await world.http.expect(201, submitter, 'POST', '/cases', { body });
    const path = `/cases/${String(made.body['reference'])}`;
    const plain = await make(submitter, { scopes: ['cases:read'] });
    const outright = await make(submitter, { scopes: ['cases:read', 'marked-cases:read'] });
    expect((await world.http.send(submitter, 'GET', path)).status).toBe(200);
    expect((await world.http.send({ token: plain.token }, 'GET', path)).status).toBe(404);
    expect((await world.http.send({ token: outright.token }, 'GET', path)).status).toBe(200);
    const listed = await world.http.read({ token: plain.token }, '/cases');
    expect(JSON.stringify(listed)).not.toContain('A marked request');
    // Nor makes one of it, which it could not see any more.
    const writes = await make(submitter, { scopes: ['cases:read', 'cases:write'] });
    const open = await world.http.expect(201, { token: writes.token }, 'POST', '/cases', {
      body: { ...body, protectiveMarking: 'OFFICIAL' },
    });
    const details = `/cases/${String(open.body['reference'])}/details`;
    const { protectiveMarking } = body;
    for (const refused of [
      await world.http.send({ token: writes.token }, 'POST', '/cases', { body }),
      await world.http.send({ token: writes.token }, 'PATCH', details, {
        body: { protectiveMarking },
        ifMatch: 1,
      }),
    ])
      expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('marked-cases:read')]);
  });

  it('has its last use noted to the minute, not at every request', async () => {
    const { token } = await make(world.people.submitter);
    const lastUse = async () => (await own(world.people.submitter))[0]?.['lastUsedAt'];
    world.clock.advance(10_000);
    await statusOf(token);
    expect(await lastUse()).toBe('2026-05-04T09:00:10.000Z');
    world.clock.advance(59_000);
    await Promise.all([statusOf(token), statusOf(token)]);
    expect(await lastUse()).toBe('2026-05-04T09:00:10.000Z');
    world.clock.advance(2_000);
    await Promise.all([statusOf(token), statusOf(token), statusOf(token)]);
    expect(await lastUse()).toBe('2026-05-04T09:01:11.000Z');
  });

  it('is a line in the log, without the token', async () => {
    const { token, id } = await make(world.people.submitter);
    const lines: string[] = [];
    const logger = new AppLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
    const other = await runApi(world.config, { clock: world.clock, logger });
    try {
      const http = new HttpClient(other.url);
      await http.read({ token }, '/cases');
      await http.send(null, 'GET', `/cases/${token}`);
    } finally {
      await other.close();
    }
    const log = lines.join('');
    expect(log).toContain(`"personId":"${world.people.submitter.id}","via":"token","machineId":"${id}"`);
    expect(log).not.toContain(token);
    expect(log).not.toContain(token.slice(4, 40));
  });
});

describe('a token ends', () => {
  it('by itself, on its day', async () => {
    const { token } = await make(world.people.submitter, { days: 1 });
    world.clock.advance(DAY - 1);
    expect(await statusOf(token)).toBe(200);
    world.clock.advance(1);
    expect(await statusOf(token)).toBe(401);
  });

  it('at once when its owner or an administrator revokes it, and nobody else can', async () => {
    const { submitter, stranger, administrator } = world.people;
    const one = await make(submitter);
    const other = await make(submitter);
    for (const path of [`/me/tokens/${one.id}`, `/machine-access/tokens/${one.id}`])
      expect([403, 404]).toContain((await world.http.send(stranger, 'DELETE', path)).status);
    expect((await world.http.send(administrator, 'DELETE', `/me/tokens/${one.id}`)).status).toBe(404);
    expect(await statusOf(one.token)).toBe(200);
    world.clock.advance(1_000);
    await world.http.expect(204, submitter, 'DELETE', `/me/tokens/${one.id}`);
    expect(await statusOf(one.token)).toBe(401);
    await world.http.expect(204, administrator, 'DELETE', `/machine-access/tokens/${other.id}`);
    expect(await statusOf(other.token)).toBe(401);
    world.clock.advance(1_000);
    await world.http.expect(204, administrator, 'DELETE', `/machine-access/tokens/${one.id}`);
    const at = '2026-05-04T09:00:01.000Z';
    const ended = (await own(submitter)).map(({ id, revokedAt, revokedBy }) => ({
      id,
      revokedAt,
      revokedBy,
    }));
    expect(ended).toHaveLength(2);
    expect(ended).toContainEqual({
      id: one.id,
      revokedAt: at,
      revokedBy: { id: submitter.id, name: submitter.name },
    });
    expect(ended).toContainEqual({
      id: other.id,
      revokedAt: at,
      revokedBy: { id: administrator.id, name: administrator.name },
    });
    for (const id of [randomUUID(), 'none'])
      for (const path of ['/me/tokens', '/machine-access/tokens'])
        await world.http.expect(404, administrator, 'DELETE', `${path}/${id}`);
  });

  it('at once with its owner, also one that is being made just then', async () => {
    const { submitter, administrator } = world.people;
    const { token, id } = await make(submitter);
    expect(await statusOf(token)).toBe(200);
    const [, late] = await Promise.all([
      world.http.expect(200, administrator, 'POST', `/people/${submitter.id}/deactivation`),
      ask(submitter),
    ]);
    expect(await statusOf(token)).toBe(401);
    expect([201, 401]).toContain(late.status);
    if (late.status === 201) expect(await statusOf(String(late.body['token']))).toBe(401);
    const { items } = await world.http.read<{ items: Json[] }>(administrator, '/machine-access/tokens');
    expect(items.find((item) => item['id'] === id)).toMatchObject({
      revokedBy: { id: administrator.id },
      person: { id: submitter.id },
    });
    expect(items.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it('with a role it needs, from the next request on, and has no role its owner was given a minute ago before that', async () => {
    const { submitter, administrator } = world.people;
    const { token } = await make(submitter);
    const driver = new CaseDriver(world);
    const { reference } = await driver.draft();
    expect(await statusOf(token, `/cases/${reference}`)).toBe(200);
    const { roles } = await world.http.read<{ roles: { id: string }[] }>(
      administrator,
      `/people/${submitter.id}`,
    );
    world.clock.advance(1);
    await world.http.expect(204, administrator, 'DELETE', `/people/${submitter.id}/roles/${roles[0]!.id}`);
    expect(await statusOf(token, `/cases/${reference}`)).toBe(404);
    const people = world.api.app.get(PeopleService, { strict: false });
    await people.giveRole(null, submitter.id, 'auditor', world.organisations.assurance.id);
    expect(await statusOf(token, `/cases/${reference}`)).toBe(200);
    // The role would let them, the scopes do not.
    expect(await statusOf(token, '/access-records')).toBe(403);
  });
});

describe('making a token', () => {
  it('is for people who are signed in, and for no program', async () => {
    expect((await world.http.send(null, 'POST', '/me/tokens', { body: ASKED })).status).toBe(401);
    const { token } = await make(world.people.submitter);
    const refused = await world.http.send({ token }, 'POST', '/me/tokens', { body: ASKED });
    expect(refused.status).toBe(403);
    expect(refused.body['detail']).toContain('Which programs act for somebody is theirs to say.');
  });

  it('takes the usual days unless asked, and no more than the longest', async () => {
    const usual = await ask(world.people.submitter, { days: undefined });
    expect(usual.body['expiresAt']).toBe(new Date(world.clock.now().getTime() + 90 * DAY).toISOString());
    expect((await ask(world.people.submitter, { days: 365 })).status).toBe(201);
    for (const [days, status] of [
      [366, 400],
      [0, 400],
      [1.5, 400],
    ])
      expect(await ask(world.people.submitter, { days })).toMatchObject({
        status,
        body: { errors: [{ pointer: '/days' }] },
      });
  });

  it('is refused for what is no name or scope, and for scopes that open nothing for the role', async () => {
    const faults = async (over: Json) => (await ask(world.people.submitter, over)).body['errors'];
    expect(await faults({ name: ' ' })).toMatchObject([{ pointer: '/name' }]);
    expect(await faults({ name: 'two\nlines' })).toMatchObject([{ pointer: '/name' }]);
    expect(await faults({ scopes: [] })).toMatchObject([{ pointer: '/scopes' }]);
    expect(await faults({ scopes: ['cases:decide'] })).toMatchObject([{ pointer: '/scopes' }]);
    expect(await faults({ scopes: ['cases:read', 'people:read'] })).toMatchObject([
      { pointer: '/scopes', detail: '“people:read” opens nothing for the roles you hold: leave it out' },
    ]);
    expect(await own(world.people.submitter)).toEqual([]);
  });

  it('stops at twenty that work, also of two at once', async () => {
    const { submitter } = world.people;
    const made: Made[] = [];
    for (let count = 0; count < 19; count += 1) made.push(await make(submitter));
    const statuses = (await Promise.all([ask(submitter), ask(submitter)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
    await world.http.expect(204, submitter, 'DELETE', `/me/tokens/${made[0]!.id}`);
    expect((await ask(submitter)).status).toBe(201);
    expect((await ask(world.people.lead)).status).toBe(201);
  });
});

describe('the emails about a token', () => {
  it('tell its owner when it was made, and once a week before it ends, even who prefers a digest', async () => {
    const { submitter } = world.people;
    await world.http.expect(200, submitter, 'PUT', '/me/email-preference', {
      body: { emailPreference: 'daily-digest' },
    });
    const tokens = world.api.app.get(MachineTokenService, { strict: false });
    await make(submitter);
    await make(submitter, { name: 'Revoked' }).then(({ id }) =>
      world.http.expect(204, submitter, 'DELETE', `/me/tokens/${id}`),
    );
    await make(submitter, { name: 'Short', days: 7 });
    const parameters = {
      name: 'Nightly figures',
      scopes: ['cases:read', 'cases:write'],
      expiresAt: expect.stringContaining('2026-06-03T09:00:00'),
    };
    const about = { address: submitter.email, status: 'queued' };
    expect(await emails()).toHaveLength(3);
    expect(await emails()).toContainEqual({ template: 'machine-token-made', ...about, parameters });
    world.clock.advance(23 * DAY - 1);
    expect(await tokens.tellOfEnding()).toBe(0);
    world.clock.advance(1);
    expect(await Promise.all([tokens.tellOfEnding(), tokens.tellOfEnding()])).toContain(1);
    world.clock.advance(DAY);
    expect(await tokens.tellOfEnding()).toBe(0);
    expect(await emails()).toHaveLength(4);
    expect((await emails()).at(-1)).toEqual({ template: 'machine-token-ends', ...about, parameters });
  });
});

describe('every token', () => {
  it('is listed to administrators page by page, without what would open anything', async () => {
    const { administrator, submitter, lead } = world.people;
    for (const person of [submitter, lead, submitter]) {
      await make(person);
      world.clock.advance(1_000);
    }
    await make(lead);
    const seen: Json[] = [];
    let after = '';
    do {
      const page = await world.http.read<{ items: Json[]; next: string | null }>(
        administrator,
        `/machine-access/tokens?limit=3${after}`,
      );
      seen.push(...page.items);
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(seen.map(({ person }) => (person as Json)['id'])).toEqual([
      lead.id,
      submitter.id,
      lead.id,
      submitter.id,
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/scm_|hash/i);
    for (const cursor of ['x', Buffer.from('["soon","x"]').toString('base64url')])
      await world.http.expect(400, administrator, 'GET', `/machine-access/tokens?after=${cursor}`);
  });
});
