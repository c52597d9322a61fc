import type { StandingAttachment } from '../attachments/attachment.js';
import type { CaseContent, CaseDetails } from '../case/case-content.js';
import { dateInWords } from '../case/dates.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { CASE_STATES, SPEND_STATES } from '../lifecycle/states.js';
import { pence, type Pence } from '../money/pence.js';
import {
  amountsBetween,
  carriedFiles,
  carriedOver,
  carriedOverId,
  differenceFromApproved,
  openFollower,
  startFaults,
  successor,
  type Follower,
  type StartsFrom,
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
    legacyExceptions: [{ ...FINISHED_EXCEPTION, attachments: [FILE] }],
  };

  it('is everything but the files and what the approval itself once changed', () => {
    const carried = carriedOver(approved, NEW_CASE, null);
    expect(carried.details).toEqual(FINISHED_CONTENT.details);
    expect(carried.points).toEqual(FINISHED_CONTENT.points);
    expect(carriedOver(FINISHED_CONTENT, NEW_CASE, null).points).toEqual(FINISHED_CONTENT.points);
    expect(carried.legacyExceptions).toEqual([
      { ...FINISHED_EXCEPTION, id: carriedOverId(NEW_CASE, FINISHED_EXCEPTION.id) },
    ]);
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
      attachments: ['f', 'g', 'h', 'i', 'j'].map((id) => ({ ...FILE, id })),
    }));
    const ids = ['f', 'g', 'h', 'i', 'j'].map((id) => carriedOverId(NEW_CASE, id)).sort();
    const carried = carriedOver({ ...approved, points }, NEW_CASE, null, new Set(ids));
    expect(carried.points[0]?.attachments?.map(({ id }) => id)).toEqual(ids);
    const before = { ...approved, points };
    expect(differenceFromApproved(before, carried, NEW_CASE, null, new Set(ids)).unchanged).toBe(true);
    expect(
      differenceFromApproved(before, carriedOver(before, NEW_CASE, null), NEW_CASE, null).unchanged,
    ).toBe(true);
  });

  it('differs from the approval in nothing but what is changed', () => {
    const draft = carriedOver(approved, NEW_CASE, null);
    const said = { ...draft, details: { ...draft.details, whatChanges: 'Six more months.' } };
    expect(differenceFromApproved(approved, said, NEW_CASE, null).unchanged).toBe(true);
    const changed = { ...said, details: { ...said.details, requestedPence: pence(1) } };
    expect(differenceFromApproved(approved, changed, NEW_CASE, null).details).toEqual([
      {
        pointer: '/details/requestedPence',
        before: FINISHED_CONTENT.details.requestedPence,
        after: 1,
      },
    ]);
  });
});

describe('a request that starts from an approval', () => {
  const asked = FINISHED_CONTENT.details.requestedPence!;
  const start = (kind: StartsFrom['kind'], approvedPence = asked): StartsFrom => ({
    kind,
    caseId: NEW_CASE,
    content: FINISHED_CONTENT,
    approvedPence,
  });
  const draft = (approvedPence: Pence | null, details: Partial<CaseDetails> = {}): CaseContent => {
    const carried = carriedOver(FINISHED_CONTENT, NEW_CASE, approvedPence);
    return { ...carried, details: { ...carried.details, whatChanges: 'Something.', ...details } };
  };
  const pointers = (content: CaseContent, from: StartsFrom) =>
    startFaults(content, from).map(({ pointer }) => pointer);

  it('asks for the amount that was approved, whose division among the years is asked for where it is another', () => {
    expect(draft(asked).details.yearAmounts).toEqual(FINISHED_CONTENT.details.yearAmounts);
    expect(draft(pence(5)).details).toMatchObject({ requestedPence: 5, yearAmounts: [] });
    expect(differenceFromApproved(FINISHED_CONTENT, draft(pence(5)), NEW_CASE, pence(5)).unchanged).toBe(
      true,
    );
  });

  it('ends later, where it is an extension', () => {
    const ended = FINISHED_CONTENT.details.spendEndsOn!;
    const later = `2190${ended.slice(4)}`;
    expect(pointers(draft(asked), start('extends'))).toEqual(['/details/spendEndsOn']);
    expect(startFaults(draft(asked), start('extends'))[0]?.message).toContain(
      `later than the approved end, ${dateInWords(ended)}:`,
    );
    expect(pointers(draft(asked, { requestedPence: pence(7) }), start('extends'))).toEqual([
      '/details/spendEndsOn',
    ]);
    expect(pointers(draft(asked, { spendEndsOn: later }), start('extends'))).toEqual([]);
    expect(pointers(draft(asked, { contractEndsOn: later }), start('extends'))).toEqual([]);
    const open = contentWithout(FINISHED_CONTENT);
    expect(startFaults(open, { ...start('extends'), content: open })[0]?.message).toContain(
      'than was approved',
    );
    expect(pointers(draft(asked), { ...start('extends'), content: open })).toEqual([]);
  });

  it('asks for something else: a division or a file is none', () => {
    const divided = { yearAmounts: [{ financialYear: '2026-27', amountPence: pence(5) }] };
    expect(pointers(draft(asked), start('varies'))).toEqual(['/details/whatChanges']);
    expect(pointers(draft(pence(5), divided), start('varies', pence(5)))).toEqual(['/details/whatChanges']);
    const withFile = draft(asked);
    expect(
      pointers(
        { ...withFile, points: withFile.points.map((point) => ({ ...point, attachments: [FILE] })) },
        start('varies'),
      ),
    ).toEqual(['/details/whatChanges']);
    expect(pointers(draft(asked, divided), start('varies'))).toEqual([]);
    expect(pointers(draft(asked, { title: 'Another' }), start('varies'))).toEqual([]);
  });
});

function contentWithout(content: CaseContent): CaseContent {
  return { ...content, details: { ...content.details, spendEndsOn: null, contractEndsOn: null } };
}

describe('amounts', () => {
  it('are compared where both are known', () => {
    expect(amountsBetween(pence(300), pence(100)).differencePence).toBe(-200);
    expect(amountsBetween(pence(100), pence(300)).differencePence).toBe(200);
    expect(amountsBetween(null, pence(300)).differencePence).toBeNull();
    expect(amountsBetween(pence(100), null).differencePence).toBeNull();
  });
});
