import { CASE_ACTION_NAMES, ruleFor } from '../lifecycle/actions.js';
import { ROLES } from '../lifecycle/roles.js';
import {
  isScope,
  isServiceAccountRole,
  MACHINE_ACTIONS,
  machineRefusal,
  machineTokenExpiry,
  ROLES_OF_SCOPE,
  SCOPE_NAMES,
  SCOPES,
  scopesFor,
  markingRefusal,
  seesOnlyOfficial,
  toldOfEndsUntil,
} from './machine-access.js';

describe('what a program may do to a case', () => {
  it('never is to judge, to answer for something, or to move a case on: whatever its scopes', () => {
    const possible = CASE_ACTION_NAMES.filter(
      (action) => machineRefusal({ scopes: SCOPES }, action) === null,
    );
    expect(possible).toEqual([
      'edit-content',
      'comment',
      'comment-internally',
      'submit-condition-evidence',
      'record-spend',
      'start-variation',
      'attach-to-advice',
    ]);
    for (const action of possible) expect(ruleFor(action).to).toBe('unchanged');
  });

  it('is told why not: that it is for people, or which scope is missing', () => {
    expect(machineRefusal({ scopes: SCOPES }, 'approve')).toBe(
      'To approve is for people alone. No scope of a token or a client gives it: a person who answers for it signs in and does it.',
    );
    expect(machineRefusal({ scopes: ['cases:read'] }, 'edit-content')).toBe(
      'This needs the scope “cases:write”, which the token does not have.',
    );
  });

  it('is decided on for every action there is', () => {
    expect(Object.keys(MACHINE_ACTIONS).sort()).toEqual([...CASE_ACTION_NAMES].sort());
  });
});

describe('cases marked OFFICIAL-SENSITIVE', () => {
  it('are not there for a program that was not given them outright, and are for people', () => {
    expect(seesOnlyOfficial({ scopes: ['cases:read', 'cases:write'] })).toBe(true);
    expect(seesOnlyOfficial({ scopes: ['cases:read', 'marked-cases:read'] })).toBe(false);
    expect(seesOnlyOfficial(undefined)).toBe(false);
    const blind = { scopes: ['cases:write'] } as const;
    expect(markingRefusal(blind, 'OFFICIAL-SENSITIVE')).toContain('“marked-cases:read”');
    expect(markingRefusal(blind, 'OFFICIAL')).toBeNull();
    expect(markingRefusal(blind, undefined)).toBeNull();
    expect(markingRefusal(undefined, 'OFFICIAL-SENSITIVE')).toBeNull();
  });
});

describe('scopes', () => {
  it('are named by what and whether it is read or written, and said in words', () => {
    for (const scope of SCOPES) {
      expect(scope).toMatch(/^[a-z-]+:(read|write)$/);
      expect(SCOPE_NAMES[scope]).toMatch(/^[A-Z][^.]+$/);
    }
    expect(isScope('cases:read')).toBe(true);
    expect(isScope('cases:decide')).toBe(false);
  });

  it('are offered to whom they open something', () => {
    expect(scopesFor([])).toEqual([
      'cases:read',
      'marked-cases:read',
      'decisions:read',
      'exports:read',
      'reference-data:read',
    ]);
    expect(scopesFor(['submitter'])).toContain('cases:write');
    expect(scopesFor(['administrator'])).toContain('people:read');
    expect(scopesFor(['administrator'])).not.toContain('access-records:read');
    expect(scopesFor(['auditor'])).toContain('access-records:read');
    expect(scopesFor(ROLES)).toEqual(SCOPES);
  });

  it('of writing belong to roles that write', () => {
    expect(ROLES_OF_SCOPE['cases:write']).not.toContain('auditor');
    expect(ROLES_OF_SCOPE['cases:write']).not.toContain('administrator');
  });
});

describe('a service account', () => {
  it('holds no role that reviews, decides, signs off or administers', () => {
    expect(ROLES.filter(isServiceAccountRole)).toEqual(['submitter', 'auditor']);
  });
});

describe('the times of a token', () => {
  const NOW = new Date('2026-03-28T10:00:00.000Z');

  it('are days of 24 hours, also when the clocks change', () => {
    expect(machineTokenExpiry(NOW, 90).toISOString()).toBe('2026-06-26T10:00:00.000Z');
    expect(toldOfEndsUntil(NOW).toISOString()).toBe('2026-04-04T10:00:00.000Z');
  });
});
