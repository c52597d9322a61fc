import { hash } from 'node:crypto';
import { CONTENT_HASH, CONTENT_HASHES, HASHES, type ContentHash } from '../cryptography/algorithms.js';

/**
 * The canonical text of a JSON value by RFC 8785, the same for equal values whatever the order of their keys. Every hash
 * of the decision log rests on it and millions are made at a time, so it is written out here; the tests hold it against
 * the package that is made for this. Keys without a value are left out, as JSON leaves them out.
 * @throws TypeError when the value is not JSON (undefined, a function, a number that is not finite)
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw notJson();
      // As JavaScript writes numbers, which is what the standard asks for; minus nought is written as nought.
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? canonicalList(value) : canonicalObject(value);
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      throw notJson();
  }
}

function canonicalList(values: readonly unknown[]): string {
  return `[${values.map((value) => (value === undefined ? 'null' : canonicalJson(value))).join(',')}]`;
}

/** Keys in the order of their UTF-16 code units, which is how JavaScript sorts text. */
function canonicalObject(value: object): string {
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const child = record[key];
    if (child === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(child)}`;
  }
  return `{${text}}`;
}

function notJson(): TypeError {
  return new TypeError('Only a JSON value has a canonical form');
}

/** Hash of the canonical form, in hexadecimal: by which what was said is held against what was said before. */
export function canonicalHash(value: unknown, by: ContentHash = CONTENT_HASH): string {
  return hash(by, canonicalJson(value), 'hex');
}

/** The hash function a kept hash was made with: its length tells. One that was erased is of none, and of the present one. */
export function contentHashOf(kept: string): ContentHash {
  return CONTENT_HASHES.find((name) => HASHES[name].bytes * 2 === kept.length) ?? CONTENT_HASH;
}

/** Whether a value is what a kept hash was made of, by whichever hash function. */
export function isHashOf(kept: string, value: unknown): boolean {
  return canonicalHash(value, contentHashOf(kept)) === kept;
}
