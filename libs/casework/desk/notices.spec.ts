import { NOTICES, type NoticeEvent, type Recipient } from '#domain';
import type { CaseRecord, Contact } from '#persistence';
import { noticesOf, type NoticeDetails } from './notices.js';

function contact(part: Recipient, digest = false): Contact {
  return { personId: `id-of-${part}`, name: `The ${part}`, email: `${part}@example.org`, part, digest };
}

/** A case as far as notices look at it. */
function caseOf(contacts: readonly Contact[], protectiveMarking = 'OFFICIAL'): CaseRecord {
  return {
    reference: 'COSC-00103',
    organisation: { id: 'o', key: 'home-office', name: 'Home Office' },
    synthetic: false,
    contacts,
    details: {
      title: 'Border crossing records',
      protectiveMarking,
      seniorResponsibleOwner: { name: 'The owner', email: 'owner@example.org' },
    },
  } as unknown as CaseRecord;
}

function emails(type: NoticeEvent, record: CaseRecord, details: NoticeDetails = {}) {
  return noticesOf(type, record, 'in-review', null, 'inbox@example.org', details);
}

describe('an email to somebody who prefers a digest', () => {
  const contacts = [contact('submitter', true), contact('assurance-lead'), contact('named-reviewer', true)];

  it('is held, and others are not', () => {
    const told = emails('acknowledged', caseOf(contacts));
    expect(told.map(({ recipientRole, personId, held }) => [recipientRole, personId, held])).toEqual([
      ['submitter', 'id-of-submitter', true],
      ['assurance-lead', 'id-of-assurance-lead', false],
      ['named-reviewer', 'id-of-named-reviewer', true],
    ]);
  });

  it.each(['returned', 'decided', 'target-missed'] as const)(
    'is not held where it cannot wait: %s',
    (type) => {
      const told = emails(type, caseOf(contacts));
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter(({ held }) => held)).toEqual([]);
    },
  );

  it('is never held without an account to hold it for', () => {
    for (const email of emails('condition-overdue', caseOf(contacts)))
      if (email.personId === null) expect(email.held).toBe(false);
  });
});

describe('a reviewer who is new', () => {
  const before = contact('named-reviewer');
  const newReviewer = { personId: 'new', name: 'The new one', email: 'new@example.org', digest: true };

  it('is told in place of the one before, and the department of their name, not of their address', () => {
    const told = emails('reviewer-assigned', caseOf([before, contact('submitter')]), { newReviewer });
    expect(told.map(({ recipientAddress, held }) => [recipientAddress, held])).toEqual([
      ['new@example.org', true],
      ['submitter@example.org', false],
    ]);
    expect(told[1]?.parameters).toMatchObject({ reviewerName: 'The new one' });
    expect(JSON.stringify(told.map(({ parameters }) => parameters))).not.toContain('new@example.org');
  });
});

describe('a case marked OFFICIAL-SENSITIVE', () => {
  const details: Required<NoticeDetails> = {
    reason: 'SECRET',
    actorRole: 'GDS Assurance reviewer',
    points: [{ point: 1, question: 'SECRET' }],
    outcome: 'Approved',
    approvedPence: 1,
    requestedPence: 2,
    conditions: [
      { number: 1, text: 'SECRET', ownerName: 'C', ownerEmail: 'c@example.org', dueOn: '2027-03-04' },
    ],
    conditionText: 'SECRET',
    dueOn: '2027-03-04',
    status: 'open',
    replaces: false,
    lapsed: [],
    promises: [{ text: 'SECRET', dueOn: '2027-03-04' }],
    spentPence: 3,
    final: true,
    endsOn: '2027-03-31',
    following: { reference: 'SECRET', kind: 'extends' },
    target: { name: 'SECRET', dueAt: '2027-03-05T00:00:00.000Z' },
    targets: [{ name: 'SECRET', dueAt: '2027-03-05T00:00:00.000Z' }],
    targetsSource: 'SECRET',
    days: 1,
    dayKind: 'working-days',
    rating: { level: 'SECRET', computed: 'SECRET', overridden: true },
    reviewerName: 'SECRET',
    newReviewer: contact('named-reviewer'),
    uploader: contact('submitter'),
    fileName: 'SECRET',
    signature: 'SECRET',
    other: {
      reference: 'SECRET',
      title: 'SECRET',
      organisation: 'SECRET',
      contactName: 'SECRET',
      contactEmail: 'SECRET',
    },
    reminder: 1,
    workingDays: 1,
    message: 'SECRET',
    answerTo: 'SECRET',
    sentOn: true,
    subject: 'SECRET',
    referredTo: 'frameworks@example.org',
  };

  it.each(Object.keys(NOTICES) as NoticeEvent[])('says nothing of itself outside the service: %s', (type) => {
    const outside = emails(type, caseOf([], 'OFFICIAL-SENSITIVE'), details).filter(
      ({ recipientRole }) =>
        recipientRole === 'senior-responsible-owner' ||
        recipientRole === 'condition-owner' ||
        recipientRole === 'crown-commercial-service',
    );
    for (const { parameters } of outside) {
      expect(JSON.stringify(parameters)).not.toMatch(/SECRET|Border crossing/);
      expect(Object.keys(parameters as object).sort()).toEqual(
        [
          ...[
            'actorRole',
            'dueOn',
            'endsOn',
            'marking',
            'organisation',
            'outcome',
            'recipientPart',
            'reference',
          ],
          ...['replaces', 'state', 'status', 'synthetic', 'title'],
        ].sort(),
      );
    }
    expect(outside.length > 0).toBe(
      NOTICES[type].to.some(
        (part) =>
          part === 'condition-owner' ||
          part === 'senior-responsible-owner' ||
          part === 'crown-commercial-service',
      ),
    );
  });
});
