import { SCOPES, type MachineRule, type Role, type Scope } from '#domain';
import { MachineTokenService } from '#identity';
import { declaredRoutes } from '../../apps/api/openapi/build-openapi.js';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { Description, type Operation } from '../api/world/description.js';
import { addWhoHoldsTogether } from '../api/world/held-together.js';

// Every route × every scope: a program gets in with the scope a route declares, with no other, and nowhere else.

let world: World;
let description: Description;
let driven: DrivenCase;
/** Whoever holds every role: what a program of theirs is refused is refused because it is a program. */
let everything: { readonly id: string; readonly token: string };
const tokenOf = new Map<string, string>();
beforeAll(async () => {
  world = await startWorld();
  description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  driven = await new CaseDriver(world).driveTo('approved-with-conditions');
  const { department, assurance } = world.organisations;
  const roles: [Role, string][] = [
    ['submitter', department.id],
    ['assurance-lead', department.id],
    ['reviewer', assurance.id],
    ['decider', assurance.id],
    ['auditor', assurance.id],
    ['administrator', assurance.id],
  ];
  everything = await addWhoHoldsTogether(world, 'Demonstration everything', roles);
  for (const scopes of [SCOPES, ...SCOPES.map((scope) => SCOPES.filter((other) => other !== scope))])
    tokenOf.set(scopes.join(), await token(scopes));
});
afterAll(() => world.close());

async function token(scopes: readonly Scope[]): Promise<string> {
  const { secret } = await world.api.app.get(MachineTokenService, { strict: false }).make(
    {
      personId: everything.id,
      name: 'Everything',
      email: '',
      rolesAt: world.clock.now(),
      roles: [
        { role: 'submitter', organisationId: world.organisations.department.id },
        { role: 'auditor', organisationId: world.organisations.assurance.id },
        { role: 'administrator', organisationId: world.organisations.assurance.id },
      ],
    },
    { name: scopes.join(' ').slice(0, 100), scopes },
  );
  return secret!;
}

function withAll(): { token: string } {
  return { token: tokenOf.get(SCOPES.join()) ?? '' };
}

function without(scope: Scope): { token: string } {
  return { token: tokenOf.get(SCOPES.filter((other) => other !== scope).join()) ?? '' };
}

function addressOf({ path }: Operation): string {
  return path
    .replace('/api/v1', '')
    .replace('{reference}', driven.reference)
    .replace('{question}', 'decisions')
    .replace(/\{(point|number|sequence)\}/, '1')
    .replaceAll(/\{\w+\}/g, driven.exceptionId);
}

/** Routes that somebody must be known for, with what they declare to programs. */
function routes(): readonly { readonly operation: Operation; readonly rule: MachineRule | undefined }[] {
  const rules = new Map(
    declaredRoutes(world.api.app).map(({ operationId, machineRule }) => [operationId, machineRule]),
  );
  return description.operations
    .filter(({ access }) => access !== 'anyone')
    .map((operation) => ({ operation, rule: rules.get(operation.id) }));
}

describe('every route', () => {
  it('declares the scope it needs, or why it is for people alone, and describes itself so', () => {
    expect(routes().length).toBeGreaterThan(110);
    for (const { operation, rule } of routes()) {
      expect({ id: operation.id, declared: rule !== undefined }).toEqual({
        id: operation.id,
        declared: true,
      });
      expect(operation.node['x-scope']).toBe(
        rule !== undefined && 'scope' in rule ? rule.scope : 'people only',
      );
    }
  });

  it('that reads has a scope for reading, and one that changes something for writing', () => {
    for (const { operation, rule } of routes())
      if (rule !== undefined && 'scope' in rule)
        expect([operation.id, rule.scope.split(':')[1]]).toEqual([
          operation.id,
          operation.method === 'GET' ? 'read' : 'write',
        ]);
  });

  it('that needs a scope lets a program in that has it, and refuses one that has every other', async () => {
    const met = new Set<Scope>();
    for (const { operation, rule } of routes()) {
      if (rule === undefined || !('scope' in rule)) continue;
      met.add(rule.scope);
      const path = addressOf(operation);
      const refused = await world.http.send(without(rule.scope), operation.method, path);
      expect([operation.id, refused.status]).toEqual([operation.id, 403]);
      expect(refused.body['detail']).toBe(
        `This needs the scope “${rule.scope}”, which the token does not have.`,
      );
      const allowed = await world.http.send(withAll(), operation.method, path);
      expect([operation.id, allowed.text.includes('the scope “'), allowed.status >= 500]).toEqual([
        operation.id,
        false,
        false,
      ]);
      // The whole log is for nobody who also speaks for a department, as whoever has every scope here does.
      const read = operation.id === 'LogExport.export' ? [403] : [200, 400, 404];
      if (operation.method === 'GET')
        expect([operation.id, read.includes(allowed.status)]).toEqual([operation.id, true]);
    }
    // One opens no route: the database asks for it, whichever route it is.
    expect([...met, 'marked-cases:read'].sort()).toEqual([...SCOPES].sort());
  });

  it('that is for people alone refuses a program that has every scope, and says why', async () => {
    const people = routes().filter(({ rule }) => rule !== undefined && 'peopleOnly' in rule);
    expect(people.length).toBeGreaterThan(45);
    for (const { operation } of people) {
      const { status, body } = await world.http.send(withAll(), operation.method, addressOf(operation));
      expect([operation.id, status]).toEqual([operation.id, 403]);
      expect(body['detail']).toMatch(/^[A-Z].+\. No scope of a token or a client gives it: a person/);
    }
  });

  it('leaves things as they were when a program was refused', async () => {
    const { revision } = await world.http.read<{ revision: number }>(
      world.people.submitter,
      `/cases/${driven.reference}`,
    );
    expect(revision).toBe(driven.revision);
  });
});
