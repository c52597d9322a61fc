import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { startWorld, type World } from '../api/world/api-world.js';
import type { Json } from '../api/world/http-client.js';
import { startWorkerProcess, until, workerEnvironment } from '../faults/mail-worker.js';

// The worker as it is shipped seals the log and tells another system, both by its own schedules and queue.

const REDIS_DATABASE = 10;
const SETTINGS = {
  WEBHOOK_KEY: 'a key for the tests of webhooks, and only for them',
  WEBHOOK_PRIVATE_ADDRESSES: 'allowed',
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ ...SETTINGS, APP_MODE: 'local' });
});
afterAll(() => world.close());

it('another system is told of a case by the worker, signed, once', async () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/`;
  const { administrator, submitter } = world.people;
  const added = await world.http.expect<Json & { secret: string }>(201, administrator, 'POST', '/webhooks', {
    body: { name: 'A register', url, eventTypes: ['case-created'] },
  });
  const body = { organisationId: world.organisations.department.id, title: 'Told elsewhere' };
  const { reference } = (await world.http.expect(201, submitter, 'POST', '/cases', { body })).body;

  const mailServer = 'smtp://127.0.0.1:9';
  const environment = workerEnvironment(world.config.databaseUrl, mailServer, REDIS_DATABASE);
  const worker = await startWorkerProcess({ ...environment, ...SETTINGS });
  try {
    await until(async () => (await world.database.count('webhook_delivery', `status = 'delivered'`)) > 0);
  } finally {
    expect(await worker.terminate()).toBe(0);
    receiver.close();
    receiver.closeAllConnections();
  }

  expect(received).toHaveLength(1);
  const [{ headers, body: told } = { headers: {}, body: '' }] = received;
  const verified = new Webhook(added.body.secret).verify(told, headers as Record<string, string>);
  expect(verified).toMatchObject({ type: 'case.case-created', data: { reference, sequence: 1 } });
  expect(() =>
    new Webhook(added.body.secret).verify(`${told} `, headers as Record<string, string>),
  ).toThrow();
});
