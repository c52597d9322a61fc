import { POINT_NUMBERS } from '../case/case-content.js';
import { POINT_GUIDANCE } from './guidance.js';

describe('the guidance on points', () => {
  it.each(POINT_NUMBERS)(
    'says of point %p in two or three sentences what to write, and shows it',
    (point) => {
      const { sentences, example } = POINT_GUIDANCE[point];
      expect([2, 3]).toContain(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(example.length).toBeGreaterThan(100);
      expect(example).toMatch(/\.$/);
    },
  );
});
