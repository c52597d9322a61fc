// Seals a text for the service alone: ECDH on P-256 with a key made for it and thrown away, HKDF-SHA256, AES-256-GCM. What
// seals cannot open. It begins with a mark of this way to seal (WRITING_SEAL in libs/domain/cryptography/algorithms.ts);
// the service opens it in libs/identity/sessions/sealed-writing.ts.

const { TextEncoder, atob, btoa, crypto } = globalThis;

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const IV_BYTES = 12;
const MARK = 1;

const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const toBase64url = (bytes) => {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Whether this browser can seal here: it does so on pages that came by TLS, and on one's own machine. */
export const canSeal = () => crypto?.subtle !== undefined;

/** @param key public key, base64url  @param text what to seal  @returns what was sealed, base64url */
export const seal = async (key, text) => {
  const publicKey = fromBase64url(key);
  const { subtle } = crypto;
  const [theirs, pair] = await Promise.all([
    subtle.importKey('raw', publicKey, CURVE, false, []),
    subtle.generateKey(CURVE, false, ['deriveBits']),
  ]);
  const once = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
  const cipherKey = await subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: joined(once, publicKey),
      info: new TextEncoder().encode('unsent writing'),
    },
    await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const body = await subtle.encrypt({ name: 'AES-GCM', iv }, cipherKey, new TextEncoder().encode(text));
  return toBase64url(joined([MARK], once, iv, new Uint8Array(body)));
};
