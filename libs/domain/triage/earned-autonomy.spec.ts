import { levelsInTheWay, overlappedBy, type AutonomyRecord } from './earned-autonomy.js';
import { V4, V5, V6 } from './regimes.fixture.js';

describe('levelsInTheWay', () => {
  it.each([
    [V6, [], null],
    [V6, ['low', 'medium'], null],
    [V6, ['low', 'high'], 'Choose from “low”, “medium”: spending rated “high” always goes to GDS Assurance'],
    [
      V5,
      ['control'],
      'Choose from “assured”, “monitor”: spending rated “control” always goes to GDS Assurance',
    ],
    [V4, [], null],
  ] as const)('of levels of a scale', (regime, levels, expected) => {
    expect(levelsInTheWay(regime, levels)).toBe(expected);
  });

  it('of a typo, and of a regime that rates nothing', () => {
    expect(levelsInTheWay(V6, ['banana'])).toMatch(
      /^Choose from “low”, “medium”: “banana” is not a level of /,
    );
    expect(levelsInTheWay(V4, ['low'])).toMatch(/^Leave the levels out: how .* is not known/);
  });
});

describe('overlappedBy', () => {
  const record = (
    id: string,
    validFrom: string,
    validTo: string | null,
    supersedesId: string | null = null,
    levels: readonly string[] = ['low'],
  ): AutonomyRecord => ({ id, levels, validFrom, validTo, supersedesId });
  const first = record('first', '2026-01-01', '2026-06-30');
  const open = record('open', '2027-01-01', null);

  it.each<[string, AutonomyRecord, string | null]>([
    ['before all', record('new', '2025-01-01', '2025-12-31'), null],
    ['between two', record('new', '2026-07-01', '2026-12-31'), null],
    ['that touches a last day', record('new', '2026-06-30', '2026-07-31'), 'first'],
    ['that touches a first day', record('new', '2025-01-01', '2026-01-01'), 'first'],
    ['after one without an end', record('new', '2030-01-01', null), 'open'],
    ['that takes back', record('new', '2026-01-01', null, 'first', []), null],
    ['that corrects one and reaches the next', record('new', '2026-02-01', null, 'first'), 'open'],
    ['that corrects one within its time', record('new', '2026-02-01', '2026-12-31', 'first'), null],
  ])('of a record %s', (_what, given, expected) => {
    expect(overlappedBy([first, open], given)?.id ?? null).toBe(expected);
  });

  it('lets what is corrected count until the correction does', () => {
    const takenBack = [open, record('end', '2028-01-01', null, 'open', [])];
    expect(overlappedBy(takenBack, record('new', '2027-12-31', null))?.id).toBe('open');
    expect(overlappedBy(takenBack, record('new', '2028-01-01', null))).toBeNull();
    const again = [...takenBack, record('back', '2027-06-01', '2027-07-31', 'end')];
    expect(overlappedBy(again, record('new', '2027-07-31', null))?.id).toBe('back');
    expect(overlappedBy(again, record('new', '2027-08-01', null))).toBeNull();
    expect(overlappedBy(again, record('new', '2027-05-31', '2027-05-31'))?.id).toBe('open');
  });
});
