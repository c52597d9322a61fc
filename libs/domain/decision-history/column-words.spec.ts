import {
  durationInWords,
  headingOf,
  isNothingApproved,
  nestedInWords,
  pointAsRead,
  wordOf,
  type MomentWords,
} from './column-words.js';

const MOMENTS: MomentWords = { instant: (iso) => `at ${iso}`, day: (iso) => `on ${iso}` };

describe('what people read of a column', () => {
  it.each([
    ['decidedBy', 'Decided by'],
    ['requestedPence', 'Requested'],
    ['draftSeconds', 'Time as “Draft”'],
    ['wholeLifePence', 'Whole life'],
  ])('%s stands under “%s”', (name, heading) => {
    expect(headingOf(name)).toBe(heading);
  });

  it.each([
    ['outcome', 'not-approved', 'Not approved'],
    ['outcome', 'of-another-kind', 'of-another-kind'],
    ['kind', 'near-threshold', 'Near threshold'],
    ['type', 'case-created', 'Case created'],
    ['targetsBreached', 'decide,acknowledge', 'Decide, Acknowledge'],
    ['route', 'gds-assurance', 'GDS Assurance'],
    ['route', 'by-committee', 'By committee'],
    ['rating', 'high', 'High'],
    ['title', 'high', 'high'],
  ])('of %s, %s is “%s”', (name, value, words) => {
    expect(wordOf(name, value)).toBe(words);
  });

  it('names a point by its number and title, and no other number', () => {
    expect(pointAsRead(1)).toMatch(/^1\. \w/);
    expect(pointAsRead(14)).toBe('');
  });

  it.each([
    [1, '1 second'],
    [1320, '22 minutes'],
    [3_600, '1 hour'],
    [7_260, '2 hours 1 minute'],
    [86_400, '1 day'],
    [190_800, '2 days 5 hours'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });

  it('says lists and objects in full, without ids, amounts in pounds and codes in words', () => {
    const value = [
      {
        id: 'x',
        personId: 'y',
        outcome: 'not-approved',
        requestedPence: 150,
        number: 2,
        note: '',
        flag: true,
      },
      { startedAt: '2026-07-01T09:00:00.000Z', dueOn: '2026-07-02', points: [1, 2], none: [], no: false },
    ];
    expect(nestedInWords(value, MOMENTS)).toBe(
      'Outcome: Not approved; Requested: £1.50; Number: 2; Note: none; Flag: yes\n' +
        'Started at: at 2026-07-01T09:00:00.000Z; Due: on 2026-07-02; Points: 1, 2; None: none; No: no',
    );
    expect(nestedInWords(null, MOMENTS)).toBe('none');
    expect(nestedInWords(undefined, MOMENTS)).toBe('none');
    expect(nestedInWords([null, 'a'], MOMENTS)).toBe('none, a');
    expect(nestedInWords({ heldPence: null }, MOMENTS)).toBe('Held: none');
  });

  it('tells nothing approved from nothing decided', () => {
    expect(isNothingApproved('approvedPence', { outcome: 'not-approved' })).toBe(true);
    expect(isNothingApproved('approvedPence', { outcome: null })).toBe(false);
    expect(isNothingApproved('requestedPence', { outcome: 'not-approved' })).toBe(false);
  });
});
