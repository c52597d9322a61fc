import { createHash } from 'node:crypto';
import { isEventFormat } from '../cryptography/algorithms.js';
import { canonicalJson } from './canonical.js';
import {
  eventForm,
  eventHash,
  privateHashOf,
  sealEvent,
  splitPayload,
  type FormEnvelope,
} from './event-form.js';

const ENVELOPE: FormEnvelope = {
  caseId: '0f0e0d0c-0b0a-4908-8706-050403020100',
  sequence: 2,
  type: 'details-changed',
  audience: 'shared',
  actorId: null,
  actorRole: null,
  actorOrganisationId: null,
  occurredAt: '2026-11-24T10:00:00.000Z',
  fromState: 'draft',
  toState: 'draft',
  version: null,
};
const PAYLOAD = {
  details: {
    title: 'Réseau',
    description: 'Why we spend',
    requestedPence: 1_250_000,
    seniorResponsibleOwner: { email: 'owner@department.example' },
    leftOut: undefined,
  },
  'evidence/links': ['x'],
};
const SALT = Uint8Array.from({ length: 32 }, (_, index) => index);
const PREVIOUS = 'ab'.repeat(32);

// Both worked out with another language's SHA-256 from the canonical text written by hand.
const PRIVATE_HASH = '40188a4cbedaa53b9d8d52a72b191c8fe77545a1e418fa749dad23205c4b50a6';
const HASH = 'dab96b8ac94751f08b9729bb42b22f9771f2b86d2ec65377feee5b04da008b25';

describe('a payload', () => {
  it('is parted into what stays and what may have to be erased', () => {
    expect(splitPayload(PAYLOAD, 'Corrected')).toEqual({
      facts: {
        details: { title: 'Réseau', requestedPence: 1_250_000, seniorResponsibleOwner: {} },
        'evidence/links': [null],
      },
      private: {
        '/details/description': 'Why we spend',
        '/details/seniorResponsibleOwner/email': 'owner@department.example',
        '/evidence~1links/0': 'x',
        reason: 'Corrected',
      },
    });
  });

  it('has no private part when there is nothing to erase', () => {
    expect(splitPayload({ target: 'decide', days: 3 }, null)).toEqual({
      facts: { target: 'decide', days: 3 },
      private: null,
    });
  });

  it('stays as it is once it has been parted', () => {
    const { facts } = splitPayload(PAYLOAD, null);
    expect(splitPayload(facts, null)).toEqual({ facts, private: null });
  });

  it.each([
    ['ids and words of fixed lists', { conditions: [{ id: 'c1', dueOn: '2027-01-01', ownerName: 'A' }] }],
    [
      'what a regime asks',
      { details: { ratingAnswers: { 'top-75': 'no' } }, triage: { route: 'gds-assurance' } },
    ],
  ])('keeps %s', (_, payload) => {
    const { private: erased } = splitPayload(payload, null);
    expect(Object.keys(erased ?? {})).toEqual('conditions' in payload ? ['/conditions/0/ownerName'] : []);
  });

  it('keeps which program did it', () => {
    const payload = { via: { kind: 'token', id: '0f0e0d0c-0b0a-4908-8706-050403020100' } };
    expect(splitPayload(payload, null)).toEqual({ facts: payload, private: null });
  });

  it('writes a tilde in a key as a pointer does, and looks into lists of lists', () => {
    expect(splitPayload({ 'a~b': 'x', deep: [['y', 1]] }, null)).toEqual({
      facts: { deep: [[null, 1]] },
      private: { '/a~0b': 'x', '/deep/0/0': 'y' },
    });
  });

  it('keeps listed words', () => {
    expect(splitPayload({ target: ['decide', 'acknowledge'] }, null).facts).toEqual({
      target: ['decide', 'acknowledge'],
    });
  });
});

describe('the seal of an event', () => {
  it('is what anybody works out from the description of the form', () => {
    const seal = sealEvent(ENVELOPE, PAYLOAD, 'Corrected', SALT, PREVIOUS);
    expect(seal).toEqual({ hash: HASH, previous: PREVIOUS, privateHash: PRIVATE_HASH, salt: SALT });
  });

  it('is by the hash function of its format, which it names', () => {
    const seal = sealEvent({ ...ENVELOPE, format: 2 }, PAYLOAD, 'Corrected', SALT, PREVIOUS);
    const { facts, private: texts } = splitPayload(PAYLOAD, 'Corrected');
    expect(seal.privateHash).toBe(privateHashOf(texts!, SALT, 'spend-control-event/2'));
    expect(seal.privateHash).toHaveLength(96);
    const form = eventForm({ ...ENVELOPE, format: 2 }, facts, seal.privateHash, PREVIOUS);
    expect(form.format).toBe('spend-control-event/2');
    expect(seal.hash).toBe(createHash('sha384').update(canonicalJson(form)).digest('hex'));
    expect(eventHash({ ...form, format: 'spend-control-event/1' })).toHaveLength(64);
    expect(() => eventHash({ ...form, format: 'spend-control-event/3' as 'spend-control-event/2' })).toThrow(
      'There is no format of events called spend-control-event/3',
    );
    expect([0, 1, 2, 3].filter(isEventFormat)).toEqual([1, 2]);
  });

  it('keeps no salt where there is nothing private', () => {
    const seal = sealEvent({ ...ENVELOPE, sequence: 1 }, { target: 'decide' }, null, SALT, null);
    expect(seal).toMatchObject({ previous: null, privateHash: null, salt: null });
  });

  it('still fits once the private part has been erased', () => {
    const { facts } = splitPayload(PAYLOAD, null);
    expect(eventHash(eventForm(ENVELOPE, splitPayload(facts, null).facts, PRIVATE_HASH, PREVIOUS))).toBe(
      HASH,
    );
  });

  it.each([
    ['envelope', { ...ENVELOPE, occurredAt: '2026-11-24T10:00:00.001Z' }, PAYLOAD, 'Corrected', PREVIOUS],
    [
      'facts',
      ENVELOPE,
      { ...PAYLOAD, details: { ...PAYLOAD.details, title: 'Reseau' } },
      'Corrected',
      PREVIOUS,
    ],
    [
      'private text',
      ENVELOPE,
      { ...PAYLOAD, details: { ...PAYLOAD.details, description: '' } },
      'Corrected',
      PREVIOUS,
    ],
    ['reason', ENVELOPE, PAYLOAD, 'corrected', PREVIOUS],
    ['predecessor', ENVELOPE, PAYLOAD, 'Corrected', 'ac'.repeat(32)],
  ])('is another when the %s is', (_, envelope, payload, reason, previous) => {
    expect(sealEvent(envelope, payload, reason, SALT, previous).hash).not.toBe(HASH);
  });

  it('does not give away private text without the salt', () => {
    const part = { reason: 'Corrected' };
    const other = SALT.map((byte) => byte + 1);
    expect(privateHashOf(part, SALT, 'spend-control-event/1')).not.toBe(
      privateHashOf(part, other, 'spend-control-event/1'),
    );
  });
});
