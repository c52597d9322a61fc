import { ACCESS_KINDS, ACCESS_OUTCOMES } from './access-record.js';

it('what is recorded of access are different words, each as the database keeps it', () => {
  const words = [...ACCESS_KINDS, ...ACCESS_OUTCOMES];
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).toMatch(/^[a-z]+$/);
});
