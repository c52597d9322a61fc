import { CASE_ACTION_NAMES } from '../lifecycle/actions.js';
import { checkAction } from '../lifecycle/check-action.js';
import { person, RECOMMENDED, WHOLE_REQUEST } from '../lifecycle/facts.fixture.js';
import { ROLES } from '../lifecycle/roles.js';
import { ACCESS_RULES, ROLES_FOR, type MachineRule } from './access-rules.js';
import { authorise, type Asker } from './authorise.js';
import { FOR_PEOPLE_ALONE } from './machine-access.js';

const NOBODY_AND_EVERYBODY: readonly (Asker | null)[] = [null, { roles: [] }, person('somebody', ...ROLES)];
const MACHINE = { kind: 'token', id: 'a token', scopes: ['cases:read'] } as const;

describe('getting in', () => {
  it('is refused to everybody where nothing is declared', () => {
    for (const asker of NOBODY_AND_EVERYBODY)
      expect(authorise({ kind: 'route', rule: undefined, machineRule: undefined, asker })).toEqual({
        allowed: false,
        why: 'not-declared',
        message: 'Nobody may use this address.',
      });
  });

  it.each(ACCESS_RULES)('under “%s” is for whom it names, and a refusal says why', (rule) => {
    const ask = (asker: Asker | null) => authorise({ kind: 'route', rule, machineRule: undefined, asker });
    expect(ask(null).allowed).toBe(rule === 'anyone');
    if (rule !== 'anyone') expect(ask(null)).toMatchObject({ why: 'not-signed-in' });
    const roles = rule === 'anyone' ? null : ROLES_FOR[rule];
    for (const role of ROLES) {
      const answer = ask(person('somebody', role));
      expect(answer.allowed).toBe(roles === null || roles.includes(role));
      if (!answer.allowed)
        expect(answer).toMatchObject({
          why: 'not-permitted',
          message: expect.stringContaining('one of these roles'),
        });
    }
  });

  it('takes a scope as well of a program, and nothing else opens a route to one', () => {
    const asker = { ...person('somebody', ...ROLES), machine: MACHINE };
    const ask = (machineRule: MachineRule | undefined) =>
      authorise({ kind: 'route', rule: 'signed-in', machineRule, asker });
    expect(ask({ scope: 'cases:read' })).toEqual({ allowed: true });
    expect(ask({ scope: 'cases:write' })).toMatchObject({
      message: expect.stringContaining('“cases:write”'),
    });
    expect(ask({ peopleOnly: 'A decision is for people to make.' })).toMatchObject({
      message: `A decision is for people to make. ${FOR_PEOPLE_ALONE}`,
    });
    expect(ask(undefined)).toMatchObject({
      message: `This address is not for programs. ${FOR_PEOPLE_ALONE}`,
    });
  });
});

describe('doing something to a case', () => {
  it('is what the lifecycle says, for a person', () => {
    const actor = person('somebody', 'reviewer');
    for (const action of CASE_ACTION_NAMES)
      expect(
        authorise({ kind: 'case-action', action, facts: RECOMMENDED, actor, request: WHOLE_REQUEST }),
      ).toEqual(checkAction(action, RECOMMENDED, actor, WHOLE_REQUEST));
  });

  it('is no more than its scopes give, for a program, whoever it acts for', () => {
    const actor = { ...person('somebody', ...ROLES), machine: MACHINE };
    for (const action of CASE_ACTION_NAMES)
      expect(
        authorise({ kind: 'case-action', action, facts: RECOMMENDED, actor, request: WHOLE_REQUEST }),
      ).toMatchObject({ allowed: false, refusals: [{ kind: 'not-permitted' }] });
    const writer = {
      ...person('somebody', 'reviewer'),
      machine: { ...MACHINE, scopes: ['cases:write'] as const },
    };
    const comment = {
      kind: 'case-action',
      action: 'comment',
      facts: RECOMMENDED,
      request: WHOLE_REQUEST,
    } as const;
    expect(authorise({ ...comment, actor: writer })).toEqual(
      checkAction('comment', RECOMMENDED, writer, WHOLE_REQUEST),
    );
  });
});
