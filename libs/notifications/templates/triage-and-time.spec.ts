import { NOTICES, type NoticeEvent, type Recipient } from '#domain';
import { renderNotice } from './render-notice.js';

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
    'https://spend.example',
  );
}

/** A target whose time runs out with 4 March 2027. */
const target = { name: 'decide', dueAt: '2027-03-05T00:00:00.000Z' };
const conditionText = 'Publish the accessibility statement';

/** For each event and each of its readers: part of the subject, and what the body must say. */
const EXPECTED: readonly (readonly [NoticeEvent, Recipient, Record<string, unknown>, string, ...string[]])[] =
  [
    [
      'condition-due-soon',
      'condition-owner',
      { conditionText, dueOn: '2027-03-04' },
      'a condition is due soon',
      'is due on 4 March 2027 and still open',
      `The condition:\n${conditionText}`,
      'meet the condition and have evidence of it entered in the case by the end of 4 March 2027.',
    ],
    [
      'condition-due-soon',
      'submitter',
      { conditionText, dueOn: '2027-03-04' },
      'a condition is due soon',
      'enter evidence in the case that the condition is met by the end of 4 March 2027.',
      'From the day after that it counts as overdue.',
    ],
    [
      'condition-due-soon',
      'assurance-lead',
      { dueOn: null },
      'a condition is due soon',
      'is due soon and still open',
      'as soon as you can',
    ],
    [
      'condition-overdue',
      'condition-owner',
      { conditionText, dueOn: '2027-03-04' },
      'a condition is overdue',
      'it was due on 4 March 2027 and is still open',
      'have evidence of it entered in the case, at once',
    ],
    [
      'condition-overdue',
      'submitter',
      { dueOn: '2027-03-04' },
      'a condition is overdue',
      'say why in a comment on the case',
    ],
    [
      'condition-overdue',
      'assurance-lead',
      { dueOn: null },
      'a condition is overdue',
      'is overdue: it is still open',
    ],
    [
      'condition-overdue',
      'senior-responsible-owner',
      { dueOn: '2027-03-04' },
      'a condition is overdue',
      'see to it that the condition is met',
      'If you cannot sign in',
    ],
    [
      'condition-overdue',
      'named-reviewer',
      { dueOn: '2027-03-04' },
      'a condition is overdue',
      'ask the department how it stands',
      'A decider can waive it',
    ],
    [
      'condition-overdue',
      'assurance-inbox',
      { dueOn: '2027-03-04' },
      'a condition is overdue',
      'ask the department how it stands',
    ],
    [
      'return-unanswered',
      'submitter',
      {
        workingDays: 10,
        reminder: 2,
        reason: 'Costs are unclear',
        points: [{ point: 5, question: 'Why not a public cloud?' }],
      },
      'GDS Assurance is waiting for your answer',
      'for information 10 working days ago and has had no answer yet. This is reminder number 2.',
      'Why it was returned:\nCosts are unclear',
      'Why not a public cloud?',
      'answer each question in the case, then ask your assurance lead',
      'until then its clock is stopped',
    ],
    [
      'return-unanswered',
      'assurance-lead',
      { workingDays: 1, reminder: 1 },
      'GDS Assurance is waiting for your answer',
      'for information 1 working day ago and has had no answer yet.\n',
      'once the answers are in the case, sign it off and resubmit it',
    ],
    [
      'return-unanswered',
      'named-reviewer',
      {},
      'the return is still unanswered',
      'for information and has had no answer yet.\n',
      'ask the department whether it means to answer',
      'The clock stays stopped',
    ],
    [
      'target-near',
      'named-reviewer',
      { target },
      'the time to decide runs out soon',
      'GDS Assurance aims to decide by the end of 4 March 2027 and has not done so yet (“Border crossing records” from Home Office).',
      'do this by the end of 4 March 2027.',
    ],
    [
      'target-near',
      'assurance-inbox',
      { target },
      'the time to decide runs out soon',
      'see that somebody has the case in hand and does this by the end of 4 March 2027.',
    ],
    [
      'target-missed',
      'named-reviewer',
      { target },
      'the time to decide has run out',
      'GDS Assurance aimed to decide by the end of 4 March 2027 and did not',
      'do it at once',
    ],
    [
      'target-missed',
      'deciders',
      { target },
      'the time to decide has run out',
      'decide if the case is waiting for your decision',
    ],
    [
      'target-missed',
      'assurance-inbox',
      { target },
      'the time to decide has run out',
      'see that somebody has the case in hand, at once',
    ],
    [
      'rating-reviewed',
      'submitter',
      {
        rating: { level: 'High', computed: 'Medium', overridden: true },
        reason: 'The users are vulnerable',
      },
      'rating changed by GDS Assurance',
      'Rating: High\nRating from your answers: Medium\n',
      'Why:\nThe users are vulnerable',
      'say so in a comment on the case',
    ],
    [
      'rating-reviewed',
      'assurance-lead',
      { rating: { level: 'Low', computed: null, overridden: true } },
      'rating changed by GDS Assurance',
      'Rating: Low\nRating from your answers: none\n',
    ],
    [
      'clock-extended',
      'submitter',
      {
        target,
        days: 5,
        dayKind: 'working-days',
        reason: 'A second opinion',
        actorRole: 'GDS Assurance reviewer',
      },
      'more time to decide',
      'The time GDS Assurance has to decide was extended by 5 working days by the GDS Assurance reviewer',
      'GDS Assurance now aims to decide by the end of 4 March 2027.',
      'Why:\nA second opinion',
      'The new date is shown on the case',
    ],
    [
      'clock-extended',
      'assurance-lead',
      { target: { name: 'decide', dueAt: null }, days: 1, dayKind: 'calendar-days' },
      'more time to decide',
      'was extended by 1 calendar day (“Border',
    ],
    [
      'clock-extended',
      'named-reviewer',
      { target: { name: 'decide', dueAt: null }, days: 2 },
      'more time to decide',
      'was extended by 2 days (“Border',
      'keep to the new date',
    ],
    [
      'reviewer-assigned',
      'named-reviewer',
      { target, reason: 'You know the programme', reviewerName: 'Demonstration reviewer' },
      'you are now the reviewer',
      'from Home Office was assigned to you.',
      'What was said about it:\nYou know the programme',
      'go on with it by the end of 4 March 2027.',
      'give it back with a reason',
    ],
    [
      'reviewer-assigned',
      'submitter',
      { target, reviewerName: 'Demonstration reviewer' },
      'a reviewer was named',
      'Demonstration reviewer of GDS Assurance now reviews “Border crossing records”.',
      'GDS Assurance aims to decide by the end of 4 March 2027.',
      'You do not need to do anything now.',
    ],
    [
      'reviewer-unassigned',
      'assurance-inbox',
      { target, reviewerName: 'Demonstration reviewer', reason: 'Away for a month' },
      'needs another reviewer',
      'Demonstration reviewer no longer reviews “Border crossing records” from Home Office.',
      'Why:\nAway for a month',
      'GDS Assurance aims to decide by the end of 4 March 2027.',
      'name another reviewer',
    ],
    [
      'reviewer-unassigned',
      'deciders',
      { reviewerName: 'Demonstration reviewer', reason: 'The reviewer’s account was deactivated.' },
      'needs another reviewer',
      'Nobody has the case in hand now.',
      'Why:\nThe reviewer’s account was deactivated.',
      'name another reviewer',
    ],
    [
      'assured-by-department',
      'submitter',
      { rating: { level: 'Low', computed: 'Low', overridden: false } },
      'assured by the department',
      'was assured by Home Office itself, under its earned autonomy.',
      'Rating: Low\n',
      'can still call the case in',
    ],
    [
      'assured-by-department',
      'assurance-lead',
      {},
      'assured by the department',
      'You do not need to do anything. The spending is recorded.',
    ],
    ['assured-by-department', 'assurance-inbox', {}, 'assured by the department', 'call the case in'],
    [
      'called-in',
      'submitter',
      { reason: 'It is close to another case' },
      'called in by GDS Assurance',
      'which the department had assured itself, was called in',
      'Why:\nIt is close to another case',
      'You do not need to do anything now.',
    ],
    ['called-in', 'assurance-lead', {}, 'called in by GDS Assurance', 'we will email you when they do'],
    [
      'called-in',
      'assurance-inbox',
      {},
      'called in by GDS Assurance',
      'acknowledge the case and name a reviewer. The clock runs from the day it was called in.',
    ],
  ];

describe('the notices of triage and time', () => {
  const tried = EXPECTED.map(([event, part, more, headline, ...words]) => ({
    event,
    part,
    more,
    headline,
    words,
  }));

  it.each(tried)(
    '$event to $part says what happened and what to do',
    ({ event, part, more, headline, words }) => {
      const { subject, body } = render(event, part, more);
      expect(subject).toBe(`COSC-00103: ${headline}`);
      for (const word of words) expect(body).toContain(word);
      expect(body).not.toMatch(/null|undefined|\[object|NaN|Invalid/);
    },
  );

  it('are tried for every reader they have', () => {
    const readers = new Map<string, Set<string>>();
    for (const { event, part } of tried) readers.set(event, (readers.get(event) ?? new Set()).add(part));
    for (const [event, parts] of readers)
      expect([event, [...parts].sort()]).toEqual([event, [...NOTICES[event as NoticeEvent].to].sort()]);
    expect(readers.size).toBe(11);
  });

  it('tells of a rating that was confirmed without repeating it twice', () => {
    const { subject, body } = render('rating-reviewed', 'submitter', {
      rating: { level: 'Low', computed: 'Low', overridden: false },
    });
    expect(subject).toBe('COSC-00103: rating confirmed by GDS Assurance');
    expect(body).toContain('Rating: Low\n\n');
  });

  it('keeps from the department why a reviewer was changed', () => {
    const { body } = render('reviewer-assigned', 'submitter', { reason: 'The last one fell ill' });
    expect(body).not.toContain('fell ill');
    expect(body).toContain('GDS Assurance named a reviewer for');
  });
});

describe('what a submission says of time', () => {
  const targets = [
    { name: 'acknowledge it and name an official', dueAt: '2026-11-27T00:00:00.000Z' },
    { name: 'decide', dueAt: '2026-12-23T00:00:00.000Z' },
  ];

  it('says by when GDS Assurance aims to do what, and whose targets these are', () => {
    const { body } = render('submitted', 'submitter', { targets });
    expect(body).toContain(
      [
        'GDS Assurance aims to acknowledge it and name an official by the end of 26 November 2026.',
        'GDS Assurance aims to decide by the end of 22 December 2026.',
        'These targets are this service’s own, after those once published for version 4 of the spend control.',
        'The clock is stopped while a case is returned for information.',
      ].join('\n'),
    );
  });

  it('takes another word for whose they are', () => {
    const targetsSource = 'These targets were published for version 4 of the control.';
    const { body } = render('submitted', 'assurance-inbox', { targets, targetsSource });
    expect(body).toContain(targetsSource);
    expect(body).not.toContain('this service’s own');
  });

  it('refuses an instant that is none, without repeating it', () => {
    const attempt = () =>
      render('target-near', 'named-reviewer', { target: { name: 'decide', dueAt: 'soon' } });
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(/soon/);
  });
});
