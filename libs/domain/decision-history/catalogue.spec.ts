import { findHistoryQuestion, HISTORY_QUESTIONS, historyQuestion, QUESTIONS_ELSEWHERE } from './catalogue.js';
import { HISTORY_EXAMPLES } from './examples.js';
import { FILTER_NAMES } from './filters.js';
import { QUESTION_NAMES, type ColumnType, type QuestionName } from './question.js';
import { readHistoryCriteria } from './read-criteria.js';

/** Whether a value of an example is what its column says. */
function isOfType(value: unknown, type: ColumnType): boolean {
  if (value === null) return true;
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'id':
      return /^[\da-f-]{36}$/.test(text);
    case 'integer':
    case 'pence':
      return Number.isInteger(value);
    case 'pounds':
    case 'number':
      return typeof value === 'number';
    case 'instant':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text);
    case 'yes-or-no':
      return typeof value === 'boolean';
    case 'json':
      return typeof value === 'object';
  }
}

describe('the catalogue of questions', () => {
  it('answers all fifteen, here or at an address of their own', () => {
    const answered = [...HISTORY_QUESTIONS, ...QUESTIONS_ELSEWHERE].flatMap(({ answers }) => answers);
    expect([...answered].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
  });

  it('says in words, and not by names of code, what people read of a question', () => {
    for (const { name, question, rows, periodIsOf, order } of HISTORY_QUESTIONS)
      for (const text of [question, rows, periodIsOf, order])
        expect({ name, text }).toEqual({ name, text: expect.not.stringMatching(/`|[a-z][A-Z]/) });
  });

  it('finds questions by name, and no others', () => {
    expect(HISTORY_QUESTIONS.map(({ name }) => name)).toEqual(QUESTION_NAMES);
    expect(findHistoryQuestion('decisions')?.answers).toEqual([2, 3]);
    expect(findHistoryQuestion('gossip')).toBeNull();
    expect(() => historyQuestion('gossip' as QuestionName)).toThrow(RangeError);
  });

  it.each(HISTORY_QUESTIONS)(
    '$name has columns with names of their own, and filters there are',
    (question) => {
      const names = question.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(question.filters.filter((name) => !FILTER_NAMES.includes(name))).toEqual([]);
      expect(question.filters.includes('kinds')).toBe(question.kinds.length > 0);
      expect(question.filters).toEqual(expect.arrayContaining([...question.required]));
    },
  );

  it.each(HISTORY_QUESTIONS)('the example of $name can be asked', (question) => {
    const given = Object.fromEntries(new URLSearchParams(question.example));
    expect(readHistoryCriteria(question, given)).toMatchObject({ ok: true });
  });

  it.each(HISTORY_QUESTIONS)('the answer shown for $name has its columns', ({ name, columns }) => {
    const row = HISTORY_EXAMPLES[name];
    expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    expect(columns.filter((column) => !isOfType(row[column.name], column.type))).toEqual([]);
  });
});
