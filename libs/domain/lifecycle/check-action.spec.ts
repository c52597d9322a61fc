import { pence } from '../money/pence.js';
import { UNSTARTED_CONTENT } from '../case/finished-content.fixture.js';
import { ASSURANCE_2026, UNDER_V6 } from '../triage/regimes.fixture.js';
import { CASE_ACTION_NAMES, ruleFor, type CaseAction } from './actions.js';
import type { ActionRequest, ActorFacts, CaseFacts } from './case-facts.js';
import { checkAction, faultsInFields, offerActions, roleFor, whoMay } from './check-action.js';
import { CONDITION, person, RECOMMENDED, TODAY, WHOLE_REQUEST } from './facts.fixture.js';
import { REFUSAL_KINDS } from './refusal.js';
import { areKeptApart, ROLES, rolesOfClaims, type Role } from './roles.js';
import { CASE_STATES, type CaseState } from './states.js';

const SUBMITTER = person('submitter', 'submitter');
const DECIDER = person('decider', 'decider');

const WITH_EVIDENCE = {
  condition: { kind: 'remediation', status: 'evidence-submitted', decisionId: 'd1', dueOn: '2026-03-02' },
} as const;

/** What some actions ask for beyond `WHOLE_REQUEST`, for a case with decision `d1`. */
const ALSO: Partial<Record<CaseAction, Partial<ActionRequest>>> = {
  'approve-with-conditions': { conditions: [CONDITION] },
  'not-approve': { approvedPence: undefined },
  supersede: { outcome: 'approved', supersedes: 'd1' },
  'submit-condition-evidence': {
    condition: { kind: 'condition', status: 'open', decisionId: 'd1', dueOn: '2026-03-02' },
  },
  'confirm-condition-met': WITH_EVIDENCE,
  'send-condition-back': WITH_EVIDENCE,
  'conclude-not-met': WITH_EVIDENCE,
  'waive-condition': WITH_EVIDENCE,
  'extend-condition': WITH_EVIDENCE,
  'close-advice': { advice: { outcome: 'answered' } },
  'withdraw-guidance': { advice: { guidanceId: 'g' } },
  'tie-advice': { advice: {} },
};

/** A request every guard of the action is content with, for a case as in `RECOMMENDED` with decision `d1`. */
function contentRequest(action: CaseAction): ActionRequest {
  return { ...WHOLE_REQUEST, ...ALSO[action] };
}

/** A case in the given state that every guard of the action is content with. */
function contentFacts(action: CaseAction, state: CaseState): CaseFacts {
  // Under this regime the finished request is below the threshold, and the department's own.
  const after2026: readonly CaseAction[] = [
    'close-draft-below-threshold',
    'close-submission-below-threshold',
    'record-departmental-assurance',
  ];
  return {
    ...RECOMMENDED,
    state,
    policy: after2026.includes(action) ? { ...UNDER_V6, regime: ASSURANCE_2026 } : UNDER_V6,
    // Whoever acts in these tests, so that they may give it away.
    reviewerId: action === 'assign-reviewer' ? null : 'somebody',
    currentDecisionId: 'd1',
    advice: {
      messages: [{ id: 'm', kind: 'answer', authorId: 'somebody' }],
      guidance: [{ id: 'g', withdrawn: false }],
      telling: { people: [], organisations: [], titles: [] },
      point: null,
      aboutReference: null,
    },
  };
}

describe('what is wrong with the fields of an instruction', () => {
  it('is said of what was given, whoever asks and however far the case is', () => {
    const past = { ...CONDITION, dueOn: '2026-03-01' };
    const request = { today: TODAY, approvedPence: pence(1_000_000_000), conditions: [CONDITION, past] };
    const faults = faultsInFields(
      'approve-with-conditions',
      { ...RECOMMENDED, state: 'draft' },
      SUBMITTER,
      request,
    );
    expect(faults.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/approvedPence',
      '/conditions/1/dueOn',
    ]);
    expect(faultsInFields('assess-point', { ...RECOMMENDED, reviewerId: null }, DECIDER, request)).toEqual(
      [],
    );
  });
});

function refusalsOf(action: CaseAction, facts: CaseFacts, actor: ActorFacts, request: ActionRequest) {
  const permit = checkAction(action, facts, actor, request);
  return permit.allowed ? [] : permit.refusals;
}

describe('who may do what, and when', () => {
  const everything = CASE_ACTION_NAMES.flatMap((action) =>
    ROLES.flatMap((role) => CASE_STATES.map((state) => ({ action, role, state }))),
  );

  it('is what the table says, for every action, role and state', () => {
    const wrong = everything.filter(({ action, role, state }) => {
      const rule = ruleFor(action);
      const expected = !rule.roles.includes(role)
        ? 'not-permitted'
        : rule.from.includes(state)
          ? undefined
          : 'wrong-state';
      const [first] = refusalsOf(
        action,
        contentFacts(action, state),
        person('somebody', role),
        contentRequest(action),
      );
      return first?.kind !== expected;
    });
    expect(wrong).toEqual([]);
    expect(everything).toHaveLength(CASE_ACTION_NAMES.length * 6 * 17);
  });

  it.each(CASE_ACTION_NAMES.filter((action) => ruleFor(action).reason === 'required'))(
    'wants a reason in words to %s',
    (action) => {
      const { from, roles } = ruleFor(action);
      const facts = contentFacts(action, from[0] ?? 'draft');
      for (const reason of [undefined, '', ' \n'])
        expect(
          refusalsOf(action, facts, person('somebody', ...roles), { ...contentRequest(action), reason }),
        ).toEqual([{ kind: 'bad-input', message: 'Give a reason', pointer: '/reason' }]);
    },
  );

  it('wants no reason where none is required', () => {
    const facts = { ...RECOMMENDED, state: 'draft' as const };
    expect(checkAction('sign-off', facts, person('lead', 'assurance-lead'), { today: TODAY }).allowed).toBe(
      true,
    );
  });
});

describe('a refusal', () => {
  it('says first whose job it is', () => {
    expect(refusalsOf('approve', { ...RECOMMENDED, state: 'draft' }, SUBMITTER, WHOLE_REQUEST)).toEqual([
      { kind: 'not-permitted', message: 'Only a GDS Assurance decider can approve' },
    ]);
  });

  it('says next how far the case must have got', () => {
    expect(refusalsOf('edit-content', RECOMMENDED, SUBMITTER, WHOLE_REQUEST)).toEqual([
      {
        kind: 'wrong-state',
        message:
          'The case is “Recommended”; to change what the case says it must be “Planned” or “Draft” or “Returned for information”',
      },
    ]);
  });

  it('says last everything that is in the way', () => {
    const request = { ...WHOLE_REQUEST, version: 1, approvedPence: undefined, conditions: [CONDITION] };
    expect(refusalsOf('approve', RECOMMENDED, DECIDER, request).map(({ pointer }) => pointer)).toEqual([
      '/version',
      '/approvedPence',
      '/conditions',
    ]);
  });

  it('does not tell who may not decide at all how to make the case ready', () => {
    const request = { ...WHOLE_REQUEST, version: 1 };
    expect(refusalsOf('approve', RECOMMENDED, person('recommender', 'decider'), request)).toEqual([
      { kind: 'not-permitted', message: 'You made the recommendation, so somebody else must decide' },
    ]);
  });

  it('lists everything the department has left to do', () => {
    const facts = { ...RECOMMENDED, state: 'draft' as const, content: UNSTARTED_CONTENT };
    const refusals = refusalsOf('sign-off', facts, person('lead', 'assurance-lead'), WHOLE_REQUEST);
    expect(refusals.length).toBeGreaterThan(13);
    expect(refusals.every(({ kind }) => kind === 'not-ready')).toBe(true);
  });

  it('comes in every kind there is, so no edge answers for a kind that never comes', () => {
    const facts = { ...RECOMMENDED, state: 'draft' as const };
    const kinds = [
      ...refusalsOf('approve', facts, SUBMITTER, WHOLE_REQUEST),
      ...refusalsOf('approve', facts, DECIDER, WHOLE_REQUEST),
      ...refusalsOf('approve', RECOMMENDED, DECIDER, { ...WHOLE_REQUEST, version: 1 }),
      ...refusalsOf('approve', RECOMMENDED, DECIDER, { ...WHOLE_REQUEST, reason: '' }),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(REFUSAL_KINDS);
  });
});

describe('an instruction that leaves something out', () => {
  it.each<[CaseAction, keyof ActionRequest, string | undefined]>([
    ['recommend', 'version', '/version'],
    ['acknowledge', 'reviewer', '/reviewerId'],
    ['supersede', 'supersedes', '/supersedes'],
    ['supersede', 'outcome', '/outcome'],
    ['waive-condition', 'condition', undefined],
    ['review-rating', 'rating', '/rating'],
    ['review-rating', 'version', '/version'],
    ['record-external-decision', 'decidedOn', '/decidedOn'],
    ['extend-clock', 'extension', '/target'],
    ['assign-reviewer', 'reviewer', '/reviewerId'],
    ['hand-over', 'reviewer', '/reviewerId'],
  ])('to %s does not get round the guard that looks at its %s', (action, part, pointer) => {
    const { from, roles } = ruleFor(action);
    const request = { ...contentRequest(action), [part]: undefined };
    const facts = contentFacts(action, from.at(-1) ?? 'draft');
    const refusals = refusalsOf(action, facts, person('somebody', ...roles), request);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.kind).toBe('bad-input');
    expect(refusals[0]?.pointer).toBe(pointer);
  });
});

describe('separation of duties', () => {
  it('lets nobody acknowledge, review, recommend or decide a case of an organisation they submit for', () => {
    const both = person('both', 'submitter', 'reviewer', 'decider');
    for (const action of [
      'call-in',
      'review-rating',
      'assign-reviewer',
      'hand-over',
      'unassign',
      'relate-case',
      'record-external-decision',
      'extend-clock',
      'acknowledge',
      'start-review',
      'return',
      'recommend',
      'approve',
      'waive-condition',
    ] as const) {
      const facts = contentFacts(action, ruleFor(action).from[0] ?? 'draft');
      expect(refusalsOf(action, facts, both, contentRequest(action)).map(({ kind }) => kind)).toEqual([
        'not-permitted',
      ]);
    }
  });

  it('lets the same person act on another organisation’s case', () => {
    const both = person('both', 'submitter', 'reviewer', 'decider');
    const facts = { ...contentFacts('approve', 'recommended'), organisationId: 'defra' };
    expect(checkAction('approve', facts, both, WHOLE_REQUEST)).toEqual({
      allowed: true,
      role: { role: 'decider', organisationId: 'gds' },
    });
  });

  it('keeps whoever recommended from deciding in every way there is', () => {
    const recommender = person('recommender', 'reviewer', 'decider');
    for (const action of ['approve', 'approve-with-conditions', 'not-approve', 'supersede'] as const) {
      const facts = contentFacts(action, ruleFor(action).from[0] ?? 'draft');
      expect(refusalsOf(action, facts, recommender, contentRequest(action))).toEqual([
        { kind: 'not-permitted', message: 'You made the recommendation, so somebody else must decide' },
      ]);
    }
  });
});

describe('the role somebody acts in', () => {
  it('is a department’s role only in the organisation of the case', () => {
    expect(roleFor(SUBMITTER, 'home-office', ['assurance-lead', 'submitter'])).toEqual({
      role: 'submitter',
      organisationId: 'home-office',
    });
    expect(roleFor(SUBMITTER, 'defra', ['assurance-lead', 'submitter'])).toBeUndefined();
  });

  it('is GDS Assurance’s role for every case', () => {
    expect(roleFor(DECIDER, 'defra', ['decider'])).toEqual({ role: 'decider', organisationId: 'gds' });
  });

  it.each<[CaseAction, string]>([
    ['submit', "a submitter or departmental assurance lead of the case's organisation"],
    ['approve', 'a GDS Assurance decider'],
    [
      'comment',
      "a submitter or departmental assurance lead of the case's organisation, or a GDS Assurance reviewer or GDS Assurance decider",
    ],
  ])('of %s reads as words', (action, words) => {
    expect(whoMay(ruleFor(action))).toBe(words);
  });
});

describe('what is offered', () => {
  const nothingSaid: ActionRequest = { today: TODAY };

  function allowed(facts: CaseFacts, ...roles: Role[]): readonly CaseAction[] {
    return offerActions(facts, person('somebody', ...roles), nothingSaid)
      .filter((offer) => offer.allowed)
      .map(({ action }) => action);
  }

  it('is everything, each with its name and whether a reason is wanted', () => {
    const offers = offerActions(RECOMMENDED, DECIDER, nothingSaid);
    expect(offers.map(({ action }) => action)).toEqual(CASE_ACTION_NAMES);
    expect(offers.find(({ action }) => action === 'approve')).toEqual({
      action: 'approve',
      name: 'approve',
      allowed: true,
      reasonRequired: true,
      why: [],
    });
  });

  it('does not hold against a person what they have not filled in yet', () => {
    expect(allowed(RECOMMENDED, 'decider')).toEqual([
      'hand-over',
      'unassign',
      'relate-case',
      'unrelate-case',
      'extend-clock',
      'record-external-decision',
      'refer-back',
      'approve',
      'approve-with-conditions',
      'not-approve',
      'comment',
      'comment-internally',
    ]);
    expect(allowed({ ...RECOMMENDED, state: 'submitted' }, 'reviewer')).toContain('acknowledge');
    expect(allowed({ ...RECOMMENDED, state: 'approved' }, 'decider')).toContain('supersede');
  });

  it('says why not, in the words an attempt would be refused with', () => {
    const offers = offerActions(RECOMMENDED, person('recommender', 'decider'), nothingSaid);
    expect(offers.find(({ action }) => action === 'approve')).toMatchObject({
      allowed: false,
      why: ['You made the recommendation, so somebody else must decide'],
    });
    expect(offers.find(({ action }) => action === 'submit')?.why).toEqual([
      "Only a submitter or departmental assurance lead of the case's organisation can submit to GDS Assurance",
    ]);
  });

  it('gives an auditor and an administrator nothing to do', () => {
    for (const state of CASE_STATES)
      expect(allowed({ ...RECOMMENDED, state }, 'auditor', 'administrator')).toEqual([]);
  });

  it('gives an administrator nothing to do whatever else they are, and says so', () => {
    for (const state of CASE_STATES) expect(allowed({ ...RECOMMENDED, state }, ...ROLES)).toEqual([]);
    const [offer] = offerActions(RECOMMENDED, person('somebody', 'decider', 'administrator'), nothingSaid);
    expect(offer?.why).toEqual(['An administrator does nothing to cases, whatever other roles they hold']);
  });

  it('keeps administering apart from every role that acts on cases, and from auditing', () => {
    const apart = ROLES.filter((role) => areKeptApart('administrator', role));
    expect(apart).toEqual(['submitter', 'assurance-lead', 'reviewer', 'decider', 'auditor']);
    expect(ROLES.filter((role) => areKeptApart(role, 'administrator'))).toEqual(apart);
    expect(ROLES.filter((role) => areKeptApart('auditor', role))).toEqual(['administrator']);
    expect(ROLES.filter((role) => areKeptApart('decider', role))).toEqual(['administrator']);
  });

  it.each<[claimed: Role[], held: Role[], given: Role[], refused: Role[]]>([
    [['reviewer', 'decider'], [], ['reviewer', 'decider'], []],
    [['reviewer', 'administrator', 'auditor'], [], ['administrator'], ['reviewer', 'auditor']],
    [['reviewer', 'auditor'], ['administrator'], [], ['reviewer', 'auditor']],
    [['administrator', 'auditor'], ['submitter'], ['auditor'], ['administrator']],
    [['administrator', 'decider'], ['reviewer'], ['decider'], ['administrator']],
    [['administrator', 'decider'], ['administrator'], ['administrator'], ['decider']],
  ])('gives of the claimed %j to who holds %j only %j', (claimed, held, given, refused) => {
    const claims = claimed.map((role) => ({ role }));
    const roles = (of: readonly { readonly role: Role }[]) => of.map(({ role }) => role);
    const told = rolesOfClaims(claims, held);
    expect([roles(told.given), roles(told.refused)]).toEqual([given, refused]);
  });

  it('never offers what the very same instruction, filled in, would be refused for by role or state', () => {
    for (const state of CASE_STATES)
      for (const role of ROLES)
        for (const action of allowed(contentFacts('comment', state), role)) {
          const kinds = refusalsOf(
            action,
            contentFacts(action, state),
            person('somebody', role),
            contentRequest(action),
          );
          expect({ action, state, role, kinds }).toMatchObject({ kinds: [] });
        }
  });
});
