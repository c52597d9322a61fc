import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { PARTS, startWorld, type Part, type World } from './world/api-world.js';
import { bodies, ODD_PARTS } from './world/bad-input.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { fingerprintOf, tablesNotLookedAt } from './world/database-state.js';
import { Description, type Operation } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// Whatever is sent to whatever operation: an answer that says what is wrong, and nothing half done.

/** Requests sent to each operation. */
const TRIES = Number(process.env['BAD_INPUT_TRIES'] ?? 20);

const world: World = await startWorld();
const description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
afterAll(() => world.close());

const STATES = ['draft', 'in-review', 'recommended', 'approved-with-conditions'] as const;
const driver = new CaseDriver(world);
/** One case in each of the states. */
const cases: DrivenCase[] = [];
let commentId = '';
let foreignReference = '';
beforeAll(async () => {
  for (const state of STATES) cases.push(await driver.driveTo(state));
  const reply = await driver.act(cases[0]!, 'lead', 'POST', 'comments', {
    audience: 'shared',
    body: 'Said.',
  });
  commentId = String(reply.body['commentId']);
  const body = { organisationId: world.organisations.otherDepartment.id, title: 'Of somebody else' };
  const foreign = await world.http.expect(201, world.people.stranger, 'POST', '/cases', { body });
  foreignReference = String(foreign.body['reference']);
});

/** A case that was moved on is replaced by a new one, so that there is always one in each state. */
async function keepUp({ body }: Reply): Promise<void> {
  const index = cases.findIndex(({ reference }) => reference === body['reference']);
  const [driven, state] = [cases[index], STATES[index]];
  if (driven === undefined || state === undefined) return;
  if (body['state'] === state && !('decisionId' in body)) driven.revision = Number(body['revision']);
  else cases[index] = await driver.driveTo(state);
}

function parameters({ node }: Operation, where: string): Json[] {
  return (node['parameters'] as Json[])
    .map((parameter) => description.resolve(parameter))
    .filter((parameter) => parameter['in'] === where);
}

function bodySchema({ node }: Operation): unknown {
  const content = (node['requestBody'] as Json | undefined)?.['content'] as Json | undefined;
  return (content?.['application/json'] as Json | undefined)?.['schema'];
}

/** Whose job a controller's operations are, and in which state of a case. */
const HOMES: Readonly<Record<string, readonly [Part, number]>> = {
  Drafting: ['submitter', 0],
  Submission: ['lead', 0],
  Comments: ['lead', 0],
  Review: ['reviewer', 1],
  Decisions: ['decider', 2],
  Conditions: ['decider', 3],
  Organisations: ['administrator', 0],
  People: ['administrator', 0],
  ReferenceDataVersions: ['administrator', 0],
};

function homeOf(operation: Operation): readonly [Part, number] {
  return HOMES[operation.id.split('.')[0] ?? ''] ?? ['auditor', 0];
}

/** What is put for a name in a path: something that is there, or something odd. */
function pathPart(name: string, home: number): fc.Arbitrary<string> {
  const known = (): string[] => {
    switch (name) {
      case 'reference':
        return [
          ...Array<string>(6).fill(cases[home]!.reference),
          ...cases.map(({ reference }) => reference),
          foreignReference,
        ];
      case 'point':
        return ['1', '13'];
      case 'number':
        return ['1', '2'];
      default:
        return [cases[home]!.exceptionId, cases.at(-1)!.conditions[0]!.id, commentId, randomUUID()];
    }
  };
  return fc.oneof(
    { weight: 9, arbitrary: fc.nat().map((index) => known()[index % known().length]!) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_PARTS) },
  );
}

interface Attempt {
  readonly path: string;
  readonly part: Part | null;
  readonly headers: Record<string, string>;
  readonly raw: string | undefined;
}

function attemptsAt(operation: Operation): fc.Arbitrary<Attempt> {
  const path = fc
    .tuple(
      ...parameters(operation, 'path').map(({ name }) =>
        pathPart(String(name), homeOf(operation)[1]).map((part) => [name, part]),
      ),
    )
    .map((parts) =>
      parts.reduce(
        (address, [name, part]) => address.replace(`{${String(name)}}`, String(part)),
        operation.path,
      ),
    );
  const query = fc
    .array(
      fc.tuple(
        fc.constantFrom(...parameters(operation, 'query').map(({ name }) => String(name)), 'unknown'),
        fc.oneof(fc.constantFrom(...ODD_PARTS), fc.constantFrom('1', 'draft', '2026-05-04', 'W10')),
      ),
      { maxLength: 3 },
    )
    .map((pairs) =>
      pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
    );
  const schema = bodySchema(operation);
  return fc.record({
    path: fc.tuple(path, operation.method === 'GET' ? query : fc.constant('')).map((both) => both.join('')),
    part: fc.oneof(
      { weight: 3, arbitrary: fc.constant(homeOf(operation)[0]) },
      { weight: 1, arbitrary: fc.constantFrom(...PARTS, null) },
    ),
    headers: headers(operation),
    raw:
      schema === undefined
        ? fc.constant(undefined)
        : bodies(description, schema, [
            world.organisations.department.id,
            world.people.reviewer.id,
            world.people.submitter.id,
          ]),
  });
}

/** Stands for the revision the case has when the request is sent. */
const CURRENT = 'the revision as it is then';

function headers(operation: Operation): fc.Arbitrary<Record<string, string>> {
  const names = parameters(operation, 'header').map(({ name }) => String(name).toLowerCase());
  const revisions = fc.oneof(
    { weight: 3, arbitrary: fc.constant(CURRENT) },
    { weight: 2, arbitrary: fc.constantFrom('"0"', '"1"', '"2"') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('"2147483647"', '"2147483648"', '*', 'W/"1"', '"x"', '"1", "2"', '1'),
    },
  );
  const keys = fc.oneof(
    { weight: 6, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom('short', 'x'.repeat(300), 'the-very-same-key', 'é'.repeat(10)) },
  );
  /** Most requests come with the header; what they lack otherwise is soon found, and nothing else. */
  const mostly = (name: string, values: fc.Arbitrary<string>): fc.Arbitrary<Record<string, string>> =>
    names.includes(name)
      ? fc.oneof(
          { weight: 9, arbitrary: values.map((value) => ({ [name]: value })) },
          { weight: 1, arbitrary: fc.constant({}) },
        )
      : fc.constant({});
  return fc
    .tuple(
      mostly('if-match', revisions),
      mostly('if-none-match', revisions),
      mostly('idempotency-key', keys),
      mostly('x-correlation-id', fc.constantFrom('not fit', 'a-fit-correlation-id')),
    )
    .map((parts) => Object.assign({}, ...parts) as Record<string, string>);
}

/** What is wrong with an answer, or `null`. */
function faultOf({ status, headers: answered, body }: Reply): string | null {
  if (status < 400)
    return status === 200 || status === 201 || status === 204 || status === 304 ? null : 'odd success';
  if (status >= 500) return 'a fault of the service';
  if (!(answered.get('content-type') ?? '').startsWith('application/problem+json')) return 'not a problem';
  const { detail, errors } = body as { detail?: unknown; errors?: unknown };
  if (typeof detail !== 'string' || !/^\S.{10,}/.test(detail)) return 'no sentence';
  const told = (errors ?? []) as { pointer: unknown; detail: unknown }[];
  return told.every((one) => typeof one.pointer === 'string' && typeof one.detail === 'string')
    ? null
    : 'malformed errors';
}

const OPERATIONS = description.operations.filter(
  (operation) =>
    (bodySchema(operation) !== undefined ||
      parameters(operation, 'path').length > 0 ||
      parameters(operation, 'query').length > 0) &&
    // It would sign everybody out one by one.
    operation.id !== 'Sessions.end',
);

/** How often each status was answered. */
const answered: Record<number, number> = {};

describe('whatever is sent', () => {
  it('is sent to every operation that takes anything', () => {
    expect(OPERATIONS.length).toBeGreaterThan(55);
  });

  it('can be seen to change nothing: every table is looked at', async () => {
    expect(await tablesNotLookedAt(world.database)).toEqual([]);
  });

  it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', async (_id, operation) => {
    let before = await fingerprintOf(world.database);
    await fc.assert(
      fc.asyncProperty(attemptsAt(operation), async ({ path, part, headers: sent, raw }) => {
        const reply = await world.http.send(
          part === null ? null : world.people[part],
          operation.method,
          `/${path}`,
          {
            headers: latin(sent, path),
            idempotencyKey: null,
            ...(raw === undefined ? {} : { raw }),
          },
        );
        answered[reply.status] = (answered[reply.status] ?? 0) + 1;
        const fault = faultOf(reply);
        if (fault !== null) throw new Error(`${fault}: ${reply.status} ${reply.text.slice(0, 500)}`);
        const now = await fingerprintOf(world.database);
        if (reply.status >= 400) expect(now).toEqual(before);
        // Of what was handed out a receipt is kept; nothing else is changed by reading.
        else if (operation.method === 'GET')
          expect({ ...now, export_receipt: '' }).toEqual({ ...before, export_receipt: '' });
        else await keepUp(reply);
        before =
          reply.status >= 400 || operation.method === 'GET' ? now : await fingerprintOf(world.database);
      }),
      { numRuns: TRIES, endOnFailure: true },
    );
  });
});

describe('what was sent', () => {
  it('reached every part: some was accepted, and some refused at each gate', () => {
    expect(Object.keys(answered).map(Number)).toEqual(
      expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 428]),
    );
  });
});

/**
 * Headers as they go over the wire: bytes, which is all that can be sent, and the case's own revision where that is
 * asked for.
 */
function latin(sent: Record<string, string>, path: string): Record<string, string> {
  const driven = cases.find(({ reference }) => path.includes(reference));
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      Buffer.from(value === CURRENT ? `"${driven?.revision ?? 1}"` : value, 'utf8').toString('latin1'),
    ]),
  );
}
