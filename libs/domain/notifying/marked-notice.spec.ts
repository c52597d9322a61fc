import { stillTold, underMarking, type CasesOfEmail } from './marked-notice.js';

const PARTS = {
  reference: 'DT-2345-6789',
  title: 'Border crossing records',
  organisation: 'Home Office',
  state: 'Question answered',
  recipientPart: 'submitter',
  marking: 'OFFICIAL',
  message: 'There is one already.',
  actorRole: 'GDS Assurance reviewer',
};
const MARKED = 'OFFICIAL-SENSITIVE';

function named(marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE', seen = true): CasesOfEmail {
  return { 'DT-2345-6789': { marking, seen } };
}

describe('what an email is written from', () => {
  it('is everything of what is not marked, and of a marked case to those who may read it', () => {
    expect(underMarking({ ...PARTS, advice: true }, 'OFFICIAL')).toEqual({ ...PARTS, advice: true });
    expect(underMarking(PARTS, MARKED)).toEqual({ ...PARTS, marking: MARKED });
  });

  it('is of a marked question, and of a marked case outside, that there is something to read', () => {
    const frame = { reference: 'DT-2345-6789', organisation: 'Home Office', state: 'Question answered' };
    expect(underMarking({ ...PARTS, advice: true }, MARKED)).toEqual({
      ...frame,
      advice: true,
      recipientPart: 'submitter',
      actorRole: 'GDS Assurance reviewer',
      title: `a question marked ${MARKED}`,
      withheld: true,
      marking: MARKED,
    });
    expect(underMarking({ ...PARTS, recipientPart: 'condition-owner', dueOn: '2027-03-04' }, MARKED)).toEqual(
      {
        ...frame,
        recipientPart: 'condition-owner',
        actorRole: 'GDS Assurance reviewer',
        dueOn: '2027-03-04',
        title: `a case marked ${MARKED}`,
        marking: MARKED,
      },
    );
  });
});

describe('an email that has waited', () => {
  it('says what it said of a case that is as it was, or that there is not', () => {
    for (const cases of [named('OFFICIAL'), {}])
      expect(stillTold('advice-answered', PARTS, cases)).toBe(PARTS);
    const marked = { ...PARTS, marking: MARKED };
    expect(stillTold('decided', marked, named(MARKED))).toBe(marked);
    expect(stillTold('invitation', 'not parts', {})).toBe('not parts');
  });

  it('says of a case that was marked meanwhile what is said of a marked one', () => {
    const question = { ...PARTS, advice: true };
    expect(stillTold('advice-answered', question, named(MARKED))).toEqual(underMarking(question, MARKED));
    const sentOn = { ...question, recipientPart: 'crown-commercial-service' };
    expect(stillTold('advice-referred', sentOn, named(MARKED))).toBeNull();
  });

  it('says nothing of a case its reader does not see any more, or of another that was marked', () => {
    expect(stillTold('decided', PARTS, named('OFFICIAL', false))).toBeNull();
    const cases: CasesOfEmail = { 'DT-2345-678A': { marking: MARKED, seen: false } };
    expect(stillTold('put-in-touch', { ...PARTS, other: { reference: 'DT-2345-678A' } }, cases)).toBeNull();
    const plain: CasesOfEmail = { 'DT-2345-678A': { marking: 'OFFICIAL', seen: false } };
    const put = { ...PARTS, other: { reference: 'DT-2345-678A' } };
    expect(stillTold('put-in-touch', put, plain)).toBe(put);
  });

  it('is a digest without what is not told, and none where nothing is left', () => {
    const item = { template: 'decided', at: '2027-03-04T09:00:00.000Z', parameters: PARTS };
    const other = { ...item, parameters: { ...PARTS, reference: 'DT-2345-678A' } };
    const digest = { day: '2027-03-04', items: [item, other] };
    expect(stillTold('daily-digest', digest, named('OFFICIAL', false))).toEqual({
      day: '2027-03-04',
      items: [other],
    });
    expect(stillTold('daily-digest', { items: [item] }, named('OFFICIAL', false))).toBeNull();
    expect(stillTold('daily-digest', { items: 'none' }, {})).toBeNull();
  });

  it('is a list of those matching cases that are still seen', () => {
    const one = { reference: 'DT-2345-6789', marking: 'OFFICIAL' };
    const other = { reference: 'DT-2345-678A', marking: 'OFFICIAL' };
    const matched = { count: 5, cases: [one, other] };
    expect(stillTold('search-matched', matched, named(MARKED))).toEqual({
      count: 5,
      cases: [{ ...one, marking: MARKED }, other],
    });
    expect(stillTold('search-matched', matched, named('OFFICIAL', false))).toEqual({
      count: 4,
      cases: [other],
    });
    expect(stillTold('search-matched', { count: 1, cases: [one] }, named('OFFICIAL', false))).toBeNull();
  });
});
