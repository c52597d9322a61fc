import { departmentDue } from './department-due.js';

const NOTHING = { conditions: [], approval: null, questions: [], today: '2027-05-04' };
const APPROVAL = {
  decidedOn: '2026-05-04',
  spendEndsOn: '2028-03-31',
  contractEndsOn: null,
  reportedOn: null,
  finished: false,
  followerOpen: false,
  replaced: false,
};

describe('what a department has to do next', () => {
  it('is nothing where nothing is open', () => {
    expect(departmentDue(NOTHING)).toBeNull();
    const conditions = [
      { status: 'met', dueOn: '2027-05-03' },
      { status: 'evidence-submitted', dueOn: '2027-05-03' },
    ] as const;
    const reported = { ...APPROVAL, reportedOn: '2027-04-01' };
    expect(departmentDue({ ...NOTHING, conditions, approval: reported })).toBeNull();
  });

  it('is to answer the questions of a return', () => {
    const questions = [
      { standing: 'open' },
      { standing: 'changed' },
      { standing: 'answered-in-words' },
    ] as const;
    expect(departmentDue({ ...NOTHING, questions })).toEqual({ kind: 'questions', asked: 3, answered: 2 });
  });

  it('is to meet the earliest condition that is open', () => {
    const conditions = [
      { status: 'open', dueOn: '2027-06-04' },
      { status: 'open', dueOn: '2027-05-04' },
    ] as const;
    const due = { kind: 'condition', open: 2, day: '2027-05-04', overdue: false };
    expect(departmentDue({ ...NOTHING, conditions })).toEqual(due);
    expect(departmentDue({ ...NOTHING, conditions, today: '2027-05-05' })).toEqual({ ...due, overdue: true });
  });

  it('is to say what was spent, where that was asked for before the earliest condition is due', () => {
    const conditions = [{ status: 'open', dueOn: '2027-06-04' }] as const;
    const due = { kind: 'spend', day: '2027-03-31' };
    expect(departmentDue({ ...NOTHING, conditions, approval: APPROVAL })).toEqual(due);
    const longAgo = [{ status: 'open', dueOn: '2027-01-04' }] as const;
    expect(departmentDue({ ...NOTHING, conditions: longAgo, approval: APPROVAL })?.kind).toBe('condition');
  });
});
