import type { RouteOptions } from 'fastify';
import { CASE_ACTION_NAMES, type Role } from '#domain';
import { PeopleService } from '#identity';
import { AppLogger } from '#platform';
import { createWeb } from '../../apps/web/run-web.js';
import type { Person } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { fingerprintOf } from '../api/world/database-state.js';
import { addWhoHoldsTogether } from '../api/world/held-together.js';
import type { Json } from '../api/world/http-client.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// No administrator does anything to a case: not as such, and not in another role they held before roles were kept apart.

let world: PagesWorld;
let driven: DrivenCase;
/** Holds every role there is, which the database would not have any more. */
let everything: Person;
beforeAll(async () => {
  world = await startPagesWorld();
  driven = await new CaseDriver(world).driveTo('recommended');
  const { department, assurance } = world.organisations;
  everything = await addWhoHoldsTogether(world, 'Demonstration everything', [
    ['submitter', department.id],
    ['assurance-lead', department.id],
    ['reviewer', assurance.id],
    ['decider', assurance.id],
    ['auditor', assurance.id],
    ['administrator', assurance.id],
  ]);
});
afterAll(() => world.close());

/** Addresses of every page of a case that takes a form. */
async function formsOfCases(): Promise<readonly string[]> {
  const app = await createWeb(world.config, { logger: new AppLogger({ level: 'fatal' }) });
  const found: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      if ([method].flat().includes('POST') && url.startsWith('/cases')) found.push(url);
    });
  await app.init();
  await app.close();
  return found.filter((url) => !url.startsWith('/cases/searches'));
}

function pathOf(url: string): string {
  return url
    .replace(':reference', driven.reference)
    .replace(/legacy-exceptions\/:\w+/, `legacy-exceptions/${driven.exceptionId}`)
    .replaceAll(/:\w+/g, '1');
}

/** Does something and says which tables it changed, beside who looked and who is signed in. */
async function changedBy(work: () => Promise<void>): Promise<readonly string[]> {
  const before = await fingerprintOf(world.database);
  await work();
  const after = await fingerprintOf(world.database);
  return Object.keys(after).filter(
    (table) => after[table] !== before[table] && !['access_record', 'web_session'].includes(table),
  );
}

const FIELDS = {
  reason: 'Because.',
  version: '1',
  body: 'A comment.',
  audience: 'shared',
  outcome: 'approved',
  approvedPounds: '1',
  title: 'A request',
};

it.each(['administrator', 'everything'] as const)(
  'no form of a case that an administrator sends does anything (%s)',
  async (who) => {
    const person = who === 'everything' ? everything : world.people.administrator;
    const client = await PageClient.of(world, person.id);
    const urls = await formsOfCases();
    expect(urls.length).toBeGreaterThan(35);
    const answers: (readonly [string, number])[] = [];
    const changed = await changedBy(async () => {
      for (const url of urls) {
        const fields = { ...FIELDS, organisationId: world.organisations.department.id };
        answers.push([url, (await client.post(pathOf(url), fields)).status]);
      }
    });
    expect(changed).toEqual([]);
    // Refused, or sent back to look for another case; never done.
    expect(answers.filter(([, status]) => status >= 500)).toEqual([]);
  },
);

it('every action of a case is refused to an administrator who holds every other role, in so many words', async () => {
  const { actions } = await world.http.read<{
    actions: { action: string; allowed: boolean; why: string[] }[];
  }>(everything, `/cases/${driven.reference}/actions`);
  expect(actions.map(({ action }) => action).sort()).toEqual([...CASE_ACTION_NAMES].sort());
  for (const { action, allowed, why } of actions)
    expect([action, allowed, why]).toEqual([
      action,
      false,
      ['An administrator does nothing to cases, whatever other roles they hold'],
    ]);
});

it.each([
  ['POST', '', { title: 'Mine' }],
  ['PATCH', '/:reference/details', { title: 'Changed' }],
  ['PUT', '/:reference/points/5', { selfAssessment: 'met', narrative: 'It is.', links: [] }],
  ['POST', '/:reference/withdraw', { reason: 'So.' }],
  ['POST', '/:reference/comments', { body: 'A comment.', audience: 'shared' }],
  ['POST', '/:reference/comments', { body: 'A comment.', audience: 'internal' }],
  ['PUT', '/:reference/assessments/5', { version: 1, verdict: 'met' }],
  ['POST', '/:reference/refer-back', { version: 1, reason: 'So.' }],
  ['POST', '/:reference/approve', { version: 1, reason: 'So.', approvedPence: 100 }],
  ['POST', '/:reference/not-approve', { version: 1, reason: 'So.' }],
  ['POST', '/:reference/unassign', { reason: 'So.' }],
  ['POST', '/:reference/extend-clock', { target: 'decide', days: 1, reason: 'So.' }],
] as const)('%s /cases%s of such an administrator is refused', async (method, path, body: Json) => {
  const changed = await changedBy(async () => {
    const { status, body: told } = await world.http.send(
      everything,
      method,
      `/cases${path.replace(':reference', driven.reference)}`,
      {
        body: path === '' ? { ...body, organisationId: world.organisations.department.id } : body,
        ifMatch: driven.revision,
      },
    );
    expect(status).toBe(403);
    expect(told['detail']).toContain('An administrator does nothing to cases');
  });
  expect(changed).toEqual([]);
});

it('nobody is made both by an administrator: neither is given beside the other', async () => {
  const { administrator, decider } = world.people;
  const { assurance, department } = world.organisations;
  const second = await world.addPerson('Demonstration second administrator', [
    ['administrator', assurance.id],
  ]);
  const give = async (person: Person, role: Role, organisationId: string) =>
    world.http.send(administrator, 'POST', `/people/${person.id}/roles`, { body: { role, organisationId } });
  for (const [person, role, organisation] of [
    [second, 'submitter', department],
    [second, 'assurance-lead', department],
    [second, 'reviewer', assurance],
    [second, 'decider', assurance],
    [second, 'auditor', assurance],
    [decider, 'administrator', assurance],
  ] as const) {
    const { status, body } = await give(person, role, organisation.id);
    expect([role, status]).toEqual([role, 409]);
    expect(body['errors']).toMatchObject([{ pointer: '/role' }]);
  }
  const invited = await world.http.send(administrator, 'POST', '/people/invitations', {
    body: { name: second.name, email: second.email, role: 'decider', organisationId: assurance.id },
  });
  expect(invited.status).toBe(409);
});

it('nobody is made both by a set-up either', async () => {
  const { assurance } = world.organisations;
  const people = world.api.app.get(PeopleService, { strict: false });
  const give = (person: Person, role: Role) => people.giveRole(null, person.id, role, assurance.id);
  await expect(give(world.people.administrator, 'auditor')).rejects.toMatchObject({
    problem: { status: 409 },
  });
  await expect(give(world.people.auditor, 'administrator')).rejects.toMatchObject({
    problem: { status: 409 },
  });
});
