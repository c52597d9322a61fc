import { CASE_ACTIONS, type ActionRule } from './actions.js';
import { TERMINAL_STATES, type CaseState } from './states.js';
import { faultsOfTable } from './validate-table.js';

/**
 * Refuses a faulty lifecycle table.
 * @throws Error naming every fault
 */
export function assertSoundTable(
  table: Readonly<Record<string, ActionRule>>,
  terminal: readonly CaseState[],
): void {
  const faults = faultsOfTable(table, terminal);
  if (faults.length > 0) throw new Error(`The lifecycle table is faulty: ${faults.join('; ')}`);
}

// When this module is loaded, so that no program starts with a lifecycle it could not carry through.
assertSoundTable(CASE_ACTIONS, TERMINAL_STATES);
