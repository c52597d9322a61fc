import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SealingService } from '#audit';
import { formatSigningKey, generateSigningKey } from '#domain';
import { MathChance, SystemResolution, WebhookSender } from '#notifications';
import { AppLogger, Config } from '#platform';
import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// An administrator connects another system, sees what it was told, and mends what went wrong.

let world: BrowserWorld;
let receiver: Server;
let answers = 500;
const took: string[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    took.push(String(request.headers['webhook-id']));
    request.resume();
    response.writeHead(answers).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  world = await startBrowserWorld({
    LOG_SIGNING_KEY: formatSigningKey(generateSigningKey('tests.example')),
    WEBHOOK_KEY: 'a key for the tests of webhooks, and only for them',
    WEBHOOK_PRIVATE_ADDRESSES: 'allowed',
    APP_MODE: 'local',
  });
});
afterAll(async () => {
  await world.close();
  receiver.close();
});

/** Does what the worker does in a round. */
async function round(): Promise<void> {
  await world.api.app.get(SealingService, { strict: false }).seal();
  const config = Object.assign(new Config(), world.config, { webhookTimeoutSeconds: 1 });
  const [resolution, chance] = [new SystemResolution(), new MathChance()];
  const logger = new AppLogger({ level: 'fatal' });
  const sender = new WebhookSender(world.database, world.clock, config, resolution, chance, logger);
  for (const { id } of await sender.due()) await sender.attempt(id);
}

it('is added, told, tried again, changed, given a new secret, disabled and enabled', async () => {
  const url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/cases`;
  const visitor = await world.visitor('administrator', false);
  await visitor.visit('/');
  await visitor.follow(/^Webhooks: other systems/);
  expect(await visitor.text()).toContain('There are none.');
  await visitor.press('Add a webhook');
  await visitor.press('Add the webhook');
  expect(await visitor.problems()).toEqual([
    'Enter a name for the other system',
    'Enter a web address that begins with https://',
    'Choose what it is told of',
  ]);
  await visitor.write('Address to send to', url.replace('//', '//name:secret@'));
  await visitor.press('Add the webhook');
  expect(await visitor.problems()).toEqual([
    'Enter a name for the other system',
    'Take the user name and password out of the address: messages are signed with a secret instead',
    'Choose what it is told of',
  ]);
  await visitor.write('Name of the other system', 'Finance system');
  await visitor.write('Address to send to', url);
  await visitor.choose('Comment added');
  await visitor.press('Add the webhook');
  expect(await visitor.heading()).toContain('Secret made');
  expect(await visitor.text()).toMatch(/whsec_[A-Za-z0-9+/]{43}=/);
  const shown = visitor.path();
  await visitor.visit(shown);
  expect(await visitor.text()).toMatch(/whsec_[A-Za-z0-9+/]{43}=/);
  await visitor.press('I have copied it');
  await visitor.visit(shown);
  expect(await visitor.heading()).toBe('This secret cannot be shown again');
  expect(await visitor.page.content()).not.toContain('whsec_');

  await visitor.follow('Back to the webhook');
  expect(await visitor.text()).toContain('Not called yet');
  const driver = new CaseDriver(world);
  const driven = await driver.draft();
  await driver.act(driven, 'submitter', 'POST', 'comments', { audience: 'shared', body: 'A word.' });
  await round();
  await visitor.visit(visitor.path());
  expect(await visitor.text()).toContain('Not accepted (500)');
  const told = visitor.page.getByRole('row', { name: /^Comment added/ });
  expect(await told.textContent()).toContain(driven.reference);
  expect(await visitor.text()).toContain('Failing');
  answers = 204;
  world.clock.advance(60_000);
  await round();
  await visitor.visit(visitor.path());
  expect(await visitor.text()).toMatch(/Delivered\s+4 May 2026/);
  await visitor.press(/^Send again/);
  expect(await visitor.text()).toContain('waits to be sent again');
  await round();
  expect(took).toHaveLength(3);
  expect(new Set(took).size).toBe(1);

  await visitor.press('Change');
  await visitor.write('Name of the other system', 'Register of spending');
  await visitor.choose('Submitted to GDS Assurance');
  await visitor.press('Save');
  expect(await visitor.heading()).toContain('Register of spending');
  await visitor.press('Make a new secret');
  await visitor.press('Make a new secret');
  expect(await visitor.text()).toMatch(/whsec_/);
  expect(await visitor.text()).toContain('signed with the one before as well until 5 May 2026');
  await visitor.follow('Back to the webhook');
  await visitor.press('Make a new secret');
  expect(await visitor.text()).toContain('With another new secret the one before ends at once.');
  await visitor.press('Make a new secret');
  expect(await visitor.text()).toMatch(/whsec_/);
  await visitor.follow('Back to the webhook');
  await visitor.press('Disable');
  await visitor.press('Disable the webhook');
  expect(await visitor.text()).toContain('Nothing more is sent to it.');
  await visitor.press('Enable');
  await visitor.press('Enable the webhook');
  await visitor.press('End this webhook');
  expect(await visitor.heading()).toContain('for good?');
  await visitor.press('End this webhook');
  expect(await visitor.text()).toContain('The webhook has ended.');
  for (const done of ['Added', 'Changed', 'New secret made', 'Disabled', 'Enabled again', 'Ended for good'])
    expect(await visitor.text()).toContain(`${done} by Demonstration administrator`);
  expect(await visitor.text()).not.toContain('whsec_');
});
