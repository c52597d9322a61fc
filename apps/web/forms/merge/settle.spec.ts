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

  it('says what was left open, also by something that is no choice', () => {
    const { undecided } = settled({
      [MERGE.answers]: ['narrative', 'owner'],
      [`${MERGE.keep}owner`]: 'whatever',
    });
    expect(undecided).toEqual(['narrative', 'owner']);
  });
});
