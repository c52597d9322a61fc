import { POINT_NUMBERS } from '../case/case-content.js';
import { CODE_OF_PRACTICE_URL, CODE_POINTS, codePoint, namePoint } from './points.js';

describe('the 13 points', () => {
  it('are all there, in order, each with prompts and a page on GOV.UK', () => {
    expect(CODE_POINTS.map(({ number }) => number)).toEqual([...POINT_NUMBERS]);
    expect(new Set(CODE_POINTS.map(({ url }) => url)).size).toBe(13);
    for (const point of [...CODE_POINTS, { url: CODE_OF_PRACTICE_URL, evidencePrompts: [''] }]) {
      expect(new URL(point.url).origin).toBe('https://www.gov.uk');
      expect(point.evidencePrompts.length).toBeGreaterThan(0);
    }
  });

  it('can be looked up and named', () => {
    expect(codePoint(12).title).toBe('Make your technology sustainable');
    expect(namePoint(5)).toBe('point 5 (Use cloud first)');
  });
});
