import {
  ASSURING_ORGANISATION_KEY,
  findOrganisation,
  GOVERNMENT_ORGANISATIONS,
  organisationOfProgramme,
} from './government-organisations.js';

const byKey = new Map(GOVERNMENT_ORGANISATIONS.map((each) => [each.key, each]));

describe('organisations', () => {
  it('are the 19 departments and 90 bodies of the map', () => {
    const kinds = GOVERNMENT_ORGANISATIONS.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'department')).toHaveLength(19);
    expect(kinds.filter((kind) => kind === 'arms-length-body')).toHaveLength(90);
  });

  it('have keys of their own, in kebab-case, and a parent if they are bodies', () => {
    expect(byKey.size).toBe(GOVERNMENT_ORGANISATIONS.length);
    for (const { key, kind, parentKey, parentName } of GOVERNMENT_ORGANISATIONS) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(parentKey === null).toBe(kind === 'department');
      expect(parentName).toBe(parentKey === null ? null : byKey.get(parentKey)?.name);
    }
  });

  it('know who assures, what a programme code stands for and what was abolished', () => {
    expect(byKey.get(ASSURING_ORGANISATION_KEY)?.name).toBe('Government Digital Service');
    expect(organisationOfProgramme('VOA')).toBe('valuation-office-agency');
    expect(byKey.get('hm-land-registry')).toMatchObject({ programmeCode: 'HMLR', abolishedOn: null });
    expect(findOrganisation('BEIS')).toMatchObject({ programmeCode: null, abolishedOn: '2023-02-07' });
  });
});

describe('findOrganisation', () => {
  it.each([
    ['home-office', 'home-office'],
    ['Home Office', 'home-office'],
    ['HO', 'home-office'],
    ['mod', 'ministry-of-defence'],
    ['FCO', 'foreign-commonwealth-and-development-office'],
    ['DLUHC', 'ministry-of-housing-communities-and-local-government'],
    ['DEFRA', 'department-for-environment-food-and-rural-affairs'],
    ['Department of Business and Trade', 'department-for-business-and-trade'],
    ['  the  Pension Regulator', 'pension-regulator'],
    ['Driver and Vehicle Standards Agency', 'driver-and-vehicle-standards-agency'],
    ["Attorney General's Office", 'attorney-generals-office'],
    ['ONS', 'office-for-national-statistics'],
  ])('finds %p', (text, key) => {
    expect(findOrganisation(text)?.key).toBe(key);
  });

  it('finds each by each of its names', () => {
    for (const each of GOVERNMENT_ORGANISATIONS)
      for (const name of [each.key, each.name, each.acronym ?? each.name, ...each.aliases])
        expect(findOrganisation(name)).toBe(each);
  });

  it('does not guess', () => {
    expect(findOrganisation('Ministry of Silly Walks')).toBeUndefined();
  });
});
