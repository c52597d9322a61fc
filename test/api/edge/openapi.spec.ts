import { Validator } from '@seriousme/openapi-schema-validator';
import { declaredRoutes } from '../../../apps/api/openapi/build-openapi.js';
import { send, startEdge, type EdgeApp } from './edge-app.js';

type Json = Record<string, unknown>;
let edge: EdgeApp;
let document: Json;

beforeAll(async () => {
  edge = await startEdge();
  document = (await send(`${edge.url}/api/v1/openapi.json`)).body;
});
afterAll(() => edge.close());

function at(...path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document);
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!);
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of new Set(refs))
      expect({ ref, found: at(...ref.split('/')) !== undefined }).toEqual({ ref, found: true });
  });

  it('describes every route, with who it is for', () => {
    const operations = Object.values(at('paths') as Json).flatMap(
      (item) => Object.values(item as Json) as Json[],
    );
    const described = operations.map((operation) => [operation['operationId'], operation['x-access']]);
    const declared = declaredRoutes(edge.app).map((route) => [route.operationId, route.rule]);
    expect(described.sort()).toEqual(declared.sort());
    expect(described).toContainEqual(['People.create', 'administrator']);
  });

  it('writes null as JSON Schema does, and closes what is sent', () => {
    expect(at('components', 'schemas', 'OrganisationRequest')).toMatchObject({
      type: 'object',
      required: ['key', 'name'],
      additionalProperties: false,
      properties: { acronym: { type: ['string', 'null'], examples: ['HO'] } },
    });
    expect(at('components', 'schemas', 'OrganisationResource')).not.toHaveProperty('additionalProperties');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('lists the problems of a route and the correlation id of every answer', () => {
    const roles = at('paths', '/api/v1/people/{id}/roles', 'post', 'responses') as Record<string, Json>;
    expect(Object.keys(roles)).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '404', '409', '422']),
    );
    expect(roles['201']?.['headers']).toHaveProperty('X-Correlation-Id');
    expect(at('paths', '/api/v1/sessions', 'post', 'security')).toEqual([]);
    expect(at('paths', '/api/v1/sessions', 'post', 'responses', '401', 'content')).toHaveProperty([
      'application/problem+json',
    ]);
  });
});
