import fc from 'fast-check';
import { CASE_FLAGS, type CaseContent, type PointEvidence } from './case-content.js';
import { differenceBetween, pointFingerprintInput } from './difference.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION, UNSTARTED_CONTENT } from './finished-content.fixture.js';

const ANOTHER = { ...FINISHED_EXCEPTION, id: 'exception-2', system: 'Fax gateway', points: [4] as const };

const EXCEPTED: CaseContent = { ...FINISHED_CONTENT, legacyExceptions: [FINISHED_EXCEPTION, ANOTHER] };

function withPointFive(evidence: Partial<PointEvidence>, content = FINISHED_CONTENT): CaseContent {
  return {
    ...content,
    points: content.points.map((old) => (old.point === 5 ? { ...old, ...evidence } : old)),
  };
}

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe('differenceBetween', () => {
  it.each([
    ['the same content', EXCEPTED, EXCEPTED],
    ['another order of keys', EXCEPTED, reversed(EXCEPTED) as CaseContent],
    [
      'another order of legacy exceptions',
      EXCEPTED,
      { ...EXCEPTED, legacyExceptions: EXCEPTED.legacyExceptions.toReversed() },
    ],
    [
      'points that are absent for points that are empty',
      UNSTARTED_CONTENT,
      { ...UNSTARTED_CONTENT, points: [] },
    ],
  ])('finds none in %s', (_what, before, after) => {
    expect(differenceBetween(before, after)).toEqual({
      details: [],
      points: [],
      legacyExceptions: { added: [], removed: [], changed: [] },
      unchanged: true,
    });
  });

  it('names the details that changed', () => {
    const { details } = FINISHED_CONTENT;
    const suppliers = ['Demonstration supplier'];
    const after: CaseContent = {
      ...FINISHED_CONTENT,
      details: {
        ...details,
        title: 'Another title',
        proposedSuppliers: suppliers,
        flags: { ...details.flags, publicFacing: true },
        retrospectiveExplanation: { rootCause: 'a', howJudgementWasApplied: null, improvementPlan: null },
      },
    };
    const difference = differenceBetween(FINISHED_CONTENT, after);
    expect(difference).toMatchObject({ points: [], unchanged: false });
    expect(difference.details).toEqual([
      { pointer: '/details/flags/publicFacing', before: false, after: true },
      { pointer: '/details/proposedSuppliers', before: [], after: suppliers },
      {
        pointer: '/details/retrospectiveExplanation',
        before: null,
        after: { rootCause: 'a', howJudgementWasApplied: null, improvementPlan: null },
      },
      { pointer: '/details/title', before: details.title, after: 'Another title' },
    ]);
  });

  it('lists only the points that changed, field by field', () => {
    const remediation = { action: 'Move', owner: null, dueOn: '2027-01-31' };
    const before = withPointFive({ remediation });
    const after = withPointFive({
      remediation: { ...remediation, owner: 'Demonstration owner' },
      narrative: 'New',
    });
    expect(differenceBetween(before, after).points).toEqual([
      {
        point: 5,
        changes: [
          { pointer: '/points/4/narrative', before: 'How point 5 is met.', after: 'New' },
          { pointer: '/points/4/remediation/owner', before: null, after: 'Demonstration owner' },
        ],
        legacyExceptionsChanged: false,
      },
    ]);
  });

  it('counts an answer that was never asked for as not answered', () => {
    const answers = Object.entries(FINISHED_CONTENT.details).filter(([key]) => key !== 'contractEndsOn');
    const before = { ...FINISHED_CONTENT, details: Object.fromEntries(answers) } as unknown as CaseContent;
    expect(differenceBetween(before, FINISHED_CONTENT).unchanged).toBe(true);
    expect(differenceBetween(FINISHED_CONTENT, before).unchanged).toBe(true);
  });

  it('tells legacy exceptions apart by id, and marks the points they name', () => {
    const third = { ...ANOTHER, id: 'exception-3', points: [13] as const };
    const moved = { ...FINISHED_EXCEPTION, points: [5, 6] as const, owner: null };
    const difference = differenceBetween(EXCEPTED, { ...EXCEPTED, legacyExceptions: [third, moved] });
    expect(difference.unchanged).toBe(false);
    expect(difference.legacyExceptions).toEqual({
      added: [third],
      removed: [ANOTHER],
      changed: [
        {
          id: 'exception-1',
          system: 'Licence mainframe',
          changes: [
            { pointer: '/legacyExceptions/1/owner', before: 'Demonstration owner', after: null },
            { pointer: '/legacyExceptions/1/points', before: [5, 9], after: [5, 6] },
          ],
        },
      ],
    });
    // 9 was named, 6 is named now, 5 both; 4 lost its exception and 13 has one.
    expect(difference.points).toEqual(
      [4, 5, 6, 9, 13].map((point) => ({ point, changes: [], legacyExceptionsChanged: true })),
    );
  });

  it('is unchanged only where nothing is, and turned round gives the same places', () => {
    const anyContent = fc
      .record({
        flag: fc.constantFrom(...CASE_FLAGS),
        answer: fc.option(fc.boolean()),
        narrative: fc.option(fc.string({ maxLength: 3 })),
        exceptions: fc.subarray([FINISHED_EXCEPTION, ANOTHER]),
      })
      .map(({ flag, answer, narrative, exceptions }): CaseContent => {
        const content = withPointFive({ narrative }, { ...FINISHED_CONTENT, legacyExceptions: exceptions });
        const flags = { ...content.details.flags, [flag]: answer };
        return { ...content, details: { ...content.details, flags } };
      });
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        const there = differenceBetween(one, other);
        const back = differenceBetween(other, one);
        expect(there.unchanged).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(back.details.map(({ pointer }) => pointer)).toEqual(
          there.details.map(({ pointer }) => pointer),
        );
        expect(back.points.map(({ point }) => point)).toEqual(there.points.map(({ point }) => point));
        expect(back.legacyExceptions.added).toEqual(there.legacyExceptions.removed);
      }),
    );
  });
});

describe('pointFingerprintInput', () => {
  it('holds the evidence and the legacy exceptions that name the point, by id', () => {
    const both = { ...ANOTHER, points: [5] as const };
    const content = { ...EXCEPTED, legacyExceptions: [both, FINISHED_EXCEPTION] };
    const input = pointFingerprintInput(content, 5);
    expect(input.evidence.narrative).toBe('How point 5 is met.');
    expect(input.legacyExceptions).toEqual([FINISHED_EXCEPTION, both]);
    expect(pointFingerprintInput({ ...content, legacyExceptions: [FINISHED_EXCEPTION, both] }, 5)).toEqual(
      input,
    );
    expect(pointFingerprintInput(content, 1).legacyExceptions).toEqual([]);
  });
});
