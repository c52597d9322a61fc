import { differenceBetween } from './difference.js';
import { FINISHED_CONTENT } from './finished-content.fixture.js';
import { standingQuestions } from './returned-questions.js';

const ASKED = [
  { point: 5, question: 'Which regions?' },
  { point: 6, question: 'Who tested it?' },
] as const;

describe('a question of a return', () => {
  it('is open while its point says what it said, however often it was saved', () => {
    const same = differenceBetween(FINISHED_CONTENT, structuredClone(FINISHED_CONTENT));
    expect(standingQuestions(ASKED, same, []).map(({ standing }) => standing)).toEqual(['open', 'open']);
  });

  it('is answered once its point says something else, or something is said of it in words', () => {
    const changed = {
      ...FINISHED_CONTENT,
      points: FINISHED_CONTENT.points.map((one) =>
        one.point === 5 ? { ...one, narrative: 'Cardiff.' } : one,
      ),
    };
    const difference = differenceBetween(FINISHED_CONTENT, changed);
    expect(standingQuestions(ASKED, difference, [5, 6])).toEqual([
      { point: 5, question: 'Which regions?', standing: 'changed' },
      { point: 6, question: 'Who tested it?', standing: 'answered-in-words' },
    ]);
  });
});
