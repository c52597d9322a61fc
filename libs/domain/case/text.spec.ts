import { inSentenceCase, isLink, isUnprintable, lengthOf, LONGEST_LINK, unprintableIn } from './text.js';

describe('text', () => {
  it.each([
    ['plain', 'Ångström’s 計画', false, false],
    ['a line end on one line', 'a\nb', false, true],
    ['a line end where lines are welcome', 'a\r\n\tb', true, false],
    ['a null character', 'a\u0000b', true, true],
    ['a turn of direction', 'a\u202eb', true, true],
    ['half a pair', 'a\ud800b', true, true],
  ])('can be kept or not: %s', (_what, text, multiline, unprintable) => {
    expect(isUnprintable(text, multiline)).toBe(unprintable);
  });

  it.each([
    ['a\u202eb', true, /turns the direction/],
    ['a\u2066b', false, /turns the direction/],
    ['a\u0000b', true, /only line ends and tabs may be used/],
    ['a\nb', false, /Remove the line ends/],
  ])('of %j says what to take out', (text, multiline, words) => {
    expect(unprintableIn(text, multiline)).toMatch(words);
  });

  it.each([
    ['Our service is open to all \u202eof them', /\(U\+202E\), after the words “is open to all”$/],
    ['One\n\ntwo\u2066', /\(U\+2066\), after the words “One two”$/],
    ['\u202aOne', /\(U\+202A\), at the beginning$/],
    [`${'👩'.repeat(80)}\u2069`, new RegExp(`“${'👩'.repeat(60)}”$`, 'u')],
  ])('that turns its direction says where: %j', (text, words) => {
    expect(unprintableIn(text, true)).toMatch(words);
  });

  it('that can be kept asks for nothing', () => {
    expect(unprintableIn('Ångström’s \u200fאבג', false)).toBeNull();
  });

  it('is as long as people count', () => {
    expect(lengthOf('a👩b')).toBe(3);
  });

  it.each([
    ['https://home-office.example/page?a=1', true],
    ['HTTP://home-office.example', true],
    ['javascript:alert(1)', false],
    ['https://[', false],
    ['https://home-office.example/\u202egpj.exe', false],
    ['https://user@home-office.example', false],
    ['https://:secret@home-office.example', false],
    [`https://home-office.example/${'x'.repeat(LONGEST_LINK)}`, false],
  ])('is a link or not: %s', (text, link) => {
    expect(isLink(text)).toBe(link);
  });
});

describe('what begins a sentence', () => {
  it.each([
    ['submitter', 'Submitter'],
    ['GDS Assurance reviewer', 'GDS Assurance reviewer'],
    ['écran', 'Écran'],
    ['', ''],
  ])('%s', (text, begun) => {
    expect(inSentenceCase(text)).toBe(begun);
  });
});
