import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  formatVerifierKey,
  leafHash,
  openCheckpoint,
  splitPayload,
  verifyInclusion,
  WAITING_DAYS,
} from '#domain';
import { DisposalService } from '#casework';
import { LogExportService } from '#audit';
import { IdentityService } from '#identity';
import type { Person } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { Description } from '../api/world/description.js';
import { startLogWorld, type LogWorld } from './log-world.js';
import { driveMarkedCase, MARKER } from './marked-case.js';

// One case from its end to its disposal, step by step.

const DAY = 86_400_000;
const PROGRAM = join(import.meta.dirname, '../../apps/auditor/verify-export.mjs');

interface Proof {
  readonly hash: string;
  readonly index: number;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
}

let world: LogWorld;
let marked: DrivenCase;
let open: DrivenCase;
let disposals: DisposalService;
let proof: Proof;

beforeAll(async () => {
  // In the second format, which the database has to work out again as well; test/database has the first.
  world = await startLogWorld(undefined, { LOG_EVENT_FORMAT: '2' });
  const driver = new CaseDriver(world);
  open = await driver.driveTo('approved-with-conditions');
  marked = await driveMarkedCase(world, open);
  await leaveTraces();
  await world.sealing.seal();
  disposals = world.api.app.get(DisposalService, { strict: false });
  const { people, http } = world;
  proof = await http.read<Proof>(people.auditor, `/cases/${marked.reference}/events/3/proof`);
}, 120_000);
afterAll(() => world.close());

/** Text about the case where only rarer things leave it: a digest, an answer kept under a key, a question of an auditor. */
async function leaveTraces(): Promise<void> {
  const id = `(select id from spend_case where reference = '${marked.reference}')`;
  await world.owner.query({
    text: `insert into email (id, template, recipient_name, recipient_address, recipient_role, parameters, status, attempts,
        created_at, next_attempt_at, last_error)
      values ('0190aaaa-0000-7000-8000-00000000000d', 'daily-digest', 'A reader', 'reader@people.example', 'submitter',
        '{"told": ["${MARKER}"]}', 'queued', 1, now(), now(), '${MARKER}');
      update email set digest_id = '0190aaaa-0000-7000-8000-00000000000d', status = 'in-digest', last_error = '${MARKER}',
        provider_reference = '${MARKER}'
      where case_id = ${id} and sequence = (select max(sequence) from email where case_id = ${id});
      insert into idempotency_record (person_id, key, request_hash, status, headers, body, created_at)
      values ('${world.people.submitter.id}', 'kept', '', 200, '{}',
        '{"reference": "${marked.reference}", "text": "${MARKER}"}', now());
      insert into access_record (id, occurred_at, person_id, what, part, case_id, criteria, outcome)
      values ('0190aaaa-0000-7000-8000-00000000000e', now(), '${world.people.auditor.id}', 'view', 'comments', ${id},
        '{"text": "${MARKER}"}', 'given')`,
    values: [],
  });
}

/** Lets time pass, and signs everybody in again. */
async function passTo(at: string): Promise<void> {
  world.clock.set(new Date(at));
  const identity = world.api.app.get(IdentityService, { strict: false });
  for (const person of Object.values(world.people))
    Object.assign(person, { token: (await identity.issueToken(person.id)).token });
}

async function daysLater(days: number): Promise<void> {
  await passTo(new Date(world.clock.now().getTime() + days * DAY).toISOString());
}

function ask(person: Person, driven: DrivenCase, path = '') {
  const body = { reason: `${MARKER} for a reason` };
  return world.http.send(person, 'POST', `/cases/${driven.reference}/disposal${path}`, { body });
}

async function listed(status: string): Promise<readonly unknown[]> {
  const { items } = await world.http.read<{ items: { reference: string }[] }>(
    world.people.administrator,
    `/disposals?status=${status}`,
  );
  return items.map(({ reference }) => reference);
}

/** Tables and columns in which a text stands anywhere. */
async function findEverywhere(text: string): Promise<readonly string[]> {
  const columns = await world.owner.query<{ table: string; column: string }>({
    text: `select c.table_name as table, c.column_name as column from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'ARRAY', 'bytea')`,
    values: [],
  });
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await world.owner.query<{ count: number }>({
      text: `select count(*) as count from "${table}" where "${column}"::text ilike $1
        or "${column}"::text ilike $2`,
      values: [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
    });
    if (row?.count !== 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe('a case whose period has not passed', () => {
  it('stands full of text', async () => {
    const places = await findEverywhere(MARKER);
    expect(places).toEqual(
      expect.arrayContaining([
        'access_record.criteria',
        'assessment.explanation',
        'case_event.payload',
        'case_event.reason',
        'case_relation.reason',
        'case_return.points',
        'case_return.reason',
        'comment.body',
        'comment_edit.body',
        'condition.owner_email',
        'condition.owner_name',
        'condition.text',
        'condition_evidence.links',
        'condition_evidence.text',
        'decision.overrides',
        'decision.reason',
        'email.last_error',
        'email.parameters',
        'email.provider_reference',
        'email.recipient_address',
        'email.recipient_name',
        'exception_ruling.reason',
        'external_decision.document_title',
        'external_decision.document_url',
        'external_decision.note',
        'idempotency_record.body',
        'legacy_exception.benefits',
        'legacy_exception.explanation',
        'legacy_exception.owner',
        'legacy_exception.remediation_plan',
        'point_evidence.links',
        'point_evidence.narrative',
        'point_evidence.not_applicable_reason',
        'point_evidence.remediation',
        'rating_review.reason',
        'recommendation.reason',
        'spend_case.commitment_answers',
        'spend_case.current_suppliers',
        'spend_case.description',
        'spend_case.proposed_suppliers',
        'spend_case.retrospective_explanation',
        'spend_case.senior_responsible_owner',
        'spend_case.supplier_keys',
        'submission_version.content',
      ]),
    );
  });

  it('cannot be marked, and is not due', async () => {
    await passTo('2033-05-03T09:00:00.000Z');
    const refused = await ask(world.people.administrator, marked);
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('4 May 2033') as string },
    });
    expect(await listed('due')).toEqual([]);
  });
});

describe('a case whose period has passed', () => {
  it('is due; one with a condition open is not', async () => {
    await passTo('2033-05-04T09:00:00.000Z');
    expect(await listed('due')).toEqual([marked.reference]);
    expect(await ask(world.people.administrator, open)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('has not ended') as string },
    });
  });

  it('is marked by an administrator and nobody else, with a reason, and shows nothing of itself', async () => {
    const { people, http } = world;
    for (const part of ['submitter', 'lead', 'reviewer', 'decider', 'auditor', 'nobody'] as const)
      expect((await ask(people[part], marked)).status).toBe(403);
    const without = { body: {} };
    expect(
      (await http.send(people.administrator, 'POST', `/cases/${marked.reference}/disposal`, without)).status,
    ).toBe(400);
    const path = '/cases/DT-2345-6789/disposal';
    expect((await http.send(people.administrator, 'POST', path, { body: { reason: 'Due' } })).status).toBe(
      404,
    );
    const { status, body } = await ask(people.administrator, marked);
    expect([status, body]).toEqual([
      200,
      {
        reference: marked.reference,
        marked: true,
        held: false,
        dueOn: '2033-05-04',
        notBefore: '2033-06-03T09:00:00.000Z',
      },
    ]);
    expect(await ask(people.administrator, marked)).toMatchObject({ status: 409 });
    expect(await listed('marked')).toEqual([marked.reference]);
    expect(await listed('due')).toEqual([]);
  });

  it('is not disposed of while the waiting time runs, or while it is held', async () => {
    const { people } = world;
    await daysLater(WAITING_DAYS - 1);
    expect(await disposals.carryOutDue()).toBe(0);
    expect((await ask(people.reviewer, marked, '/hold')).status).toBe(403);
    expect(await ask(people.administrator, marked, '/release')).toMatchObject({ status: 409 });
    const held = await ask(people.administrator, marked, '/hold');
    expect(held.body).toEqual({
      reference: marked.reference,
      marked: true,
      held: true,
      dueOn: '2033-05-04',
      notBefore: expect.any(String) as unknown,
    });
    expect([held.status, held.headers.get('etag')]).toEqual([200, null]);
    expect(await ask(people.administrator, marked, '/hold')).toMatchObject({ status: 409 });
    await daysLater(2);
    expect(await disposals.carryOutDue()).toBe(0);
    expect(await listed('held')).toEqual([marked.reference]);
    expect(await ask(people.administrator, marked, '/release')).toMatchObject({ status: 200 });
    await daysLater(WAITING_DAYS - 1);
    expect(await disposals.carryOutDue()).toBe(0);
  });

  it('is no matter of a case that has not ended, whose revision stays as it is', async () => {
    const { people, http } = world;
    const before = await http.read(people.reviewer, `/cases/${open.reference}`);
    for (const path of ['/hold', '/release'])
      expect(await ask(people.administrator, open, path)).toMatchObject({
        status: 409,
        body: {
          detail: expect.stringContaining('needs no hold, because it cannot be disposed of') as string,
        },
      });
    expect(await http.read(people.reviewer, `/cases/${open.reference}`)).toEqual(before);
  });

  it('must be marked again when anything else has happened to it', async () => {
    const body = { audience: 'internal', body: `${MARKER} once more` };
    const { people, http } = world;
    const said = await http.send(people.reviewer, 'POST', `/cases/${marked.reference}/comments`, { body });
    expect(said.status).toBe(201);
    await daysLater(2);
    expect(await disposals.carryOutDue()).toBe(0);
    expect(await ask(people.administrator, marked)).toMatchObject({ status: 200 });
    await daysLater(WAITING_DAYS);
  });

  it('is not disposed of while emails about it wait to be sent', async () => {
    expect(await disposals.carryOutDue()).toBe(0);
    await world.owner.query({ text: `update email set status = 'sent'`, values: [] });
    await world.sealing.seal();
    expect((await world.verify()).fault).toBeNull();
  });

  it('is then disposed of, once', async () => {
    expect(await disposals.carryOutDue()).toBe(1);
    expect(await disposals.carryOutDue()).toBe(0);
    expect(await listed('disposed')).toEqual([marked.reference]);
  });
});

describe('a case that was disposed of', () => {
  it('leaves none of its text anywhere in the database', async () => {
    expect(await findEverywhere(MARKER)).toEqual([]);
  });

  it('still has the facts of its decision, and says when it was disposed of', async () => {
    const { people, http } = world;
    const disposedAt = world.clock.now().toISOString();
    const read = await http.read(people.auditor, `/cases/${marked.reference}`);
    expect(read).toMatchObject({
      state: 'approved-with-conditions',
      disposedAt,
      details: {
        title: 'Move the licensing service to public cloud',
        requestedPence: 150_000_000,
        description: null,
      },
      decision: {
        outcome: 'approved-with-conditions',
        requestedPence: 150_000_000,
        approvedPence: 5_000_000,
        reason: '',
        overrides: [{ point: 2, reason: '' }],
        decidedBy: { id: people.decider.id },
      },
    });
    const { items } = await http.read<{ items: { type: string; actor: { id: string } | null }[] }>(
      people.auditor,
      `/cases/${marked.reference}/events?limit=100&after=${String(marked.revision)}`,
    );
    expect(items.filter(({ type }) => type.startsWith('dispos'))).toMatchObject([
      {
        type: 'disposal-marked',
        actor: { id: people.administrator.id },
        payload: { ending: 'decided', endedOn: '2026-05-04', dueOn: '2033-05-04' },
        reason: null,
      },
      { type: 'disposal-held', actor: { id: people.administrator.id } },
      { type: 'disposal-released', actor: { id: people.administrator.id } },
      { type: 'disposal-marked', actor: { id: people.administrator.id } },
      { type: 'disposed', actor: null, payload: { ending: 'decided', dueOn: '2033-05-04' } },
    ]);
  });

  it('can be read everywhere a case can be read, also as it stood', async () => {
    const { people, http } = world;
    const parts = [
      '',
      '/versions',
      '/versions/1',
      '/events',
      '/comments',
      '/conditions',
      '/decisions',
      '/assessments',
      '/returns',
      '/recommendations',
      '/rulings',
      '/rating-reviews',
      '/external-decisions',
      '/relations',
      '/emails',
      '/actions',
      '/completeness',
      '/triage',
      '/spend',
      '/following',
      '/clock',
    ];
    const answers = [];
    for (const part of parts)
      answers.push([
        part,
        (await http.send(people.auditor, 'GET', `/cases/${marked.reference}${part}`)).status,
      ]);
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    for (const part of ['', '/decisions', '/comments', '/conditions', '/relations']) {
      const stood = await http.read(
        people.auditor,
        `/cases/${marked.reference}/as-it-stood${part}?at=2026-05-04T10:00:00Z`,
      );
      expect(stood).toMatchObject({ disposedAt: world.clock.now().toISOString() });
    }
    expect(await http.read(people.auditor, '/decisions')).toMatchObject({
      items: expect.any(Array) as unknown,
    });
  });

  it('is described: every answer about it is as the description says', async () => {
    const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
    const faults = world.http.exchanges
      .filter(({ path }) => /disposals|\/cases\//.test(path) && !path.includes('as-it-stood'))
      .flatMap((exchange) => description.faultsOf(exchange));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('can no longer be changed, held or marked', async () => {
    const { people, http } = world;
    const body = { audience: 'shared', body: 'Too late' };
    const said = await http.send(people.reviewer, 'POST', `/cases/${marked.reference}/comments`, { body });
    expect(said).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('disposed of') as string },
    });
    expect((await ask(people.administrator, marked)).status).toBe(409);
    expect((await ask(people.administrator, marked, '/hold')).status).toBe(409);
    const { actions } = await http.read<{ actions: { allowed: boolean }[] }>(
      people.reviewer,
      `/cases/${marked.reference}/actions`,
    );
    expect(actions.some(({ allowed }) => allowed)).toBe(false);
  });

  it('leaves the log verifying, every event of it counted as erased', async () => {
    const kept = await world.checkpoint();
    await world.sealing.seal();
    const report = await world.verify([kept]);
    expect(report.fault).toBeNull();
    const [row] = await world.owner.query<{ erased: number }>({
      text: 'select count(*) as erased from case_event where private_hash is not null and salt is null',
      values: [],
    });
    expect(report.erased).toBe(row?.erased);
    expect(report.erased).toBeGreaterThan(40);
  });

  it('is still held by the log as a proof made before says', () => {
    const { size, root } = openCheckpoint(proof.checkpoint, [world.key.verifier]);
    const hashes = proof.inclusion.map((hash) => Buffer.from(hash, 'base64'));
    const claim = { index: proof.index, size, root, leafHash: leafHash(Buffer.from(proof.hash, 'hex')) };
    expect(verifyInclusion(claim, hashes)).toBe(true);
  });

  it('is accepted in an export by the program auditors have, which counts what was redacted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'disposal-'));
    const response = await fetch(`${world.api.url}/api/v1/decision-log/export`, {
      headers: { authorization: `Bearer ${world.people.auditor.token}` },
    });
    const text = await response.text();
    writeFileSync(join(folder, 'export'), text);
    const key = formatVerifierKey(world.key.verifier);
    const { status, stdout } = spawnSync(process.execPath, [PROGRAM, join(folder, 'export'), '--key', key], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const { erased } = await world.verify();
    expect(stdout).toContain(`${String(erased)} redacted`);
    expect(status).toBe(0);
  });

  it('is one of the exports a person may have running, of which there are two at most', async () => {
    const { auditor } = world.people;
    const logs = world.api.app.get(LogExportService, { strict: false });
    const roles = [{ role: 'auditor', organisationId: world.organisations.assurance.id }] as const;
    const asker = { personId: auditor.id, rolesAt: world.clock.now(), roles };
    const running = [await logs.lines(asker), await logs.lines(asker)];
    const refused = await world.http.send(auditor, 'GET', '/decision-log/export');
    expect(refused).toMatchObject({
      status: 429,
      body: { detail: expect.stringContaining('exports running already') as string },
    });
    for (const bytes of running) {
      bytes.destroy();
      await once(bytes, 'close');
    }
    const answer = await fetch(`${world.api.url}/api/v1/decision-log/export`, {
      headers: { authorization: `Bearer ${auditor.token}` },
    });
    expect(answer.status).toBe(200);
    await answer.text();
  });

  it('does not hide an outcome, an amount, a date or a state that is tampered with', async () => {
    const id = `(select id from spend_case where reference = '${marked.reference}')`;
    for (const [statement, what] of [
      [`update decision set outcome = 'not-approved' where case_id = ${id}`, /outcome in decision/],
      [`update decision set approved_pence = 1 where case_id = ${id}`, /approved_pence in decision/],
      [
        `update decision set decided_at = decided_at + interval '1 day' where case_id = ${id}`,
        /decided_at in decision/,
      ],
      [`update decision set reason = 'Made up' where case_id = ${id}`, /reason in decision/],
      [`update spend_case set state = 'approved' where id = ${id}`, /state in spend_case/],
      [`update assessment set verdict = 'met' where case_id = ${id} and point = 2`, /verdict in assessment/],
    ] as const) {
      const before = await world.owner.query<Record<string, unknown>>({
        text: 'select outcome, approved_pence, decided_at, reason from decision where case_id = ' + id,
        values: [],
      });
      await tamper(statement);
      expect((await world.verify()).fault?.what).toMatch(what);
      const [row] = before;
      await tamper(
        `update decision set outcome = '${String(row?.['outcome'])}', approved_pence = ${String(row?.['approved_pence'])}, reason = '', decided_at = '${(row?.['decided_at'] as Date).toISOString()}' where case_id = ${id}`,
      );
      await tamper(`update spend_case set state = 'approved-with-conditions' where id = ${id}`);
      await tamper(`update assessment set verdict = 'not-met' where case_id = ${id} and point = 2`);
    }
    expect((await world.verify()).fault).toBeNull();
  });

  it('is told apart from a case whose text was erased without', async () => {
    const where = `case_id = (select id from spend_case where reference = '${open.reference}') and type = 'decided'`;
    const [event] = await world.owner.query<{ payload: unknown; reason: string }>({
      text: `select payload, reason from case_event where ${where}`,
      values: [],
    });
    const { facts } = splitPayload(event?.payload, event?.reason ?? null);
    const literal = JSON.stringify(facts).replaceAll("'", "''");
    await tamper(`update case_event set salt = null, reason = null, payload = '${literal}' where ${where}`);
    expect((await world.verify()).fault).toMatchObject({
      reference: open.reference,
      what: 'text was erased although the case was not disposed of',
    });
  });
});

/** Changes something as the owner with every trigger off. */
async function tamper(statement: string): Promise<void> {
  await world.owner.query({
    text: `begin; set local session_replication_role = replica; ${statement}; commit`,
    values: [],
  });
}
