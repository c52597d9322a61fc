import fc from 'fast-check';
import { MOST_WORD_CHANGES, wordDifference, type TextStretch } from './word-difference.js';

/** A difference as people write one: `[-removed-]` and `{+added+}`. */
function written(before: string, after: string): string {
  const marks: Readonly<Record<TextStretch['kind'], readonly [string, string]>> = {
    same: ['', ''],
    added: ['{+', '+}'],
    removed: ['[-', '-]'],
  };
  return wordDifference(before, after)
    .map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`)
    .join('');
}

function without(kind: TextStretch['kind'], stretches: readonly TextStretch[]): string {
  return stretches
    .filter((stretch) => stretch.kind !== kind)
    .map(({ text }) => text)
    .join('');
}

describe('the difference of two texts', () => {
  it.each([
    ['', '', ''],
    ['', 'All new.', '{+All new.+}'],
    ['All gone.', '', '[-All gone.-]'],
    ['The same.', 'The same.', 'The same.'],
    ['We host in one region.', 'We host in two regions.', 'We host in [-one region-]{+two regions+}.'],
    ['A plan.', 'A plan. And a date.', 'A plan.{+ And a date.+}'],
    ['It costs £5.', 'It costs £50.', 'It costs £[-5-]{+50+}.'],
    ['one\ntwo', 'one\nthree', 'one\n[-two-]{+three+}'],
    ['Zoë’s plan', 'Zoë’s new plan', 'Zoë’s {+new +}plan'],
  ])('%j to %j is shown word by word', (before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  it('leaves the first text without what was added, and the second without what was removed', () => {
    const text = fc.array(fc.constantFrom('cloud', 'host', ' ', '  ', '\n', '.', 'é', '👩‍💻', '5'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const stretches = wordDifference(before, after);
        expect(without('added', stretches)).toBe(before);
        expect(without('removed', stretches)).toBe(after);
        expect(stretches.every(({ text: part }) => part !== '')).toBe(true);
      }),
    );
  });

  it('finds no more changes than there are: what both begin and end with is never marked', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (start, end) => {
        const [, ...changed] = wordDifference(`${start} old ${end}`, `${start} new ${end}`).filter(
          ({ kind }) => kind !== 'same',
        );
        expect(changed).toEqual([{ kind: 'added', text: 'new' }]);
      }),
    );
  });

  it('shows texts that have little in common as written anew', () => {
    const before = Array.from({ length: MOST_WORD_CHANGES }, (_, index) => `old${index}`).join(' ');
    const after = Array.from({ length: MOST_WORD_CHANGES }, (_, index) => `new${index}`).join('-');
    expect(wordDifference(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
