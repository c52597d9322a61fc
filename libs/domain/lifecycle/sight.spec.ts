import { sightOf } from './sight.js';

describe('which cases a person may see', () => {
  it('is every case for GDS Assurance and auditors, their own organisations’ for a department, none for others', () => {
    const held = (role: Parameters<typeof sightOf>[0][number]['role']) => [{ role, organisationId: 'o' }];
    for (const role of ['reviewer', 'decider', 'auditor'] as const)
      expect(sightOf(held(role))).toEqual({ everything: true, organisationIds: [] });
    for (const role of ['submitter', 'assurance-lead'] as const)
      expect(sightOf(held(role))).toEqual({ everything: false, organisationIds: ['o'] });
    expect(sightOf(held('administrator'))).toEqual({ everything: false, organisationIds: [] });
    expect(sightOf([...held('reviewer'), ...held('submitter')])).toEqual({
      everything: true,
      organisationIds: ['o'],
    });
  });
});
