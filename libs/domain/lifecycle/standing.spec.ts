import { exceptionKey, standingRulings, standingVerdicts, type VersionFootprint } from './standing.js';

const VERSIONS: readonly VersionFootprint[] = [
  { number: 1, pointHashes: { '1': 'a', '2': 'b', 'exception:e1': 'x', 'exception:e2': 'y' } },
  { number: 2, pointHashes: { '1': 'a', '2': 'changed', 'exception:e1': 'x', 'exception:e2': 'changed' } },
];

describe('what a reviewer said', () => {
  it('stands on the version it was said on', () => {
    const said = [{ version: 2, point: 2 as const, verdict: 'not-met' as const }];
    expect([...standingVerdicts(said, VERSIONS, 2)]).toEqual([[2, 'not-met']]);
  });

  it('stands on a later version where the point is as it was, and falls where it changed', () => {
    const said = [
      { version: 1, point: 1 as const, verdict: 'met' as const },
      { version: 1, point: 2 as const, verdict: 'met' as const },
    ];
    expect([...standingVerdicts(said, VERSIONS, 2)]).toEqual([[1, 'met']]);
  });

  it('stands on nothing before the first submission', () => {
    const said = [{ version: 1, point: 1 as const, verdict: 'met' as const }];
    expect(standingVerdicts(said, VERSIONS, null).size).toBe(0);
  });

  it('falls where either version is unknown, or does not know the point', () => {
    const said = [
      { version: 7, point: 1 as const, verdict: 'met' as const },
      { version: 1, point: 3 as const, verdict: 'met' as const },
    ];
    expect(standingVerdicts(said, VERSIONS, 2).size).toBe(0);
    expect(standingVerdicts([{ version: 1, point: 1, verdict: 'met' }], VERSIONS, 9).size).toBe(0);
  });

  it('of a legacy exception stands as long as the exception says the same', () => {
    const said = [
      { version: 1, exceptionId: 'e1', ruling: 'accepted' as const },
      { version: 1, exceptionId: 'e2', ruling: 'refused' as const },
    ];
    expect([...standingRulings(said, VERSIONS, 2)]).toEqual([['e1', 'accepted']]);
    expect(exceptionKey('e1')).toBe('exception:e1');
  });
});
