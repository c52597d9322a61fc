import fc from 'fast-check';
import type { Description } from './description.js';
import type { Json } from './http-client.js';

/** JSON text that JSON.stringify would not write, each with a place for nothing else. */
const RAW_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '7',
  '{"a":1,}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"title":"\\ud800","reason":"\\udfff","body":"\\ud800","text":"\\ud800","name":"\\ud800","key":"\\ud800"}',
  '{"version":1e999,"reason":"x","approvedPence":1e999}',
  `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
];

/** Values that are wrong nearly everywhere. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  1.5,
  2_147_483_648,
  9_007_199_254_740_993,
  -9e15,
  1e308,
  'nul \u0000 inside',
  'half a pair \ud83d',
  '👩🏽‍💻🏳️‍🌈',
  "'; drop table spend_case; --",
  '$1',
  '__proto__',
  'x'.repeat(30_000),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '99999-01-01',
  '2026-27',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  'javascript:alert(1)',
  'nobody@',
  [],
  {},
  [null],
  [[]],
  { a: { b: { c: {} } } },
  Array.from({ length: 200 }, () => ({})),
  { toString: 1, hasOwnProperty: 1 },
];

const odd = fc.oneof(
  fc.constantFrom(...ODD_VALUES),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values that fit a schema, most of the time; `ids` are there. */
function fitting(description: Description, given: unknown, ids: readonly string[]): fc.Arbitrary<unknown> {
  const schema = description.resolve(given);
  const type: unknown = Array.isArray(schema['type'])
    ? (schema['type'] as unknown[]).find((one) => one !== 'null')
    : schema['type'];
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const branches = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as unknown[] | undefined;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => fitting(description, branch, ids)));
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({
        min: Number(schema['minimum'] ?? 0),
        max: Math.min(Number(schema['maximum'] ?? 100), 200),
      });
    case 'array':
      return fc.array(fitting(description, schema['items'], ids), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: Math.max(Number(schema['minItems'] ?? 0), 2),
      });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries((schema['properties'] ?? {}) as Json).map(([name, property]) => [
            name,
            fitting(description, property, ids),
          ]),
        ),
        { requiredKeys: (schema['required'] ?? []) as never[] },
      );
    default:
      return fittingText(schema, ids);
  }
}

function fittingText({ format, pattern }: Json, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constantFrom(...ids));
  if (format === 'date') return fc.constantFrom('2026-06-01', '2027-03-31');
  if (format === 'email') return fc.constant('somebody@home-office.example');
  if (format === 'uri') return fc.constant('https://home-office.example/page');
  if (pattern === '^\\d{4}-\\d{2}$') return fc.constant('2026-27');
  return fc.constantFrom('some-words', 'Some words', 'Ångström’s 計画');
}

/** Where something can be put into a value: the places of its objects and lists. */
function placesOf(value: unknown): (readonly [Json | unknown[], string | number])[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [[value, index] as const, ...placesOf(item)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [[value as Json, name] as const, ...placesOf(item)]);
}

/**
 * A body as text, mostly spoilt in one place: a wrong value, a missing or unknown field, or no JSON at all.
 * @param ids of things that are there
 */
export function bodies(
  description: Description,
  schema: unknown,
  ids: readonly string[],
): fc.Arbitrary<string> {
  const spoilt = fc
    .tuple(fitting(description, schema, ids), fc.nat(), odd, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, where, wrong, how]) => {
      const body = structuredClone(value);
      const places = placesOf(body);
      const place = places[where % Math.max(places.length, 1)];
      if (how === 'add' || place === undefined)
        return JSON.stringify(typeof body === 'object' ? { ...body, unknown: wrong } : wrong);
      const [parent, key] = place as [Json, string];
      if (how === 'replace') parent[key] = wrong;
      else if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      return JSON.stringify(body);
    });
  return fc.oneof(
    { weight: 6, arbitrary: spoilt },
    { weight: 4, arbitrary: fitting(description, schema, ids).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: odd.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
  );
}

/** Parts of a path, or values of a query, that name nothing. */
export const ODD_PARTS = [
  '0',
  '-1',
  '14',
  '1.5',
  '1e1',
  '99999999999999999999',
  '2147483648',
  '%00',
  'a%00b',
  '%F0%9F%98%80',
  '%ED%A0%80',
  '%',
  "'%20or%201=1--",
  '__proto__',
  'DT-3333-3334',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(201),
] as const;
