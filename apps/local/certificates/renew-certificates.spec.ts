import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '#platform';
import { CERTIFIED_PARTS } from './certified-parts.js';
import { AUTHORITY_FOLDER, FILES, renewCertificates } from './renew-certificates.js';

const DAY_MS = 24 * 3_600_000;
const EVERYBODY = CERTIFIED_PARTS.map(({ name }) => name);

let folder: string;
let clock: ManualClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  clock = new ManualClock(new Date('2026-11-27T09:00:00.000Z'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = () => renewCertificates({ folder, now: clock.now() });
const read = (part: string, file: keyof typeof FILES): string =>
  readFileSync(join(folder, part, FILES[file]), 'utf8');
const certificateOf = (part: string): X509Certificate => new X509Certificate(read(part, 'certificate'));

describe('the certificates of a deployment', () => {
  it('are issued to every part, each by its name, for as much as it does and for 90 days', async () => {
    expect(await run()).toEqual({ authority: true, parts: EVERYBODY });
    const authority = certificateOf(AUTHORITY_FOLDER);
    const uses = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };
    for (const { name, alsoCalled = [], serves, calls } of CERTIFIED_PARTS) {
      const certificate = certificateOf(name);
      expect(certificate.checkIssued(authority) && certificate.verify(authority.publicKey)).toBe(true);
      expect([certificate.subject, certificate.subjectAltName, certificate.ca]).toEqual([
        `CN=${name}`,
        [name, ...alsoCalled].map((called) => `DNS:${called}`).join(', '),
        false,
      ]);
      expect(certificate.keyUsage).toEqual([
        ...(serves ? [uses.server] : []),
        ...(calls ? [uses.client] : []),
      ]);
      expect(Date.parse(certificate.validTo) - clock.now().getTime()).toBe(90 * DAY_MS);
      expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
      expect(read(name, 'authority')).toContain(read(AUTHORITY_FOLDER, 'certificate').trim());
    }
  });

  it('have a key each, which its owner alone can read; that of the authority goes nowhere', async () => {
    await run();
    const keys = [AUTHORITY_FOLDER, ...EVERYBODY].map((part) => read(part, 'key'));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name, userId } of CERTIFIED_PARTS) {
      const mailbox = { worker: ['mailbox-password'], mailpit: ['mailbox-users'] }[name] ?? [];
      expect(readdirSync(join(folder, name)).sort()).toEqual([...Object.values(FILES), ...mailbox].sort());
      for (const file of mailbox) expect(statSync(join(folder, name, file)).mode & 0o777).toBe(0o600);
      const { mode, uid } = statSync(join(folder, name, FILES.key));
      expect(mode & 0o777).toBe(0o600);
      // Only root may give files away.
      if (process.getuid?.() === 0) expect(uid).toBe(userId);
      expect(certificateOf(name).checkPrivateKey(createPrivateKey(read(name, 'key')))).toBe(true);
    }
    expect(statSync(join(folder, AUTHORITY_FOLDER, FILES.key)).mode & 0o777).toBe(0o600);
  });

  it('are left as they are until a third of their life has passed, and renewed then', async () => {
    await run();
    const before = read('api', 'certificate');
    const password = readFileSync(join(folder, 'worker', 'mailbox-password'), 'utf8');
    clock.advance(30 * DAY_MS - 1_000);
    expect(await run()).toEqual({ authority: false, parts: [] });
    expect(read('api', 'certificate')).toBe(before);
    clock.advance(1_000);
    expect(await run()).toEqual({ authority: false, parts: EVERYBODY });
    expect(read('api', 'certificate')).not.toBe(before);
    const another = readFileSync(join(folder, 'worker', 'mailbox-password'), 'utf8');
    expect(another).not.toBe(password);
    expect(readFileSync(join(folder, 'mailpit', 'mailbox-users'), 'utf8')).toBe(`worker:${another}`);
  });

  it('are issued anew where one is missing, is without its key, is not of this authority or is another part’s', async () => {
    await run();
    rmSync(join(folder, 'api', FILES.certificate));
    rmSync(join(folder, 'web', FILES.key));
    const renamed = CERTIFIED_PARTS.map((part) =>
      part.name === 'worker' ? { ...part, alsoCalled: ['second'] } : part,
    );
    expect((await renewCertificates({ folder, now: clock.now(), parts: renamed })).parts).toEqual([
      'api',
      'web',
      'worker',
    ]);
    rmSync(join(folder, AUTHORITY_FOLDER), { recursive: true });
    expect(await run()).toEqual({ authority: true, parts: EVERYBODY });
  });

  const SPOILT: Readonly<Record<string, (file: (name: keyof typeof FILES) => string) => void>> = {
    'its certificate is empty': (file) => {
      writeFileSync(file('certificate'), '');
    },
    'its certificate is cut off': (file) => {
      writeFileSync(file('certificate'), readFileSync(file('certificate'), 'utf8').slice(0, 300));
    },
    'its key is empty': (file) => {
      writeFileSync(file('key'), '');
    },
    'its key is another part’s': (file) => {
      writeFileSync(file('key'), read('web', 'key'));
    },
    'its key could be read by others': (file) => {
      chmodSync(file('key'), 0o644);
    },
    'its certificate cannot be read by it': (file) => {
      chmodSync(file('certificate'), 0o000);
    },
  };
  it.each(Object.keys(SPOILT))('are issued anew to a part where %s, and to no other', async (name) => {
    await run();
    const [key, others] = [read('api', 'key'), read('web', 'certificate')];
    SPOILT[name]!((file) => join(folder, 'api', FILES[file]));
    expect(await run()).toEqual({ authority: false, parts: ['api'] });
    expect(read('api', 'key')).not.toBe(key);
    expect(certificateOf('api').checkPrivateKey(createPrivateKey(read('api', 'key')))).toBe(true);
    expect(statSync(join(folder, 'api', FILES.key)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'api', FILES.certificate)).mode & 0o777).toBe(0o644);
    expect(read('web', 'certificate')).toBe(others);
    expect(await run()).toEqual({ authority: false, parts: [] });
  });

  it('come from another authority where that one is spoilt, and are mended where only who may read it is wrong', async () => {
    await run();
    const [keyFile, before] = [
      join(folder, AUTHORITY_FOLDER, FILES.key),
      read(AUTHORITY_FOLDER, 'certificate'),
    ];
    chmodSync(keyFile, 0o644);
    writeFileSync(join(folder, AUTHORITY_FOLDER, 'previous-certificate.pem'), '');
    chmodSync(join(folder, 'api', FILES.authority), 0o600);
    expect(await run()).toEqual({ authority: false, parts: [] });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'api', FILES.authority)).mode & 0o777).toBe(0o644);
    expect(read('api', 'authority')).toBe(before);
    for (const spoilt of [FILES.certificate, FILES.key]) {
      writeFileSync(join(folder, AUTHORITY_FOLDER, spoilt), '');
      expect(await run()).toEqual({ authority: true, parts: EVERYBODY });
    }
  });

  it('are of the same authority when the clock is put back, and begin early enough for that', async () => {
    await run();
    const before = read(AUTHORITY_FOLDER, 'certificate');
    for (const back of [20 * 60_000, DAY_MS]) {
      clock.set(new Date(clock.now().getTime() - back));
      const { authority, parts } = await run();
      expect([authority, read(AUTHORITY_FOLDER, 'certificate'), read('api', 'authority')]).toEqual([
        false,
        before,
        before,
      ]);
      // Within the hour nothing is to be done at all.
      expect(parts).toEqual(back === DAY_MS ? EVERYBODY : []);
      expect(Date.parse(certificateOf('api').validFrom)).toBeLessThan(clock.now().getTime());
    }
  });

  const passwords = (): readonly string[] => [
    readFileSync(join(folder, 'worker', 'mailbox-password'), 'utf8'),
    readFileSync(join(folder, 'mailpit', 'mailbox-users'), 'utf8'),
  ];
  const LOST: Readonly<Record<string, () => void>> = {
    'is missing': () => {
      rmSync(join(folder, 'worker', 'mailbox-password'));
    },
    'is empty': () => {
      writeFileSync(join(folder, 'worker', 'mailbox-password'), '');
    },
    'is missing at the mailbox': () => {
      rmSync(join(folder, 'mailpit', 'mailbox-users'));
    },
    'is another one at the mailbox': () => {
      writeFileSync(join(folder, 'mailpit', 'mailbox-users'), 'worker:another\n');
    },
    'could be read by others': () => {
      chmodSync(join(folder, 'worker', 'mailbox-password'), 0o644);
    },
  };
  it.each(Object.keys(LOST))(
    'go with a password of the mailbox, which is made anew where it %s',
    async (name) => {
      await run();
      const [before] = passwords();
      LOST[name]!();
      expect(await run()).toEqual({ authority: false, parts: [] });
      const [password, users] = passwords();
      expect(password).toMatch(/^[\w-]{43}\n$/);
      expect(password).not.toBe(before);
      expect(users).toBe(`worker:${String(password)}`);
      expect(statSync(join(folder, 'worker', 'mailbox-password')).mode & 0o777).toBe(0o600);
      expect(await run()).toEqual({ authority: false, parts: [] });
      expect(passwords()).toEqual([password, users]);
    },
  );

  it('are believed by parts that were started at different times, also while one authority follows another', async () => {
    const parts = CERTIFIED_PARTS.filter(({ name }) => name === 'api' || name === 'postgres');
    const authorities = new Set<string>();
    const started: { readonly certificates: readonly string[]; readonly believed: string }[] = [];
    // Three years of being brought up once a month; whatever was forgotten once was still brought up the month before.
    for (let month = 0; month < 37; month += 1) {
      const { authority } = await renewCertificates({ folder, now: clock.now(), parts });
      expect(authority).toBe(month === 0);
      authorities.add(read(AUTHORITY_FOLDER, 'certificate'));
      started.push({
        certificates: parts.map(({ name }) => read(name, 'certificate')),
        believed: read('api', 'authority'),
      });
      for (const one of started.slice(-2))
        for (const other of started.slice(-2))
          for (const pem of other.certificates) {
            const certificate = new X509Certificate(pem);
            const issuers = one.believed
              .split(/(?<=-----END CERTIFICATE-----)\s+/)
              .filter((text) => text !== '');
            const issuer = issuers
              .map((text) => new X509Certificate(text))
              .find(({ publicKey }) => certificate.verify(publicKey));
            expect(Date.parse(issuer?.validTo ?? '')).toBeGreaterThan(Date.parse(certificate.validTo));
          }
      clock.advance(30 * DAY_MS);
    }
    expect(authorities.size).toBe(3);
    expect(readdirSync(join(folder, AUTHORITY_FOLDER)).filter((name) => name.includes('key'))).toContain(
      'key.pem',
    );
  });
});
