import { randomUUID } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import { PeopleService, SessionService } from '#identity';
import { Config } from '#platform';
import { send, startEdge, type EdgeApp } from './edge-app.js';

const PASSWORD = 'correct horse battery';
let edge: EdgeApp;
let sessions: string;
let personId: string;
let organisationId: string;

beforeAll(async () => {
  edge = await startEdge();
  sessions = `${edge.url}/api/v1/sessions`;
  const people = edge.app.get(PeopleService, { strict: false });
  const organisation = await people.createOrganisation({
    key: 'home-office',
    name: 'Home Office',
    acronym: 'HO',
    parentId: null,
  });
  organisationId = organisation.id;
  const person = await people.createPerson({
    email: 'Submitter@home-office.example',
    name: 'Demonstration submitter (Home Office)',
    password: PASSWORD,
  });
  personId = person.id;
  await people.giveRole(null, personId, 'submitter', organisationId);
});
afterAll(() => edge.close());

async function signIn(email = 'submitter@home-office.example', password = PASSWORD) {
  return send(sessions, { method: 'POST', json: { email, password } });
}

async function newTokenFromSignIn(): Promise<string> {
  return (await signIn()).body['token'] as string;
}

describe('signing in', () => {
  it('gives a token, when it ends, and who it is for', async () => {
    const answer = await signIn('SUBMITTER@home-office.example');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      token: expect.stringMatching(/^sct_[\w-]{43}$/) as string,
      expiresAt: '2026-05-04T21:00:00.000Z',
      person: {
        id: personId,
        name: 'Demonstration submitter (Home Office)',
        email: 'submitter@home-office.example',
        roles: [
          {
            role: 'submitter',
            organisation: { id: organisationId, key: 'home-office', name: 'Home Office' },
          },
        ],
      },
    });
  });

  it('keeps only the hash of the token', async () => {
    const token = await newTokenFromSignIn();
    const rows = await edge.database.query<{ hash: string }>({
      text: `select encode(token_hash, 'hex') as hash from access_token where token_hash = sha256(convert_to($1, 'UTF8'))`,
      values: [token],
    });
    expect(rows).toHaveLength(1);
    expect(edge.log()).not.toContain(token);
    expect(edge.log()).not.toContain(PASSWORD);
  });

  it('keeps a password anew where hashing costs more by now, and only then', async () => {
    const config = edge.app.get(Config, { strict: false });
    const kept = async (): Promise<string | undefined> => {
      const [row] = await edge.database.query<{ hash: string }>({
        text: 'select password_hash as hash from person_password where person_id = $1',
        values: [personId],
      });
      return row?.hash;
    };
    await signIn();
    const before = await kept();
    Object.assign(config, { passwordCosts: 'm=20480,t=2,p=1 m=19456,t=2,p=1' });
    try {
      await signIn('submitter@home-office.example', 'wrong password');
      expect(await kept()).toBe(before);
      expect((await signIn()).status).toBe(201);
      const renewed = await kept();
      expect(renewed).toMatch(/^\$argon2id\$v=19\$m=20480,t=2,p=1\$/);
      expect((await signIn()).status).toBe(201);
      expect(await kept()).toBe(renewed);
    } finally {
      Object.assign(config, { passwordCosts: 'm=19456,t=2,p=1' });
    }
  });

  it('says the same of a wrong password and of somebody unknown', async () => {
    const wrong = await signIn('submitter@home-office.example', 'wrong password');
    const unknown = await signIn('nobody@home-office.example', PASSWORD);
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(wrong.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect({ ...wrong.body, correlationId: '' }).toEqual({ ...unknown.body, correlationId: '' });
  });

  it('works as long for somebody unknown as for a wrong password', async () => {
    // In turns, and the quickest of each: what else the machine does can only make a try slower.
    const timeOf = async (email: string): Promise<number> => {
      const start = performance.now();
      await signIn(email, 'wrong password');
      return performance.now() - start;
    };
    // Somebody of their own: so many wrong passwords lock an account.
    const people = edge.app.get(PeopleService, { strict: false });
    await people.createPerson({ email: 'timed@x.example', name: 'Timed', password: PASSWORD });
    let known = Infinity;
    let unknown = Infinity;
    for (let round = 0; round < 12; round += 1) {
      known = Math.min(known, await timeOf('timed@x.example'));
      unknown = Math.min(unknown, await timeOf('nobody@home-office.example'));
    }
    // Without the stand-in the ratio is below a tenth.
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  it('is refused to somebody who has been deactivated, whose tokens and sessions end too', async () => {
    const people = edge.app.get(PeopleService, { strict: false });
    const leaver = await people.createPerson({
      email: 'leaver@x.example',
      name: 'Leaver',
      password: PASSWORD,
    });
    const token = (await signIn('leaver@x.example')).body['token'] as string;
    const browsers = edge.app.get(SessionService, { strict: false });
    const session = await browsers.begin(leaver.id, null);
    const acting = { personId, name: '', email: '', roles: [], rolesAt: edge.clock.now() };
    await people.deactivate(acting, leaver.id);
    expect(await browsers.personOf(session.token)).toBeNull();
    expect((await send(`${sessions}/current`, { token })).status).toBe(401);
    expect((await signIn('leaver@x.example')).status).toBe(401);
  });
});

describe('a token', () => {
  it('says who is signed in, and stops working at once when signed out', async () => {
    const token = await newTokenFromSignIn();
    const other = await newTokenFromSignIn();
    const current = await send(`${sessions}/current`, { token });
    expect(current.status).toBe(200);
    expect(current.body).toMatchObject({ person: { id: personId, roles: [{ role: 'submitter' }] } });
    const end = await send(`${sessions}/current`, { method: 'DELETE', token });
    expect(end.status).toBe(HttpStatus.NO_CONTENT);
    expect(end.text).toBe('');
    expect((await send(`${sessions}/current`, { token })).status).toBe(401);
    expect((await send(`${sessions}/current`, { token: other })).status).toBe(200);
  });

  it('ends by itself', async () => {
    const token = await newTokenFromSignIn();
    const start = edge.clock.now();
    edge.clock.advance(12 * 3_600_000 - 1);
    expect((await send(`${sessions}/current`, { token })).status).toBe(200);
    edge.clock.advance(1);
    expect((await send(`${sessions}/current`, { token })).status).toBe(401);
    edge.clock.set(start);
  });

  it.each(['', 'Bearer', 'Bearer nonsense', 'Basic abc', 'Bearer a b', `Bearer sct_${'a'.repeat(43)}`])(
    'is not to be had from “%s”',
    async (authorization) => {
      const answer = await send(`${sessions}/current`, { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.body).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
    },
  );

  it('is taken from the header only, never from a query or a body', async () => {
    const token = await newTokenFromSignIn();
    expect((await send(`${sessions}/current?access_token=${token}`)).status).toBe(401);
    const inBody = await send(`${sessions}/current`, { method: 'DELETE', json: { access_token: token } });
    expect(inBody.status).toBe(401);
  });

  it('carries only the roles valid at the moment', async () => {
    const people = edge.app.get(PeopleService, { strict: false });
    const token = await newTokenFromSignIn();
    const given = await people.giveRole(null, personId, 'auditor', organisationId);
    const rolesNow = async () => {
      const { body } = await send(`${sessions}/current`, { token });
      return (body['person'] as { roles: { role: string }[] }).roles.map(({ role }) => role);
    };
    expect(await rolesNow()).toEqual(['auditor', 'submitter']);
    edge.clock.advance(1_000);
    await people.endRole(
      { personId: randomUUID(), name: '', email: '', roles: [], rolesAt: edge.clock.now() },
      personId,
      given.id,
    );
    expect(await rolesNow()).toEqual(['submitter']);
  });
});

describe('with passwords switched off', () => {
  it('refuses everybody, saying why', async () => {
    const closed = await startEdge([], { PASSWORD_SIGN_IN: 'off' });
    try {
      const answer = await send(`${closed.url}/api/v1/sessions`, {
        method: 'POST',
        json: { email: 'a@b.example', password: PASSWORD },
      });
      expect(answer.status).toBe(403);
      expect(answer.body['detail']).toContain('does not take passwords');
    } finally {
      await closed.close();
    }
  });
});
