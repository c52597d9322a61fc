import { EVENT_TYPES } from './events.js';
import { EVENTS_BETWEEN_CASES, NAMED_CASES } from './named-cases.js';

describe('which events name another case', () => {
  it('is said of every type of event', () => {
    expect(Object.keys(NAMED_CASES).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('is always so of what is between two cases', () => {
    for (const type of EVENTS_BETWEEN_CASES) expect(NAMED_CASES[type]).toMatchObject({ always: true });
  });

  it('is so of a case that is made only where it follows another', () => {
    expect(NAMED_CASES['case-created']).toEqual({ reference: ['follows', 'reference'], always: false });
    expect(NAMED_CASES['variation-started']).toEqual({ reference: ['followingReference'], always: true });
  });
});
