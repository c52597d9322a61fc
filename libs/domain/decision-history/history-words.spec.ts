import { EVENT_TYPES } from '../decision-log/events.js';
import { HISTORY_QUESTIONS } from './catalogue.js';
import { FILTER_NAMES } from './filters.js';
import { FILTER_LABELS, kindAsRead, QUESTION_TITLES, wordAsRead } from './history-words.js';

it('no two questions and no two filters are called the same', () => {
  const titles = HISTORY_QUESTIONS.map(({ name }) => QUESTION_TITLES[name]);
  const labels = FILTER_NAMES.map((name) => FILTER_LABELS[name]);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(labels).size).toBe(labels.length);
});

it('kinds of rows are said in words, events by their own', () => {
  expect(kindAsRead('near-threshold')).toBe('Near threshold');
  expect(kindAsRead('point-assessed')).toBe('Point assessed');
  expect(EVENT_TYPES.map(kindAsRead)).not.toContain('Imported');
  expect(wordAsRead('')).toBe('');
});
