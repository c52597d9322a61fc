import { audienceOf, EVENT_NAMES, EVENT_TYPES } from './events.js';

describe('events', () => {
  it('keep what GDS Assurance deliberates from the department, and nothing else', () => {
    expect(EVENT_TYPES.filter((type) => audienceOf(type) === 'internal').sort()).toEqual([
      'case-related',
      'case-unrelated',
      'disposal-held',
      'disposal-released',
      'legacy-exception-ruled-on',
      'likeness-dismissed',
      'point-assessed',
      'recommended',
      'referred-back',
      'reviewer-assigned',
      'reviewer-unassigned',
    ]);
    expect(audienceOf('decided')).toBe('shared');
  });

  it('have a name each, no two alike', () => {
    expect(new Set(EVENT_TYPES.map((type) => EVENT_NAMES[type])).size).toBe(EVENT_TYPES.length);
  });
});
