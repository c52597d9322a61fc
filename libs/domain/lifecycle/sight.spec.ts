import { onlyReadsCases } from './roles.js';
import { seesBetween, seesInternal, sightOf, wholeLogRefusal } from './sight.js';

describe('what a person may see', () => {
  it('is every case for GDS Assurance and auditors, their own for departments, none for administrators', () => {
    const sight = (
      role: 'reviewer' | 'decider' | 'auditor' | 'submitter' | 'assurance-lead' | 'administrator',
    ) => sightOf([{ role, organisationId: 'a' }]);
    for (const role of ['reviewer', 'decider', 'auditor'] as const)
      expect(sight(role)).toEqual({ everything: true, organisationIds: [] });
    for (const role of ['submitter', 'assurance-lead'] as const)
      expect(sight(role)).toEqual({ everything: false, organisationIds: ['a'] });
    expect(sight('administrator')).toEqual({ everything: false, organisationIds: [] });
  });

  it('leaves out deliberation about a case of an organisation they speak for, whatever else they are', () => {
    const both = [
      { role: 'reviewer', organisationId: 'gds' },
      { role: 'submitter', organisationId: 'a' },
    ] as const;
    expect(seesInternal(both, 'a')).toBe(false);
    expect(seesInternal(both, 'b')).toBe(true);
    expect(seesInternal([both[1]], 'b')).toBe(false);
    expect(seesBetween(both, 'a', 'b')).toBe(false);
    expect(seesBetween(both, 'b', 'a')).toBe(false);
    expect(seesBetween(both, 'b', 'c')).toBe(true);
  });

  it('is the whole log only for who sees all of every case, because it proves nothing without a part', () => {
    const auditor = { role: 'auditor', organisationId: 'gds' } as const;
    expect(wholeLogRefusal([auditor], false)).toBeNull();
    expect(wholeLogRefusal([auditor], true)).toContain('marked higher than OFFICIAL');
    for (const role of ['submitter', 'assurance-lead'] as const)
      expect(wholeLogRefusal([auditor, { role, organisationId: 'a' }], false)).toContain('among itself');
    expect(wholeLogRefusal([{ role: 'submitter', organisationId: 'a' }], false)).toContain('every case');
  });

  it('is all that an auditor may do, who does nothing to a case unless they hold another role as well', () => {
    expect(onlyReadsCases([{ role: 'auditor' }, { role: 'administrator' }])).toBe(true);
    expect(onlyReadsCases([{ role: 'auditor' }, { role: 'reviewer' }])).toBe(false);
    expect(onlyReadsCases([{ role: 'submitter' }])).toBe(false);
    expect(onlyReadsCases([])).toBe(false);
  });
});
