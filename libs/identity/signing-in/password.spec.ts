import { hashPassword, isCostOf, passwordFault, prepareStandIn, verifyPassword } from './password.js';
import { hashToken, looksLikeToken, newToken, possibleHashes } from './token.js';

describe('passwords', () => {
  it('may be of letters alone, and as long as a sentence', () => {
    for (const password of ['correct horse', 'x'.repeat(64), '1'.repeat(200)])
      expect(passwordFault(password)).toBeNull();
    for (const password of ['too short!1', ' '.repeat(20), 'x'.repeat(201)])
      expect(passwordFault(password)).not.toBeNull();
  });

  it('are kept as argon2id with the parameters of OWASP, each with its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('are kept at the cost that is configured, and verified at the one they have', async () => {
    const cost = 'm=20480,t=3,p=2';
    const costly = await hashPassword('correct horse', cost);
    expect(costly).toMatch(/^\$argon2id\$v=19\$m=20480,t=3,p=2\$/);
    expect(isCostOf(costly, cost)).toBe(true);
    const usual = await hashPassword('correct horse');
    expect(isCostOf(usual, cost)).toBe(false);
    await expect(verifyPassword(usual, 'correct horse', cost)).resolves.toBe(true);
    await expect(verifyPassword(costly, 'correct horse')).resolves.toBe(true);
    await expect(verifyPassword(costly, 'correct house')).resolves.toBe(false);
    await expect(hashPassword('correct horse', 'm=20480')).rejects.toThrow(RangeError);
  });

  it('take the work of every cost that is listed, whoever is tried', async () => {
    const dear = 'm=32768,t=4,p=1';
    const costs = `${dear} m=19456,t=2,p=1`;
    await prepareStandIn(costs);
    const [older, newer] = [await hashPassword('correct horse'), await hashPassword('correct horse', dear)];
    // The processor's time, which nothing else the machine does adds to.
    const workOf = async (kept: string | null): Promise<number> => {
      const before = process.cpuUsage();
      for (let times = 0; times < 3; times += 1)
        expect(await verifyPassword(kept, 'correct house', costs)).toBe(false);
      return process.cpuUsage(before).user;
    };
    const unknown = await workOf(null);
    // By the older hash alone it would be less than a quarter.
    const ofOlder = (await workOf(older)) / unknown;
    expect(ofOlder).toBeGreaterThan(0.6);
    expect(ofOlder).toBeLessThan(1.7);
    expect((await workOf(newer)) / unknown).toBeGreaterThan(0.6);
    await expect(verifyPassword(older, 'correct horse', costs)).resolves.toBe(true);
    await expect(verifyPassword(newer, 'correct horse', costs)).resolves.toBe(true);
  });

  it('match exactly as they were received, to the last of their characters', async () => {
    const password = ` Caf\u00e9 \u{1f40e} ${'battery '.repeat(22)}`;
    const kept = await hashPassword(password);
    const others = [
      password.trim(),
      password.toLowerCase(),
      password.normalize('NFD'),
      password.replaceAll('  ', ' ').slice(0, -1),
      `${password}x`,
      password.slice(0, 72),
    ];
    expect(new Set([password, ...others]).size).toBe(others.length + 1);
    await expect(verifyPassword(kept, password)).resolves.toBe(true);
    for (const other of others) await expect(verifyPassword(kept, other)).resolves.toBe(false);
  });

  it('never match without a hash, not even the stand-in', async () => {
    await expect(verifyPassword(null, 'nobody has this password')).resolves.toBe(false);
  });
});

describe('tokens', () => {
  it('are recognisable, random and kept as SHA-256', () => {
    const token = newToken();
    expect(token).toMatch(/^sct_[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashToken({ tokenHashes: 'sha256' }, token)).toHaveLength(32);
    expect(looksLikeToken(token)).toBe(true);
    expect(looksLikeToken(`${token}x`)).toBe(false);
    expect(looksLikeToken(token.replace('sct_', 'abc_'))).toBe(false);
  });

  it('are kept by the first hash function that is chosen, and looked for by each', () => {
    const token = newToken();
    const [usual, changed] = [{ tokenHashes: 'sha256' }, { tokenHashes: 'sha3-256 sha256' }];
    expect(possibleHashes(usual, token)).toEqual([hashToken(usual, token)]);
    expect(possibleHashes(changed, token)).toEqual([hashToken(changed, token), hashToken(usual, token)]);
  });
});
