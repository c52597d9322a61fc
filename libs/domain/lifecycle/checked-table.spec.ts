import { CASE_ACTIONS, type ActionRule } from './actions.js';
import { assertSoundTable } from './checked-table.js';
import { SPEND_STATES, TERMINAL_STATES, type CaseState } from './states.js';
import { faultsOfTable } from './validate-table.js';

const NO_STATE = 'sent' as CaseState;

/** The real table with one row changed. */
function withRow(name: string, row: Partial<ActionRule>): Record<string, ActionRule> {
  const table: Record<string, ActionRule> = { ...CASE_ACTIONS };
  return { ...table, [name]: { ...(table[name] ?? CASE_ACTIONS.withdraw), ...row } };
}

describe('the lifecycle table', () => {
  it('is sound', () => {
    expect(faultsOfTable(CASE_ACTIONS, TERMINAL_STATES)).toEqual([]);
  });

  it.each<[string, Record<string, ActionRule>, readonly CaseState[], string]>([
    [
      'a target that is no state',
      withRow('submit', { to: [NO_STATE, 'submitted'] }),
      TERMINAL_STATES,
      'submit names sent, which is not a state',
    ],
    [
      'a source that is no state',
      withRow('edit-content', { from: [NO_STATE] }),
      TERMINAL_STATES,
      'edit-content names sent, which is not a state',
    ],
    [
      'a state nothing leads to',
      withRow('return', { to: 'unchanged' }),
      TERMINAL_STATES,
      'nothing leads to returned',
    ],
    [
      'a state only a stranded state leads to',
      withRow('acknowledge', { to: 'unchanged' }),
      TERMINAL_STATES,
      'nothing leads to in-review',
    ],
    [
      'assurance by the department that could never be called in',
      withRow('call-in', { to: 'unchanged' }),
      TERMINAL_STATES,
      'nothing leads out of assured-by-department',
    ],
    [
      'an end nobody declared',
      withRow('supersede', { to: 'unchanged' }),
      TERMINAL_STATES,
      'nothing leads out of approved',
    ],
    [
      'a declared end something leads out of',
      withRow('reopen', { from: ['withdrawn'], to: ['draft'] }),
      TERMINAL_STATES,
      'withdrawn is declared an end but something leads out of it',
    ],
    ['an end too few declared', CASE_ACTIONS, ['withdrawn'], 'nothing leads out of closed-below-threshold'],
    [
      'an action for nobody',
      withRow('comment', { roles: [] }),
      TERMINAL_STATES,
      'comment is open to nobody, or from nowhere',
    ],
    [
      'an action from nowhere',
      withRow('comment', { from: [] }),
      TERMINAL_STATES,
      'comment is open to nobody, or from nowhere',
    ],
    ['a move to no state', withRow('nudge', { to: [] }), TERMINAL_STATES, 'nudge leads nowhere'],
    [
      'an auditor who writes',
      withRow('comment', { roles: ['reviewer', 'auditor'] }),
      TERMINAL_STATES,
      'comment is open to the role auditor, which does not act on cases',
    ],
    [
      'an administrator with a say on cases',
      withRow('approve', { roles: ['administrator'] }),
      TERMINAL_STATES,
      'approve is open to the role administrator, which does not act on cases',
    ],
  ])('is refused at start for %s', (_fault, table, terminal, message) => {
    expect(faultsOfTable(table, terminal)).toContain(message);
    expect(() => {
      assertSoundTable(table, terminal);
    }).toThrow(message);
  });

  it('asks of everything GDS Assurance does, but what either side may do, that it is not for oneself', () => {
    const open = Object.entries(CASE_ACTIONS as Record<string, ActionRule>)
      .filter(([, { roles }]) => roles.some((role) => role === 'reviewer' || role === 'decider'))
      .filter(([, { guards }]) => !guards.includes('not-own-organisation'))
      .map(([action]) => action);
    expect(open).toEqual(['comment', 'close-advice', 'tie-advice', 'attach-to-advice', 'mark-advice']);
  });

  it('keeps whoever recommended from every way of deciding', () => {
    const decided = new Set<CaseState>(['approved', 'approved-with-conditions', 'not-approved']);
    const deciding = Object.entries(CASE_ACTIONS as Record<string, ActionRule>).filter(
      ([, { to }]) => to !== 'unchanged' && to.some((state) => decided.has(state)),
    );
    expect(deciding.map(([action]) => action).sort()).toEqual([
      'approve',
      'approve-with-conditions',
      'not-approve',
      'supersede',
    ]);
    for (const [, { guards, roles }] of deciding) {
      expect(guards).toContain('not-own-recommendation');
      expect(roles).toEqual(['decider']);
    }
  });

  it.each(['return', 'not-approve', 'withdraw', 'supersede'] as const)('wants a reason to %s', (action) => {
    expect(CASE_ACTIONS[action].reason).toBe('required');
  });

  it('lets a request for money be withdrawn from every state before a decision, and from no other', () => {
    const decided = ['assured-by-department', 'approved', 'approved-with-conditions', 'not-approved'];
    const before = SPEND_STATES.filter((state) => ![...decided, ...TERMINAL_STATES].includes(state));
    expect(CASE_ACTIONS.withdraw.from).toEqual(before);
  });
});
