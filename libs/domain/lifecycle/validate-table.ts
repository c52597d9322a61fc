import type { ActionRule } from './actions.js';
import { isAssuranceRole, isDepartmentRole } from './roles.js';
import { CASE_STATES, FIRST_STATES, type CaseState } from './states.js';

/**
 * Checks a lifecycle table before anything uses it: that targets and sources are states, that every state can be
 * reached from where cases are made, that the ends are exactly the declared ones, that no row is open to nobody or leads nowhere, and
 * that nobody acts on cases but departments and GDS Assurance: auditors and administrators do not.
 * @returns every fault, as sentences; empty when the table is sound.
 */
export function faultsOfTable(
  table: Readonly<Record<string, ActionRule>>,
  terminal: readonly CaseState[],
): readonly string[] {
  const rules = Object.entries(table);
  const moves = rules.flatMap(([, rule]) =>
    rule.to === 'unchanged' ? [] : rule.to.flatMap((to) => rule.from.map((from) => ({ from, to }))),
  );
  const known = new Set<string>(CASE_STATES);
  const named = rules.flatMap(([action, rule]) =>
    [...rule.from, ...(rule.to === 'unchanged' ? [] : rule.to)].map((state) => ({ action, state })),
  );
  const unknown = named
    .filter(({ state }) => !known.has(state))
    .map(({ action, state }) => `${action} names ${state}, which is not a state`);

  const reached = new Set<CaseState>(FIRST_STATES);
  for (const start of reached) for (const move of moves) if (move.from === start) reached.add(move.to);
  const unreachable = CASE_STATES.filter((state) => !reached.has(state)).map(
    (state) => `nothing leads to ${state}`,
  );

  const ends = CASE_STATES.filter((state) => !moves.some((move) => move.from === state));
  const wrongEnds = [
    ...ends.filter((state) => !terminal.includes(state)).map((state) => `nothing leads out of ${state}`),
    ...terminal
      .filter((state) => !ends.includes(state))
      .map((state) => `${state} is declared an end but something leads out of it`),
  ];
  const closed = rules
    .filter(([, rule]) => rule.roles.length === 0 || rule.from.length === 0)
    .map(([action]) => `${action} is open to nobody, or from nowhere`);
  const nowhere = rules
    .filter(([, rule]) => rule.to !== 'unchanged' && rule.to.length === 0)
    .map(([action]) => `${action} leads nowhere`);
  const outsiders = rules.flatMap(([action, rule]) =>
    rule.roles
      .filter((role) => !isDepartmentRole(role) && !isAssuranceRole(role))
      .map((role) => `${action} is open to the role ${role}, which does not act on cases`),
  );
  return [...unknown, ...unreachable, ...wrongEnds, ...closed, ...nowhere, ...outsiders];
}
