import { TimeOrderedIds } from './time-ordered-ids.js';

describe('ids in the order of time', () => {
  const at = new Date('2026-11-24T10:00:00.000Z');

  it('are UUIDs of version 7 that begin with the time', () => {
    const id = new TimeOrderedIds().next(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  it('follow one another, within a millisecond and beyond', () => {
    const ids = new TimeOrderedIds();
    const made = Array.from({ length: 5000 }, (_, index) =>
      ids.next(new Date(at.getTime() + Math.floor(index / 2000))),
    );
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });

  it('differ even where counting starts over', () => {
    const ids = new TimeOrderedIds();
    expect(new Set(Array.from({ length: 10_000 }, () => ids.next(at))).size).toBe(10_000);
  });
});
