import { NOTICES, NOTICE_EVENTS, type NoticeEvent, type Recipient } from '#domain';
import { renderNotice } from './render-notice.js';

const PUBLIC_URL = 'https://spend.example';

function render(event: NoticeEvent, recipientPart: Recipient, more: Record<string, unknown> = {}) {
  return renderNotice(
    event,
    {
      reference: 'COSC-00103',
      title: 'Border crossing records',
      organisation: 'Home Office',
      state: 'GDS Assurance review',
      recipientPart,
      ...more,
    },
    PUBLIC_URL,
  );
}

/** Every event with every part it is told to. */
const TOLD = NOTICE_EVENTS.flatMap((event) =>
  NOTICES[event].to.map((part): [NoticeEvent, Recipient] => [event, part]),
);

describe('every email', () => {
  it.each(TOLD)('%s to %s says which case, what to do and where', (event, part) => {
    const { subject, body } = render(event, part);
    expect(subject).toMatch(/^COSC-00103: [^\n]+$/);
    expect(body).toContain('Border crossing records');
    // Who has no account is sent nowhere.
    expect(body.includes('https://spend.example/cases/COSC-00103')).toBe(part !== 'crown-commercial-service');
    expect(body).toMatch(/What you need to do next: |You do not need to do anything/);
    expect(body).toMatch(/You get this email because .+\.\n$/);
    expect(body).not.toMatch(/null|undefined|\[object|NaN/);
    expect(body).not.toContain('demonstration');
  });

  it.each(TOLD)('%s to %s keeps its subject on one line whatever the case is called', (event, part) => {
    const hostile = 'COSC-1\r\nBcc: everybody@evil.example\r\n\r\nHello\u2028there';
    const { subject } = render(event, part, {
      reference: hostile,
      title: hostile,
      outcome: hostile,
      state: hostile,
    });
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.length).toBeLessThanOrEqual(150);
  });

  it.each(NOTICE_EVENTS)('%s is labelled when the case is demonstration data', (event) => {
    const { subject, body } = render(event, NOTICES[event].to[0], { synthetic: true });
    expect(subject).toMatch(/\(demonstration data\)$/);
    expect(body.startsWith('This is demonstration data, not a real decision.\n\n')).toBe(true);
  });

  it('keeps a title and an organisation from posing as paragraphs of the email', () => {
    const { body } = render('review-started', 'submitter', {
      title: 'A\n\nWhat you need to do next: pay',
      organisation: 'B\nC',
    });
    expect(body).toContain('“A What you need to do next: pay”');
    expect(body).toContain('Organisation: B C\n');
  });
});

describe('a marked request for advice', () => {
  const marked = {
    advice: true,
    withheld: true,
    marking: 'OFFICIAL-SENSITIVE',
    title: 'a question marked OFFICIAL-SENSITIVE',
  };

  it.each([
    'advice-asked',
    'advice-followed-up',
    'advice-answered',
    'advice-closed',
    'advice-reopened',
    'reviewer-assigned',
    'reviewer-unassigned',
    'target-near',
    'target-missed',
  ] as const)('is told of without a word of it: %s', (template) => {
    for (const part of ['submitter', 'assurance-inbox'] as const) {
      const { subject, body } = render(template, part, marked);
      expect(subject).toMatch(/^COSC-00103: /);
      expect(body).toContain('Sign in to read it.');
      expect(body).toContain('Question: COSC-00103\n');
      expect(body).toContain('https://spend.example/advice/COSC-00103');
    }
  });
});

describe('a request for advice', () => {
  it('is told of by what the reader is to it, and that it was sent on where it was', () => {
    const parameters = { advice: true, sentOn: true };
    const inbox = render('advice-asked', 'assurance-inbox', parameters);
    expect(inbox.subject).toBe('COSC-00103: a question was sent to the Crown Commercial Service');
    expect(inbox.body).toContain('You do not need to do anything.');
    expect(render('advice-answered', 'submitter', parameters).body).toContain(
      'You get this email because you asked this question',
    );
    expect(render('reviewer-unassigned', 'deciders', parameters).subject).toBe(
      'COSC-00103: a question nobody has in hand',
    );
  });

  const more = {
    advice: true,
    subject: 'Common platforms',
    message: 'Is there one?\nFor payments.',
    target: { name: 'give a first answer', dueAt: '2027-01-06T00:00:00.000Z' },
  };

  it('tells GDS Assurance what is asked and by when, and who asked that it has arrived', () => {
    const { body } = render('advice-asked', 'assurance-inbox', more);
    expect(body).toContain('What is asked:\nIs there one?\nFor payments.\n');
    expect(body).toContain('About: Common platforms');
    expect(body).toContain('aims to give a first answer by the end of 5 January 2027');
    expect(body).toContain('https://spend.example/advice/COSC-00103');
    expect(render('advice-asked', 'submitter', more).subject).toBe('COSC-00103: we have your question');
  });

  it('is sent on word for word, and who asked gets the same words', () => {
    const sent = render('advice-referred', 'crown-commercial-service', more).body;
    expect(sent).toContain('Is there one?\nFor payments.\n');
    expect(sent).not.toContain('https://');
    expect(render('advice-referred', 'submitter', more).body).toContain('What was sent:\nIs there one?');
    expect(render('advice-referred', 'named-reviewer', more).body).toContain(
      'You do not need to do anything now',
    );
  });

  it('is somebody’s to answer, in words that are not of a case', () => {
    expect(render('reviewer-assigned', 'named-reviewer', more).subject).toMatch(
      /a question is yours to answer/,
    );
    const named = render('reviewer-assigned', 'submitter', { ...more, reviewerName: 'Ada Example' });
    expect(named.body).toContain('Ada Example of GDS Assurance now has your question');
    expect(render('reviewer-assigned', 'submitter', more).body).toContain('Somebody of GDS Assurance');
    expect(render('target-near', 'assurance-inbox', more).body).toContain('answer the question, or see that');
    expect(render('target-missed', 'deciders', more).body).toContain('answer the question at once');
  });

  it('tells of an answer and of the end, each side as it concerns it', () => {
    expect(render('advice-answered', 'submitter', more).body).toContain(
      'If it does not answer your question',
    );
    expect(render('advice-answered', 'named-reviewer', more).body).toContain(
      'The department can write again',
    );
    const closed = { ...more, status: 'Answered', message: null };
    expect(render('advice-closed', 'submitter', closed).body).toContain('How it ended: Answered');
    expect(render('advice-closed', 'named-reviewer', closed).body).not.toContain('What was said about it');
  });
});

describe('a return', () => {
  const more = {
    reason: 'The costs do not add up.\nSee the second year.',
    actorRole: 'GDS Assurance reviewer',
    points: [
      { point: 5, question: 'Why not a public cloud?' },
      { point: 9, question: 'How long are backups kept?' },
    ],
  };

  it('gives the submitter the reason and the question of each point', () => {
    const { subject, body } = render('returned', 'submitter', more);
    expect(subject).toBe('COSC-00103: returned for information');
    expect(body).toContain('The case was returned by the GDS Assurance reviewer.');
    expect(body).toContain('Why it was returned:\nThe costs do not add up.\nSee the second year.\n');
    expect(body).toMatch(/Point 5, [A-Z][^\n]+\nWhy not a public cloud\?\n/);
    expect(body).toMatch(/Point 9, [A-Z][^\n]+\nHow long are backups kept\?\n/);
    expect(body).toContain('answer each question in the case, then ask your assurance lead to sign it off');
    expect(body).toContain('There is no fixed date');
  });

  it('asks the assurance lead to sign off, by the date where there is one', () => {
    const { body } = render('returned', 'assurance-lead', { ...more, dueOn: '2027-01-05' });
    expect(body).toContain('sign it off and resubmit it. Please do so by 5 January 2027.');
  });
});

describe('a decision', () => {
  const conditions = [
    { number: 1, text: 'Publish the accessibility statement', ownerName: 'A. Owner', dueOn: '2027-06-30' },
    { number: 2, text: 'Report costs', ownerName: 'B. Owner', dueOn: '2027-03-31' },
  ];

  it('gives outcome, amounts and each condition with owner and date', () => {
    const { subject, body } = render('decided', 'submitter', {
      outcome: 'approved-with-conditions',
      requestedPence: 144_370_000_000,
      approvedPence: 100_000_050,
      reason: 'Sound case.',
      conditions,
      actorRole: 'GDS Assurance decider',
    });
    expect(subject).toBe('COSC-00103: approved with conditions');
    expect(body).toContain('was made by the GDS Assurance decider');
    expect(body).toContain(
      'Decision: Approved with conditions\nAmount requested: £1,443,700,000\nAmount approved: £1,000,000.50\n',
    );
    expect(body).toContain('Why:\nSound case.');
    expect(body).toContain('1. Publish the accessibility statement\nOwner: A. Owner\nDue: 30 June 2027\n');
    expect(body).toContain('2. Report costs\nOwner: B. Owner\nDue: 31 March 2027\n');
    expect(body).toContain('The first is due on 31 March 2027.');
  });

  it('tells a condition’s owner, who may have no account, what is theirs', () => {
    const { body } = render('decided', 'condition-owner', {
      outcome: 'Approved with conditions',
      conditions,
    });
    expect(body).toContain('meet the conditions you own');
    expect(body).toContain('If you cannot sign in');
  });

  it('says not to spend when it was not approved', () => {
    const { subject, body } = render('decided', 'submitter', {
      outcome: 'not-approved',
      requestedPence: 500,
      approvedPence: null,
    });
    expect(subject).toBe('COSC-00103: not approved');
    expect(body).toContain('Amount requested: £5\n');
    expect(body).not.toContain('Amount approved');
    expect(body).toContain('do not commit the money');
  });

  it('says that nothing is left to do when it was approved outright', () => {
    const { body } = render('decided', 'assurance-lead', { outcome: 'approved', approvedPence: 500 });
    expect(body).toContain('What you need to do next: nothing in this service.');
  });
});

describe('the steps before and in the review', () => {
  it('asks the inbox for a reviewer, and the department for nothing, on submission', () => {
    expect(render('submitted', 'assurance-inbox').body).toContain('acknowledge the case and name a reviewer');
    expect(render('submitted', 'submitter').body).toContain('You do not need to do anything now');
  });

  it('tells the named reviewer of their being named', () => {
    expect(render('acknowledged', 'named-reviewer').subject).toContain('you are the named reviewer');
    expect(render('acknowledged', 'submitter').body).toContain('named a reviewer');
  });

  it('tells submitter and lead apart when a sign-off is taken back', () => {
    expect(render('sign-off-taken-back', 'submitter', { reason: 'Figures' }).body).toContain(
      'Reason:\nFigures',
    );
    expect(render('sign-off-taken-back', 'assurance-lead').body).toContain('sign it off again');
  });

  it('asks for submission after the sign-off', () => {
    expect(render('signed-off', 'submitter').body).toContain('submit it to GDS Assurance');
  });

  it('says that the review has started', () => {
    expect(render('review-started', 'submitter').subject).toBe('COSC-00103: review started');
  });

  it('asks the reviewer to read what changed when the case comes back', () => {
    expect(render('resubmitted', 'named-reviewer', { reason: 'Answered' }).body).toContain(
      'read what changed',
    );
    expect(render('resubmitted', 'submitter').body).toContain('You do not need to do anything now');
  });

  it('gives deciders the recommended outcome by its name', () => {
    const { body } = render('recommended', 'deciders', { outcome: 'not-approved', reason: 'Too dear' });
    expect(body).toContain('Recommended outcome: Not approved');
    expect(body).toContain('Why:\nToo dear');
  });

  it('gives the reviewer the reason for a referral back', () => {
    expect(render('referred-back', 'named-reviewer', { reason: 'Look at point 3' }).body).toContain(
      'Look at point 3',
    );
  });

  it('says that a withdrawn or small case is closed, and why', () => {
    expect(render('withdrawn', 'named-reviewer', { reason: 'No budget' }).body).toContain(
      'Reason:\nNo budget',
    );
    expect(render('withdrawn', 'submitter').body).toContain('create a new case');
    expect(render('closed-below-threshold', 'submitter').body).toContain('below the threshold');
  });
});

describe('a decision', () => {
  it('asks nothing of the reviewer', () => {
    const conditions = [{ number: 1, text: 'Publish', ownerName: 'Owner', dueOn: '2027-06-30' }];
    const outcome = { outcome: 'Approved with conditions', conditions };
    expect(render('decided', 'named-reviewer', outcome).body).toContain(
      'nothing now. You will be emailed when evidence for a condition comes in.',
    );
    expect(render('decided', 'named-reviewer', { outcome: 'Approved' }).body).toContain('the review is done');
  });
});

describe('conditions after the decision', () => {
  const conditionText = 'Publish the accessibility statement';

  it.each([
    ['met', 'condition met', 'You do not need to do anything more'],
    ['Met', 'condition met', 'You do not need to do anything more'],
    ['not-met', 'promise not met', 'You will not be reminded of it any more'],
    ['waived', 'condition waived', 'no longer has to be met'],
    ['Waived', 'condition waived', 'no longer has to be met'],
    [
      'open',
      'evidence for a condition sent back',
      'enter evidence in the case that the condition is met by 30 June 2027.',
    ],
  ])('a condition that is now %s', (status, headline, words) => {
    const { subject, body } = render('condition-changed', 'submitter', {
      status,
      conditionText,
      reason: 'Because',
      dueOn: '2027-06-30',
    });
    expect(subject).toBe(`COSC-00103: ${headline}`);
    expect(body).toContain(words);
    expect(body).toContain(`The condition:\n${conditionText}`);
    expect(body).toContain('Reason:\nBecause');
  });

  it('asks the reviewer to look at evidence', () => {
    expect(render('condition-evidence-submitted', 'named-reviewer', { conditionText }).body).toContain(
      'read the evidence',
    );
  });

  it('says by when a condition is due, to its owner in their own words', () => {
    const { body } = render('condition-due', 'condition-owner', { conditionText, dueOn: '2027-06-30' });
    expect(body).toContain('is still open, and its due date, 30 June 2027, has come.');
    expect(body).toContain('have evidence of it entered in the case, at once');
  });
});

describe('parameters that cannot be used', () => {
  const whole = {
    reference: 'COSC-00103',
    title: 'Secret title',
    organisation: 'Home Office',
    state: 'Draft',
    recipientPart: 'submitter',
  };

  it.each([
    ['not an object', null],
    ['no reference', { ...whole, reference: ' ' }],
    ['an unknown part', { ...whole, recipientPart: 'passer-by' }],
    ['a point that does not exist', { ...whole, points: [{ point: 14, question: 'Why?' }] }],
    [
      'a condition without a number',
      { ...whole, conditions: [{ text: 'x', ownerName: 'y', dueOn: '2027-01-01' }] },
    ],
  ])('are refused, without repeating them: %s', (_what, parameters) => {
    const attempt = () => renderNotice('returned', parameters, PUBLIC_URL);
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(/Secret title/);
  });

  it('includes a template nobody has written', () => {
    expect(() => renderNotice('case-created', whole, PUBLIC_URL)).toThrow(TypeError);
  });
});
