import { hash } from 'node:crypto';
import { CONTENT_HASH } from '../cryptography/algorithms.js';

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
export function canonicalHash(value: unknown): string {
  return hash(CONTENT_HASH, canonicalJson(value), 'hex');
}
