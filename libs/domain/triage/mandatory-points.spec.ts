import { mandatoryPoints } from './mandatory-points.js';
import { SHIPPED_REGIMES, V6 } from './regimes.fixture.js';

describe('mandatoryPoints', () => {
  const always = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11];

  it.each([
    [true, [...always, 13]],
    [false, always],
    [null, always],
  ])('building a service: %p, in every shipped regime', (buildsService, points) => {
    for (const regime of SHIPPED_REGIMES) expect(mandatoryPoints(regime, { buildsService })).toEqual(points);
  });

  it('goes by the regime’s own data, which says the reading is this service’s', () => {
    const { points, provenance } = V6.mandatoryPoints;
    const strict = { mandatoryPoints: { points: { ...points, 8: 'always' as const }, provenance } };
    expect(mandatoryPoints(strict, { buildsService: false })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const regime of SHIPPED_REGIMES) expect(regime.mandatoryPoints.provenance.whose).toBe('ours');
  });
});
