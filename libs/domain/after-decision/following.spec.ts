import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { CASE_STATES, SPEND_STATES } from '../lifecycle/states.js';
import { pence } from '../money/pence.js';
import {
  amountsBetween,
  carriedOver,
  carriedOverId,
  differenceFromApproved,
  openFollower,
  successor,
  type Follower,
} from './following.js';

const NEW_CASE = '2f1c1f0e-0000-4000-8000-000000000001';
const FILE = { id: 'f', name: 'Plan.pdf', mediaType: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) };

function follower(state: Follower['state'], reference = 'DT-2345-6789'): Follower {
  return { reference, kind: 'extends', state };
}

describe('requests that start from an approval', () => {
  it('are open until they are decided or come to nothing', () => {
    expect(SPEND_STATES.filter((state) => openFollower([follower(state)]) !== null)).toEqual([
      'planned',
      'draft',
      'signed-off',
      'submitted',
      'acknowledged',
      'in-review',
      'returned',
      'recommended',
    ]);
    expect(openFollower([])).toBeNull();
  });

  it('take its place once they are approved, or assured by the department', () => {
    expect(CASE_STATES.filter((state) => successor([follower(state)]) !== null)).toEqual([
      'assured-by-department',
      'approved',
      'approved-with-conditions',
    ]);
    expect(successor([follower('withdrawn'), follower('approved', 'DT-2345-678A')])?.reference).toBe(
      'DT-2345-678A',
    );
  });
});

describe('what is carried over', () => {
  const approved = {
    ...FINISHED_CONTENT,
    details: { ...FINISHED_CONTENT.details, whatChanges: 'What an earlier variation changed.' },
    points: FINISHED_CONTENT.points.map((point) => ({ ...point, attachments: [FILE] })),
    legacyExceptions: FINISHED_CONTENT.legacyExceptions.map((exception) => ({
      ...exception,
      attachments: [FILE],
    })),
  };

  it('is everything but the files and what the approval itself once changed', () => {
    const carried = carriedOver(approved, NEW_CASE);
    expect(carried.details).toEqual(FINISHED_CONTENT.details);
    expect(carried.points).toEqual(FINISHED_CONTENT.points);
    expect(carried.legacyExceptions).toEqual(
      FINISHED_CONTENT.legacyExceptions.map((exception) => ({
        ...exception,
        id: carriedOverId(NEW_CASE, exception.id),
      })),
    );
  });

  it('gives legacy exceptions ids of their own, the same each time', () => {
    const id = carriedOverId(NEW_CASE, 'x');
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    expect(carriedOverId(NEW_CASE, 'x')).toBe(id);
    expect(new Set([id, carriedOverId(NEW_CASE, 'y'), carriedOverId('another', 'x')]).size).toBe(3);
  });

  it('differs from the approval in nothing but what is changed', () => {
    const draft = carriedOver(approved, NEW_CASE);
    const said = { ...draft, details: { ...draft.details, whatChanges: 'Six more months.' } };
    expect(differenceFromApproved(approved, said, NEW_CASE).unchanged).toBe(true);
    const changed = { ...said, details: { ...said.details, requestedPence: pence(1) } };
    expect(differenceFromApproved(approved, changed, NEW_CASE).details).toEqual([
      {
        pointer: '/details/requestedPence',
        before: FINISHED_CONTENT.details.requestedPence,
        after: 1,
      },
    ]);
  });
});

describe('amounts', () => {
  it('are compared where both are known', () => {
    expect(amountsBetween(pence(300), pence(100)).differencePence).toBe(-200);
    expect(amountsBetween(pence(100), pence(300)).differencePence).toBe(200);
    expect(amountsBetween(null, pence(300)).differencePence).toBeNull();
    expect(amountsBetween(pence(100), null).differencePence).toBeNull();
  });
});
