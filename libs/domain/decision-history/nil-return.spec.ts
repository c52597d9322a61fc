import { canSayNil } from './nil-return.js';

describe('that there is nothing to report', () => {
  const EVERYTHING = { everything: true, organisationIds: [] };
  const OWN = { everything: false, organisationIds: ['own'] };
  const quarter = '2026-Q3';

  it.each([
    [{ quarter }, '2026-10-01', true],
    [{ quarter }, '2026-09-30', false],
    [{ quarter: '2199-Q4' }, '2026-10-01', false],
    [{}, '2026-10-01', false],
    [{ quarter, synthetic: false }, '2026-10-01', true],
    [{ quarter, synthetic: true }, '2026-10-01', false],
    [{ quarter, organisation: 'other', children: true }, '2026-10-01', true],
  ])('can be said by who sees everything, of %j on %s: %s', (criteria, today, can) => {
    expect(canSayNil(criteria, EVERYTHING, today)).toBe(can);
  });

  it.each([
    [{ quarter, organisation: 'own' }, true],
    [{ quarter, organisation: 'own', children: false }, true],
    [{ quarter, organisation: 'own', children: true }, false],
    [{ quarter, organisation: 'other' }, false],
    [{ quarter }, false],
  ])('can be said by a department of %j: %s', (criteria, can) => {
    expect(canSayNil(criteria, OWN, '2026-10-01')).toBe(can);
  });

  it('can be said by nobody who sees no case', () => {
    expect(canSayNil({ quarter }, { everything: false, organisationIds: [] }, '2026-10-01')).toBe(false);
  });
});
