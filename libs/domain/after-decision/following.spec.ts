import type { StandingAttachment } from '../attachments/attachment.js';
import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { CASE_STATES, SPEND_STATES } from '../lifecycle/states.js';
import { pence } from '../money/pence.js';
import {
  amountsBetween,
  carriedFiles,
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

  it('has the files that can be had as files of its own, save those of conditions', () => {
    const standing = (of: Partial<StandingAttachment>): StandingAttachment => ({
      ...FILE,
      point: null,
      exceptionId: null,
      conditionId: null,
      messageId: null,
      evidenceId: null,
      ...of,
    });
    const files = [
      standing({ point: 3 }),
      standing({ id: 'g', exceptionId: 'x' }),
      standing({ id: 'h', conditionId: 'k' }),
      standing({ id: 'waits', point: 4 }),
    ];
    const toCarry = ['f', 'g', 'h'].map((id) => ({ id, storedId: `stored ${id}` }));
    const { name, mediaType, bytes, sha256 } = FILE;
    expect(carriedFiles(files, toCarry, NEW_CASE)).toEqual([
      {
        attachmentId: carriedOverId(NEW_CASE, 'f'),
        storedId: 'stored f',
        point: 3,
        exceptionId: null,
        name,
        mediaType,
        bytes,
        sha256,
      },
      {
        attachmentId: carriedOverId(NEW_CASE, 'g'),
        storedId: 'stored g',
        point: null,
        exceptionId: carriedOverId(NEW_CASE, 'x'),
        name,
        mediaType,
        bytes,
        sha256,
      },
    ]);
  });

  it('is held against the approval with the files that were carried over, in the order they have', () => {
    const points = FINISHED_CONTENT.points.map((point) => ({
      ...point,
      attachments: [FILE, { ...FILE, id: 'g' }],
    }));
    const ids = ['f', 'g'].map((id) => carriedOverId(NEW_CASE, id)).sort();
    const carried = carriedOver({ ...approved, points }, NEW_CASE, new Set(ids));
    expect(carried.points[0]?.attachments?.map(({ id }) => id)).toEqual(ids);
    const before = { ...approved, points };
    expect(differenceFromApproved(before, carried, NEW_CASE, new Set(ids)).unchanged).toBe(true);
    expect(differenceFromApproved(before, carriedOver(before, NEW_CASE), NEW_CASE).unchanged).toBe(true);
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
