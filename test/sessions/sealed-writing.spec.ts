import { canSeal, seal } from '../../apps/web/assets/sealing.js';
import { newWritingKeys, openWriting, sealWriting } from '../../libs/identity/sessions/sealed-writing.js';

const TEXT = 'What somebody wrote: £1,000 – “enough”';

/** As the script of a page seals. */
async function sealedInPage(publicKey: Uint8Array, text: string): Promise<Buffer> {
  return Buffer.from(await seal(Buffer.from(publicKey).toString('base64url'), text), 'base64url');
}

describe('what was being written', () => {
  it('is opened as it was, whether the page sealed it or the service', async () => {
    expect(canSeal()).toBe(true);
    for (let times = 0; times < 20; times += 1) {
      const keys = newWritingKeys();
      expect(openWriting(keys, await sealedInPage(keys.publicKey, TEXT))).toBe(TEXT);
      expect(openWriting(keys, sealWriting(keys.publicKey, TEXT))).toBe(TEXT);
    }
    const keys = newWritingKeys();
    const long = TEXT.repeat(20_000);
    expect(openWriting(keys, await sealedInPage(keys.publicKey, long))).toBe(long);
  });

  it('looks different every time, and cannot be opened by who sealed it', async () => {
    const keys = newWritingKeys();
    const once = await sealedInPage(keys.publicKey, TEXT);
    expect((await sealedInPage(keys.publicKey, TEXT)).equals(once)).toBe(false);
    expect(once.includes(Buffer.from('wrote'))).toBe(false);
    const { privateKey } = newWritingKeys();
    expect(openWriting({ publicKey: keys.publicKey, privateKey }, once)).toBeNull();
  });

  it('is not opened with keys of another session, cut short or changed anywhere', async () => {
    const keys = newWritingKeys();
    const sealed = await sealedInPage(keys.publicKey, TEXT);
    expect(openWriting(newWritingKeys(), sealed)).toBeNull();
    expect(openWriting(keys, sealed.subarray(0, 92))).toBeNull();
    expect(openWriting(keys, sealed.subarray(0, -1))).toBeNull();
    for (const at of [0, 1, 64, 65, 77, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, openWriting(keys, changed)]).toEqual([at, null]);
    }
  });
});
