import { randomUUID } from 'node:crypto';
import {
  CASE_ACTION_NAMES,
  CASE_STATES,
  isAdvice,
  isDecided,
  ruleFor,
  STATE_NAMES,
  whoMay,
  type AdviceState,
  type CaseAction,
  type CaseState,
  type DecidedState,
} from '#domain';
import { notFound } from '#platform';
import { keptFiles, type KeptFiles } from '../attachments/kept.js';
import { CAST, PARTS, startWorld, type Part, type Person, type World } from './world/api-world.js';
import { CaseDriver, decisionBody, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// Every state × every action × everybody, generated from the lifecycle table and tried over HTTP.

const AT_ONCE = 8;

let kept: KeptFiles;
let world: World;
let driver: CaseDriver;
/**
 * Cases to be marked as related and not to be any more, another department's that look alike and do not, and a reviewer
 * to hand over to.
 */
let other: DrivenCase;
let another: DrivenCase;
let alike: string;
let unlike: string;
let second: Person;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  driver = new CaseDriver(world);
  other = await driver.draft();
  another = await driver.draft();
  alike = await ofAnotherDepartment();
  unlike = await ofAnotherDepartment();
  second = await world.addPerson('Second reviewer', [['reviewer', world.organisations.assurance.id]]);
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

/** Makes a case of another department. @returns its reference */
async function ofAnotherDepartment(): Promise<string> {
  const { body } = await world.http.expect(201, world.people.stranger, 'POST', '/cases', {
    body: { title: 'Something alike', organisationId: world.organisations.otherDepartment.id },
  });
  return String(body['reference']);
}

/** How an action is asked for over HTTP. */
interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
  readonly ifMatch?: number | string;
  /** Of a file, instead of a body. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function askFor(action: CaseAction, driven: DrivenCase): Ask {
  const version = driven.version ?? 1;
  const reason = 'Because it is so.';
  const [condition = { id: randomUUID(), revision: 1 }] = driven.conditions;
  const post = (path: string, body?: Json, ifMatch = driven.revision): Ask => ({
    method: 'POST',
    path,
    ifMatch,
    ...(body === undefined ? {} : { body }),
  });
  const onCondition = (path: string, body?: Json, which = condition): Ask =>
    post(`conditions/${which.id}/${path}`, body, which.revision);
  const decide = (path: string, outcome: DecidedState, more: Json = {}): Ask =>
    post(path, { ...decisionBody({ ...driven, version }, outcome), ...more });
  switch (action) {
    case 'edit-content':
      return { method: 'PATCH', path: 'details', body: { title: 'Changed' }, ifMatch: 1 };
    case 'assess-point':
      return { method: 'PUT', path: 'assessments/1', body: { version, verdict: 'met' }, ifMatch: '"0"' };
    case 'rule-on-legacy-exception': {
      const path = `legacy-exceptions/${driven.exceptionId}/ruling`;
      return { method: 'PUT', path, body: { version, ruling: 'accepted', reason }, ifMatch: '"0"' };
    }
    case 'begin-request':
    case 'sign-off':
    case 'submit':
    case 'acknowledge':
    case 'start-review':
      return post(action);
    case 'take-back-sign-off':
    case 'resubmit':
    case 'withdraw':
    case 'close-draft-below-threshold':
    case 'close-submission-below-threshold':
      return post(action, { reason });
    case 'return':
      return post(action, { version, reason, points: [{ point: 1, question: 'Who?' }] });
    case 'recommend':
      return post(action, { version, outcome: 'approved', reason });
    case 'refer-back':
      return post(action, { version, reason });
    case 'approve':
      return decide(action, 'approved');
    case 'approve-with-conditions':
      return decide(action, 'approved-with-conditions');
    case 'not-approve':
      return decide(action, 'not-approved');
    case 'supersede':
      return decide(action, 'not-approved', {
        outcome: 'not-approved',
        supersedes: driven.decisionId ?? randomUUID(),
      });
    case 'record-departmental-assurance':
    case 'call-in':
      return post(action, { reason });
    case 'review-rating':
      return post(action, { version, rating: 'low' });
    case 'set-review-depth':
      return post(action, { depth: 'light' });
    case 'relate-case':
      return post('relations', { relatedReference: other.reference, kind: 'related', reason });
    case 'unrelate-case':
      return post(`relations/${driven.relationId ?? randomUUID()}/remove`, { reason }, 1);
    case 'put-in-touch':
      return post(`likenesses/${alike}/put-in-touch`, { reason });
    case 'dismiss-likeness':
      return post(`likenesses/${unlike}/dismiss`, { reason });
    case 'record-external-decision':
      return post('external-decisions', {
        kind: 'ministerial',
        outcome: 'approved',
        decidedOn: '2026-05-01',
        documentTitle: 'Submission',
        documentUrl: 'https://gds.example/submission',
      });
    case 'extend-clock':
      return post(action, { target: 'decide', days: 5, reason });
    case 'assign-reviewer':
      return post('assign', { reviewerId: world.people.reviewer.id });
    case 'hand-over':
      return post(action, { reviewerId: second.id, reason });
    case 'unassign':
      return post(action, { reason });
    case 'follow-up-advice':
      return post(`/advice/${driven.reference}/follow-ups`, { body: 'And by when?' });
    case 'answer-advice':
      return post(`/advice/${driven.reference}/answers`, { body: 'There is one.' });
    case 'refer-advice':
      return post(`/advice/${driven.reference}/referral`, { note: reason });
    case 'close-advice':
      return post(`/advice/${driven.reference}/closure`, { outcome: 'no-longer-needed' });
    case 'reopen-advice':
      return post(`/advice/${driven.reference}/reopening`, { body: 'Something is left.' });
    case 'tie-advice':
      return post(`/advice/${driven.reference}/about`, { about: another.reference });
    case 'publish-guidance':
      return post(`/advice/${driven.reference}/guidance`, { title: 'Platforms', body: 'There is one.' });
    case 'withdraw-guidance':
      return post(`/advice/${driven.reference}/guidance/${driven.guidanceId ?? randomUUID()}/withdrawal`, {
        reason,
      });
    case 'mark-advice':
      return post(`/advice/${driven.reference}/marking`, { protectiveMarking: 'OFFICIAL-SENSITIVE' });
    case 'attach-to-advice':
      return {
        method: 'POST',
        path: `messages/${driven.messageId ?? randomUUID()}/attachments`,
        raw: 'system,users\nLicences,120\n',
        headers: { 'content-type': 'application/octet-stream', 'file-name': 'figures.csv' },
      };
    case 'comment':
      return post('comments', { audience: 'shared', body: 'Said.' });
    case 'comment-internally':
      return post('comments', { audience: 'internal', body: 'Said among us.' });
    case 'submit-condition-evidence':
      return onCondition('evidence', { text: 'Done.' });
    case 'confirm-condition-met':
      return onCondition('confirm');
    case 'send-condition-back':
      return onCondition('send-back', { reason });
    case 'conclude-not-met':
      return onCondition('not-met', { reason }, driven.conditions.at(-1));
    case 'waive-condition':
      return onCondition('waive', { reason });
    case 'extend-condition':
      return onCondition('extend', { reason, dueOn: '2030-01-01' });
    case 'record-spend':
      return post('spend', { years: [{ financialYear: '2026-27', amountPence: 100 }] });
    case 'start-variation':
      return post('variations', { kind: 'extends', whatChanges: reason });
  }
}

function attempt(action: CaseAction, driven: DrivenCase, part: Part): Promise<Reply> {
  const { method, path, ...parts } = askFor(action, driven);
  const address = path.startsWith('/') ? path : `/cases/${driven.reference}/${path}`;
  return world.http.send(world.people[part], method, address, parts);
}

/** Whether the table lists it; a stranger holds a role, but not where it counts. */
function isListed(state: CaseState, action: CaseAction, part: Part): boolean {
  const held = CAST[part];
  const rule = ruleFor(action);
  return held !== null && part !== 'stranger' && rule.roles.includes(held[0]) && rule.from.includes(state);
}

/** How the table says no: not at all to who sees nothing, then whose job it is, then how far the case has got. */
function refusalOf(state: CaseState, action: CaseAction, part: Part): { status: number; detail: string } {
  if (part === 'stranger' || part === 'administrator' || part === 'nobody')
    return { status: 404, detail: notFound().problem.detail };
  const held = CAST[part];
  const rule = ruleFor(action);
  if (!rule.roles.includes(held[0])) return { status: 403, detail: `Only ${whoMay(rule)} can ${rule.name}` };
  const from = rule.from.map((name) => `“${STATE_NAMES[name]}”`).join(' or ');
  return {
    status: 409,
    detail: `${isAdvice(state) ? 'The question stands at' : 'The case is'} “${STATE_NAMES[state]}”; to ${rule.name} it must be ${from}`,
  };
}

/** A case in the state for an action. */
function caseFor(action: CaseAction, state: CaseState, part: Part): Promise<DrivenCase> {
  if (isAdvice(state)) return adviceFor(action, state, part);
  const small = action.endsWith('below-threshold');
  const departmental = action === 'record-departmental-assurance';
  return driver.driveTo(state, { small, departmental });
}

/** Makes a case ready for an action. */
async function makeReady(action: CaseAction, driven: DrivenCase): Promise<void> {
  const reason = 'To make it ready.';
  if (action === 'assign-reviewer' && !isAdvice(driven.state))
    await driver.act(driven, 'decider', 'POST', 'unassign', { reason });
  if (action === 'unrelate-case') {
    const body = { relatedReference: another.reference, kind: 'related', reason };
    const { body: made } = await driver.act(driven, 'reviewer', 'POST', 'relations', body);
    driven.relationId = String(made['id']);
  }
  if (action === 'recommend') await driver.assess(driven);
  if (action === 'confirm-condition-met' || action === 'send-condition-back')
    await driver.giveEvidence(driven);
  // Of a promise, which follows the conditions.
  if (action === 'conclude-not-met') await driver.giveEvidence(driven, 'last');
}

/** A request for advice in the state, for an action of somebody. */
async function adviceFor(action: CaseAction, state: AdviceState, part: Part): Promise<DrivenCase> {
  const isAttached = action === 'attach-to-advice';
  const isWithdrawn = action === 'withdraw-guidance';
  const driven = await driver.advice(
    isWithdrawn && state === 'advice-asked' ? 'advice-answered' : state,
    isAttached ? part : 'submitter',
  );
  // Whoever answered has it in hand.
  if (action === 'assign-reviewer' && state !== 'advice-closed')
    await driver.act(driven, 'decider', 'POST', 'unassign', { reason: 'To make it ready.' });
  if (!isWithdrawn) return driven;
  const guidance = { title: 'Platforms', body: 'There is one.' };
  const address = `/advice/${driven.reference}`;
  const { body: made } = await driver.act(driven, 'reviewer', 'POST', `${address}/guidance`, guidance);
  driven.guidanceId = String(made['guidanceId']);
  if (state === 'advice-asked')
    await driver.act(driven, 'submitter', 'POST', `${address}/follow-ups`, { body: 'Is it?' });
  return driven;
}

interface Combination {
  readonly action: CaseAction;
  readonly part: Part;
}

/**
 * Which combinations one case is enough for, one after the other: what leaves it as it is can follow on anything else
 * that does, done once. Whatever moves it has a case to itself.
 */
function sharingCases(combinations: readonly Combination[]): readonly (readonly Combination[])[] {
  const alone: Combination[][] = [];
  const shared: Combination[][] = [];
  for (const combination of combinations) {
    const isAlone =
      ruleFor(combination.action).to !== 'unchanged' || IN_EACH_OTHERS_WAY.has(combination.action);
    const free = shared.find((group) => group.every(({ action }) => action !== combination.action));
    if (isAlone) alone.push([combination]);
    else if (free === undefined) shared.push([combination]);
    else free.push(combination);
  }
  return [...shared, ...alone];
}

/** There is one condition, which most of these end, one reviewer whose case it is, and one message of one's own. */
const IN_EACH_OTHERS_WAY: ReadonlySet<CaseAction> = new Set([
  'assign-reviewer',
  'hand-over',
  'unassign',
  'submit-condition-evidence',
  'confirm-condition-met',
  'send-condition-back',
  'conclude-not-met',
  'waive-condition',
  'attach-to-advice',
  'mark-advice',
  'withdraw-guidance',
]);

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const take = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

const COMBINATIONS = CASE_STATES.map((state) => ({
  state,
  combinations: CASE_ACTION_NAMES.flatMap((action) => PARTS.map((part) => ({ action, part }))),
}));

describe.each(COMBINATIONS)('a case that is $state', ({ state, combinations }) => {
  const listed = combinations.filter(({ action, part }) => isListed(state, action, part));
  const others = combinations.filter(({ action, part }) => !isListed(state, action, part));

  it('refuses whatever the table does not list, in a sentence, and stays as it was', async () => {
    const driven = await driver.driveTo(state);
    const before = await world.http.read(world.people.auditor, `/cases/${driven.reference}`);
    const faults: string[] = [];
    await inTurns(others, async ({ action, part }) => {
      const { status, body } = await attempt(action, driven, part);
      const expected = refusalOf(state, action, part);
      if (status !== expected.status || body['detail'] !== expected.detail)
        faults.push(
          `${part} ${action}: ${status} ${String(body['detail'])}, not ${JSON.stringify(expected)}`,
        );
    });
    expect(faults).toEqual([]);
    expect(others.length).toBeGreaterThan(150);
    expect(await world.http.read(world.people.auditor, `/cases/${driven.reference}`)).toEqual(before);
    const events = await world.database.count(
      'case_event',
      'case_id = (select id from spend_case where reference = $1)',
      driven.reference,
    );
    expect(events).toBe(driven.revision);
  });

  it('allows what the table lists', async () => {
    const faults: string[] = [];
    let tried = 0;
    await inTurns(sharingCases(listed), async (group) => {
      const [first] = group;
      const driven = await caseFor(first!.action, state, first!.part);
      for (const { action, part } of group) {
        await makeReady(action, driven);
        const { status, body } = await attempt(action, driven, part);
        const { to } = ruleFor(action);
        const targets = to === 'unchanged' ? [state] : to;
        const moved =
          targets.includes(body['state'] as CaseState) && body['revision'] === driven.revision + 1;
        if (status > 201 || !moved) faults.push(`${part} ${action}: ${status} ${JSON.stringify(body)}`);
        driven.revision = Number(body['revision']);
        tried += 1;
      }
    });
    expect(faults).toEqual([]);
    expect(tried).toBe(listed.length);
    expect(listed.length).toBeGreaterThanOrEqual(isDecided(state) ? 7 : 6);
  });
});
