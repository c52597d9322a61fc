import { headingOf, HISTORY_QUESTIONS, nestedInWords } from '#domain';
import { shownRow } from './answer-table.js';
import { PAGE_MOMENTS, valueInWords } from './value-words.js';

describe('all of a row', () => {
  it.each(HISTORY_QUESTIONS.map((question) => [question.name, question] as const))(
    'of %s is labelled for people, each label once, and without ids',
    (_name, question) => {
      const labels = shownRow(question, {}, true).facts.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label).not.toMatch(/\bid\b|seconds|`|asAt|^As at$|synthetic|^True/i);
    },
  );

  it('leads from the name of a person to what they looked at, and tells nobody their id', () => {
    const [decisions] = HISTORY_QUESTIONS;
    const id = '73ee70da-173a-425d-85ec-657b88af3dc9';
    const row = { decidedBy: 'Demonstration decider', decidedById: id, route: 'gds-assurance' };
    const facts = decisions === undefined ? [] : shownRow(decisions, row, true).facts;
    expect(facts.map(({ text }) => text).join()).not.toContain(id);
    expect(facts.find(({ label }) => label === headingOf('decidedBy'))?.link?.href).toContain(id);
    expect(facts.find(({ label }) => label === 'Route')?.text).toBe('GDS Assurance');
  });

  it('has its instants, days and durations in words, within lists as well', () => {
    const stops = [{ stoppedAt: '2026-07-01T09:00:00.000Z', resumedAt: null, reason: 'Returned' }];
    expect(nestedInWords(stops, PAGE_MOMENTS)).toBe(
      'Stopped at: 1 July 2026 at 10am; Resumed at: none; Reason: Returned',
    );
    expect(headingOf('draftSeconds')).toBe('Time as “Draft”');
    expect(valueInWords({ name: 'draftSeconds', type: 'integer' }, { draftSeconds: 1320 })).toBe(
      '22 minutes',
    );
  });

  it('says that nothing was approved where a request was turned down, and nothing where nobody decided', () => {
    const approved = { name: 'approvedPence', type: 'pence' } as const;
    expect(valueInWords(approved, { approvedPence: null, outcome: 'not-approved' })).toBe('None');
    expect(valueInWords(approved, { approvedPence: null, outcome: null })).toBe('');
    expect(valueInWords(approved, { approvedPence: 100, outcome: 'approved' })).toBe('£1');
  });
});
