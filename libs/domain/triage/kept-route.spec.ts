import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { withGdsAssurance } from './kept-route.js';
import type { Policy } from './regime.js';
import { ASSURANCE_2026, UNDER_V6, V6 } from './regimes.fixture.js';
import { routeCase } from './routing.js';

const { details } = FINISHED_CONTENT;
const AUTONOMOUS: Policy = { ...UNDER_V6, earnedAutonomy: ['low', 'medium'] };

describe('withGdsAssurance', () => {
  it.each([
    ['a draft', 'draft', null, [], null],
    ['what the department assured', 'assured-by-department', 1, ['assured-by-department'], null],
    ['a draft closed', 'closed-below-threshold', null, [], null],
    ['a submission', 'submitted', 1, ['submitted'], 'submitted'],
    ['a decided case', 'approved', 2, ['submitted', 'decided'], 'submitted'],
    ['a case called in', 'in-review', 1, ['assured-by-department', 'called-in'], 'called-in'],
  ] as const)('of %s', (_what, state, version, types, expected) => {
    expect(withGdsAssurance(state, version, types)).toBe(expected);
  });
});

describe('the route of a case with GDS Assurance', () => {
  it('is not the department’s, and says why and what it would be', () => {
    expect(routeCase({ ...AUTONOMOUS, withGdsAssurance: 'submitted' }, details, null)).toMatchObject({
      route: { id: 'gds-assurance', name: 'GDS Assurance' },
      reason: 'it was submitted to GDS Assurance, and what was submitted stays there',
      provenance: { whose: 'ours' },
      settled: true,
      notes: [
        'By its rating alone it would take the route “The department’s own assurance”',
        expect.any(String),
      ],
    });
    expect(routeCase({ ...AUTONOMOUS, withGdsAssurance: 'called-in' }, details, null).reason).toBe(
      'GDS Assurance called the case in',
    );
  });

  it('is as ever where the rules lead there anyway', () => {
    expect(routeCase({ ...UNDER_V6, withGdsAssurance: 'submitted' }, details, null)).toEqual(
      routeCase(UNDER_V6, details, null),
    );
  });

  it('is there also under a regime that has none, or not for everything else', () => {
    const under2026: Policy = { ...UNDER_V6, regime: ASSURANCE_2026, withGdsAssurance: 'called-in' };
    expect(routeCase(under2026, details, null).route).toMatchObject({
      id: 'gds-assurance',
      roles: { assures: 'reviewer', decides: 'decider' },
    });
    const { routing } = V6;
    const otherwise = { ...routing.otherwise, route: 'departmental-assurance' };
    const regime = { ...V6, routing: { ...routing, rules: [], otherwise } };
    const policy: Policy = { ...UNDER_V6, regime, withGdsAssurance: 'submitted' };
    expect(routeCase(policy, details, null).route.id).toBe('gds-assurance');
  });
});
