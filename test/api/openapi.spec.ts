import { Validator } from '@seriousme/openapi-schema-validator';
import type { RouteOptions } from 'fastify';
import { AppLogger } from '#platform';
import { createApi } from '../../apps/api/run-api.js';
import { declaredRoutes } from '../../apps/api/openapi/build-openapi.js';
import { startWorld, type World } from './world/api-world.js';
import { ADDRESS_PARAMETERS } from '../architecture/address-parameters.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';

let world: World;
let description: Description;
beforeAll(async () => {
  world = await startWorld();
  description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
});
afterAll(() => world.close());

/** `/cases/:reference` as the description writes it. */
function inBraces(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

/** Every route the server itself knows, by method and path. */
async function routesOfServer(): Promise<string[]> {
  const app = await createApi(world.config, { logger: new AppLogger({ level: 'fatal' }) });
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS') routes.push(`${one} ${inBraces(url)}`);
    });
  await app.init();
  await app.close();
  return routes;
}

function parameterNames(node: Json, where: string): string[] {
  return (node['parameters'] as Json[])
    .map((parameter) => description.resolve(parameter))
    .filter((parameter) => parameter['in'] === where)
    .map((parameter) => String(parameter['name']));
}

function headersOf(node: Json, status: string): string[] {
  const response = description.resolve((node['responses'] as Json)[status]);
  return Object.keys(response['headers'] ?? {});
}

function statusesOf(node: Json): string[] {
  return Object.keys(node['responses'] as Json);
}

describe('the description of the whole API', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(description.document['openapi']).toMatch(/^3\.1\./);
    const result = await new Validator().validate(structuredClone(description.document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('refers to nothing that is not there, and keeps nothing nobody refers to', () => {
    const text = JSON.stringify(description.document);
    const refs = new Set([...text.matchAll(/"\$ref":"(#\/[^"]+)"/g)].map((match) => match[1]!));
    for (const ref of refs)
      expect({ ref, found: Object.keys(description.resolve({ $ref: ref })).length > 0 }).toEqual({
        ref,
        found: true,
      });
    const schemas = Object.keys((description.document['components'] as Json)['schemas'] as Json);
    expect(schemas.filter((name) => !refs.has(`#/components/schemas/${name}`))).toEqual([]);
  });

  it('describes exactly the routes there are', async () => {
    const described = description.operations.map(({ method, path }) => `${method} ${path}`);
    expect(described.sort()).toEqual((await routesOfServer()).sort());
    expect(described.length).toBeGreaterThan(60);
  });

  it('says of every route who it is for', () => {
    const undeclared = declaredRoutes(world.api.app).filter(({ rule }) => rule === undefined);
    expect(undeclared).toEqual([]);
    const described = description.operations.map(({ id, access }) => [id, access]);
    const declared = declaredRoutes(world.api.app).map(({ operationId, rule }) => [operationId, rule]);
    expect(described.sort()).toEqual(declared.sort());
  });

  it('closes every schema of a body, sent or answered about cases', () => {
    const { schemas } = description.document['components'] as { schemas: Record<string, Json> };
    const open = Object.entries(schemas)
      .filter(
        ([name]) =>
          !/^(Problem|.*(Resource|Page|Session|Summary|Person|Liveness|Readiness|Welcome))$/.test(name),
      )
      .filter(([, schema]) => schema['type'] === 'object' && schema['additionalProperties'] !== false)
      // One of several objects: each of them is closed.
      .filter(([, schema]) => schema['oneOf'] === undefined)
      .map(([name]) => name);
    expect(open).toEqual([]);
  });

  it('has addresses of parts that are classified, none of them for a secret or for a person’s name', () => {
    const named = new Set(
      description.operations.flatMap(({ node }) => [
        ...parameterNames(node, 'path'),
        ...parameterNames(node, 'query'),
      ]),
    );
    expect(named.size).toBeGreaterThan(50);
    expect([...named].filter((name) => !Object.hasOwn(ADDRESS_PARAMETERS, name))).toEqual([]);
    // What people are called is looked for by a header, and words alone in cases and in names of organisations.
    const people = description.operations.find(({ id }) => id === 'People.list')!;
    expect(parameterNames(people.node, 'header')).toContain('Looked-For');
    const byWords = description.operations
      .filter(({ node }) =>
        parameterNames(node, 'query').some((name) => ADDRESS_PARAMETERS[name] === 'words looked for'),
      )
      .map(({ path }) => path.split('/')[3]);
    expect(new Set(byWords)).toEqual(
      new Set(['cases', 'component-take-up', 'decision-history', 'organisations']),
    );
  });

  it('asks for a key on every POST but signing in, and for the revision on every change to a case', () => {
    for (const { id, method, path, access, node } of description.operations) {
      const takesKey = parameterNames(node, 'header').includes('Idempotency-Key');
      expect({ id, takesKey }).toEqual({ id, takesKey: method === 'POST' && access !== 'anyone' });
      if (takesKey) expect(statusesOf(node)).toEqual(expect.arrayContaining(['400', '422']));
      if (!path.startsWith('/api/v1/cases') || method === 'GET') continue;
      // Additions overwrite nothing.
      const isAddition =
        method === 'POST' &&
        /\/(cases|comments|legacy-exceptions|attachments|external-decisions|relations|put-in-touch|dismiss|disposal|disposal\/(hold|release))$/.test(
          path,
        );
      // An attached file never changes, so there is no revision of it to have looked at.
      const isOfFile = method === 'DELETE' && path.endsWith('/attachments/{id}');
      const takesRevision = parameterNames(node, 'header').includes('If-Match');
      expect({ id, takesRevision }).toEqual({ id, takesRevision: !isAddition && !isOfFile });
      if (takesRevision) expect(statusesOf(node)).toEqual(expect.arrayContaining(['412', '428']));
      const success = statusesOf(node).find((status) => status.startsWith('2'))!;
      // Who looks after records may not see the case, so its revision is not told either.
      const isTold = !/\/disposal(\/(hold|release))?$/.test(path);
      expect({ id, isTold: headersOf(node, success).includes('ETag') }).toEqual({ id, isTold });
      expect(headersOf(node, success).includes('Location')).toBe(success === '201');
    }
  });

  it('tells a reader of a case about 304', () => {
    const read = description.operations.find(({ id }) => id === 'CaseReading.read')!;
    expect(statusesOf(read.node)).toEqual(expect.arrayContaining(['200', '304', '401', '403', '404', '500']));
    expect(parameterNames(read.node, 'header')).toContain('If-None-Match');
  });

  it('says what every operation is for, in words', () => {
    const silent = description.operations.filter(
      ({ path, node }) => /cases|decisions|reference-data/.test(path) && !node['summary'],
    );
    expect(silent).toEqual([]);
  });
});
