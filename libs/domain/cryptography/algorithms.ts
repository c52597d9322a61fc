/**
 * Every algorithm the service makes things with, by the name OpenSSL has for it, and nowhere else. What is kept says
 * which one it was made with, so that another can be chosen from a day on and what is older is still read: see
 * docs/decisions/0033-algorithms-by-name.md for how each is exchanged.
 */

/** Hash functions, with the bytes of what they give. */
export const HASHES = {
  sha256: { bytes: 32 },
  sha384: { bytes: 48 },
  'sha3-256': { bytes: 32 },
} as const satisfies Record<string, { readonly bytes: number }>;

/** A hash function that is known here. */
export type HashName = keyof typeof HASHES;

/**
 * Formats an event is hashed in, by the number kept beside it. The name is hashed with the event and is what tells a
 * verifier the hash function: the commitment to private text is made with the same. What the database works out
 * itself (`hash_of_facts`) and the verifier of exports know the same formats.
 */
export const EVENT_FORMATS = {
  1: { name: 'spend-control-event/1', hash: 'sha256' },
  2: { name: 'spend-control-event/2', hash: 'sha384' },
} as const satisfies Record<number, { readonly name: string; readonly hash: HashName }>;

/** Number of a format of events. */
export type EventFormat = keyof typeof EVENT_FORMATS;

/** Name of a format of events. */
export type EventFormatName = (typeof EVENT_FORMATS)[EventFormat]['name'];

/** The format of events that are written unless another is chosen. */
export const FIRST_EVENT_FORMAT: EventFormat = 1;

/** Hash functions of the tree over all events. Each makes a tree of its own over the same leaves. */
export const TREE_HASHES = ['sha256', 'sha384'] as const satisfies readonly HashName[];

/** A hash function of the tree. */
export type TreeHash = (typeof TREE_HASHES)[number];

/** The hash function of the tree unless another is chosen; that of RFC 9162 as others read it. */
export const FIRST_TREE_HASH: TreeHash = 'sha256';

/**
 * Signatures of checkpoints and receipts. `type` is what stands before a key of it (C2SP signed-note): a byte that is
 * assigned, or 0xff and a name. A signature that withstands quantum computers is one more entry here, and signs beside
 * the others.
 */
export const SIGNATURES = {
  ed25519: { type: [0x01], keyBytes: 32, signatureBytes: 64 },
  ed448: { type: [0xff, 0x45, 0x64, 0x34, 0x34, 0x38], keyBytes: 57, signatureBytes: 114 },
} as const;

/** A signature algorithm. */
export type SignatureName = keyof typeof SIGNATURES;

/** What keys are made for unless another is chosen; others read it. */
export const FIRST_SIGNATURE: SignatureName = 'ed25519';

/** Every signature algorithm. */
export const SIGNATURE_NAMES: readonly SignatureName[] = ['ed25519', 'ed448'];

/** Hash functions tokens are kept by; `mark` is the byte before the hash, and `null` for the one from before there were marks. */
export const TOKEN_HASHES = {
  sha256: { mark: null },
  'sha3-256': { mark: 1 },
} as const satisfies Partial<Record<HashName, { readonly mark: number | null }>>;

/** A hash function tokens are kept by. */
export type TokenHash = keyof typeof TOKEN_HASHES;

/**
 * Ways to seal a text or a secret with a key: a cipher that notices changes, and the hash its key is derived with
 * (HKDF, RFC 5869). `mark` is the byte that what is sealed begins with.
 */
export const SEALING_SUITES = {
  'aes-256-gcm': { mark: 1, keyHash: 'sha256', keyBytes: 32, ivBytes: 12, tagBytes: 16 },
  'chacha20-poly1305': { mark: 2, keyHash: 'sha512', keyBytes: 32, ivBytes: 12, tagBytes: 16 },
} as const;

/** A way to seal. */
export type SealingSuite = keyof typeof SEALING_SUITES;

/** What was sealed before there were marks was sealed this way. */
export const UNMARKED_SUITE: SealingSuite = 'aes-256-gcm';

/**
 * How what somebody was writing is sealed when their session ends: for the service alone, by a key agreed with one of the
 * session's. Browsers do the same by their own names for it (apps/web/assets/sealing.js). `mark` is the byte that what is
 * sealed begins with; another way goes beside it under another mark.
 */
export const WRITING_SEAL = {
  mark: 1,
  curve: 'prime256v1',
  pointBytes: 65,
  keyHash: 'sha256',
  cipher: 'aes-256-gcm',
  keyBytes: 32,
  ivBytes: 12,
  tagBytes: 16,
} as const;

/** Hashes of what somebody said, by which versions are held against one another. Each gives another number of digits, by which one that is kept is told. */
export const CONTENT_HASHES = ['sha256', 'sha384'] as const satisfies readonly HashName[];

/** A hash of what somebody said. */
export type ContentHash = (typeof CONTENT_HASHES)[number];

/** The one new versions get. */
export const CONTENT_HASH: ContentHash = 'sha256';

/** Digest of files and exports; columns, receipts and answers have it in their names. */
export const FILE_DIGEST = 'sha256';

/**
 * Digest by which requests, forms, counts and statements are told apart, for minutes to days. With another one, counts
 * begin anew and a form or request that is under way is asked for again; nothing older is needed.
 */
export const SHORT_LIVED_DIGEST = 'sha256';

/** What ids made of other ids are made with. Nothing is believed for them; they must come out the same for ever. */
export const ID_DIGEST = 'sha256';

/** What the list of common passwords, a file of this project, is made with. */
export const COMMON_PASSWORDS_DIGEST = 'sha256';

/**
 * Keys and signatures of the certificates that parts of a deployment have, by the names WebCrypto has for them. Another
 * is in use once all certificates have been renewed: each names its own, and so does its authority's.
 */
export const CERTIFICATE_SIGNATURE = {
  key: { name: 'ECDSA', namedCurve: 'P-256' },
  signature: { name: 'ECDSA', hash: 'SHA-256' },
} as const;

/** MAC of messages to other systems; `mark` is what the signature begins with (Standard Webhooks). */
export const WEBHOOK_MAC = { hash: 'sha256', mark: 'v1' } as const;

/** What the id of a key of checkpoints is made with, whatever the key (C2SP signed-note). Nothing is believed for it. */
export const KEY_ID_DIGEST = 'sha256';

/** Whether a number is that of a format of events that is known here. */
export function isEventFormat(format: number): format is EventFormat {
  return Object.hasOwn(EVENT_FORMATS, format);
}

/** The hash function of events of a format, by its name. */
export function hashOfFormat(name: EventFormatName): HashName {
  const found = Object.values(EVENT_FORMATS).find((format) => format.name === name);
  if (found === undefined) throw new RangeError(`There is no format of events called ${name}`);
  return found.hash;
}
