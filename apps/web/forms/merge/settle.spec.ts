import { MERGE, settled } from './settle.js';

describe('a form after what was chosen on the page that merges', () => {
  it('is as it is where it does not come from there', () => {
    const fields = { narrative: 'Mine', revision: '3' };
    expect(settled(fields)).toEqual({ fields, undecided: [], anew: [] });
  });

  it('holds what was chosen of each answer, a list and a date as a whole, and nothing of the page', () => {
    const sent = {
      revision: '4',
      _once: 'key',
      narrative: 'Mine',
      action: 'My action',
      'dueOn-day': '1',
      'dueOn-month': '2',
      'dueOn-year': '2027',
      'linkTitle-0': 'My page',
      'linkUrl-0': 'https://mine.example',
      'linkTitle-1': 'My other page',
      'linkUrl-1': 'https://other.example',
      points: ['1', '2'],
      [MERGE.base]: '3',
      [MERGE.answers]: ['narrative', 'action', 'dueOn-day', 'linkTitle-0', 'points'],
      [`${MERGE.keep}narrative`]: 'mine',
      [`${MERGE.theirs}narrative`]: 'Theirs',
      [`${MERGE.keep}action`]: 'anew',
      [`${MERGE.theirs}action`]: 'Their action',
      [`${MERGE.keep}dueOn-day`]: 'theirs',
      [`${MERGE.theirs}dueOn-day`]: '3',
      [`${MERGE.theirs}dueOn-month`]: '4',
      [`${MERGE.theirs}dueOn-year`]: '2028',
      [`${MERGE.keep}linkTitle-0`]: 'theirs',
      [`${MERGE.theirs}linkTitle-0`]: 'Their page',
      [`${MERGE.theirs}linkUrl-0`]: 'https://theirs.example',
      // They ticked nothing.
      [`${MERGE.keep}points`]: 'theirs',
    };
    expect(settled(sent)).toEqual({
      fields: {
        revision: '4',
        _once: 'key',
        narrative: 'Mine',
        action: 'My action',
        'dueOn-day': '3',
        'dueOn-month': '4',
        'dueOn-year': '2028',
        'linkTitle-0': 'Their page',
        'linkUrl-0': 'https://theirs.example',
      },
      undecided: [],
      anew: ['action'],
    });
  });

  it('holds years of both, whichever rows they stood in, and no year that has no amount', () => {
    const sent = {
      requested: '300',
      'year-0': '2026/27',
      'amount-0': '100',
      'year-1': '2027-28',
      'amount-1': '200',
      'year-2': '2028-29',
      'amount-2': '',
      [MERGE.answers]: ['year-2027-28', 'year-2029-30', 'year-2026-27'],
      [`${MERGE.keep}year-2026-27`]: 'mine',
      [`${MERGE.keep}year-2027-28`]: 'theirs',
      [`${MERGE.keep}year-2029-30`]: 'theirs',
      [`${MERGE.theirs}year-0`]: '2029-30',
      [`${MERGE.theirs}amount-0`]: '400',
      [`${MERGE.theirs}year-1`]: '2026-27',
      [`${MERGE.theirs}amount-1`]: '999',
      [`${MERGE.theirs}year-2`]: '2027-28',
      [`${MERGE.theirs}amount-2`]: '250',
    };
    expect(settled(sent).fields).toEqual({
      requested: '300',
      'year-0': '2026/27',
      'amount-0': '100',
      'year-1': '2027-28',
      'amount-1': '250',
      'year-2': '2029-30',
      'amount-2': '400',
    });
    // They took the year out.
    const out = { ...sent, [MERGE.answers]: ['year-2026-27'], [`${MERGE.keep}year-2026-27`]: 'theirs' };
    const without = Object.entries(out).filter(([name]) => !/^_theirs\.(?:year|amount)-1$/.test(name));
    expect(settled(Object.fromEntries(without)).fields).toEqual({
      requested: '300',
      'year-0': '2027-28',
      'amount-0': '200',
    });
  });

  it('says what was left open, also by something that is no choice', () => {
    const { undecided } = settled({
      [MERGE.answers]: ['narrative', 'owner'],
      [`${MERGE.keep}owner`]: 'whatever',
    });
    expect(undecided).toEqual(['narrative', 'owner']);
  });
});

it('looks at no more answers than any form has, and at each of them once', () => {
  const many = Array.from({ length: 201 }, (_, at) => `field${String(at)}`);
  expect(() => settled({ _answer: many })).toThrow('at most 200');
  const { anew } = settled({ _answer: Array.from({ length: 4_000 }, () => 'title'), '_keep.title': 'anew' });
  expect(anew).toEqual(['title']);
});

it('takes an answer of whatever name for one of its own', () => {
  const { fields } = settled({
    _answer: 'constructor',
    '_keep.constructor': 'theirs',
    '_theirs.constructor': 'theirs',
  });
  expect(Object.entries(fields)).toEqual(
    [
      ['_answer', 'constructor'],
      ['constructor', 'theirs'],
    ].slice(1),
  );
});
