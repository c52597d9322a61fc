import { standingOfAnswer, type AnswerStanding } from './merged-answers.js';

describe('one answer of two people who wrote at the same time', () => {
  it.each<[string | null, string, string, AnswerStanding]>([
    ['as it was', 'as it was', 'as it was', 'untouched'],
    ['as it was', 'as it was', 'theirs', 'theirs'],
    ['as it was', 'mine', 'as it was', 'mine'],
    ['as it was', 'the same', 'the same', 'alike'],
    ['as it was', 'mine', 'theirs', 'disputed'],
    ['as it was', '', 'theirs', 'disputed'],
    ['as it was', 'mine', '', 'disputed'],
    ['', '', 'theirs', 'theirs'],
    ['', 'mine', '', 'mine'],
    ['', '', '', 'untouched'],
  ])('before %j, mine %j, theirs %j: %s', (base, mine, theirs, standing) => {
    expect(standingOfAnswer({ base, mine, theirs })).toBe(standing);
  });

  it('is in dispute wherever it differs and nobody knows what it was before', () => {
    expect(standingOfAnswer({ base: null, mine: 'mine', theirs: 'theirs' })).toBe('disputed');
    expect(standingOfAnswer({ base: null, mine: 'the same', theirs: 'the same' })).toBe('alike');
  });

  it('does not take line ends and space around it for a change', () => {
    expect(standingOfAnswer({ base: 'one\r\ntwo ', mine: 'one\ntwo', theirs: 'three' })).toBe('theirs');
    expect(standingOfAnswer({ base: 'one', mine: 'two\rthree', theirs: ' one\n' })).toBe('mine');
  });
});
