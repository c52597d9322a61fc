import { isAssuranceRole, isDepartmentRole, ROLE_NAMES, ROLES } from './roles.js';
import { CASE_STATES, isDecided, isEditable, STATE_NAMES } from './states.js';

describe('states and roles', () => {
  it('know which states a decision stands in', () => {
    expect(CASE_STATES.filter(isDecided)).toEqual(['approved', 'approved-with-conditions', 'not-approved']);
  });

  it('know where the department may change what the case says', () => {
    expect(CASE_STATES.filter(isEditable)).toEqual(['planned', 'draft', 'returned']);
  });

  it('know who speaks for a department and who for GDS Assurance', () => {
    expect(ROLES.filter(isDepartmentRole)).toEqual(['submitter', 'assurance-lead']);
    expect(ROLES.filter(isAssuranceRole)).toEqual(['reviewer', 'decider']);
  });

  it('have a name each, no two alike', () => {
    for (const names of [
      CASE_STATES.map((state) => STATE_NAMES[state]),
      ROLES.map((role) => ROLE_NAMES[role]),
    ])
      expect(new Set(names.filter((name) => name !== '')).size).toBe(names.length);
  });

  it('call four states what people who know the process call them', () => {
    expect([
      STATE_NAMES.draft,
      STATE_NAMES.submitted,
      STATE_NAMES['in-review'],
      STATE_NAMES.approved,
    ]).toEqual(['Draft', 'Submitted', 'GDS Assurance review', 'Approved']);
  });
});
