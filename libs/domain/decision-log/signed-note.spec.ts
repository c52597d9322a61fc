import fc from 'fast-check';
import {
  formatSigningKey,
  formatVerifierKey,
  generateSigningKey,
  isKeyName,
  NoteError,
  parseSigningKey,
  parseVerifierKey,
  signingKeyOf,
  verifierKeyOf,
  type NoteFault,
} from './note-keys.js';
import { formatNote, parseNote, signNote, verifyNote } from './signed-note.js';

// From the documentation and tests of Go's note package.
const PETER_SIGNS = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const BY_PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const BY_ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

const peter = parseVerifierKey(PETER);
const enoch = parseVerifierKey(ENOCH);

/** Why something is refused; undefined when it is not. */
function faultOf(attempt: () => unknown): NoteFault | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof NoteError) return error.fault;
    throw error;
  }
}

describe('a signed note', () => {
  it('is, byte for byte, the one in the documentation of Go’s note package', () => {
    expect(signNote(TEXT, [parseSigningKey(PETER_SIGNS)])).toBe(`${TEXT}\n${BY_PETER}`);
  });

  it('is vouched for by the known keys that signed', () => {
    const note = `${TEXT}\n${BY_PETER}${BY_ENOCH}`;
    expect(verifyNote(note, [enoch, peter])).toEqual({ text: TEXT, signedBy: [peter, enoch] });
    expect(verifyNote(note, [enoch]).signedBy).toEqual([enoch]);
    expect(verifyNote(`${TEXT}\n${BY_PETER}${BY_PETER}`, [peter]).signedBy).toEqual([peter]);
  });

  it('is refused when no known key signed, or the signature of one does not fit', () => {
    const other = generateSigningKey('PeterNeumann').verifier;
    const note = `${TEXT}\n${BY_PETER}${BY_ENOCH}`;
    expect(faultOf(() => verifyNote(note, []))).toBe('no-known-signature');
    expect(faultOf(() => verifyNote(note, [other]))).toBe('no-known-signature');
    // Same id, other name: another key.
    expect(faultOf(() => verifyNote(note, [{ ...peter, name: 'Peter' }]))).toBe('no-known-signature');

    const altered = note.replace('cryptography', 'Cryptography');
    expect(faultOf(() => verifyNote(altered, [peter]))).toBe('bad-signature');
    const enochSpoilt = note.replace('rwz+eBzm', 'rwz+eBzn');
    expect(verifyNote(enochSpoilt, [peter]).signedBy).toEqual([peter]);
    expect(faultOf(() => verifyNote(enochSpoilt, [peter, enoch]))).toBe('bad-signature');
    const cutOff = formatNote({
      text: TEXT,
      signatures: [{ name: peter.name, keyId: peter.keyId, signature: Buffer.alloc(63) }],
    });
    expect(faultOf(() => verifyNote(cutOff, [peter]))).toBe('bad-signature');
  });

  it('is taken apart as the example of the format, whose text has an empty line', () => {
    const text =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    const note = `${text}\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n`;
    const parsed = parseNote(note);
    expect(parsed.text).toBe(text);
    expect(parsed.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      ['quasimodo.example/salvatore', '367ba04b'],
    ]);
    expect(formatNote(parsed)).toBe(note);
  });

  it.each([
    ['', 'nothing'],
    [TEXT, 'no signature'],
    [`${TEXT}\n`, 'a blank line and nothing after it'],
    [`${TEXT}\n${BY_PETER}`.slice(0, -1), 'no newline at the end'],
    [`${TEXT}\n${BY_PETER}\n`, 'an empty line at the end'],
    [`${TEXT}${BY_PETER}`, 'no blank line'],
    [`${TEXT}\n${BY_PETER.replace('—', '-')}`, 'a hyphen for the dash'],
    [`${TEXT}\n${BY_PETER.replace(' ', '  ')}`, 'two spaces'],
    [`${TEXT}\n${BY_PETER.replace('PeterNeumann', 'Peter+Neumann')}`, 'a plus in the name'],
    [`${TEXT}\n${BY_PETER.replace('PeterNeumann', 'Peter\u00a0Neumann')}`, 'a space in the name'],
    [`${TEXT}\n${BY_PETER.replace('=\n', '\n')}`, 'base64 without padding'],
    [`${TEXT}\n${BY_PETER.replace('nAM=', 'nAN=')}`, 'base64 with bits left over'],
    [`${TEXT}\n${BY_PETER.replace('x08go/', 'x08go_')}`, 'base64 for addresses'],
    [`${TEXT}\n— PeterNeumann x08gow==\n`, 'an id and no signature'],
    [`${TEXT.replace('\n', '\r\n')}\n${BY_PETER}`, 'a carriage return'],
    [`${TEXT.replace(' ', '\t')}\n${BY_PETER}`, 'a tab'],
    [`\ud800${TEXT}\n${BY_PETER}`, 'half a character'],
    [`${TEXT}\n${BY_PETER.repeat(101)}`, '101 signatures'],
    [`${'x'.repeat(1_048_576)}\n\n${BY_PETER}`, 'more than a mebibyte'],
  ])('is not %j: %s', (note, _why) => {
    expect(faultOf(() => parseNote(note))).toBe('malformed');
  });

  it('is not written when it could not be read', () => {
    const key = generateSigningKey('example.gov.uk/log');
    const signature = { name: 'a', keyId: '00000000', signature: Buffer.alloc(64) };
    expect(faultOf(() => signNote('no newline', [key]))).toBe('malformed');
    expect(faultOf(() => signNote('a\u0007bell\n', [key]))).toBe('malformed');
    expect(faultOf(() => signNote('nobody signs\n', []))).toBe('malformed');
    for (const wrong of [
      { ...signature, name: '' },
      { ...signature, keyId: '0' },
      { ...signature, signature: Buffer.of() },
    ])
      expect(faultOf(() => formatNote({ text: 'x\n', signatures: [wrong] }))).toBe('malformed');
    const many = Array.from({ length: 101 }, () => signature);
    expect(faultOf(() => formatNote({ text: 'x\n', signatures: many }))).toBe('malformed');
  });

  it('comes back whole, whatever it says and whoever signs', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u0000-\u001f]/.test(text));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), (lines, numbers) => {
        const keys = [...new Set(numbers)].map((number) =>
          signingKeyOf(`example.gov.uk/${number}`, Buffer.alloc(32, number)),
        );
        const text = `${lines.join('\n')}\n`;
        const known = keys.map(({ verifier }) => verifier);
        expect(verifyNote(signNote(text, keys), known)).toEqual({ text, signedBy: known });
      }),
    );
  });
});

describe('the key of a note', () => {
  it('comes back from its text', () => {
    expect(formatSigningKey(parseSigningKey(PETER_SIGNS))).toBe(PETER_SIGNS);
    expect(formatVerifierKey(parseSigningKey(PETER_SIGNS).verifier)).toBe(PETER);
    const key = generateSigningKey('example.gov.uk/spend-control');
    expect(parseSigningKey(formatSigningKey(key))).toEqual(key);
    expect(parseVerifierKey(formatVerifierKey(key.verifier))).toEqual(key.verifier);
    expect(formatSigningKey(generateSigningKey('a'))).not.toBe(formatSigningKey(generateSigningKey('a')));
  });

  it('may hold plus signs in its base64', () => {
    const plus = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
    expect(formatVerifierKey(parseVerifierKey(plus))).toBe(plus);
  });

  it('is refused as soon as one character of it is wrong', () => {
    for (let place = 0; place < PETER.length; place += 1) {
      const wrong = `${PETER.slice(0, place)}${String.fromCharCode(PETER.charCodeAt(place) + 1)}${PETER.slice(place + 1)}`;
      expect(faultOf(() => parseVerifierKey(wrong))).toBe('malformed');
      expect(faultOf(() => parseVerifierKey(PETER.slice(0, place)))).toBe('malformed');
      expect(faultOf(() => parseVerifierKey(PETER.slice(place + 1)))).toBe('malformed');
    }
  });

  it.each([
    ['of another algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['too long', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['a private one', PETER_SIGNS],
    ['empty', ''],
  ])('is refused when it is %s', (_, text) => {
    expect(faultOf(() => parseVerifierKey(text))).toBe('malformed');
  });

  it('is refused as a private one when it is not, without being repeated', () => {
    for (const wrong of [
      PETER,
      PETER_SIGNS.replace('c74f20a3', 'c74f20a4'),
      PETER_SIGNS.slice(0, -1),
      'PRIVATE+KEY+',
    ]) {
      expect(faultOf(() => parseSigningKey(wrong))).toBe('malformed');
      expect(() => parseSigningKey(wrong)).not.toThrow(/AYEK/);
    }
  });

  it('may be of Ed448, and sign beside one of Ed25519', () => {
    const other = generateSigningKey('example.gov.uk/log', 'ed448');
    expect(parseSigningKey(formatSigningKey(other))).toEqual(other);
    expect(parseVerifierKey(formatVerifierKey(other.verifier))).toEqual(other.verifier);
    expect(Buffer.from(formatVerifierKey(other.verifier).split('+').slice(2).join('+'), 'base64')).toEqual(
      Buffer.concat([Buffer.from('ff4564343438', 'hex'), other.verifier.publicKey]),
    );
    const key = generateSigningKey('example.gov.uk/log');
    const note = signNote('signed twice\n', [key, other]);
    // Who knows one of the two passes over the other, as readers of Ed25519 alone do.
    expect(verifyNote(note, [key.verifier]).signedBy).toEqual([key.verifier]);
    expect(verifyNote(note, [other.verifier]).signedBy).toEqual([other.verifier]);
    expect(verifyNote(note, [other.verifier, key.verifier]).signedBy).toEqual([key.verifier, other.verifier]);
    const altered = note.replace('twice', 'thrice');
    expect(faultOf(() => verifyNote(altered, [other.verifier]))).toBe('bad-signature');
    // The reference vector of RFC 8032, section 7.4: the key of a blank text.
    const seed =
      '6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b';
    expect(
      Buffer.from(signingKeyOf('a', Buffer.from(seed, 'hex'), 'ed448').verifier.publicKey).toString('hex'),
    ).toBe(
      '5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180',
    );
    expect(faultOf(() => signingKeyOf('a', Buffer.alloc(32), 'ed448'))).toBe('malformed');
  });

  it('has a name without spaces and plus signs, and 32 bytes', () => {
    expect(['example.gov.uk/log', 'ö', 'a-b'].every(isKeyName)).toBe(true);
    expect(['', 'a b', 'a\u2003b', 'a+b', 'a\n', '\ud800'].some(isKeyName)).toBe(false);
    expect(faultOf(() => generateSigningKey('a b'))).toBe('malformed');
    expect(faultOf(() => signingKeyOf('a', Buffer.alloc(31)))).toBe('malformed');
    expect(faultOf(() => verifierKeyOf('a', Buffer.alloc(33)))).toBe('malformed');
  });
});
