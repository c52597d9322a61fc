import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_FORMATS, SEALING_SUITES, SIGNATURE_NAMES, TOKEN_HASHES, TREE_HASHES } from '#domain';
import { loadConfig } from '#platform';

// Which algorithms there are is said in one place; what chooses among them and what reads them elsewhere knows the same.

const PROJECT = join(import.meta.dirname, '..', '..');
const REGISTRY = 'libs/domain/cryptography/algorithms.ts';

function sources(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(spec|fixture|d)\.ts$/.test(path))
    .map((path) => join(folder, path));
}

/** A call that makes something by an algorithm whose name is written there and then, in the program or in its SQL. */
const NAMED_ON_THE_SPOT =
  /\b(?:createHash|createHmac|hash|hkdf|hkdfSync|createCipheriv|createDecipheriv|createSign|createVerify|pbkdf2|pbkdf2Sync|scrypt|scryptSync)\(\s*['"`]|\b(?:sha224|sha256|sha384|sha512|md5|digest|hmac)\((?:convert_to|encode|\$)/;

const SETTINGS = {
  DATABASE_URL: 'postgresql://spend:secret@localhost:5432/spend',
  PUBLIC_URL: 'https://spend.example',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'no-reply@spend.example',
  ASSURANCE_INBOX: 'assurance@gds.example',
};

describe('the algorithms', () => {
  it('are named in one place, and nowhere on the spot', () => {
    const all = [...sources('libs'), ...sources('apps')];
    expect(all).toContain(REGISTRY);
    const found = all.filter((path) => NAMED_ON_THE_SPOT.test(readFileSync(join(PROJECT, path), 'utf8')));
    expect(found).toEqual([]);
    expect(NAMED_ON_THE_SPOT.test("createHash('sha1')")).toBe(true);
    expect(NAMED_ON_THE_SPOT.test('select sha256(convert_to(text))')).toBe(true);
  });

  it('can each be chosen, and no other', () => {
    const choices = [
      ...Object.keys(EVENT_FORMATS).map((format) => ({ LOG_EVENT_FORMAT: format })),
      ...TREE_HASHES.map((hash) => ({ LOG_TREE_HASH: hash })),
      ...Object.keys(TOKEN_HASHES).map((hash) => ({ TOKEN_HASHES: hash })),
      { TOKEN_HASHES: Object.keys(TOKEN_HASHES).reverse().join(' ') },
      ...Object.keys(SEALING_SUITES).map((suite) => ({ SEALING: suite })),
      { SEALING: Object.keys(SEALING_SUITES).reverse().join(' ') },
      { PASSWORD_COST: 'm=65536,t=3,p=4' },
      { PASSWORD_COST: 'm=65536,t=3,p=4 m=19456,t=2,p=1' },
    ];
    for (const choice of choices) expect(() => loadConfig({ ...SETTINGS, ...choice })).not.toThrow();
    for (const [name, values] of Object.entries({
      LOG_EVENT_FORMAT: ['0', '3', 'two'],
      LOG_TREE_HASH: ['md5', 'sha3-256', 'sha256 sha384'],
      TOKEN_HASHES: ['md5', 'sha256 sha256', 'sha256,sha3-256', 'sha3-256 sha256 sha3-256'],
      SEALING: ['aes-128-cbc', 'aes-256-gcm aes-256-gcm'],
      PASSWORD_COST: [
        'm=19455,t=2,p=1',
        'm=19456,t=1,p=1',
        'm=19456',
        'm=19456,t=2,p=9',
        'm=19456,t=2,p=1 m=19456,t=2,p=1',
        'm=9999999,t=2,p=1',
      ],
    }))
      for (const value of values) expect(() => loadConfig({ ...SETTINGS, [name]: value })).toThrow(name);
  });

  it('are known by the verifier that shares no code with the service', () => {
    const verifier = readFileSync(join(PROJECT, 'apps/auditor/verify-export.mjs'), 'utf8');
    for (const { name, hash } of Object.values(EVENT_FORMATS))
      expect(verifier).toContain(`'${name}': '${hash}'`);
    expect(verifier).toContain(`TREE_HASHES = [${TREE_HASHES.map((hash) => `'${hash}'`).join(', ')}]`);
    for (const name of SIGNATURE_NAMES) expect(verifier.toLowerCase()).toContain(`crv: '${name}'`);
  });
});
