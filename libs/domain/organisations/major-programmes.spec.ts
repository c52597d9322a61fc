import { isFinancialYear } from '../case/dates.js';
import { MAJOR_PROGRAMMES } from './major-programmes.js';

describe('major programmes', () => {
  it('are 67 rows, one for each programme, name and year', () => {
    expect(MAJOR_PROGRAMMES).toHaveLength(67);
    const keys = MAJOR_PROGRAMMES.map(({ portfolioId, year }) => `${portfolioId} ${year}`);
    expect(new Set(keys).size).toBe(67);
    for (const { year } of MAJOR_PROGRAMMES) expect(isFinancialYear(year)).toBe(true);
  });

  it('carry their cost exactly, or none', () => {
    const cost = (name: string, year: string) =>
      MAJOR_PROGRAMMES.find((programme) => programme.name === name && programme.year === year)
        ?.wholeLifePence;
    expect(cost('Manchester Digital Campus', '2024-25')).toBe(144_370_000_000);
    expect(cost('Livestock Information Transformation Programme', '2024-25')).toBe(47_808_000_000);
    expect(cost('EMERGENCY SERVICES MOBILE COMMUNICATIONS', '2024-25')).toBe(1_918_000_000_000);
    expect(cost('JOINT CRYPT KEY PROGRAMME', '2024-25')).toBeNull();
    expect(MAJOR_PROGRAMMES.filter(({ wholeLifePence }) => wholeLifePence === null)).toHaveLength(5);
  });

  it('belong to organisations and carry the published judgement', () => {
    expect(MAJOR_PROGRAMMES.find(({ portfolioId }) => portfolioId === 'ONS_0003_2021-Q4')).toMatchObject({
      organisationKey: 'office-for-national-statistics',
      deliveryConfidence: 'red',
    });
    expect(MAJOR_PROGRAMMES.filter(({ deliveryConfidence }) => deliveryConfidence === null)).toHaveLength(36);
  });
});
