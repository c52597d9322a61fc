import { ALL_FLAGS_NO, FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import type { CaseDetails } from '../case/case-content.js';
import { MAJOR_PROGRAMMES, type MajorProgramme } from '../organisations/major-programmes.js';
import { UNDER_V6 } from './regimes.fixture.js';
import { triageOf, type Triage } from './triage.js';

/**
 * A programme as a case: its whole-life cost is public and counts as the amount requested too, and everything else is
 * at its lowest. None of it is what a department answered.
 */
function triage(
  { wholeLifePence, name }: MajorProgramme,
  publicFacing: boolean,
  autonomous: boolean,
): Triage {
  const details: CaseDetails = {
    ...FINISHED_CONTENT.details,
    title: name,
    category: 'digital-service',
    requestedPence: wholeLifePence,
    wholeLifePence,
    flags: { ...ALL_FLAGS_NO, publicFacing },
    ratingAnswers: { transactions: 'under-100000', 'top-75': 'no', 'vulnerable-users': 'no' },
  };
  const policy = { ...UNDER_V6, earnedAutonomy: autonomous ? ['low', 'medium'] : [] };
  return triageOf(policy, details, null);
}

describe('67 real programmes under version 6, the other answers at their lowest', () => {
  it('are rated by their cost', () => {
    const rated = (level: string | null) =>
      MAJOR_PROGRAMMES.filter(
        (programme) => (triage(programme, false, false).effectiveRating?.level ?? null) === level,
      ).map(({ name }) => name);
    // By hand from the published costs: 42.6, 31.5 and 23.7 million pounds are the only ones from 20 to 50 million.
    expect(rated('low')).toEqual([]);
    expect(rated('medium')).toEqual([
      'Transforming Public Procurement',
      'Falcon Programme',
      'National Underground Asset Register (NUAR)',
    ]);
    expect(rated('high')).toHaveLength(59);
    expect(rated('high')).toContain('ROSA RENEWAL PROJECT');
    // The five whose cost is not published.
    expect(rated(null)).toHaveLength(5);
  });

  it('go to GDS Assurance, but for the three medium ones where the organisation has earned autonomy', () => {
    const departments = (autonomous: boolean) =>
      MAJOR_PROGRAMMES.filter(
        (programme) => triage(programme, false, autonomous).route.route.assuredBy === 'department',
      ).map(({ name }) => name);
    expect(departments(false)).toEqual([]);
    expect(departments(true)).toHaveLength(3);
  });

  it('are over the threshold and over £20 million wherever their cost is published', () => {
    for (const programme of MAJOR_PROGRAMMES)
      for (const publicFacing of [true, false]) {
        const { threshold, route } = triage(programme, publicFacing, false);
        const isPublished = programme.wholeLifePence !== null;
        expect(threshold).toMatchObject(
          isPublished
            ? {
                overThreshold: true,
                rule: publicFacing
                  ? 'over £100,000 because public-facing'
                  : 'over £1,000,000 for other digital, data and technology',
              }
            : { known: false, missing: ['Give the amount requested'] },
        );
        expect(route.steps.map(({ kind, applies }) => [kind, applies])).toEqual([
          ['ministerial', isPublished ? true : null],
          ['treasury', false],
        ]);
      }
  });
});
