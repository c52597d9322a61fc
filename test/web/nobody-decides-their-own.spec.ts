import { randomUUID } from 'node:crypto';
import { CASE_ACTION_NAMES, DECIDED_STATES, ruleFor, type CaseAction, type DecidedState } from '#domain';
import { PeopleService } from '#identity';
import type { Person } from '../api/world/api-world.js';
import { CONDITION } from '../api/world/case-content.js';
import { CaseDriver, decisionBody, type DrivenCase } from '../api/world/case-driver.js';
import type { Json } from '../api/world/http-client.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// By no route, of the API or of the pages, does somebody decide on a case of an organisation they submit for, or on
// their own recommendation: whichever role came first, and whether they still hold it.

/** Every way of deciding there is: what the table keeps from who recommended. */
const DECIDING = CASE_ACTION_NAMES.filter((action) =>
  (ruleFor(action).guards as readonly string[]).includes('not-own-recommendation'),
);
const OF_THE_DEPARTMENT =
  'You speak for the organisation this case belongs to, so somebody else at GDS Assurance must do this';
const RECOMMENDED = 'You made the recommendation, so somebody else must decide';

let world: PagesWorld;
let driver: CaseDriver;
/** One waits for a decision, one is decided. */
let waiting: DrivenCase;
let decided: DrivenCase;
/** Who may not decide on either, and why. */
const barred: { readonly who: string; readonly person: Person; readonly why: string }[] = [];

beforeAll(async () => {
  world = await startPagesWorld();
  driver = new CaseDriver(world);
  const { assurance, department } = world.organisations;
  const people = world.api.app.get(PeopleService, { strict: false });
  const give = (person: Person, role: 'submitter' | 'assurance-lead' | 'decider', organisationId: string) =>
    people.giveRole(null, person.id, role, organisationId);
  const bar = (who: string, person: Person, why: string) => barred.push({ who, person, why });

  const always = await world.addPerson('Demonstration submitter and decider', [
    ['submitter', department.id],
    ['decider', assurance.id],
  ]);
  bar('a submitter of the department who is a decider too', always, OF_THE_DEPARTMENT);
  const mover = await world.addPerson('Demonstration submitter who moves', [['submitter', department.id]]);
  bar('who wrote some of it and then moved to GDS Assurance', mover, OF_THE_DEPARTMENT);
  const joiner = await world.addPerson('Demonstration decider who joins', [['decider', assurance.id]]);
  bar('a decider who was made a lead of the department afterwards', joiner, OF_THE_DEPARTMENT);
  const both = await world.addPerson('Demonstration reviewer and decider', [
    ['reviewer', assurance.id],
    ['decider', assurance.id],
  ]);
  bar('who recommended and is a decider too', both, RECOMMENDED);
  const risen = await world.addPerson('Demonstration reviewer who rises', [['reviewer', assurance.id]]);
  bar('who recommended and was made a decider afterwards', risen, RECOMMENDED);

  waiting = await prepared(mover, both, risen);
  decided = await prepared(mover, both, risen);
  await driver.decide(decided, 'approved');
  await world.owner.query({
    text: `update role_assignment set valid_to = valid_from where person_id = $1`,
    values: [mover.id],
  });
  await give(mover, 'decider', assurance.id);
  await give(joiner, 'assurance-lead', department.id);
  await give(risen, 'decider', assurance.id);
});
afterAll(() => world.close());

/** A case one has worked on for the department, and others have recommended, one after the other. */
async function prepared(writer: Person, ...recommenders: readonly Person[]): Promise<DrivenCase> {
  const driven = await driver.draft();
  const edited = await world.http.expect(200, writer, 'PATCH', `/cases/${driven.reference}/details`, {
    body: { title: 'Reworded' },
    ifMatch: 1,
  });
  driven.revision = Number(edited.body['revision']);
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(driven, step);
  await driver.assess(driven);
  for (const [place, person] of recommenders.entries()) {
    const body = { version: driven.version, outcome: 'approved', reason: 'It is sound.' };
    const path = `/cases/${driven.reference}/recommend`;
    const made = await world.http.expect(200, person, 'POST', path, { body, ifMatch: driven.revision });
    driven.revision = Number(made.body['revision']);
    if (place === recommenders.length - 1) break;
    const back = { version: driven.version, reason: 'Look again.' };
    await driver.act(driven, 'decider', 'POST', 'refer-back', back);
  }
  return driven;
}

/** The case an action can be asked of, and a body it would take. */
function askFor(action: CaseAction): { readonly driven: DrivenCase; readonly body: Json } {
  if (action === 'approve') return { driven: waiting, body: decisionBody(waiting, 'approved') };
  if (action === 'approve-with-conditions')
    return { driven: waiting, body: decisionBody(waiting, 'approved-with-conditions') };
  if (action === 'not-approve') return { driven: waiting, body: decisionBody(waiting, 'not-approved') };
  if (action !== 'supersede') throw new Error(`${action} is a new way of deciding: say how it is asked for`);
  const body = { ...decisionBody(decided, 'not-approved'), outcome: 'not-approved' };
  return { driven: decided, body: { ...body, supersedes: decided.decisionId ?? randomUUID() } };
}

/** The form of a decision, filled in as the pages' own is. */
function formOf(driven: DrivenCase, outcome: DecidedState): Record<string, string> {
  return {
    revision: String(driven.revision),
    version: String(driven.version),
    reason: 'The case is made.',
    ...(outcome === 'not-approved' ? {} : { approvedAmount: '50,000', approvedPence: '50,000' }),
    ...(outcome === 'approved-with-conditions'
      ? {
          conditionCount: '1',
          'condition-1-text': String(CONDITION['text']),
          'condition-1-ownerName': String(CONDITION['ownerName']),
          'condition-1-ownerEmail': String(CONDITION['ownerEmail']),
          'condition-1-dueOn-day': '1',
          'condition-1-dueOn-month': '12',
          'condition-1-dueOn-year': '2026',
        }
      : {}),
    ...(driven.decisionId === null ? {} : { supersedes: driven.decisionId }),
  };
}

async function standing(): Promise<unknown> {
  return Promise.all(
    [waiting, decided].map(({ reference }) => world.http.read(world.people.auditor, `/cases/${reference}`)),
  );
}

it('there are the ways of deciding this tries', () => {
  expect(DECIDING).toEqual(['approve', 'approve-with-conditions', 'not-approve', 'supersede']);
});

describe('by the API', () => {
  it('each of them is refused in a sentence that says why, and the cases stay as they were', async () => {
    const before = await standing();
    for (const { who, person, why } of barred)
      for (const action of DECIDING) {
        const { driven, body } = askFor(action);
        const path = `/cases/${driven.reference}/${action}`;
        const reply = await world.http.send(person, 'POST', path, { body, ifMatch: driven.revision });
        expect({ who, action, status: reply.status, why: reply.body['detail'] }).toEqual({
          who,
          action,
          status: 403,
          why,
        });
      }
    expect(await standing()).toEqual(before);
  });

  it('nor does who speaks for the department send a recommendation back', async () => {
    const body = { version: waiting.version, reason: 'So.' };
    for (const { person } of barred.filter(({ why }) => why === OF_THE_DEPARTMENT)) {
      const path = `/cases/${waiting.reference}/refer-back`;
      const reply = await world.http.send(person, 'POST', path, { body, ifMatch: waiting.revision });
      expect(reply).toMatchObject({ status: 403, body: { detail: OF_THE_DEPARTMENT } });
    }
  });
});

describe('by the pages', () => {
  const FORMS = [
    ...DECIDED_STATES.flatMap((outcome) =>
      (['decide', 'supersede'] as const).flatMap((kind) =>
        ['', '/confirm'].map((step) => ({ kind, outcome, step })),
      ),
    ),
  ];

  it('no form of theirs decides anything', async () => {
    const before = await standing();
    for (const { who, person } of barred) {
      const client = await PageClient.of(world, person.id);
      const _csrf = await client.token();
      for (const { kind, outcome, step } of FORMS) {
        const driven = kind === 'decide' ? waiting : decided;
        const path = `/cases/${driven.reference}/${kind}/${outcome}${step}`;
        const { status } = await client.post(path, { ...formOf(driven, outcome), _csrf });
        expect({ who, path, refused: status >= 400 && status < 500 }).toEqual({ who, path, refused: true });
      }
    }
    expect(await standing()).toEqual(before);
  });

  it('while somebody who had no part in it is shown their decision to make final by the same form', async () => {
    const client = await PageClient.of(world, world.people.decider.id);
    const form = formOf(waiting, 'not-approved');
    const { status, html } = await client.post(`/cases/${waiting.reference}/decide/not-approved`, form);
    expect(status).toBe(200);
    expect(html).toContain('/decide/not-approved/confirm');
  });
});

it('somebody who had no part in it decides', async () => {
  await driver.decide(waiting, 'approved');
  expect(waiting.state).toBe('approved');
});
