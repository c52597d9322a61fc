import { knownOrganisations, organisationOf } from '../importing/context.js';
import { comparedOrganisationName, nearestName } from './organisation-name.js';

const JUSTICE = { id: 'moj', key: 'ministry-of-justice', name: 'Ministry of Justice' };
const PENSIONS = { id: 'dwp', key: 'dwp', name: 'Department for Work & Pensions' };
const KNOWN = [JUSTICE.name, PENSIONS.name];

describe('the name of an organisation', () => {
  it.each([
    ['department for work and pensions'],
    ['Department for Work  & Pensions '],
    ['DEPARTMENT\u00a0FOR WORK AND PENSIONS'],
    ['Department for Work&Pensions'],
  ])('is recognised as %j', (written) => {
    expect(comparedOrganisationName(written)).toBe(comparedOrganisationName(PENSIONS.name));
    expect(organisationOf(written, knownOrganisations([JUSTICE, PENSIONS]))).toEqual({
      ok: true,
      value: 'dwp',
    });
  });

  it('is told from others by its letters', () => {
    expect(comparedOrganisationName('Queen’s – House')).toBe("queen's - house");
    expect(organisationOf('DWP', knownOrganisations([PENSIONS]))).toEqual({ ok: true, value: 'dwp' });
    const twins = knownOrganisations([JUSTICE, { ...JUSTICE, id: 'other', name: 'ministry of  justice' }]);
    expect(organisationOf('MINISTRY OF JUSTICE', twins)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Several organisations are called') as unknown,
    });
  });

  it('is suggested where one is nearly right', () => {
    expect(nearestName('Ministry of Justise', KNOWN)).toBe(JUSTICE.name);
    expect(nearestName('dept for work and pensions', KNOWN)).toBeNull();
    expect(nearestName('Departement for Works and Pension', KNOWN)).toBe(PENSIONS.name);
    expect(nearestName('ministry of justice', KNOWN)).toBe(JUSTICE.name);
    expect(nearestName('Ministry of Silly Walks', KNOWN)).toBeNull();
    expect(nearestName('moj', ['mod'])).toBeNull();
    expect(nearestName('abcdefgh', ['cdefghij'])).toBeNull();
    expect(nearestName('Ministry of Justise', ['Ministry of Justices', JUSTICE.name])).toBe(JUSTICE.name);
  });

  it('is looked for once a name and for so many names of a file', () => {
    const { suggest } = knownOrganisations([JUSTICE]);
    expect(suggest('Ministry of Justise')).toEqual(JUSTICE);
    expect(suggest('ministry of  justise')).toEqual(JUSTICE);
    for (let index = 0; index < 200; index += 1) suggest(`Unknown ${String(index)}`);
    expect(suggest('Ministry of Justic')).toBeNull();
    expect(suggest('Ministry of Justise')).toEqual(JUSTICE);
  });
});
