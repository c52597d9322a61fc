import type { CaseDetails } from '../case/case-content.js';
import { FINISHED_CONTENT, UNSTARTED_CONTENT } from '../case/finished-content.fixture.js';
import type { Policy } from './regime.js';
import { ASSURANCE_2026, UNDER_V6 } from './regimes.fixture.js';
import { RELATION_KINDS, RELATION_NAMES, REVIEW_DEPTH_NAMES, REVIEW_DEPTHS } from './triage-record.js';
import { missingFromTriage, triageOf, triageRecordOf } from './triage.js';

const { details } = FINISHED_CONTENT;
const AUTONOMOUS: Policy = { ...UNDER_V6, earnedAutonomy: ['low', 'medium'] };
const HIGH: CaseDetails = {
  ...details,
  ratingAnswers: { ...details.ratingAnswers, transactions: 'over-1m' },
};
const AFTER_2026: Policy = { regime: ASSURANCE_2026, on: '2026-05-01', earnedAutonomy: [] };

describe('triageOf', () => {
  it('puts together what a regime says of a case', () => {
    expect(triageOf(AUTONOMOUS, details, null)).toMatchObject({
      regimeNote: null,
      regimeVersion: 'v6',
      regimeName: 'Digital and technology spend control version 6',
      on: '2026-03-02',
      threshold: { known: true, overThreshold: true },
      rating: { known: true, level: 'low' },
      effectiveRating: { level: 'low', levelName: 'Low', saidBy: 'answers', overridden: false },
      earnedAutonomy: ['low', 'medium'],
      route: { route: { id: 'departmental-assurance' } },
    });
  });

  it('says who rated the case and whether the answers say otherwise', () => {
    const effective = (confirmed: string | null, of = details) =>
      triageOf(UNDER_V6, of, confirmed).effectiveRating;
    expect(effective('low')).toMatchObject({ saidBy: 'reviewer', overridden: false });
    expect(effective('high')).toMatchObject({ level: 'high', saidBy: 'reviewer', overridden: true });
    expect(effective('high', UNSTARTED_CONTENT.details)).toMatchObject({ overridden: true });
    expect(effective(null, UNSTARTED_CONTENT.details)).toBeNull();
    expect(triageOf(AFTER_2026, details, null).effectiveRating).toBeNull();
  });

  it('is the same read back from JSON', () => {
    for (const [policy, of] of [
      [UNDER_V6, details],
      [UNDER_V6, UNSTARTED_CONTENT.details],
      [AFTER_2026, details],
    ] as const) {
      const triage = triageOf(policy, of, null);
      expect(JSON.parse(JSON.stringify(triage))).toStrictEqual(triage);
    }
  });
});

describe('a regime that was over on the day that counts', () => {
  it('says so, and why it counts', () => {
    expect(triageOf({ ...UNDER_V6, on: '2026-05-01' }, details, null).regimeNote).toBe(
      'By its own dates v6 ended on 31 March 2026; it counts here because it is the one adopted for new requests',
    );
  });
});

describe('triageRecordOf', () => {
  it('keeps the regime, the day, the rating and the route', () => {
    const kept = { regimeVersion: 'v6', pinnedOn: '2026-03-02' };
    expect(triageRecordOf(AUTONOMOUS, details, null)).toEqual({
      ...kept,
      rating: 'low',
      route: 'departmental-assurance',
      earnedAutonomy: ['low', 'medium'],
    });
    expect(triageRecordOf(AUTONOMOUS, details, 'high')).toEqual({
      ...kept,
      rating: 'high',
      route: 'gds-assurance',
      earnedAutonomy: ['low', 'medium'],
    });
    expect(triageRecordOf(UNDER_V6, UNSTARTED_CONTENT.details, null).rating).toBeNull();
  });
});

describe('missingFromTriage', () => {
  const pointers = (of: CaseDetails, confirmed?: string, policy = UNDER_V6) =>
    missingFromTriage(policy, of, confirmed).map(({ section, pointer }) => `${section} ${pointer}`);
  const commitment = 'rating /details/commitmentAnswers/strategic-commitments/meets';

  it('asks nothing of a finished case rated low', () => {
    expect(missingFromTriage(UNDER_V6, details)).toEqual([]);
  });

  it('asks every question that is not worked out', () => {
    expect(pointers({ ...details, ratingAnswers: {}, wholeLifePence: null })).toEqual([
      'rating /details/ratingAnswers/transactions',
      'rating /details/ratingAnswers/top-75',
      'rating /details/ratingAnswers/vulnerable-users',
    ]);
  });

  it('asks about commitments where the case is rated high, by its answers or by a reviewer', () => {
    expect(pointers(HIGH)).toEqual([commitment]);
    expect(pointers(details, 'high')).toEqual([commitment]);
    expect(pointers(HIGH, 'low')).toEqual([]);
  });

  it('asks nothing where nothing is known to ask', () => {
    expect(pointers({ ...details, ratingAnswers: {}, category: 'resourcing-contract' })).toEqual([]);
    expect(pointers({ ...details, ratingAnswers: {} }, undefined, AFTER_2026)).toEqual([]);
    expect(pointers(UNSTARTED_CONTENT.details)).toEqual([]);
  });
});

describe('what a reviewer chooses from', () => {
  it('has a name of its own', () => {
    expect(new Set(REVIEW_DEPTHS.map((depth) => REVIEW_DEPTH_NAMES[depth])).size).toBe(3);
    expect(new Set(RELATION_KINDS.map((kind) => RELATION_NAMES[kind])).size).toBe(5);
  });
});
