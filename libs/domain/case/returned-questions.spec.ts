import { differenceBetween } from './difference.js';
import { FINISHED_CONTENT } from './finished-content.fixture.js';
import { answersToLookAt, standingQuestions } from './returned-questions.js';

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

describe('answers to look at', () => {
  const returns = [{ sequence: 10, points: ASKED }];
  const assessed = [
    { point: 5, sequence: 7 },
    { point: 6, sequence: 8 },
  ] as const;

  it('are those given in words to a question that was asked, after the verdict', () => {
    const words = [
      { point: 6, sequence: 13 },
      { point: 5, sequence: 12 },
      { point: 5, sequence: 11 },
    ] as const;
    expect(answersToLookAt(returns, words, assessed, 'in-review')).toEqual([5, 6]);
    expect(answersToLookAt(returns, words, [], 'in-review')).toEqual([5, 6]);
  });

  it('are none where nothing was asked of the point, or where it was said before', () => {
    const words = [
      { point: 4, sequence: 12 },
      { point: 5, sequence: 9 },
    ] as const;
    expect(answersToLookAt(returns, words, assessed, 'in-review')).toEqual([]);
  });

  it('are none any more once somebody has assessed the point again, whatever they said', () => {
    const words = [{ point: 5, sequence: 12 }] as const;
    expect(answersToLookAt(returns, words, [{ point: 5, sequence: 14 }], 'in-review')).toEqual([]);
    expect(
      answersToLookAt(
        returns,
        [...words, { point: 5, sequence: 15 }],
        [{ point: 5, sequence: 14 }],
        'in-review',
      ),
    ).toEqual([5]);
  });

  it('are none while the return they answer still waits: nobody looks before it is resubmitted', () => {
    const later = [...returns, { sequence: 20, points: ASKED }];
    const words = [
      { point: 5, sequence: 12 },
      { point: 6, sequence: 21 },
    ] as const;
    expect(answersToLookAt(later, words, assessed, 'returned')).toEqual([5]);
    expect(answersToLookAt(later, words, assessed, 'in-review')).toEqual([5, 6]);
    expect(answersToLookAt([], words, assessed, 'returned')).toEqual([]);
  });
});
