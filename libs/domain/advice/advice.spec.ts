import { contentWith, HOME_OFFICE, person, RECOMMENDED, TODAY } from '../lifecycle/facts.fixture.js';
import type { ActionRequest, CaseFacts } from '../lifecycle/case-facts.js';
import { checkAction, offerActions, type Permit } from '../lifecycle/check-action.js';
import type { CaseAction } from '../lifecycle/actions.js';
import { projectionOf, projectionOfDisposed } from '../decision-log/projection.js';
import { HistoryInTheMaking, minute } from '../decision-log/history.fixture.js';
import { replay } from '../decision-log/replay.js';
import { makeCaseReference } from '../case/case-reference.js';
import { redactedEvent } from '../retention/redacted-event.js';
import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { standingOf } from '../working-time/clock.js';
import { CALENDAR } from '../working-time/clock.fixture.js';
import type { AdviceFacts } from './advice-guards.js';
import { ADVICE_TURNAROUND, turnaroundOf } from './advice-turnaround.js';
import { isAdvice } from './advice-words.js';
import { strictestMarking } from './marking.js';
import { lineTelling, tellingIn } from './names-in-text.js';
import { referralText } from './referral.js';
import { isSentOn } from './subjects.js';

const ASKER = person('asker', 'submitter');
const REVIEWER = person('adviser', 'reviewer');

const QUESTION = { id: 'm1', kind: 'question', authorId: 'asker' } as const;
const ANSWER = { id: 'm2', kind: 'answer', authorId: 'adviser' } as const;
const TELLING = {
  people: ['Ada Example (demonstration)'],
  organisations: [{ name: 'Home Office', acronym: 'HO' }],
  titles: ['Replacing the notices'],
};
const REFERRAL = { id: 'm3', kind: 'referral', authorId: null } as const;

function asked(
  state: CaseFacts['state'],
  advice: Partial<AdviceFacts> = {},
  marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE' = 'OFFICIAL',
): CaseFacts {
  return {
    ...RECOMMENDED,
    state,
    reviewerId: null,
    content: contentWith({ protectiveMarking: marking }),
    advice: {
      messages: [QUESTION],
      guidance: [],
      telling: TELLING,
      point: null,
      aboutReference: null,
      ...advice,
    },
  };
}

/** Guidance, in a service that knows of one more organisation. */
function words(title: string, body: string) {
  return {
    title,
    body,
    organisations: [{ name: 'Office of Rail and Road', acronym: 'ORR' }],
    ofTheOrganisation: { people: ['Bea Beside'], titles: ['Rehousing the ferrets'] },
  };
}

function told(permit: Permit): readonly string[] {
  return permit.allowed ? ['allowed'] : permit.refusals.map(({ message }) => message);
}

function tried(
  action: CaseAction,
  facts: CaseFacts,
  advice: ActionRequest['advice'] = {},
  actor = REVIEWER,
): readonly string[] {
  return told(checkAction(action, facts, actor, { reason: 'So.', advice, today: TODAY }));
}

describe('a question', () => {
  it('is answered by GDS Assurance, and by nobody who speaks for who asks', () => {
    expect(tried('answer-advice', asked('advice-asked'))).toEqual(['allowed']);
    expect(tried('answer-advice', asked('advice-asked'), {}, ASKER)[0]).toMatch(/Only a GDS Assurance/);
    const both = { personId: 'both', roles: [...REVIEWER.roles, ...ASKER.roles] };
    expect(tried('answer-advice', asked('advice-asked'), {}, both)[0]).toMatch(/You speak for/);
    expect(tried('answer-advice', asked('advice-closed'))[0]).toBe(
      'The question stands at “Question closed”; to answer the question it must be “Advice asked for” or “Advice given”',
    );
  });

  it('leaves the service only where it is not marked', () => {
    expect(tried('refer-advice', asked('advice-asked'))).toEqual(['allowed']);
    expect(tried('refer-advice', asked('advice-asked', {}, 'OFFICIAL-SENSITIVE'))[0]).toMatch(
      /do not send it by email/,
    );
  });

  it.each([
    ['answered', [QUESTION], /Nobody has answered yet/],
    ['answered', [QUESTION, ANSWER], 'allowed'],
    ['referred', [QUESTION, ANSWER], /was not referred yet/],
    ['referred', [QUESTION, REFERRAL], 'allowed'],
    ['no-longer-needed', [QUESTION], 'allowed'],
  ] as const)('ends as %s after %j: %s', (outcome, messages, expected) => {
    expect(tried('close-advice', asked('advice-asked', { messages }), { outcome })[0]).toMatch(expected);
  });

  it('is put beside a case of its organisation, by the department once and by GDS Assurance again', () => {
    const plan = { reference: 'DT-3333-3333', state: 'planned', organisationId: HOME_OFFICE } as const;
    const tie = (
      advice: Partial<AdviceFacts>,
      about: NonNullable<ActionRequest['advice']>['about'],
      actor = REVIEWER,
    ): readonly string[] => tried('tie-advice', asked('advice-closed', advice), { about }, actor);
    const beside = { aboutReference: plan.reference, point: 5 } as const;

    expect(tie({}, { case: plan, point: 5 }, ASKER)).toEqual(['allowed']);
    expect(tie({}, undefined, ASKER)).toEqual(['allowed']);
    expect(tie({}, { case: null, point: null })[0]).toMatch(/case you can see/);
    expect(tie({}, { case: { ...plan, state: 'advice-asked' }, point: null })[0]).toMatch(/question itself/);
    expect(tie({}, { case: { ...plan, organisationId: 'other' }, point: null })[0]).toMatch(/that asked/);
    expect(tie(beside, { case: plan, point: 6 }, ASKER)[0]).toMatch(/ask GDS Assurance/);
    expect(tie(beside, { case: plan, point: 6 })).toEqual(['allowed']);
    expect(tie(beside, { case: { ...plan, reference: 'DT-4444-4444' }, point: 5 })).toEqual(['allowed']);
    expect(tie(beside, { case: plan, point: 5 })[0]).toMatch(/about that already/);
    const nothingKnown = { ...asked('advice-closed'), advice: null };
    expect(tried('tie-advice', nothingKnown, { about: { case: plan, point: 5 } })).toEqual(['allowed']);
  });

  it('is no request for advice where nothing of it is known', () => {
    const facts = { ...asked('advice-asked'), advice: null };
    expect(tried('close-advice', facts, { outcome: 'answered' })[0]).toMatch(/Nobody has answered/);
    expect(
      tried('publish-guidance', { ...facts, state: 'advice-closed' }, { words: words('a', 'b') }),
    ).toHaveLength(1);
    expect(tried('withdraw-guidance', facts)[0]).toMatch(/No guidance/);
    expect(tried('attach-to-advice', facts, { messageId: 'm1' }, ASKER)).toEqual(['allowed']);
  });

  it('has files attached by who wrote the message', () => {
    const facts = asked('advice-asked', { messages: [QUESTION, ANSWER] });
    expect(tried('attach-to-advice', facts, { messageId: 'm1' }, ASKER)).toEqual(['allowed']);
    expect(tried('attach-to-advice', facts, { messageId: 'm2' }, ASKER)[0]).toMatch(/Only who wrote/);
    expect(tried('attach-to-advice', facts, {}, ASKER)).toEqual(['allowed']);
  });

  it('brings what its guards look at', () => {
    const without = { reason: 'So.', today: TODAY };
    expect(told(checkAction('close-advice', asked('advice-asked'), REVIEWER, without))).toEqual([
      'Say how it ends',
    ]);
  });
});

describe('guidance', () => {
  const answered = asked('advice-closed', { messages: [QUESTION, ANSWER] });

  it('is made of an answer, in words that name nobody', () => {
    expect(tried('publish-guidance', asked('advice-closed'), { words: words('a', 'b') })).toEqual([
      'Nobody has answered yet: there is nothing to publish',
    ]);
    expect(tried('publish-guidance', answered, { words: words('Platforms', 'Use one.') })).toEqual([
      'allowed',
    ]);
    const names = words('For the HOME-OFFICE', 'Dear Ada Example, and ORR.');
    expect(
      checkAction('publish-guidance', answered, REVIEWER, { advice: { words: names }, today: TODAY }),
    ).toEqual({
      allowed: false,
      refusals: [
        {
          kind: 'bad-input',
          message: 'Leave out what could tell who asked: take out “Home Office”',
          pointer: '/title',
        },
        {
          kind: 'bad-input',
          message: 'Leave out what could tell who asked: take out “Ada Example” and “ORR”',
          pointer: '/body',
        },
      ],
    });
  });

  it('is offered before it is written, and withdrawn once', () => {
    const offers = (facts: CaseFacts): readonly CaseAction[] =>
      offerActions(facts, REVIEWER, { today: TODAY })
        .filter(({ allowed }) => allowed)
        .map(({ action }) => action);
    expect(offers(answered)).toContain('publish-guidance');
    expect(offers(answered)).not.toContain('withdraw-guidance');
    const published = asked('advice-closed', {
      messages: [ANSWER],
      guidance: [
        { id: 'g', withdrawn: false },
        { id: 'h', withdrawn: true },
      ],
    });
    expect(offers(published)).toContain('withdraw-guidance');
    expect(tried('withdraw-guidance', published, { guidanceId: 'g' })).toEqual(['allowed']);
    expect(tried('withdraw-guidance', published, { guidanceId: 'h' })).toEqual([
      'This guidance is withdrawn already',
    ]);
    // Whether there is such guidance is told to whom it concerns.
    expect(tried('withdraw-guidance', published, { guidanceId: 'x' })).toEqual(['allowed']);
  });
});

describe('guidance that names others of the organisation that asked', () => {
  it.each([
    ['Use one.\nBea Beside has it.', 2],
    ['As in rehousing\nthe ferrets', 1],
  ])('is refused by the line and without the name: %j', (body, line) => {
    const answered = asked('advice-answered', { messages: [QUESTION, ANSWER] });
    const [why] = tried('publish-guidance', answered, { words: words('Platforms', body) });
    expect(why).toBe(
      `The text names a person or a request of the organisation that asked: look at line ${String(line)}, and write it so that nobody can tell`,
    );
  });
});

describe('the line that tells', () => {
  const telling = {
    people: ['Ada Example', 'Bea Beside'],
    organisations: [{ name: 'Home Office', acronym: null }],
    titles: [],
  };

  it.each([
    ['Nothing here\nnor here', null],
    ['', null],
    ['Ada Example', 1],
    ['a\nb\nAda\nExample\nc', 3],
    ['a\nAda Example\nBea Beside\nAda Example\nc', 3],
    ['a\nb\nc\nd\nBea Beside', 5],
  ])('of %j is %j', (text, line) => {
    expect(lineTelling(text, telling)).toBe(line);
  });

  it('is found in long texts as well, and addresses in long words', () => {
    const text = `${'word word\n'.repeat(20_000)}Home Office`;
    expect(lineTelling(text, telling)).toBe(20_001);
    const long = 'a'.repeat(200_000);
    expect(tellingIn(`${long}@b.example`, telling)).toEqual([`${long.slice(0, 64)}@b.example`]);
  });
});

describe('what would tell who asked', () => {
  const telling = {
    people: ['Zoë Example (demonstration)', 'Demonstration submitter [not a real person]', 'A'],
    organisations: [
      { name: 'Home Office', acronym: 'HO' },
      { name: 'Department of Health and Social Care', acronym: 'DHSC' },
      { name: 'NHS England', acronym: null },
      { name: 'Attorney General’s Office', acronym: 'AGO' },
    ],
    titles: ['Replacing the notices', ''],
  };

  it.each([
    ['Ask the Home Office.', ['Home Office']],
    ['HOME-OFFICE', ['Home Office']],
    ['A homeoffice', []],
    ["the Home Office’s view, and DHSC's", ['Home Office', 'DHSC']],
    ['what HO’s staff do', ['HO']],
    ['Home Off\u00adice', ['Home Office']],
    ['as the Department of Health & Social Care does', ['Department of Health and Social Care']],
    ['Department of the Health\n and  Social-Care', ['Department of Health and Social Care']],
    ['an attorney general’s office', ['Attorney General’s Office']],
    ['the Attorney Generals Office', ['Attorney General’s Office']],
    ['As NHS  England', ['NHS England']],
    ['in dhsc and DHSC', ['DHSC']],
    // Short acronyms are words as well.
    ['long ago, ho', []],
    ['what HO and AGO do', ['HO', 'AGO']],
    ['Zoe Example said', ['Zoë Example']],
    ['Demonstration submitter', ['Demonstration submitter']],
    ['Zoë Example (Demonstration)', ['Zoë Example (demonstration)', 'Zoë Example']],
    ['on replacing notices', ['Replacing the notices']],
    ['a notice', []],
    ['see DT-3469-CDFH', []],
    ['write to ada@home.example.', ['ada@home.example']],
  ])('%s: %j', (text, found) => {
    expect(tellingIn(text, telling)).toEqual(found);
  });

  it('is the reference of any case, however it is written', () => {
    const reference = makeCaseReference(() => 3);
    for (const written of [reference, reference.toLowerCase(), reference.replaceAll('-', ' ')])
      expect(tellingIn(`as in ${written}.`, telling)).toEqual([written]);
  });
});

describe('the marking of a question', () => {
  it('is the strictest of all that it is under', () => {
    expect(strictestMarking()).toBe('OFFICIAL');
    expect(strictestMarking('OFFICIAL', 'OFFICIAL-SENSITIVE')).toBe('OFFICIAL-SENSITIVE');
    expect(strictestMarking('OFFICIAL-SENSITIVE', 'OFFICIAL')).toBe('OFFICIAL-SENSITIVE');
  });

  it('is raised at any time, by whoever asks and by GDS Assurance, and never lowered', () => {
    const marked = asked('advice-closed', {}, 'OFFICIAL-SENSITIVE');
    for (const actor of [ASKER, REVIEWER]) {
      expect(
        tried('mark-advice', asked('advice-closed'), { protectiveMarking: 'OFFICIAL-SENSITIVE' }, actor),
      ).toEqual(['allowed']);
      expect(tried('mark-advice', marked, { protectiveMarking: 'OFFICIAL-SENSITIVE' }, actor)).toEqual([
        'The question is marked OFFICIAL-SENSITIVE already',
      ]);
      expect(tried('mark-advice', marked, { protectiveMarking: 'OFFICIAL' }, actor)).toEqual([
        'A question is never marked lower than it was: it is marked OFFICIAL-SENSITIVE',
      ]);
    }
    // Offered before it is said how.
    expect(tried('mark-advice', asked('advice-asked'))).toEqual(['allowed']);
    expect(tried('mark-advice', marked)[0]).toMatch(/already/);
  });

  it('keeps what was answered from every department', () => {
    const facts = asked('advice-closed', { messages: [QUESTION, ANSWER] }, 'OFFICIAL-SENSITIVE');
    expect(tried('publish-guidance', facts, { words: words('Platforms', 'Use one.') })).toEqual([
      'The question is marked OFFICIAL-SENSITIVE: nothing that was made of it goes to every department',
    ]);
  });
});

describe('a referral', () => {
  it('says who asks what, and what GDS Assurance says with it', () => {
    const question = {
      reference: 'DT-2345-6789',
      title: 'Which framework?',
      organisation: 'Home Office',
      asker: { name: 'Ada Example', email: 'ada@home.example' },
      questions: ['Which one?', 'By when?'],
      note: 'Urgent.',
    };
    const text = referralText(question);
    for (const part of ['Ada Example, Home Office', 'ada@home.example', 'Which one?\n\nBy when?', 'Urgent.'])
      expect(text).toContain(part);
    const bare = referralText({ ...question, asker: null, note: null });
    expect(bare).toContain('From: Home Office\nReference');
    expect(bare).not.toContain('says with it');
  });

  it('is for questions about buying through frameworks', () => {
    expect(isSentOn('buying-through-frameworks')).toBe(true);
    expect(isSentOn('common-platforms')).toBe(false);
  });
});

describe('the clock of a question', () => {
  const FRIDAY = new Date('2026-04-10T10:00:00.000Z');

  it('gives three working days for a first answer, whatever the regime', () => {
    const events = [{ moment: 'advice-asked', at: FRIDAY }] as const;
    const [target] = standingOf(ADVICE_TURNAROUND, CALENDAR, events, FRIDAY).targets;
    // To the end of Wednesday.
    expect(target?.dueAt?.toISOString()).toBe('2026-04-15T23:00:00.000Z');
  });

  it('is met by an answer or a referral, and ends where it is closed', () => {
    for (const moment of ['advice-answered', 'advice-referred'] as const) {
      const events = [
        { moment: 'advice-asked', at: FRIDAY },
        { moment, at: new Date('2026-04-13T10:00:00.000Z') },
      ] as const;
      expect(standingOf(ADVICE_TURNAROUND, CALENDAR, events, new Date('2026-05-01')).targets[0]?.state).toBe(
        'met',
      );
    }
    const closed = [
      { moment: 'advice-asked', at: FRIDAY },
      { moment: 'advice-closed', at: new Date('2026-04-13T10:00:00.000Z') },
    ] as const;
    expect(standingOf(ADVICE_TURNAROUND, CALENDAR, closed, new Date('2026-05-01')).nextDue).toBeNull();
  });

  it('starts again where a question is opened again that nobody answered', () => {
    const MONDAY = new Date('2026-04-13T10:00:00.000Z');
    const closed = [
      { moment: 'advice-asked', at: FRIDAY },
      { moment: 'advice-closed', at: FRIDAY },
    ] as const;
    const reopened = { moment: 'advice-reopened', at: MONDAY } as const;
    const standing = standingOf(ADVICE_TURNAROUND, CALENDAR, [...closed, reopened], MONDAY);
    // To the end of Thursday.
    expect(standing.nextDue?.dueAt.toISOString()).toBe('2026-04-16T23:00:00.000Z');
    const answered = [closed[0], { moment: 'advice-answered', at: FRIDAY }, closed[1], reopened] as const;
    expect(standingOf(ADVICE_TURNAROUND, CALENDAR, answered, MONDAY)).toMatchObject({
      state: 'ended',
      nextDue: null,
      targets: [{ state: 'met' }],
    });
    // A second time as well; and an answer in between ends that.
    const twice = [...closed, reopened, { moment: 'advice-closed', at: MONDAY }, reopened] as const;
    expect(standingOf(ADVICE_TURNAROUND, CALENDAR, twice, MONDAY).state).toBe('running');
  });

  it('is that of advice only for what began as a question', () => {
    expect(turnaroundOf('not-known', [{ type: 'advice-asked' }])).toBe(ADVICE_TURNAROUND);
    expect(turnaroundOf('not-known', [{ type: 'submitted' }])).toBe('not-known');
    expect(turnaroundOf('not-known', [])).toBe('not-known');
    expect(isAdvice('advice-closed')).toBe(true);
    expect(isAdvice('draft')).toBe(false);
  });
});

describe('the history of a question', () => {
  function history(): HistoryInTheMaking {
    return new HistoryInTheMaking()
      .add(
        'advice-asked',
        {
          reference: 'DT-2345-6789',
          organisationId: HOME_OFFICE,
          regimeVersion: 'v6',
          details: FINISHED_CONTENT.details,
          synthetic: true,
          advice: { subject: 'common-platforms', point: 5, aboutCaseId: 'c', aboutReference: 'DT-3333-3333' },
          messageId: 'm1',
          body: 'Which?',
        },
        { toState: 'advice-asked', actorId: 'asker', actorRole: 'submitter' },
      )
      .add('advice-followed-up', { messageId: 'm2', body: 'And?' })
      .add(
        'advice-answered',
        { messageId: 'm3', body: 'This.', takenOn: true },
        { toState: 'advice-answered', actorId: 'adviser', actorRole: 'reviewer' },
      )
      .add('advice-referred', { messageId: 'm4', body: 'Sent.', sentTo: 'ccs@example.org' })
      .add('guidance-published', {
        guidanceId: 'g',
        subject: 'common-platforms',
        point: 5,
        title: 'T',
        body: 'B',
      })
      .add('guidance-withdrawn', { guidanceId: 'g' })
      .add('advice-closed', { messageId: 'm5', outcome: 'answered', body: '' }, { toState: 'advice-closed' })
      .add('advice-reopened', { messageId: 'm6', body: 'Again.' }, { toState: 'advice-asked' })
      .add('advice-marked', { protectiveMarking: 'OFFICIAL-SENSITIVE' });
  }

  it('is replayed from its events alone', () => {
    const replayed = replay(history().events);
    expect(replayed).toMatchObject({
      state: 'advice-asked',
      synthetic: true,
      createdBy: 'asker',
      advice: { subject: 'common-platforms', point: 5, aboutReference: 'DT-3333-3333' },
    });
    expect(replayed.messages.map(({ id, kind, outcome, sentTo }) => [id, kind, outcome, sentTo])).toEqual([
      ['m1', 'question', null, null],
      ['m2', 'question', null, null],
      ['m3', 'answer', null, null],
      ['m4', 'referral', null, 'ccs@example.org'],
      ['m5', 'closure', 'answered', null],
      ['m6', 'question', null, null],
    ]);
    expect(replayed.guidance).toMatchObject([{ id: 'g', publishedAt: minute(5), withdrawnAt: minute(6) }]);
    expect(replayed.clockEvents.map(({ moment }) => moment)).toEqual([
      'advice-asked',
      'advice-answered',
      'advice-referred',
      'advice-closed',
      'advice-reopened',
    ]);
    expect(replayed.details.protectiveMarking).toBe('OFFICIAL-SENSITIVE');
    expect(replayed.guidance[0]).toMatchObject({ withdrawnBecause: 'taken-back' });
    expect(replayed.reviewerId).toBe('adviser');
    expect(projectionOf(replayed)).toMatchObject({
      advice_request: [{ subject: 'common-platforms', point: 5, about_case_id: 'c' }],
      guidance_source: [{ guidance_id: 'g', sequence: 5 }],
    });
  });

  it('is beside the case it was put beside last, and marked as that is', () => {
    const tie = {
      aboutCaseId: 'd',
      aboutReference: 'DT-4444-4444',
      point: null,
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    } as const;
    const replayed = replay(history().add('advice-tied', tie).events);
    expect(replayed.details.protectiveMarking).toBe('OFFICIAL-SENSITIVE');
    expect(projectionOf(replayed)).toMatchObject({
      advice_request: [{ subject: 'common-platforms', point: null, about_case_id: 'd' }],
    });
    const ofACase = new HistoryInTheMaking().add('case-created', {
      reference: 'DT-2345-6789',
      organisationId: HOME_OFFICE,
      regimeVersion: 'v6',
      details: FINISHED_CONTENT.details,
      synthetic: true,
    });
    expect(replay(ofACase.add('advice-tied', tie).events).advice).toBeNull();
  });

  it('is published no more once it is marked, and as long as it is not', () => {
    const published = {
      guidanceId: 'h',
      subject: 'common-platforms',
      point: 5,
      title: 'T',
      body: 'B',
    } as const;
    const tie = { aboutCaseId: 'd', aboutReference: 'DT-4444-4444', point: null };
    const plain = history().add('guidance-published', published);
    plain.add('advice-tied', { ...tie, protectiveMarking: 'OFFICIAL' });
    expect(replay(plain.events).guidance[1]).toMatchObject({ withdrawnAt: null, withdrawnBecause: null });
    plain.add('advice-tied', { ...tie, protectiveMarking: 'OFFICIAL-SENSITIVE' });
    expect(replay(plain.events).guidance).toMatchObject([
      { id: 'g', withdrawnBecause: 'taken-back' },
      { id: 'h', withdrawnAt: plain.events.at(-1)?.occurredAt, withdrawnBecause: 'marked' },
    ]);
  });

  it('begins with a question, once, even where nobody is said to have asked', () => {
    const [first] = history().events;
    const nobody = { ...first, actorId: null } as typeof first;
    expect(replay([nobody!]).departmentHands).toEqual([]);
    expect(() => replay([first!, first!])).toThrow(/begins once/);
  });

  it('keeps its guidance when its text is disposed of', () => {
    const disposed = projectionOfDisposed(replay(history().events.map(redactedEvent)));
    expect(disposed.guidance[0]).toMatchObject({ id: 'g', title: undefined, body: undefined });
    expect(disposed.advice_message.map(({ body }) => body)).toEqual(['', '', '', '', '', '']);
  });
});
