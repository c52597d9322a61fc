import { WEBHOOK_EVENT_TYPES } from './webhook.js';
import { bySubject } from './webhook-subjects.js';

describe('events by subject', () => {
  it('are each of one subject, none of them “Other”', () => {
    const subjects = bySubject(WEBHOOK_EVENT_TYPES);
    expect(subjects.flatMap(({ types }) => types).toSorted()).toEqual(WEBHOOK_EVENT_TYPES.toSorted());
    expect(subjects.map(({ name }) => name)).toEqual([...new Set(subjects.map(({ name }) => name))]);
    expect(subjects.map(({ name }) => name)).not.toContain('Other');
  });

  it('are left out where they are not asked about, and put last where they have no subject', () => {
    expect(bySubject(['recommended', 'decided'])).toEqual([
      { name: 'Decisions', types: ['decided'] },
      { name: 'Other', types: ['recommended'] },
    ]);
  });
});
