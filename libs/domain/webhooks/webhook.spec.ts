import { WEBHOOK_STANDING_NAMES, webhookStanding } from './webhook-standing.js';
import { Webhook } from 'standardwebhooks';
import {
  askedToWaitUntil,
  failingBefore,
  nextDelivery,
  overlapUntil,
  pausedUntil,
  RETRY_PAUSES_MS,
  saysItIsGone,
  secretText,
  signedHeaders,
  WEBHOOK_EVENT_TYPES,
  webhookBody,
} from './webhook.js';

const NOW = new Date('2026-05-04T09:00:00.000Z');
const HOUR = 3_600_000;

/** Runs what asks the machine's own clock, as the library of the specification does, at the instant of these tests. */
const machinesClock = Date.now;
beforeAll(() => {
  Date.now = () => NOW.getTime();
});
afterAll(() => {
  Date.now = machinesClock;
});

describe('a message to another system', () => {
  it('is taken by the library of the specification, by either secret, and not when it was changed', () => {
    const secrets = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const body = webhookBody({
      type: 'submitted',
      occurredAt: NOW.toISOString(),
      reference: 'DT-AAAA-AAAA',
      organisationId: 'a',
      sequence: 4,
      fromState: 'signed-off',
      toState: 'submitted',
    });
    const headers = { ...signedHeaders('an-id', NOW, body, secrets) };
    for (const secret of secrets)
      expect(new Webhook(secretText(secret)).verify(body, headers)).toMatchObject({
        type: 'case.submitted',
        data: { event: 'submitted', sequence: 4 },
      });
    expect(() => new Webhook(secretText(Buffer.alloc(32, 3))).verify(body, headers)).toThrow();
    expect(() => new Webhook(secretText(secrets[0]!)).verify(`${body} `, headers)).toThrow();
  });

  it('is never of what GDS Assurance keeps to itself', () => {
    expect(WEBHOOK_EVENT_TYPES).toContain('decided');
    expect(WEBHOOK_EVENT_TYPES).not.toContain('recommended');
  });
});

describe('trying again', () => {
  it('goes on for more than a day, with pauses that grow, and then ends', () => {
    const pauses = RETRY_PAUSES_MS.map(
      (_, index) => nextDelivery(index + 1, NOW, 0)!.getTime() - NOW.getTime(),
    );
    expect(pauses).toEqual(RETRY_PAUSES_MS);
    expect([...pauses].sort((one, other) => one - other)).toEqual(pauses);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(24 * HOUR);
    expect(nextDelivery(RETRY_PAUSES_MS.length + 1, NOW, 0)).toBeNull();
    expect(nextDelivery(1, NOW, 1)!.getTime() - NOW.getTime()).toBe(5_500);
  });

  it('leaves an address alone as a whole, for half an hour at most', () => {
    const pauses = [1, 2, 3, 4, 5, 100].map(
      (failures) => pausedUntil(failures, NOW).getTime() - NOW.getTime(),
    );
    expect(pauses).toEqual([5_000, 60_000, 300_000, HOUR / 2, HOUR / 2, HOUR / 2]);
  });

  it.each([
    [503, '120', 120_000],
    [429, 'Mon, 04 May 2026 09:02:00 GMT', 120_000],
    [429, '86400', HOUR],
    [503, '0', null],
    [503, 'Mon, 04 May 2026 08:00:00 GMT', null],
    [503, 'soon', null],
    [503, null, null],
    [500, '120', null],
    [null, null, null],
  ])('waits as an answer of %p asks by %p, within bounds', (statusCode, retryAfter, expected) => {
    const until = askedToWaitUntil({ statusCode, retryAfter }, NOW);
    expect(until === null ? null : until.getTime() - NOW.getTime()).toBe(expected);
  });

  it('is for nothing where the address is gone', () => {
    expect([410, 404, 200, null].map((statusCode) => saysItIsGone({ statusCode }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('ends for an address at which nothing arrived for five days', () => {
    expect(NOW.getTime() - failingBefore(NOW).getTime()).toBe(120 * HOUR);
  });
});

it('lets the secret before sign for another day', () => {
  expect(overlapUntil(NOW).getTime() - NOW.getTime()).toBe(24 * HOUR);
});

describe('the standing of an address', () => {
  const facts = { endedAt: null, disabledAt: null, failingSince: null, called: false };

  it.each([
    [{}, 'not-called', null],
    [{ called: true }, 'works', null],
    [{ called: true, failingSince: 'f' }, 'failing', 'f'],
    [{ failingSince: 'f', disabledAt: 'd' }, 'disabled', 'd'],
    [{ called: true, disabledAt: 'd', endedAt: 'e' }, 'ended', 'e'],
  ] as const)('of %j is %s', (more, standing, since) => {
    expect(webhookStanding({ ...facts, ...more })).toEqual({ standing, since });
  });

  it('is called what the button that brings it about is called', () => {
    expect(WEBHOOK_STANDING_NAMES.disabled).toBe('Disabled');
  });
});
