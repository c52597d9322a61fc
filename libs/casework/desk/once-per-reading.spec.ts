import { OncePerReading } from './once-per-reading.js';

const READER = { personId: '1', rolesAt: new Date(0), onlyReads: true };

function counting(): { readonly once: OncePerReading<number>; readonly ask: () => Promise<number> } {
  let count = 0;
  return { once: new OncePerReading(), ask: () => Promise.resolve((count += 1)) };
}

describe('what a request asks for', () => {
  it('is asked for once while the request only reads', async () => {
    const { once, ask } = counting();
    expect(await Promise.all([once.get(READER, 'a', ask), once.get(READER, 'a', ask)])).toEqual([1, 1]);
    expect(await once.get(READER, 'b', ask)).toBe(2);
  });

  it('is asked for anew by every other request, also of the same person', async () => {
    const { once, ask } = counting();
    await once.get(READER, 'a', ask);
    expect(await once.get({ ...READER }, 'a', ask)).toBe(2);
  });

  it('is asked for anew each time by a request that writes', async () => {
    const { once, ask } = counting();
    const writer = { ...READER, onlyReads: undefined };
    expect([await once.get(writer, 'a', ask), await once.get(writer, 'a', ask)]).toEqual([1, 2]);
  });
});
