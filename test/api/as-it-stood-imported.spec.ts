import { Readable } from 'node:stream';
import { DecisionImportService, ReminderService } from '#casework';
import {
  canonicalJson,
  contentHash,
  projectionDifferences,
  projectionOf,
  replay,
  type CaseAction,
  type DecidedState,
  type ImportReport,
} from '#domain';
import { readCaseHistory, readProjection, type CaseHistory } from '#persistence';
import { startWorld, type Part, type World } from './world/api-world.js';
import { CONDITION } from './world/case-content.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';
import { importFile } from './world/import-file.js';
import {
  PARTS_OF_THE_PAST,
  READERS_OF_THE_PAST,
  type PartOfThePast,
  type ReaderOfThePast,
} from './world/parts-of-the-past.js';

// What was decided elsewhere has a past here as any other case: from its import on, through whatever is still done to it.

const MINUTE = 60_000;
/** What somebody was served of a case; the whole case where `part` is `null`. */
interface Kept {
  readonly reference: string;
  readonly reader: ReaderOfThePast;
  readonly part: PartOfThePast | null;
  readonly at: string;
  readonly served: unknown;
}

let world: World;
/** The case everything is done to, and one that tells little, which nobody here imported. */
let worked: string;
let bare: string;
let before: string;
const kept: Kept[] = [];

async function look(reference: string): Promise<void> {
  const at = world.clock.now().toISOString();
  for (const reader of READERS_OF_THE_PAST)
    for (const part of [null, ...PARTS_OF_THE_PAST]) {
      const path = `/cases/${reference}${part === null ? '' : `/${part}`}`;
      kept.push({ reference, reader, part, at, served: await world.http.read(world.people[reader], path) });
    }
  world.clock.advance(MINUTE);
}

/** Somebody does something to the case, and everybody looks at it then. */
async function act(part: Part, path: string, body?: Json, ifMatch?: unknown): Promise<Json> {
  const now = await world.http.read(world.people[part], `/cases/${worked}`);
  const address = `/cases/${worked}/${path}`;
  const reply = await world.http.send(world.people[part], 'POST', address, {
    body,
    ifMatch: Number(ifMatch ?? now['revision']),
  });
  if (reply.status > 201) throw new Error(`${address} was answered ${reply.text}`);
  await look(worked);
  return reply.body;
}

async function onCondition(part: Part, place: number, step: string, body?: Json): Promise<void> {
  const now = await world.http.read<{ conditions: Json[] }>(world.people[part], `/cases/${worked}`);
  const condition = now.conditions[place];
  await act(part, `conditions/${String(condition?.['id'])}/${step}`, body, condition?.['revision']);
}

async function supersede(outcome: DecidedState, more: Json): Promise<void> {
  const now = await world.http.read(world.people.decider, `/cases/${worked}`);
  const { id: supersedes } = now['decision'] as Json;
  await act('decider', 'supersede', { version: 1, outcome, reason: 'It was wrong.', supersedes, ...more });
}

async function allowed(part: Part): Promise<readonly CaseAction[]> {
  const { actions } = await world.http.read<{ actions: readonly { action: CaseAction; allowed: boolean }[] }>(
    world.people[part],
    `/cases/${worked}/actions`,
  );
  return actions.filter((offer) => offer.allowed).map(({ action }) => action);
}

async function historyOf(reference: string): Promise<CaseHistory> {
  const everything = { everything: true, organisationIds: [] };
  const history = await readCaseHistory(world.database, reference, everything, world.clock.now());
  if (history === null) throw new Error(`${reference} is not there`);
  return history;
}

beforeAll(async () => {
  world = await startWorld();
  // Signing in is not what this is about, and months go by.
  await world.database.query({ text: `update access_token set expires_at = '2040-01-01'`, values: [] });
  before = world.clock.now().toISOString();
  world.clock.advance(MINUTE);
  const full = importFile([
    {
      reference: 'A-1',
      outcome: 'approved-with-conditions',
      conditions:
        'Publish the roadmap | 2019-09-30 | A. Owner | a.owner@home-office.example | met\n' +
        'Cost it | 2019-12-31 | B. Owner | b.owner@home-office.example\n' +
        'Staff it | 2027-12-31 | C. Owner | c.owner@home-office.example | open',
      // Both in the summer, when the day begins an hour earlier in UTC.
      'submitted-on': '2019-05-06',
      'decided-on': '2019-06-03',
      'whole-life-cost': '4000000',
      phase: 'beta',
      flags: 'direct-award; public-facing=no',
      rating: 'control',
      'spend-starts-on': '2019-07-01',
      'current-suppliers': 'Example Ltd; Other, Ltd',
      'document-url': 'https://documents.example/a-1',
      'protective-marking': 'OFFICIAL-SENSITIVE',
    },
  ]);
  const { administrator } = world.people;
  const { body } = await world.http.expect<ImportReport>(
    200,
    administrator,
    'POST',
    '/decision-imports?source=old-system',
    { raw: full, headers: { 'content-type': 'text/csv' } },
  );
  worked = body.imported[0]?.reference ?? '';
  const least = importFile([
    {
      reference: 'A-2',
      outcome: 'not-approved',
      'approved-amount': '',
      description: '',
      category: '',
      'submitted-on': '2024-02-23',
      'decided-on': '2024-03-29',
    },
  ]);
  const imports = world.api.app.get(DecisionImportService, { strict: false });
  const plan = { source: 'old-system', dryRun: false, by: null };
  const report = await imports.run(Readable.from([Buffer.from(least)]), plan);
  bare = report.imported[0]?.reference ?? '';
  await look(worked);
  await look(bare);
}, 60_000);
afterAll(() => world.close());

describe('what can still be done to it', () => {
  it('is to speak of it, to relate it, to record who else decided, its conditions, and another decision', async () => {
    const ofDepartments = ['comment', 'submit-condition-evidence', 'record-spend', 'start-variation'];
    expect(await allowed('submitter')).toEqual(ofDepartments);
    expect(await allowed('lead')).toEqual(ofDepartments);
    const ofReviewers = ['relate-case', 'unrelate-case'];
    const elsewhere = 'record-external-decision';
    const ofConditions = ['confirm-condition-met', 'send-condition-back', 'conclude-not-met'];
    expect(await allowed('reviewer')).toEqual([
      ...ofReviewers,
      'put-in-touch',
      'dismiss-likeness',
      elsewhere,
      'comment',
      'comment-internally',
      ...ofConditions,
      'extend-condition',
    ]);
    expect(await allowed('decider')).toEqual([
      ...ofReviewers,
      elsewhere,
      'supersede',
      'comment',
      'comment-internally',
      ...ofConditions,
      'waive-condition',
      'extend-condition',
    ]);
  });

  it('is done, one after the other', async () => {
    const comment = await act('submitter', 'comments', { audience: 'shared', body: 'It is old.' });
    await act('reviewer', `comments/${String(comment['commentId'])}/resolve`, undefined, 1);
    await act('reviewer', 'comments', { audience: 'internal', body: 'Among us.' });
    const relation = { relatedReference: bare, kind: 'related', reason: 'The same system.' };
    await act('reviewer', 'relations', relation);
    await act('reviewer', 'external-decisions', {
      kind: 'treasury',
      outcome: 'noted',
      decidedOn: '2019-06-10',
      documentTitle: 'Letter',
      documentUrl: 'https://gds.example/letter',
    });
    const evidence = { text: 'Costed.', links: [] };
    await onCondition('submitter', 1, 'evidence', evidence);
    await onCondition('reviewer', 1, 'send-back', { reason: 'Not all of it.' });
    await onCondition('submitter', 1, 'evidence', evidence);
    await onCondition('reviewer', 1, 'confirm');
    await onCondition('decider', 2, 'waive', { reason: 'No longer needed.' });
    const [{ id, revision } = {}] = await world.http.read<Json[]>(
      world.people.reviewer,
      `/cases/${worked}/relations`,
    );
    await act('reviewer', `relations/${String(id)}/remove`, { reason: 'Another system.' }, revision);
    await supersede('approved-with-conditions', { approvedPence: 100, conditions: [CONDITION] });
    // Of what is decided here people are reminded.
    const reminders = world.api.app.get(ReminderService, { strict: false });
    expect(await reminders.raiseDue()).toBe(0);
    world.clock.advance(Date.parse(`${String(CONDITION['dueOn'])}T12:00:00Z`) - world.clock.now().getTime());
    expect(await reminders.raiseDue()).toBeGreaterThan(0);
    await look(worked);
    await supersede('not-approved', {});
    await look(bare);
    const { events } = await historyOf(worked);
    expect(events.map(({ type }) => type)).toEqual([
      'imported',
      'comment-added',
      'comment-resolved',
      'comment-added',
      'case-related',
      'external-decision-recorded',
      'condition-evidence-submitted',
      'condition-changed',
      'condition-evidence-submitted',
      'condition-changed',
      'condition-changed',
      'case-unrelated',
      'decided',
      'condition-due',
      'decided',
    ]);
    world.clock.advance(400 * 24 * 60 * MINUTE);
    expect(await reminders.raiseDue()).toBe(0);
  }, 60_000);
});

describe('its past', () => {
  it('is told again for every instant it was looked at, to everybody who looked', async () => {
    const faults: unknown[] = [];
    for (const { reference, reader, part, at, served } of kept) {
      const path = `/cases/${reference}/as-it-stood${part === null ? '' : `/${part}`}?at=${at}`;
      const told = await world.http.read(world.people[reader], path);
      const then = part === null ? told['case'] : told['items'];
      const { revision, updatedAt } = part === null ? (served as Json) : {};
      const whole = part !== null || (told['revision'] === revision && told['changedAt'] === updatedAt);
      if (canonicalJson(then) !== canonicalJson(served) || !whole || canonicalJson(told['notKnown']) !== '[]')
        faults.push({ reader, path, then, served });
    }
    expect(faults).toEqual([]);
    expect(kept.length).toBeGreaterThan(500);
  }, 120_000);

  it('begins with its import, not with the days of the source', async () => {
    const path = (at: string): string => `/cases/${worked}/as-it-stood?at=${at}`;
    for (const at of [before, '2019-06-04T00:00:00.000Z']) {
      const reply = await world.http.send(world.people.auditor, 'GET', path(at));
      expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('did not exist')]);
    }
    const [first] = kept;
    const told = await world.http.read<{ case: Json }>(world.people.auditor, path(first?.at ?? ''));
    expect(told.case).toMatchObject({
      importedFrom: { source: 'old-system', reference: 'A-1' },
      createdBy: null,
      submittedAt: '2019-05-05T23:00:00.000Z',
      decision: {
        decidedBy: null,
        decidedInSource: 'Head of Controls',
        decidedAt: '2019-06-02T23:00:00.000Z',
      },
    });
  });

  it('has no clock', async () => {
    for (const query of ['', `?at=${kept[0]?.at ?? ''}`, '?at=2019-05-20T00:00:00.000Z']) {
      const path = `/cases/${worked}/clock${query}`;
      const { standing } = await world.http.read<{ standing: Json | null }>(world.people.auditor, path);
      expect(standing).toMatchObject({ state: 'not-started', targets: [], nextDue: null });
    }
  });

  it('gives every row of it there is, and its version to the letter', async () => {
    for (const reference of [worked, bare]) {
      const { caseId, events } = await historyOf(reference);
      const replayed = replay(events);
      const found = await readProjection(world.database, caseId);
      expect(projectionDifferences(projectionOf(replayed), found)).toEqual([]);
      expect(found.decision.length).toBeGreaterThan(0);
      const [version] = replayed.versions;
      if (version === undefined) throw new Error('There is no version');
      expect(contentHash(version.content)).toBe(version.contentHash);
      expect(found.submission_version.map(({ content }) => canonicalJson(content))).toEqual([
        canonicalJson(version.content),
      ]);
    }
  });

  it('is answered as it is described', async () => {
    const description = new Description(await world.http.read(world.people.auditor, '/openapi.json'));
    const exchanges = world.http.exchanges.filter(({ path }) => path.includes('/as-it-stood'));
    expect(exchanges.length).toBeGreaterThan(500);
    expect(exchanges.flatMap((exchange) => description.faultsOf(exchange))).toEqual([]);
  });
});
