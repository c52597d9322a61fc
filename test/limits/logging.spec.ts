import { connect } from 'node:net';
import { PeopleService } from '#identity';
import { AppLogger } from '#platform';
import { runApi, type RunningApi } from '../../apps/api/run-api.js';
import { mountWeb, type MountedWeb } from '../../apps/web/run-web.js';
import { serveBoth } from '../../apps/local/service/one-address.js';
import { cookiesFor } from '../../apps/web/server/cookies.js';
import { SessionService } from '#identity';
import { startWorld, type World } from '../api/world/api-world.js';

// Marked secrets are sent everywhere, things go well and wrong, and nothing of them is in what was logged.

const MARK = 'kanarienvogel';
const PASSWORD = `${MARK}-password-1`;
const EMAIL = `${MARK}.email@people.example`;
const NAME = `${MARK}-name Demonstration`;
const TEXT = `${MARK}-text of a request`;

let world: World;
let api: RunningApi;
let web: MountedWeb;
let cookie: string;
const secrets: string[] = [];
const lines: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = new AppLogger({ level: 'trace', destination });
  api = await runApi(world.config, { clock: world.clock, logger });
  web = await mountWeb(world.config, { clock: world.clock, logger });
  serveBoth(api.app.getHttpServer(), web.answer);
  const people = api.app.get(PeopleService, { strict: false });
  const person = await people.createPerson({ email: EMAIL, name: NAME, password: PASSWORD });
  await people.giveRole(null, person.id, 'submitter', world.organisations.department.id);
  const { token } = await api.app.get(SessionService, { strict: false }).begin(person.id, null);
  cookie = `${cookiesFor(world.config).session}=${token}`;
  secrets.push(token, world.people.submitter.token, world.people.administrator.token);
});
afterAll(async () => {
  await web.close();
  await api.close();
  await world.close();
});

interface Sending {
  readonly token?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(method: string, path: string, { token, json, form, headers = {} }: Sending = {}) {
  const body = json !== undefined ? JSON.stringify(json) : form && new URLSearchParams(form).toString();
  const answer = await fetch(api.url + path, {
    method,
    redirect: 'manual',
    headers: {
      cookie,
      'x-forwarded-for': `${MARK}-forwarded`,
      referer: `http://elsewhere.example/${MARK}-referer`,
      'user-agent': `${MARK}-agent`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(method === 'POST' ? { 'idempotency-key': `${MARK}-idempotency` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Everything that may be sent, by somebody who puts secrets in every place there is. */
async function sendEverything(): Promise<readonly number[]> {
  const { submitter, administrator } = world.people;
  const signIn = { email: EMAIL, password: PASSWORD };
  return [
    await send('POST', '/api/v1/sessions', { json: signIn }),
    await send('POST', '/api/v1/sessions', { json: { ...signIn, password: `${MARK}-wrong` } }),
    await send('POST', '/api/v1/sessions', { json: { email: MARK, surplus: TEXT } }),
    await send('POST', '/sign-in', { form: { email: EMAIL, password: PASSWORD, then: `/${MARK}` } }),
    await send('GET', `/sign-in?then=/${MARK}-then`),
    await send('GET', `/invitations/sci_${MARK}`),
    await send('GET', `/password-reset/scr_${MARK}`),
    await send('POST', '/invitations', { form: { code: `sci_${MARK}` } }),
    await send('POST', '/password-reset', { form: { code: `scr_${MARK}`, password: `${MARK}-new` } }),
    await send('POST', '/forgotten-password', { form: { email: EMAIL } }),
    await send('POST', '/account/password', { form: { presentPassword: PASSWORD, password: `${MARK}-new` } }),
    await send('GET', `/${MARK}-address?email=${EMAIL}`),
    await send('GET', `/api/v1/${MARK}-address/${EMAIL}`, submitter),
    await send('GET', `/api/v1/cases/${MARK}-reference`, submitter),
    await send('GET', `/cases/${MARK}-reference`),
    await send('GET', `/assets/${MARK}-file.css`),
    await send('GET', `/api/v1/cases?text=${MARK}-text`, submitter),
    await send('GET', `/api/v1/cases?${MARK}=1`, submitter),
    await send('GET', `/api/v1/people?text=${MARK}`, administrator),
    await send('GET', '/api/v1/people', { ...administrator, headers: { 'looked-for': MARK } }),
    await send('GET', `/people?text=${MARK}`),
    await send('POST', '/people', { form: { text: MARK } }),
    await send('GET', `/api/v1/people/${MARK}`, administrator),
    await send('GET', `/api/v1/sessions/current?access_token=sct_${MARK}`, { token: `sct_${MARK}` }),
    await send('POST', '/api/v1/cases', { ...submitter, json: { title: TEXT, [MARK]: TEXT } }),
    await send('POST', '/api/v1/people', {
      ...administrator,
      json: { email: `2${EMAIL}`, name: NAME },
    }),
    await send('POST', '/api/v1/people', {
      ...administrator,
      json: { email: `2${EMAIL}`, name: NAME },
    }),
    await send('DELETE', `/help?${MARK}`),
    await send('GET', `/%ZZ${MARK}`),
    await send('GET', '/', { headers: { 'x-correlation-id': `${MARK} is no correlation id` } }),
  ];
}

/** Log lines with anything of what was sent. */
function leaks(): readonly string[] {
  return lines.filter((line) => line.includes(MARK) || secrets.some((secret) => line.includes(secret)));
}

describe('the log', () => {
  it('has nothing secret or personal of what goes well, and of what is refused', async () => {
    const statuses = await sendEverything();
    for (const status of [200, 201, 303, 400, 401, 404, 405]) expect(statuses).toContain(status);
    expect(lines.length).toBeGreaterThan(statuses.length - 2);
    expect(leaks()).toEqual([]);
  });

  it('says who proved who they are and how, and who was refused and why, also where it is nobody', async () => {
    lines.length = 0;
    for (const [email, password] of [
      [EMAIL, PASSWORD],
      [EMAIL, `${MARK}-wrong`],
      [`nobody-${EMAIL}`, PASSWORD],
    ])
      await send('POST', '/api/v1/sessions', { json: { email, password } });
    const told = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['with'] === 'password');
    expect(told).toMatchObject([
      { personId: expect.any(String) as string, msg: 'Somebody proved who they are' },
      { personId: told[0]?.['personId'], why: 'wrong password' },
      { personId: null, why: 'nobody has the address' },
    ]);
    expect(leaks()).toEqual([]);
  });

  it('takes nobody who leaves in the middle of a request for a fault, nor a step upwards among the files', async () => {
    lines.length = 0;
    const { port } = new URL(api.url);
    const ask = (text: string, leaves: boolean) =>
      new Promise<string>((done) => {
        let heard = '';
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(text, () => {
            // What is asked has to have arrived, and be waiting for the rest.
            if (leaves) setTimeout(() => socket.destroy(), 100);
          });
        });
        socket.on('data', (data) => (heard += data.toString()));
        socket.on('close', () => {
          done(heard);
        });
      });
    for (const path of ['/api/v1/sessions', '/sign-in'])
      await ask(
        `POST ${path} HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"email":`,
        true,
      );
    for (const path of ['../package.json', '%2e%2e/package.json', '..%2fpackage.json'])
      expect(
        await ask(`GET /assets/${path} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n`, false),
      ).toMatch(/^HTTP\/1\.1 404 /);
    expect(lines.filter((line) => line.includes('could not be'))).toEqual([]);
  });

  it('has nothing of it either when the database fails, and still says what failed', async () => {
    const owner = (text: string) => world.owner.query({ text, values: [] });
    // Errors that repeat values, as PostgreSQL's do: in the message, in the detail and in the context.
    await owner(`create function fail_with_values() returns trigger language plpgsql as $$
      begin raise exception 'cannot keep "%"', row_to_json(new)::text
        using detail = row_to_json(new)::text, hint = row_to_json(new)::text, errcode = '22023'; end $$`);
    for (const table of ['person', 'access_token', 'web_session', 'spend_case', 'sign_in_tries'])
      await owner(`create trigger fail_with_values before insert or update on ${table}
        for each row execute function fail_with_values()`);
    lines.length = 0;
    const statuses = await sendEverything();
    expect(statuses).toContain(500);
    expect(leaks()).toEqual([]);
    const faults = lines.filter((line) => line.includes('could not be'));
    expect(faults.length).toBeGreaterThan(1);
    for (const line of faults) expect(line).toContain('"code":"22023"');
  });

  it('names no text PostgreSQL could not read, nor a row that is there already', async () => {
    const logger = new AppLogger({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
    lines.length = 0;
    for (const text of [
      `select '${TEXT}'::uuid`,
      `select '${TEXT}'::int`,
      `select '${TEXT}'::jsonb`,
      `select '{"a": "${TEXT}" x}'::jsonb`,
      `insert into organisation (id, key, name, valid_from) select id, '${MARK}', '${NAME}', valid_from from organisation`,
    ])
      await world.owner.query({ text, values: [] }).catch((error: unknown) => {
        logger.error({ error }, 'It failed');
      });
    try {
      JSON.parse(`{"a": ${MARK}}`);
    } catch (error) {
      logger.error({ error }, 'It failed');
    }
    expect(lines).toHaveLength(6);
    expect(leaks()).toEqual([]);
    expect(lines[0]).toContain('22P02');
  });
});
