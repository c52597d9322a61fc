import { createHash } from 'node:crypto';
import { ID_DIGEST } from '#domain';

const HEAD = '// Written by `npm run docs` from the description of the API. Change the API, not this file.';

/** Types with what they were made from above them, so that it can be told whether they are out of date. */
export function stampedTypes(description: string, types: string): string {
  const stamp = createHash(ID_DIGEST).update(description).update('\0').update(types).digest('hex');
  return `${HEAD}\n// Stamp: ${stamp}\n${types}`;
}

/** Whether a file of types was made from a description, given as JSON text, and left as it was made. */
export function typesAreOf(text: string, description: string): boolean {
  return text === stampedTypes(description, text.split('\n').slice(2).join('\n'));
}
