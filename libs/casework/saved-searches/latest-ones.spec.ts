import { LatestOnes } from './latest-ones.js';

describe('the latest values', () => {
  it('are kept by name, and those set longest ago forgotten', () => {
    const kept = new LatestOnes<number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.set('a', 3);
    kept.set('c', 4);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([3, undefined, 4]);
  });
});
