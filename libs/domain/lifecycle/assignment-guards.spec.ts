import type { ActionRequest, ActorFacts, CaseFacts } from './case-facts.js';
import { checkAction } from './check-action.js';
import { person, RECOMMENDED, WHOLE_REQUEST } from './facts.fixture.js';
import { runGuard, type GuardName } from './guards.js';

interface Situation {
  readonly facts?: Partial<CaseFacts>;
  readonly actor?: ActorFacts;
  readonly request?: Partial<ActionRequest>;
}

/** What a guard says of a case as in `RECOMMENDED`, changed as told. */
function says(name: GuardName, { facts, actor = person('decider', 'decider'), request }: Situation = {}) {
  return runGuard(name, { ...RECOMMENDED, ...facts }, actor, { ...WHOLE_REQUEST, ...request });
}

describe('named-reviewer-is-independent', () => {
  it('is satisfied by a reviewer from elsewhere', () => {
    expect(says('named-reviewer-is-independent')).toEqual([]);
  });

  it('has nothing to say while nobody is named', () => {
    expect(says('named-reviewer-is-independent', { request: { reviewer: undefined } })).toEqual([]);
  });

  it('refuses who is not a reviewer', () => {
    expect(says('named-reviewer-is-independent', { request: { reviewer: person('d', 'decider') } })).toEqual([
      {
        kind: 'bad-input',
        message: 'Name somebody who is a GDS Assurance reviewer',
        pointer: '/reviewerId',
      },
    ]);
  });

  it("refuses a reviewer of the case's own organisation", () => {
    for (const reviewer of [person('both', 'reviewer', 'submitter'), person('creator', 'reviewer')])
      expect(says('named-reviewer-is-independent', { request: { reviewer } })).toMatchObject([
        { message: 'Name a reviewer who does not speak for the organisation this case belongs to' },
      ]);
  });
});

describe('who has a case', () => {
  it.each<[GuardName, string | null, number]>([
    ['nobody-is-assigned', null, 0],
    ['nobody-is-assigned', 'assigned', 1],
    ['somebody-is-assigned', 'assigned', 0],
    ['somebody-is-assigned', null, 1],
  ])('%s, with %s', (guard, reviewerId, refusals) => {
    const said = says(guard, { facts: { reviewerId } });
    expect(said).toHaveLength(refusals);
    for (const { kind } of said) expect(kind).toBe('not-ready');
  });

  it('is not named again', () => {
    const reviewer = person('assigned', 'reviewer');
    expect(says('named-reviewer-is-another', { request: { reviewer } })).toMatchObject([
      { kind: 'bad-input', pointer: '/reviewerId' },
    ]);
    expect(says('named-reviewer-is-another')).toEqual([]);
    expect(says('named-reviewer-is-another', { request: { reviewer: undefined } })).toEqual([]);
  });
});

describe('hands-over-own-or-decides', () => {
  it.each<[string, ActorFacts, string | null, boolean]>([
    ['the reviewer who has it', person('assigned', 'reviewer'), 'assigned', true],
    ['another reviewer', person('another', 'reviewer'), 'assigned', false],
    ['a decider', person('another', 'decider'), 'assigned', true],
    ['a reviewer who also decides', person('another', 'reviewer', 'decider'), 'assigned', true],
    ['anybody, where nobody has it', person('another', 'reviewer'), null, true],
  ])('lets %s: %s', (_who, actor, reviewerId, passes) => {
    expect(
      says('hands-over-own-or-decides', { actor, facts: { reviewerId } }).map(({ kind }) => kind),
    ).toEqual(passes ? [] : ['not-permitted']);
  });
});

describe('giving a case to somebody', () => {
  const free: CaseFacts = { ...RECOMMENDED, reviewerId: null };

  it.each(['assign-reviewer', 'hand-over', 'unassign'] as const)(
    'is not for somebody of the department: %s',
    (action) => {
      const facts = action === 'assign-reviewer' ? free : { ...RECOMMENDED, reviewerId: 'both' };
      const both = person('both', 'reviewer', 'decider', 'submitter');
      expect(checkAction(action, facts, both, WHOLE_REQUEST)).toMatchObject({
        allowed: false,
        refusals: [{ kind: 'not-permitted' }],
      });
    },
  );

  it('is a step of its own where nobody has it, and handing over where somebody has', () => {
    const actor = person('assigned', 'reviewer');
    expect(checkAction('assign-reviewer', free, actor, WHOLE_REQUEST).allowed).toBe(true);
    expect(checkAction('assign-reviewer', RECOMMENDED, actor, WHOLE_REQUEST).allowed).toBe(false);
    for (const action of ['hand-over', 'unassign'] as const) {
      expect(checkAction(action, RECOMMENDED, actor, WHOLE_REQUEST).allowed).toBe(true);
      expect(checkAction(action, free, actor, WHOLE_REQUEST)).toMatchObject({
        refusals: [{ kind: 'not-ready', message: 'No reviewer has this case: assign one instead' }],
      });
    }
  });
});
