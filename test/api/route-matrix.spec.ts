import { randomUUID } from 'node:crypto';
import { CASE_ACTION_NAMES, type AccessRule, type HeldRole } from '#domain';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { CAST, PARTS, startWorld, type Part, type Person, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import { CaseOperations } from './world/case-operations.js';
import { Description, type Operation } from './world/description.js';
import type { Reply } from './world/http-client.js';
import { ACTIONS_OF, answerTo, type Answered } from './world/who-may.js';

// Every route × everybody × a case of their own organisation and of another, generated out of the API's own description.

const AT_ONCE = 8;

/** What an auditor may send that is no reading, with the reason. Nothing of it is any case's. */
const AUDITORS_OWN: Readonly<Record<string, string>> = {
  'Sessions.create': 'signing in, which anyone may',
  'Sessions.end': 'ending their own session',
  'Sessions.endOthers': 'ending their own other sessions',
  'EmailPreference.choose': 'which emails they themselves get',
  'SavedSearches.create': 'a search they keep',
  'SavedSearches.change': 'a search they keep',
  'SavedSearches.remove': 'a search they keep',
  'SavedSearches.follow': 'being told of what a search they may see finds',
  'SavedSearches.unfollow': 'being told no more',
  'OwnTokens.make': 'a token for a program of theirs, which may do no more than they',
  'OwnTokens.revoke': 'ending such a token',
};

/** Work on the record of a case by whoever keeps records, with no sight of the case. */
const OF_RECORDS = 'Disposal.';
/** Makes a case, for an organisation the body names. */
const MAKES_A_CASE = 'Drafting.create';
/** Ends the session it is asked with, or those of everybody there is by then. */
const ENDS_THE_SESSION = 'Sessions.end';
const ENDS_ALL_SESSIONS = 'People.endEverybodysSessions';

/** What the cases have not got, so that also who is let in finds nothing. */
const NOT_THERE = [
  'Advice.read',
  'CaseHistory.difference',
  'Relations.unrelate',
  'LikenessOfCase.pair',
  'LikenessOfCase.putInTouch',
  'LikenessOfCase.dismiss',
  'Attachments.read',
  'Attachments.download',
  'Attachments.remove',
];
/** Only so many run at once, and who comes too late is told so. */
const MAY_BE_BUSY = 'DecisionHistory.export';

interface Asked {
  readonly operation: Operation;
  readonly part: Part | 'not signed in';
  readonly place: Place;
  readonly expected: Answered;
  readonly reply: Reply;
}

type Place = 'department' | 'assurance';

let kept: KeptFiles;
let world: World;
let description: Description;
let asked: readonly Asked[];
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
  asked = await askEverything();
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

/** A case that has everything, of the department or of GDS Assurance itself. */
async function richCaseOf(place: Place): Promise<CaseOperations> {
  const organisation = world.organisations[place];
  const [submitter, lead] =
    place === 'department'
      ? [world.people.submitter, world.people.lead]
      : [
          await world.addPerson('Demonstration submitter of GDS', [['submitter', organisation.id]]),
          await world.addPerson('Demonstration lead of GDS', [['assurance-lead', organisation.id]]),
        ];
  const there: World = {
    ...world,
    organisations: { ...world.organisations, department: organisation },
    people: { ...world.people, submitter, lead },
  };
  const driver = new CaseDriver(there);
  const rich = await driver.driveTo('approved-with-conditions');
  const said = { audience: 'shared', body: 'Shared.' };
  const { body } = await driver.act(rich, 'reviewer', 'POST', 'comments', said);
  return new CaseOperations(world, description, rich, String(body['commentId']));
}

function rolesOf(part: Part): readonly HeldRole[] {
  const held = CAST[part];
  return held === null ? [] : [{ role: held[0], organisationId: world.organisations[held[1]].id }];
}

function isOfACase({ path }: Operation): boolean {
  return path.startsWith('/api/v1/cases/{reference}') || path.startsWith('/api/v1/advice/{reference}');
}

function expectedOf(operation: Operation, part: Part | 'not signed in', place: Place): Answered {
  const organisationId = world.organisations[place].id;
  const actions =
    operation.id === MAKES_A_CASE ? (['edit-content'] as const) : (ACTIONS_OF[operation.id] ?? []);
  const ofCase =
    isOfACase(operation) && !operation.id.startsWith(OF_RECORDS) ? { organisationId, actions } : null;
  const roles = part === 'not signed in' ? null : rolesOf(part);
  const answer = answerTo(operation.access as AccessRule, roles, ofCase);
  if (operation.id !== MAKES_A_CASE || answer !== 'let in') return answer;
  // A case that is not there yet cannot be hidden from anybody.
  return answerTo('signed-in', roles, { organisationId, actions }) === 'let in' ? 'let in' : 403;
}

/** Asks for what is about no case: with an id of nothing, and a body that says nothing, so that nothing comes of it. */
async function askPlainly(person: Person | null, operation: Operation, place: Place): Promise<Reply> {
  const path = operation.path
    .replace('{kind}', 'regime')
    .replace('{question}', 'decisions')
    .replaceAll(/\{(id|roleId|deliveryId)\}/g, randomUUID())
    .replaceAll(/\{\w+\}/g, '1');
  const body =
    operation.id === MAKES_A_CASE
      ? { organisationId: world.organisations[place].id, title: 'A request' }
      : operation.node['requestBody'] === undefined
        ? undefined
        : {};
  const ends = operation.id === ENDS_THE_SESSION && person !== null;
  const asker = ends ? await world.addPerson('Demonstration person who leaves') : person;
  return world.http.send(asker, operation.method, `/${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(operation.method === 'GET' ? {} : { ifMatch: 1 }),
  });
}

async function askEverything(): Promise<readonly Asked[]> {
  const cases = { department: await richCaseOf('department'), assurance: await richCaseOf('assurance') };
  const all = description.operations.flatMap((operation) => {
    const places =
      isOfACase(operation) || operation.id === MAKES_A_CASE ? ['department', 'assurance'] : ['department'];
    return [...PARTS, 'not signed in' as const].flatMap((part) =>
      (places as Place[]).map((place) => ({ operation, part, place })),
    );
  });
  const [last, left] = [true, false].map((ends) =>
    all.filter(({ operation }) => (operation.id === ENDS_ALL_SESSIONS) === ends),
  ) as [typeof all, typeof all];
  const done: Asked[] = [];
  const take = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const { operation, part, place } = one;
      const person = part === 'not signed in' ? null : world.people[part];
      const reply = isOfACase(operation)
        ? await cases[place].askAs(person, operation)
        : await askPlainly(person, operation, place);
      done.push({ ...one, expected: expectedOf(operation, part, place), reply });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  // Once nobody has anything left to ask.
  left.push(
    ...last.filter(({ part }) => part !== 'administrator'),
    ...last.filter(({ part }) => part === 'administrator'),
  );
  await take();
  return done;
}

/** How a reply is to be read; the case's own 404 is told from that of a thing that is not there. */
function isAsExpected({ operation, expected, reply: { status, body } }: Asked): boolean {
  if (expected !== 'let in')
    return status === expected && typeof body['detail'] === 'string' && body['detail'] !== '';
  if (status === 401 || status === 403) return operation.id === 'Sessions.create' && status === 401;
  if (status === 503) return operation.id === MAY_BE_BUSY;
  if (status === 404) return !isOfACase(operation) || NOT_THERE.includes(operation.id);
  return status < 500;
}

function faultsAmong(some: readonly Asked[]): readonly string[] {
  return some
    .filter((one) => !isAsExpected(one))
    .map(
      ({ operation, part, place, expected, reply }) =>
        `${operation.id} for ${part}, a case of ${place}: ${reply.status} ${reply.text.slice(0, 160)}, not ${expected}`,
    );
}

describe('every route', () => {
  it('answers everybody as its rule and the lifecycle’s table say, in a sentence where it refuses', () => {
    expect(faultsAmong(asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(1_500);
  });

  it('that changes a case stands for actions of the table, and every action has one', () => {
    const changing = description.operations.filter(
      (operation) =>
        isOfACase(operation) && operation.method !== 'GET' && !operation.id.startsWith(OF_RECORDS),
    );
    expect(changing.map(({ id }) => id).sort()).toEqual(Object.keys(ACTIONS_OF).sort());
    expect([...new Set(Object.values(ACTIONS_OF).flat())].sort()).toEqual([...CASE_ACTION_NAMES].sort());
  });

  it('tells who is not signed in nothing but to sign in, unless it is for anyone', () => {
    const answers = asked.filter(
      ({ part, operation }) => part === 'not signed in' && operation.access !== 'anyone',
    );
    expect(new Set(answers.map(({ reply }) => reply.body['type']))).toEqual(
      new Set(['/problems/not-signed-in']),
    );
  });
});

describe('an auditor', () => {
  it('is refused whatever is no reading, but for what is their own', () => {
    const sent = asked.filter(({ part, operation }) => part === 'auditor' && operation.method !== 'GET');
    const accepted = sent.filter(({ reply }) => ![401, 403, 404].includes(reply.status));
    const others = accepted.filter(({ operation }) => AUDITORS_OWN[operation.id] === undefined);
    expect(others.map(({ operation, reply }) => `${operation.id}: ${reply.status}`)).toEqual([]);
    expect(sent.length).toBeGreaterThan(80);
  });

  it('has nothing of their own that is not a route for whoever is signed in, and of no case', () => {
    const listed = Object.keys(AUDITORS_OWN).map((id) =>
      description.operations.find((each) => each.id === id),
    );
    expect(listed.filter((operation) => operation === undefined || isOfACase(operation))).toEqual([]);
    expect(new Set(listed.map((operation) => operation?.access))).toEqual(new Set(['anyone', 'signed-in']));
  });
});
