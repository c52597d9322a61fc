import { IdentityService, PeopleService } from '#identity';
import { emailRow, insertCase, insertEmail } from '../../faults/mail-rows.js';
import { send, startEdge, type EdgeApp } from './edge-app.js';

let edge: EdgeApp;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

let people = 0;

async function person(): Promise<{ id: string; token: string }> {
  people += 1;
  const { id } = await edge.app.get(PeopleService, { strict: false }).createPerson({
    email: `reader-${String(people)}@home-office.example`,
    name: 'Demonstration reader',
    password: null,
  });
  return { id, token: (await edge.app.get(IdentityService, { strict: false }).issueToken(id)).token };
}

function preference(token: string | undefined, method = 'GET', json?: unknown) {
  return send(`${edge.url}/api/v1/me/email-preference`, {
    method,
    ...(token === undefined ? {} : { token }),
    ...(json === undefined ? {} : { json }),
  });
}

it('is an email each time until somebody says otherwise, and then what they said, for them alone', async () => {
  const [one, other] = [await person(), await person()];
  expect(await preference(one.token)).toMatchObject({ status: 200, body: { emailPreference: 'each' } });
  for (let time = 1; time <= 2; time += 1)
    expect(await preference(one.token, 'PUT', { emailPreference: 'daily-digest' })).toMatchObject({
      status: 200,
      body: { emailPreference: 'daily-digest' },
    });
  expect((await preference(one.token)).body).toEqual({ emailPreference: 'daily-digest' });
  expect((await preference(other.token)).body).toEqual({ emailPreference: 'each' });
});

it('is for people who are signed in', async () => {
  expect((await preference(undefined)).status).toBe(401);
  expect((await preference(undefined, 'PUT', { emailPreference: 'each' })).status).toBe(401);
});

it.each([
  ['another word', { emailPreference: 'weekly' }],
  ['nothing', {}],
  ['null', { emailPreference: null }],
  ['something more', { emailPreference: 'each', personId: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11' }],
])('takes no other answer: %s', async (_what, json) => {
  const { token } = await person();
  const answer = await preference(token, 'PUT', json);
  expect(answer.status).toBe(400);
  expect((await preference(token)).body).toEqual({ emailPreference: 'each' });
});

it('releases at once what was held for the digest of whoever wants each email again, and nothing else', async () => {
  const [one, other] = [await person(), await person()];
  for (const { token } of [one, other]) await preference(token, 'PUT', { emailPreference: 'daily-digest' });
  const at = edge.clock.now();
  const caseId = await insertCase(edge.database, at);
  const held = { held: true, personId: one.id };
  const first = await insertEmail(edge.database, caseId, at, held);
  const second = await insertEmail(edge.database, caseId, at, { ...held, sequence: 2 });
  const others = await insertEmail(edge.database, caseId, at, { ...held, sequence: 3, personId: other.id });
  const sent = await insertEmail(edge.database, caseId, at, { ...held, sequence: 4 });
  await edge.database.query({ text: `update email set status = 'sent' where id = $1`, values: [sent] });
  edge.clock.advance(60_000);

  await preference(one.token, 'PUT', { emailPreference: 'daily-digest' });
  expect(await emailRow(edge.database, first)).toMatchObject({ status: 'held' });
  await preference(one.token, 'PUT', { emailPreference: 'each' });

  for (const id of [first, second])
    expect(await emailRow(edge.database, id)).toMatchObject({
      status: 'queued',
      nextAttemptAt: edge.clock.now(),
    });
  expect(await emailRow(edge.database, others)).toMatchObject({ status: 'held' });
  expect(await emailRow(edge.database, sent)).toMatchObject({ status: 'sent' });
});

it('cannot be changed with the token of somebody who was shut out', async () => {
  const { id, token } = await person();
  await edge.database.query({
    text: 'update person set deactivated_at = $2 where id = $1',
    values: [id, edge.clock.now()],
  });
  expect((await preference(token, 'PUT', { emailPreference: 'daily-digest' })).status).toBe(401);
});
