import { together } from './together.js';

function later(milliseconds: number, act: () => number): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(act());
      } catch (error) {
        reject(error instanceof Error ? error : new Error('unknown'));
      }
    }, milliseconds);
  });
}

function failing(message: string): () => number {
  return () => {
    throw new Error(message);
  };
}

describe('what is asked for together', () => {
  it('is given in the order it was asked for, whatever arrives first', async () => {
    const [slow, fast, known] = await together([later(10, () => 1), later(0, () => 2), 3]);
    expect([slow, fast, known]).toEqual([1, 2, 3]);
  });

  it('is refused with the first refusal in that order', async () => {
    await expect(
      together([later(10, failing('the first')), later(0, failing('the quick one'))]),
    ).rejects.toThrow('the first');
  });

  it('is refused only once all of it has been answered', async () => {
    let answered = false;
    const slow = later(10, () => {
      answered = true;
      return 1;
    });
    await expect(together([later(0, failing('quick')), slow])).rejects.toThrow('quick');
    expect(answered).toBe(true);
  });
});
