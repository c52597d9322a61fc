import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { WEBHOOK_EVENT_TYPES, webhookStanding } from '#domain';
import { IdentityService } from '#identity';
import {
  Chance,
  isCallable,
  isPublicAddress,
  NameResolution,
  renderNotice,
  WebhookSender,
  type Resolved,
} from '#notifications';
import { AppLogger, Config } from '#platform';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { Description } from '../api/world/description.js';
import type { Json } from '../api/world/http-client.js';
import { startLogWorld, type LogWorld } from '../audit/log-world.js';
import { until } from '../faults/mail-worker.js';

// Other systems are told what happens, by real HTTP; time stands still unless a test lets it pass.

/** What a receiver does with a message. */
type Manner = 'takes' | 410 | 500 | 'hangs' | 'redirects' | 'asks for ten minutes';

/** Another system. */
interface Receiver {
  readonly url: string;
  manner: Manner;
  /** Messages it took, and those it answered otherwise, in the order they came. */
  readonly requests: { readonly headers: Record<string, string>; readonly body: string }[];
  close(): Promise<void>;
}

async function startReceiver(port = 0): Promise<Receiver> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (receiver.manner === 'hangs') return;
      const headers = request.headers as Record<string, string>;
      receiver.requests.push({ headers, body: Buffer.concat(chunks).toString() });
      if (receiver.manner === 'asks for ten minutes') response.writeHead(503, { 'retry-after': '600' });
      else if (receiver.manner === 'redirects')
        response.writeHead(302, { location: `${receiver.url}elsewhere` });
      else response.writeHead(receiver.manner === 'takes' ? 204 : receiver.manner);
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    manner: 'takes',
    requests: [],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** Answers what a test says, and remembers how often it was asked. */
class ToldResolution extends NameResolution {
  readonly asked: string[] = [];
  constructor(private readonly answers: readonly (readonly string[])[]) {
    super();
  }
  override async addressesOf(host: string): Promise<readonly Resolved[]> {
    const addresses = this.answers[Math.min(this.asked.length, this.answers.length - 1)] ?? [];
    this.asked.push(host);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  }
}

class NoChance extends Chance {
  override next(): number {
    return 0;
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: LogWorld;
let driver: CaseDriver;
let driven: DrivenCase;
beforeAll(async () => {
  world = await startLogWorld();
  Object.assign(world.config, {
    webhookKey: 'a key for the tests of webhooks, and only for them',
    webhookPrivateAddresses: 'allowed',
  });
  driver = new CaseDriver(world);
  driven = await driver.draft();
  await world.sealing.seal();
});
beforeEach(signInAgain);
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

/** Time passes in these tests, and sign-ins end with it. */
async function signInAgain(): Promise<void> {
  const identity = world.api.app.get(IdentityService, { strict: false });
  for (const person of Object.values(world.people))
    Object.assign(person, { token: (await identity.issueToken(person.id)).token });
}

function senderWith(
  settings: Partial<Config> = {},
  resolution: NameResolution = new ToldResolution([['127.0.0.1']]),
): WebhookSender {
  const config = Object.assign(new Config(), world.config, { webhookTimeoutSeconds: 1 }, settings);
  const logger = new AppLogger({ level: 'fatal' });
  return new WebhookSender(world.database, world.clock, config, resolution, new NoChance(), logger);
}

/** Does what the worker does in a round. */
async function round(sender = senderWith()): Promise<readonly string[]> {
  await world.sealing.seal();
  const outcomes: string[] = [];
  let due = await sender.due();
  while (due.length > 0) {
    const done = await Promise.all(due.map(async ({ id }) => ({ id, outcome: await sender.attempt(id) })));
    outcomes.push(...done.map(({ outcome }) => outcome));
    const delivered = done.filter(({ outcome }) => outcome === 'delivered');
    const following = await Promise.all(delivered.map(({ id }) => sender.following(id)));
    due = [...new Map(following.flat().map((each) => [each.id, each])).values()];
  }
  return outcomes;
}

interface Added {
  readonly id: string;
  readonly secret: string;
}

async function addWebhook(url: string, more: Json = {}): Promise<Added> {
  const body = { name: 'A register', url, eventTypes: WEBHOOK_EVENT_TYPES, ...more };
  const reply = await world.http.expect<Json & Added>(201, world.people.administrator, 'POST', '/webhooks', {
    body,
  });
  return reply.body;
}

const asAdministrator = (status: number, method: string, path: string, body?: Json) =>
  world.http.expect(status, world.people.administrator, method, path, body === undefined ? {} : { body });

const disable = ({ id }: Added) => asAdministrator(204, 'POST', `/webhooks/${id}/disable`);

interface Delivery {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly log: readonly { readonly outcome: string; readonly statusCode: number | null }[];
}

async function deliveriesOf({ id }: Added): Promise<readonly Delivery[]> {
  const { items } = await world.http.read<{ items: readonly Delivery[] }>(
    world.people.administrator,
    `/webhooks/${id}/deliveries?limit=100`,
  );
  return items;
}

/** A change of the case that everybody may see. */
async function comment(audience = 'shared', body = 'A word.'): Promise<void> {
  await driver.act(driven, audience === 'shared' ? 'submitter' : 'reviewer', 'POST', 'comments', {
    audience,
    body,
  });
}

describe('a receiver that is down for an hour, answers 500, hangs, and recovers', () => {
  it('gets every event in the end, signed as the specification’s own library asks', async () => {
    const gone = await startReceiver();
    await gone.close();
    const webhook = await addWebhook(gone.url);
    await comment('shared', 'Secret words.');
    await comment('internal', 'Among ourselves.');
    await comment();
    // Down for an hour.
    for (let passed = 0; passed < HOUR; passed += 5 * MINUTE) {
      await round();
      world.clock.advance(5 * MINUTE);
    }
    const receiver = await startReceiver(Number(new URL(gone.url).port));
    const outcomes = new Set<string>();
    const pass = async (manner: Manner, time: number) => {
      receiver.manner = manner;
      for (const outcome of await round()) outcomes.add(outcome);
      world.clock.advance(time);
    };
    await pass(500, 2 * HOUR);
    await comment();
    await pass(500, 5 * HOUR);
    await pass('hangs', 6 * HOUR);
    receiver.requests.length = 0;
    for (let tries = 0; tries < 30; tries += 1) await pass('takes', HOUR);
    const deliveries = await deliveriesOf(webhook);
    expect(deliveries.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(outcomes).toEqual(new Set(['not-accepted', 'timed-out', 'delivered']));
    expect(deliveries[2]?.log.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['unreachable', 'not-accepted', 'timed-out', 'delivered']),
    );
    // Once each, whatever was tried before.
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
    expect([...ids].sort()).toEqual(deliveries.map(({ id }) => id).sort());
    for (const { headers, body } of receiver.requests) {
      const told = verified(webhook.secret, headers, body);
      expect(told).toMatchObject({
        type: 'case.comment-added',
        data: { reference: driven.reference, organisationId: world.organisations.department.id },
      });
      expect(body).not.toContain('words');
    }
    await disable(webhook);
    await receiver.close();
  });
});

describe('the key and the cipher secrets are sealed with', () => {
  it('are exchanged while messages are sent, and nothing is left of the ones before', async () => {
    const receiver = await startReceiver();
    const webhook = await addWebhook(receiver.url);
    const sealed = async (): Promise<Buffer> => {
      const [row] = await world.owner.query<{ sealed: Buffer }>({
        text: 'select sealed from webhook_secret where endpoint_id = $1',
        values: [webhook.id],
      });
      if (row === undefined) throw new Error('The secret is not there');
      return row.sealed;
    };
    const told = async (sender: WebhookSender): Promise<void> => {
      receiver.requests.length = 0;
      await comment();
      await round(sender);
      const [{ headers, body } = { headers: {}, body: '' }, ...more] = receiver.requests;
      expect(more).toEqual([]);
      expect(verified(webhook.secret, headers, body)).toMatchObject({ type: 'case.comment-added' });
    };
    expect((await sealed())[0]).toBe(1);
    const key = 'another key for the tests of webhooks, and for nothing else';
    const exchanged = { webhookKey: key, webhookRetiringKey: world.config.webhookKey };
    const before = await sealed();
    await told(senderWith(exchanged));
    expect(await sealed()).not.toEqual(before);
    // The key that retired is taken away, and the cipher changed.
    const changed = { webhookKey: key, sealing: 'chacha20-poly1305 aes-256-gcm' };
    await told(senderWith(changed));
    expect((await sealed())[0]).toBe(2);
    await told(senderWith({ ...changed, sealing: 'chacha20-poly1305' }));
    const after = await sealed();
    // A process that knows neither does no harm to what it cannot open.
    await senderWith().due();
    expect(await sealed()).toEqual(after);
    await disable(webhook);
    await receiver.close();
    const back = { webhookRetiringKey: key, sealing: 'aes-256-gcm chacha20-poly1305' };
    await senderWith(back).due();
    expect((await sealed())[0]).toBe(1);
  });
});

/** Verifies with the published library, by the clock of these tests. */
function verified(secret: string, headers: Record<string, string>, body: string): unknown {
  const now = Date.now;
  Date.now = () => Number(headers['webhook-timestamp']) * 1_000;
  try {
    return new Webhook(secret).verify(body, headers);
  } finally {
    Date.now = now;
  }
}

describe('a webhook', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  it('is told at once although another one with much to be told hangs, which is then left alone', async () => {
    const [hanging, told] = [await startReceiver(), receiver];
    hanging.manner = 'hangs';
    const slow = await addWebhook(hanging.url, { eventTypes: ['comment-added'] });
    for (let count = 0; count < 8; count += 1) await comment();
    await world.sealing.seal();
    const sender = senderWith();
    await sender.due();
    const quick = await addWebhook(told.url, { eventTypes: ['comment-added'] });
    await comment();
    await world.sealing.seal();
    // Of the one that hangs no more are handed out than are called at once.
    const due = await sender.due();
    expect(due).toHaveLength(3);
    const under = due.map(({ id }) => sender.attempt(id));
    const late = (await deliveriesOf(slow)).at(-3)!;
    await until(
      async () => (await deliveriesOf(slow)).filter(({ status }) => status === 'sending').length === 2,
    );
    expect(await sender.attempt(late.id)).toBe('nothing-to-do');
    expect((await Promise.all(under)).sort()).toEqual(['delivered', 'timed-out', 'timed-out']);
    expect((await deliveriesOf(quick)).map(({ status }) => status)).toEqual(['delivered']);
    // What follows for it waits behind the next attempt, and is then tried by one call at a time, the earliest first.
    expect(await sender.due()).toEqual([]);
    expect(await sender.attempt(late.id)).toBe('nothing-to-do');
    world.clock.advance(MINUTE);
    const [probe, ...more] = await sender.due();
    expect(more).toEqual([]);
    const waiting = await deliveriesOf(slow);
    expect(probe!.id).toBe(waiting.at(-1)!.id);
    hanging.manner = 'takes';
    expect(new Set(await round())).toEqual(new Set(['delivered']));
    expect(hanging.requests.map(({ headers }) => headers['webhook-id']).sort()).toEqual(
      waiting.map(({ id }) => id).sort(),
    );
    for (const each of [slow, quick]) await disable(each);
    await hanging.close();
  });

  it('that asks to be left alone for a while is, with all that waits for it', async () => {
    receiver.manner = 'asks for ten minutes';
    const webhook = await addWebhook(receiver.url);
    await comment();
    expect(await round()).toEqual(['not-accepted']);
    receiver.manner = 'takes';
    await comment();
    world.clock.advance(9 * MINUTE);
    expect(await round()).toEqual([]);
    world.clock.advance(MINUTE);
    expect(await round()).toEqual(['delivered', 'delivered']);
    await disable(webhook);
  });

  it('that says it is gone is disabled at once, and administrators are told', async () => {
    receiver.manner = 410;
    const webhook = await addWebhook(receiver.url);
    await comment();
    world.clock.advance(MINUTE);
    expect(await round()).toEqual(['not-accepted']);
    const path = `/webhooks/${webhook.id}`;
    const gone = await world.http.read(world.people.administrator, path);
    expect(gone).toMatchObject({ disabledAt: expect.any(String) as string });
    expect(gone['changes']).toMatchObject([{ what: 'gone', changedBy: null }, { what: 'added' }]);
    const [email] = await world.owner.query<{ parameters: unknown }>({
      text: `select parameters from email where template = 'webhook-disabled' and parameters ->> 'id' = $1`,
      values: [webhook.id],
    });
    expect(renderNotice('webhook-disabled', email?.parameters, 'https://spend.example').body).toContain(
      'it answered “410 Gone”',
    );
    world.clock.advance(HOUR);
    expect(await round()).toEqual([]);
    receiver.manner = 'takes';
    await asAdministrator(204, 'POST', `${path}/enable`);
    expect(await round()).toEqual(['delivered']);
    await disable(webhook);
  });

  it('is told of its organisation’s cases and its kinds of events alone, and of no marked case', async () => {
    const { department, otherDepartment } = world.organisations;
    const mine = await addWebhook(receiver.url, {
      organisationId: department.id,
      eventTypes: ['case-created'],
    });
    const theirs = await addWebhook(receiver.url, { organisationId: otherDepartment.id });
    const made = await driver.draft();
    const body = { organisationId: department.id, title: 'Marked', protectiveMarking: 'OFFICIAL-SENSITIVE' };
    await world.http.expect(201, world.people.submitter, 'POST', '/cases', { body });
    await round();
    expect(receiver.requests.map((request) => JSON.parse(request.body) as Json)).toEqual([
      expect.objectContaining({
        type: 'case.case-created',
        data: expect.objectContaining({ reference: made.reference, sequence: 1, toState: 'draft' }) as Json,
      }),
    ]);
    expect(await deliveriesOf(theirs)).toEqual([]);
    for (const each of [mine, theirs]) await disable(each);
  });

  it('is told of guidance only as its own organisation’s, because nobody is to know whose question it came from', async () => {
    const { department } = world.organisations;
    const eventTypes = ['guidance-published'];
    const everybodys = await addWebhook(receiver.url, { eventTypes });
    const own = await addWebhook(receiver.url, { eventTypes, organisationId: department.id });
    const question = {
      organisationId: department.id,
      subject: 'common-platforms',
      point: 5,
      title: 'Which platform?',
      question: 'Is there a common one?',
    };
    const { submitter, reviewer } = world.people;
    const asked = (await world.http.expect(201, submitter, 'POST', '/advice', { body: question })).body;
    const path = `/advice/${String(asked['reference'])}`;
    const answer = { body: { body: 'Yes: use it.' }, ifMatch: Number(asked['revision']) };
    const answered = (await world.http.expect(201, reviewer, 'POST', `${path}/answers`, answer)).body;
    const guidance = { body: { title: 'Platforms', body: 'Use it.' }, ifMatch: Number(answered['revision']) };
    await world.http.expect(201, reviewer, 'POST', `${path}/guidance`, guidance);
    await round();
    expect(await deliveriesOf(everybodys)).toEqual([]);
    expect(await deliveriesOf(own)).toHaveLength(1);
    expect(receiver.requests).toHaveLength(1);
    for (const each of [everybodys, own]) await disable(each);
  });

  it('is withheld what was marked higher before it was sent', async () => {
    const webhook = await addWebhook(receiver.url, { eventTypes: ['case-created'] });
    const other = await driver.draft();
    await world.sealing.seal();
    const sender = senderWith();
    const [due] = await sender.due();
    await driver.act(other, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    expect(await sender.attempt(due!.id)).toBe('withheld');
    expect(receiver.requests).toEqual([]);
    expect((await deliveriesOf(webhook)).map(({ status }) => status)).toEqual(['withheld']);
    const again = await asAdministrator(409, 'POST', `/webhooks/${webhook.id}/deliveries/${due!.id}/replay`);
    expect(again.body['detail']).toMatch(/held back because its case was marked higher than OFFICIAL/);
    await disable(webhook);
  });

  it('is told nothing of an event that names a marked case, whether it was marked before it was planned or after', async () => {
    const eventTypes = ['variation-started'];
    const approvals = await Promise.all([driver.driveTo('approved'), driver.driveTo('approved')]);
    await world.sealing.seal();
    const webhook = await addWebhook(receiver.url, { eventTypes });
    const started: string[] = [];
    for (const approved of approvals) {
      const body = { kind: 'varies', whatChanges: 'More of it.' };
      const reply = await driver.act(approved, 'submitter', 'POST', 'variations', body);
      started.push(String((reply.body['following'] as Json)['reference']));
    }
    const mark = (reference: string, marking: string) =>
      world.database.query({
        text: 'update spend_case set protective_marking = $2 where reference = $1',
        values: [reference, marking],
      });
    await mark(started[0]!, 'OFFICIAL-SENSITIVE');
    await world.sealing.seal();
    const sender = senderWith();
    const due = await sender.due();
    expect((await deliveriesOf(webhook)).map(({ reference }) => reference)).toEqual([approvals[1].reference]);
    await mark(started[1]!, 'OFFICIAL-SENSITIVE');
    expect(await Promise.all(due.map(({ id }) => sender.attempt(id)))).toEqual(['withheld']);
    expect(receiver.requests).toEqual([]);
    await disable(webhook);
  });

  it('is signed with both secrets for a day after a new one is made, and then with that alone', async () => {
    const webhook = await addWebhook(receiver.url);
    const { body } = await asAdministrator(201, 'POST', `/webhooks/${webhook.id}/secret`);
    const secret = String(body['secret']);
    expect(body['formerSecretUntil']).toBe(new Date(world.clock.now().getTime() + DAY).toISOString());
    // A third would end the first before the day it was promised.
    const third = await asAdministrator(409, 'POST', `/webhooks/${webhook.id}/secret`);
    expect(third.body['detail']).toMatch(/would end at once/);
    await asAdministrator(404, 'POST', `/webhooks/${world.organisations.department.id}/secret`);
    await comment();
    await round();
    world.clock.advance(DAY);
    await comment();
    await round();
    const [first, second] = receiver.requests;
    for (const each of [webhook.secret, secret]) verified(each, first!.headers, first!.body);
    verified(secret, second!.headers, second!.body);
    expect(() => verified(webhook.secret, second!.headers, second!.body)).toThrow();
    await asAdministrator(201, 'POST', `/webhooks/${webhook.id}/secret`);
    await asAdministrator(201, 'POST', `/webhooks/${webhook.id}/secret?endFormer=true`);
    await disable(webhook);
  });

  it('is told once by two senders at once, and again under the same id when it is replayed', async () => {
    const webhook = await addWebhook(receiver.url);
    await comment();
    await world.sealing.seal();
    const senders = [senderWith(), senderWith()];
    const due = await Promise.all(senders.map((sender) => sender.due()));
    const id = due.flat()[0]!.id;
    await Promise.all(senders.map((sender) => sender.attempt(id)));
    expect(receiver.requests).toHaveLength(1);
    const address = `/webhooks/${webhook.id}/deliveries/${id}/replay`;
    expect((await asAdministrator(200, 'POST', address)).body).toEqual({ replayed: 1 });
    expect((await asAdministrator(409, 'POST', address)).body['detail']).toMatch(/waits to be sent already/);
    await round();
    expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    await asAdministrator(404, 'POST', `/webhooks/${webhook.id}/deliveries/${webhook.id}/replay`);
    await disable(webhook);
  });

  it('that is ended is told nothing more, for good, has no secret, and keeps its log', async () => {
    const receiver = await startReceiver();
    const added = await addWebhook(receiver.url);
    const path = `/webhooks/${added.id}`;
    const standing = async () =>
      webhookStanding(await world.http.read(world.people.administrator, path)).standing;
    expect(await standing()).toBe('not-called');
    receiver.manner = 500;
    await comment();
    await round();
    expect(await standing()).toBe('failing');
    await disable(added);
    await asAdministrator(204, 'POST', `${path}/enable`);
    // Nothing has arrived since: it is not said to work.
    expect(await standing()).toBe('not-called');
    receiver.manner = 'takes';
    world.clock.advance(MINUTE);
    await round();
    expect(await standing()).toBe('works');
    await comment();
    await world.sealing.seal();
    const [waiting] = await senderWith().due();
    await asAdministrator(204, 'POST', `${path}/end`);
    await asAdministrator(204, 'POST', `${path}/end`);
    expect(await standing()).toBe('ended');
    const before = receiver.requests.length;
    expect(await senderWith().attempt(waiting?.id ?? '')).not.toBe('delivered');
    await comment();
    await round();
    expect(receiver.requests).toHaveLength(before);
    expect((await deliveriesOf(added)).map(({ status }) => status)).toEqual(['given-up', 'delivered']);
    for (const what of ['enable', 'disable', 'secret', 'replay'])
      await asAdministrator(409, 'POST', `${path}/${what}`);
    await asAdministrator(409, 'PATCH', path, { name: 'Another' });
    const secrets = { text: 'select from webhook_secret where endpoint_id = $1', values: [added.id] };
    expect(await world.database.query(secrets)).toEqual([]);
    const { changes } = await world.http.read<{ changes: Json[] }>(world.people.administrator, path);
    expect(changes.filter(({ what }) => what === 'ended')).toHaveLength(1);
    await receiver.close();
  });

  it('that fails for days is disabled, administrators are told, and nothing is lost when it is enabled', async () => {
    receiver.manner = 500;
    const webhook = await addWebhook(receiver.url);
    const { id } = webhook;
    for (let passed = 0; passed < 6 * DAY; passed += 6 * HOUR) {
      if (passed % DAY === 0) {
        await signInAgain();
        await comment();
      }
      await round();
      world.clock.advance(6 * HOUR);
    }
    await signInAgain();
    const failed = await world.http.read(world.people.administrator, `/webhooks/${id}`);
    expect(failed['changes']).toMatchObject([{ what: 'failing', changedBy: null }, { what: 'added' }]);
    const emails = await world.owner.query<{ template: string; person: string; parameters: unknown }>({
      text: `select template, person_id as person, parameters from email
        where template = 'webhook-disabled' and parameters ->> 'id' = $1`,
      values: [id],
    });
    expect(emails.map(({ person }) => person)).toEqual([world.people.administrator.id]);
    expect(renderNotice('webhook-disabled', emails[0]?.parameters, 'https://spend.example').body).toContain(
      `https://spend.example/api/v1/webhooks/${id}`,
    );
    const before = receiver.requests.length;
    await comment();
    await round();
    expect(receiver.requests).toHaveLength(before);
    receiver.manner = 'takes';
    await asAdministrator(204, 'POST', `/webhooks/${id}/enable`);
    const { body } = await asAdministrator(200, 'POST', `/webhooks/${id}/replay`);
    expect(Number(body['replayed'])).toBeGreaterThan(0);
    await round();
    const deliveries = await deliveriesOf(webhook);
    expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(['delivered']));
    expect(deliveries).toHaveLength(7);
    await disable(webhook);
  });

  it('follows no redirect, and is told what was chosen once it is changed', async () => {
    receiver.manner = 'redirects';
    const webhook = await addWebhook(receiver.url);
    await comment();
    expect(await round()).toEqual(['redirected']);
    expect(receiver.requests).toHaveLength(1);
    const changed = await asAdministrator(200, 'PATCH', `/webhooks/${webhook.id}`, { name: 'Renamed' });
    expect(changed.body).toMatchObject({ name: 'Renamed', url: receiver.url });
    await disable(webhook);
  });

  it('is an administrator’s alone, and keeps its secret from the database', async () => {
    const webhook = await addWebhook(receiver.url);
    await world.http.expect(403, world.people.auditor, 'GET', '/webhooks');
    await world.http.expect(403, world.people.reviewer, 'GET', `/webhooks/${webhook.id}`);
    const [row] = await world.owner.query<{ sealed: Buffer }>({
      text: 'select sealed from webhook_secret where endpoint_id = $1',
      values: [webhook.id],
    });
    const bytes = Buffer.from(webhook.secret.replace('whsec_', ''), 'base64');
    expect(bytes).toHaveLength(32);
    expect(row?.sealed.includes(bytes)).toBe(false);
    const seen = await world.database
      .as({ personId: world.people.administrator.id, rolesAt: world.clock.now() })
      .query({ text: 'select id from webhook_secret', values: [] });
    expect(seen).toEqual([]);
    await disable(webhook);
  });
});

describe('an address on a private network', () => {
  const PUBLIC_ONLY = { webhookPrivateAddresses: 'refused' } as const;

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'fd00:ec2::254',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '::7f00:1',
    '::a9fe:a9fe',
    '168.63.129.16',
    '100::1',
    '100:0:0:1::1',
    '64:ff9b:1::a00:1',
    '3fff::1',
    '5f00::1',
    'fec0::1',
    '4000::1',
  ])('%s is none of the public ones', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(isCallable(`https://${address.includes(':') ? `[${address}]` : address}/`, false)).toBe(false);
  });

  it('is not taken, nor one without TLS, nor with a password', async () => {
    for (const address of ['8.8.8.8', '2a00:1450:4009:815::200e', '2606:4700::1111'])
      expect(isPublicAddress(address)).toBe(true);
    for (const url of [
      'http://8.8.8.8/',
      'https://me:you@8.8.8.8/',
      'https://hooks.example.org/#part',
      'https://hooks.example.org/#',
      'https://0x7f.1/',
      'https://2130706433/',
      'https://localhost/x',
      'https://LOCALHOST./x',
      'https://api.localhost/',
      'https://printer.local/',
      'https://metadata.google.internal/',
      'https://intranet/',
    ])
      expect(isCallable(url, false)).toBe(false);
    expect(isCallable('https://hooks.example.org/', false)).toBe(true);
    expect(isCallable('https://localhost/x', true)).toBe(true);
    Object.assign(world.config, PUBLIC_ONLY);
    const body = { name: 'Inside', url: 'https://169.254.169.254/', eventTypes: ['decided'] };
    const refused = await world.http.send(world.people.administrator, 'POST', '/webhooks', { body });
    Object.assign(world.config, { webhookPrivateAddresses: 'allowed' });
    expect(refused.status).toBe(422);
  });

  it('is refused when a name stands for it, also only from the second look-up on, and is never called', async () => {
    const receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    const webhook = await addWebhook(`https://hooks.example.org:${port}/`);
    await comment();
    const inside = new ToldResolution([['10.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['127.0.0.1']]);
    const sender = senderWith(PUBLIC_ONLY, inside);
    for (const expected of [1, 2, 3]) {
      expect(await round(sender)).toEqual(['address-refused']);
      expect(inside.asked).toHaveLength(expected);
      world.clock.advance(HOUR);
    }
    expect(receiver.requests).toEqual([]);
    expect((await deliveriesOf(webhook))[0]?.log.map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('address-refused'),
    );
    await disable(webhook);
    await receiver.close();
  });

  it('cannot be slipped in between looking a name up and calling it: the name is looked up once', async () => {
    const receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    const webhook = await addWebhook(`http://hooks.example.org:${port}/`);
    await comment();
    const changing = new ToldResolution([['127.0.0.1'], ['10.0.0.1']]);
    expect(await round(senderWith({}, changing))).toEqual(['delivered']);
    expect(changing.asked).toEqual(['hooks.example.org']);
    expect(receiver.requests[0]?.headers['host']).toBe(`hooks.example.org:${port}`);
    await disable(webhook);
    await receiver.close();
  });
});
