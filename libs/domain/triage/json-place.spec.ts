import fc from 'fast-check';
import { lineAndColumn, placeOfJsonFault } from './json-place.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['{', 1],
    ['{\n "version": }', 14],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[}', 1],
    ['{"a":"b}', 5],
    ['"\t"', 0],
    ['[01]', 2],
    ['nul', 0],
    ['{} {}', 3],
    ['[] ', null],
  ])('%j', (text, place) => {
    expect(placeOfJsonFault(text)).toBe(place);
  });

  it('is nowhere in JSON, and somewhere in everything else', () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\\', '0', ':', '\n', '-', 'e'))
      .map(([json, place, put]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + put + json.slice(at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.json(), fc.string()), (text) => {
        expect(placeOfJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told by line and column', () => {
    expect(lineAndColumn('{\n "version": }', 14)).toEqual({ line: 2, column: 13 });
    expect(lineAndColumn('\r\n\rx', 3)).toEqual({ line: 3, column: 1 });
    expect(lineAndColumn('', 0)).toEqual({ line: 1, column: 1 });
  });
});
