import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { AttachmentKeepingService } from '#casework';
import { projectionDifferences, projectionOf, replay } from '#domain';
import { readCaseHistory, readProjection } from '#persistence';
import { office, pdf, PNG, PROGRAM } from '../attachments/files.js';
import { attachedInDatabase, keptFiles, upload, type KeptFiles } from '../attachments/kept.js';
import { Description } from './world/description.js';
import { startWorld, type Part, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';

interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly evidenceId: string | null;
  readonly removedAt: string | null;
}

const SUM = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

let kept: KeptFiles;
let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld({
    ...kept.environment,
    ATTACHMENT_LIMIT_BYTES: '100000',
    ATTACHMENTS_PER_PART: '3',
    ATTACHMENTS_PER_CASE: '5',
    ATTACHMENT_CASE_BYTES: '150000',
  });
  driver = new CaseDriver(world);
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

const listed = ({ reference }: DrivenCase, part: Part = 'submitter'): Promise<readonly ListedFile[]> =>
  world.http.read<readonly ListedFile[]>(world.people[part], `/cases/${reference}/attachments`);

async function download(part: Part, reference: string, id: string): Promise<Response> {
  return fetch(`${world.api.url}/api/v1/cases/${reference}/attachments/${id}/content`, {
    headers: { authorization: `Bearer ${world.people[part].token}` },
  });
}

/** The current revision of a case, so that it can be driven on after files were attached. */
async function refreshed(driven: DrivenCase): Promise<DrivenCase> {
  const { revision } = await world.http.read<{ revision: number }>(
    world.people.submitter,
    `/cases/${driven.reference}`,
  );
  driven.revision = revision;
  return driven;
}

describe('a file attached to the evidence of a point', () => {
  it('is kept under an id, written down with its checksum, and given back byte by byte with safe headers', async () => {
    const driven = await driver.draft();
    const content = office('docx');
    const sent = await upload(
      world,
      'submitter',
      `${driven.reference}/points/3/attachments`,
      content,
      'Plän für “3”.docx',
    );
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ bytes: content.length, sha256: SUM(content), status: 'not-scanned' });
    const id = String(sent.body['id']);
    expect(sent.headers.get('location')).toBe(`/api/v1/cases/${driven.reference}/attachments/${id}`);
    expect(await kept.names()).toContain(id);
    expect((await readFile(join(kept.folder, 'kept', id))).equals(content)).toBe(true);

    const { body } = await world.http.expect<{ items: { type: string; payload: object }[] }>(
      200,
      world.people.auditor,
      'GET',
      `/cases/${driven.reference}/events?after=${driven.revision}`,
    );
    expect(body.items).toEqual([
      expect.objectContaining({
        type: 'attachment-added',
        payload: {
          attachmentId: id,
          point: 3,
          exceptionId: null,
          conditionId: null,
          name: 'Plän für “3”.docx',
          mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          bytes: content.length,
          sha256: SUM(content),
        },
      }),
    ]);

    for (const part of ['submitter', 'lead', 'reviewer', 'decider', 'auditor'] as const) {
      const got = await download(part, driven.reference, id);
      expect(got.status).toBe(200);
      expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
      expect(Object.fromEntries(got.headers)).toMatchObject({
        'content-disposition': `attachment; filename="Pl_n f_r _3_.docx"; filename*=UTF-8''Pl%C3%A4n%20f%C3%BCr%20%E2%80%9C3%E2%80%9D.docx`,
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        'content-length': String(content.length),
        etag: `"${SUM(content)}"`,
      });
    }
  });

  it('is for nobody who may not see its case, and changed by nobody who may not write it', async () => {
    const driven = await driver.draft();
    const path = `${driven.reference}/points/3/attachments`;
    const sent = await upload(world, 'lead', path, pdf(), 'plan.pdf');
    const id = String(sent.body['id']);
    const before = await kept.names();
    for (const part of ['stranger', 'nobody', 'administrator'] as const) {
      expect((await download(part, driven.reference, id)).status).toBe(404);
      expect((await upload(world, part, path, pdf(), 'plan.pdf')).status).toBe(404);
      const listing = await world.http.send(
        world.people[part],
        'GET',
        `/cases/${driven.reference}/attachments`,
      );
      expect(listing.status).toBe(404);
      const removal = await world.http.send(
        world.people[part],
        'DELETE',
        `/cases/${driven.reference}/attachments/${id}`,
      );
      expect(removal.status).toBe(404);
    }
    for (const part of ['reviewer', 'decider', 'auditor'] as const) {
      expect((await upload(world, part, path, pdf(), 'plan.pdf')).status).toBe(403);
      const removal = await world.http.send(
        world.people[part],
        'DELETE',
        `/cases/${driven.reference}/attachments/${id}`,
      );
      expect(removal.status).toBe(403);
    }
    // Neither by the id of a file of another case.
    const other = await driver.draft();
    expect((await download('submitter', other.reference, id)).status).toBe(404);
    expect(await kept.names()).toEqual(before);
  });

  it('is recorded in the record of access when it is downloaded, and when it is not given', async () => {
    const driven = await driver.draft();
    const sent = await upload(world, 'submitter', `${driven.reference}/points/1/attachments`, PNG, 'a.png');
    const id = String(sent.body['id']);
    await download('reviewer', driven.reference, id);
    await download('stranger', driven.reference, id);
    for (let waited = 0; ; waited += 1) {
      const rows = await world.owner.asService().query<{ name: string; outcome: string }>({
        text: `select p.name, a.outcome from access_record a join person p on p.id = a.person_id
          where a.part = $1 order by a.occurred_at, a.id`,
        values: [`attachments/${id}/content`],
      });
      if (rows.length < 2 && waited < 100) {
        await new Promise((resume) => setTimeout(resume, 20));
        continue;
      }
      expect(rows).toEqual([
        { name: 'Demonstration reviewer', outcome: 'given' },
        { name: 'Demonstration stranger', outcome: 'refused' },
      ]);
      return;
    }
  });

  it('is attached once however often the request is sent, and the key is good for that file alone', async () => {
    const driven = await driver.draft();
    const path = `${driven.reference}/points/2/attachments`;
    const key = { 'idempotency-key': randomUUID() };
    const first = await upload(world, 'submitter', path, pdf(), 'plan.pdf', key);
    const before = await kept.names();
    const again = await upload(world, 'submitter', path, pdf(), 'plan.pdf', key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await upload(world, 'submitter', path, PNG, 'plan.png', key)).status).toBe(422);
    expect((await upload(world, 'submitter', path, pdf(), 'other.pdf', key)).status).toBe(422);
    expect(await listed(driven)).toHaveLength(1);
    expect(await kept.names()).toEqual(before);
  });
});

describe('what was frozen', () => {
  it('names its files, is hashed with them, and keeps one that is taken out later', async () => {
    const driven = await driver.draft();
    const { reference, exceptionId } = driven;
    const one = await upload(world, 'submitter', `${reference}/points/3/attachments`, pdf(), 'plan.pdf');
    const two = await upload(
      world,
      'submitter',
      `${reference}/legacy-exceptions/${exceptionId}/attachments`,
      PNG,
      'old.png',
    );
    await refreshed(driven);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    const points = [{ point: 5, question: 'Which regions?' }];
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'Unclear.', points });
    const before = await kept.names();
    const removed = await world.http.send(
      world.people.submitter,
      'DELETE',
      `/cases/${reference}/attachments/${String(one.body['id'])}`,
    );
    expect(removed.status).toBe(200);
    expect(await kept.names()).toEqual(before);
    await refreshed(driven);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'It is out.' });
    expect(driven.version).toBe(2);

    const version = (number: number) =>
      world.http.read<{
        content: {
          points: { point: number; attachments?: unknown }[];
          legacyExceptions: { attachments?: unknown }[];
        };
        contentHash: string;
      }>(world.people.auditor, `/cases/${reference}/versions/${number}`);
    const [v1, v2] = [await version(1), await version(2)];
    const brief = ({ body }: typeof one) => ({
      id: body['id'],
      name: body['name'],
      mediaType: body['mediaType'],
      bytes: body['bytes'],
      sha256: body['sha256'],
    });
    expect(v1.content.points[2]?.attachments).toEqual([brief(one)]);
    expect(v2.content.points[2]).not.toHaveProperty('attachments');
    for (const { content } of [v1, v2])
      expect(content.legacyExceptions[0]?.attachments).toEqual([brief(two)]);
    expect(v1.contentHash).not.toBe(v2.contentHash);
    const difference = await world.http.read<{ points: { point: number; changes: { pointer: string }[] }[] }>(
      world.people.auditor,
      `/cases/${reference}/versions/2/difference?from=1`,
    );
    expect(
      difference.points.map(({ point, changes }) => [point, changes.map(({ pointer }) => pointer)]),
    ).toEqual([[3, ['/points/2/attachments']]]);

    // What is there no more in the draft is there for whoever reads the version.
    expect((await download('auditor', reference, String(one.body['id']))).status).toBe(200);
    const all = (await listed(driven)).map(({ name, removedAt }) => [name, removedAt === null]);
    expect(all.sort()).toEqual([
      ['old.png', true],
      ['plan.pdf', false],
    ]);
  });

  it('is hashed as before where nothing is attached', async () => {
    const driven = await driver.driveTo('submitted');
    const { content } = await world.http.read<{ content: { points: object[]; legacyExceptions: object[] } }>(
      world.people.auditor,
      `/cases/${driven.reference}/versions/1`,
    );
    for (const part of [...content.points, ...content.legacyExceptions])
      expect(part).not.toHaveProperty('attachments');
  });

  it('cannot be attached to or taken from while it is with GDS Assurance', async () => {
    const driven = await driver.draft();
    const sent = await upload(
      world,
      'submitter',
      `${driven.reference}/points/3/attachments`,
      pdf(),
      'plan.pdf',
    );
    await refreshed(driven);
    await driver.step(driven, 'sign-off');
    const before = await kept.names();
    const late = await upload(
      world,
      'submitter',
      `${driven.reference}/points/3/attachments`,
      pdf(),
      'late.pdf',
    );
    expect(late.status).toBe(409);
    const removal = await world.http.send(
      world.people.submitter,
      'DELETE',
      `/cases/${driven.reference}/attachments/${String(sent.body['id'])}`,
    );
    expect(removal.status).toBe(409);
    expect(await kept.names()).toEqual(before);
  });

  it('is told as it stood, and the rows are what the events say', async () => {
    const driven = await driver.draft();
    const { reference } = driven;
    const path = `${reference}/points/3/attachments`;
    world.clock.advance(1_000);
    const one = await upload(world, 'submitter', path, pdf(), 'one.pdf');
    const then = world.clock.now().toISOString();
    world.clock.advance(1_000);
    await world.http.send(
      world.people.lead,
      'DELETE',
      `/cases/${reference}/attachments/${String(one.body['id'])}`,
    );
    await upload(world, 'submitter', path, PNG, 'two.png');
    const asOf = (at: string) =>
      world.http.read<{ items: { name: string; removedAt: string | null }[] }>(
        world.people.auditor,
        `/cases/${reference}/as-it-stood/attachments?at=${at}`,
      );
    expect((await asOf(then)).items.map(({ name, removedAt }) => [name, removedAt])).toEqual([
      ['one.pdf', null],
    ]);
    const now = world.clock.now().toISOString();
    expect((await asOf(now)).items.map(({ name, removedAt }) => [name, removedAt === null])).toEqual([
      ['one.pdf', false],
      ['two.png', true],
    ]);
    const stood = await world.http.read<{ case: object }>(
      world.people.auditor,
      `/cases/${reference}/as-it-stood?at=${now}`,
    );
    expect(stood.case).toEqual(await world.http.read(world.people.auditor, `/cases/${reference}`));

    const history = await readCaseHistory(
      world.owner.asService(),
      reference,
      { everything: true, organisationIds: [] },
      world.clock.now(),
    );
    const rows = await readProjection(world.owner.asService(), history?.caseId ?? '');
    expect(rows.attachment).toHaveLength(2);
    expect(projectionDifferences(projectionOf(replay(history?.events ?? [])), rows)).toEqual([]);
  });
});

describe('a file of an approval', () => {
  it('is carried over to a variation, as a file of that case, and goes from neither with the other', async () => {
    const { http, people } = world;
    const driven = await driver.draft();
    const { reference, exceptionId } = driven;
    await upload(world, 'submitter', `${reference}/points/3/attachments`, pdf(), 'plan.pdf');
    await upload(
      world,
      'submitter',
      `${reference}/legacy-exceptions/${exceptionId}/attachments`,
      PNG,
      'old.png',
    );
    await refreshed(driven);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    await driver.recommend(driven);
    await driver.decide(driven, 'approved');
    const before = await kept.names();
    const body = { kind: 'extends', whatChanges: 'Six more months.' };
    const started = await driver.act(driven, 'submitter', 'POST', 'variations', body);
    const following = (started.body['following'] as { reference: string }).reference;
    const files = await listed({ ...driven, reference: following });
    const own = await listed(driven);
    expect(files.map(({ name, sha256, status }) => [name, sha256, status]).sort()).toEqual(
      own.map(({ name, sha256, status }) => [name, sha256, status]).sort(),
    );
    expect(await kept.names()).toEqual(before);
    const [plan, old] = ['plan.pdf', 'old.png'].map((name) => files.find((file) => file.name === name));
    expect(own.map(({ id }) => id)).not.toContain(plan?.id);
    const got = await download('reviewer', following, plan?.id ?? '');
    expect([got.status, SUM(new Uint8Array(await got.arrayBuffer()))]).toEqual([200, plan?.sha256]);
    expect((await download('stranger', following, plan?.id ?? '')).status).toBe(404);
    // Each is had by its own case alone.
    expect((await download('reviewer', reference, plan?.id ?? '')).status).toBe(404);

    interface Following {
      readonly follows: { difference: { unchanged: boolean; points: { point: number }[] } };
    }
    const compared = () => http.read<Following>(people.reviewer, `/cases/${following}/following`);
    expect((await compared()).follows.difference.unchanged).toBe(true);
    await http.expect(200, people.submitter, 'DELETE', `/cases/${following}/attachments/${plan?.id ?? ''}`);
    expect((await compared()).follows.difference.points.map(({ point }) => point)).toEqual([3]);
    const first = own.find(({ name }) => name === 'plan.pdf');
    expect((await download('submitter', reference, first?.id ?? '')).status).toBe(200);

    const history = await readCaseHistory(
      world.owner.asService(),
      following,
      { everything: true, organisationIds: [] },
      world.clock.now(),
    );
    const rows = await readProjection(world.owner.asService(), history?.caseId ?? '');
    expect(rows.attachment.map(({ stored_id }) => stored_id).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(projectionDifferences(projectionOf(replay(history?.events ?? [])), rows)).toEqual([]);
    expect(old?.id).toBeDefined();
  });
});

describe('a file attached to the evidence for a condition', () => {
  it('is handed in with the evidence, and stays with it', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const conditionId = driven.conditions[0]?.id ?? '';
    const path = `${driven.reference}/conditions/${conditionId}/attachments`;
    expect((await upload(world, 'reviewer', path, pdf(), 'a.pdf')).status).toBe(403);
    const one = await upload(world, 'submitter', path, pdf(), 'proof.pdf');
    const two = await upload(world, 'submitter', path, PNG, 'wrong.png');
    const wrong = `/cases/${driven.reference}/attachments/${String(two.body['id'])}`;
    expect((await world.http.send(world.people.submitter, 'DELETE', wrong)).status).toBe(200);
    await refreshed(driven);
    await driver.giveEvidence(driven);
    const proof = (await listed(driven, 'reviewer')).find(({ name }) => name === 'proof.pdf');
    expect(proof).toMatchObject({ name: 'proof.pdf', removedAt: null });
    expect(proof?.evidenceId).not.toBeNull();
    // It is with GDS Assurance now: nothing is added to it or taken from it.
    expect((await upload(world, 'submitter', path, pdf(), 'late.pdf')).status).toBe(409);
    const removal = await world.http.send(
      world.people.submitter,
      'DELETE',
      `/cases/${driven.reference}/attachments/${String(one.body['id'])}`,
    );
    expect(removal.status).toBe(409);
    await driver.act(
      driven,
      'reviewer',
      'POST',
      `conditions/${conditionId}/send-back`,
      { reason: 'Which?' },
      driven.conditions[0]?.revision,
    );
    const handedIn = await world.http.send(
      world.people.submitter,
      'DELETE',
      `/cases/${driven.reference}/attachments/${String(one.body['id'])}`,
    );
    expect(handedIn.status).toBe(409);
    expect(JSON.stringify(handedIn.body)).toContain('handed in with evidence');
  });
});

describe('a file that is refused leaves nothing behind', () => {
  let driven: DrivenCase;
  beforeAll(async () => {
    driven = await driver.draft();
  });

  async function leavesNothing(work: () => Promise<void>): Promise<void> {
    const before = [await kept.names(), await attachedInDatabase(world)];
    await work();
    expect([await kept.names(), await attachedInDatabase(world)]).toEqual(before);
    expect(await kept.arriving()).toEqual([]);
  }

  const refusals: readonly (readonly [what: string, content: Buffer, name: string, why: RegExp])[] = [
    ['a renamed program', PROGRAM, 'report.pdf', /says that the file is a PDF, but its content is a program/],
    [
      'a zip bomb',
      office('docx', [{ name: 'word/a.xml', content: Buffer.alloc(30_000_000) }]),
      'a.docx',
      /unpacks to far more/,
    ],
    ['a polyglot', Buffer.concat([PNG, office('docx')]), 'a.png', /archive as well/],
    [
      'a name with a direction of its own',
      pdf(),
      'report\u202efdp.exe.pdf',
      /characters that cannot be seen/,
    ],
    ['a name with control characters', pdf(), 'a\u0007.pdf', /characters that cannot be seen/],
    ['a name that is only a folder', pdf(), '../../', /Give the file a name/],
    ['a name that is too long', pdf(), `${'a'.repeat(200)}.pdf`, /longer than 150 characters/],
    ['a device', pdf(), 'CON.pdf', /cannot have/],
  ];

  it.each(refusals)('%s', async (_what, content, name, why) => {
    await leavesNothing(async () => {
      const sent = await upload(
        world,
        'submitter',
        `${driven.reference}/points/3/attachments`,
        content,
        name,
      );
      expect(sent.status).toBe(422);
      expect(String(sent.body['detail'])).toMatch(why);
      expect(sent.body['errors']).toEqual([
        { pointer: '/file', detail: expect.stringMatching(why) as string },
      ]);
    });
  });

  it('a file that is too large, told by its length or found as it arrives', async () => {
    await leavesNothing(async () => {
      const path = `${driven.reference}/points/3/attachments`;
      const sent = await upload(world, 'submitter', path, Buffer.alloc(100_001, 65), 'a.txt');
      expect(sent.status).toBe(413);
      const { status, text } = await inPieces(
        path,
        'a.txt',
        [Buffer.alloc(60_000, 65), Buffer.alloc(60_000, 65)],
        true,
      );
      expect([status, text]).toEqual([422, expect.stringContaining('larger than 98 KB') as string]);
    });
  });

  it('a connection that is cut', async () => {
    await leavesNothing(async () => {
      const path = `${driven.reference}/points/3/attachments`;
      await expect(inPieces(path, 'a.txt', [Buffer.alloc(30_000, 65)], false)).rejects.toThrow();
      for (let waited = 0; (await kept.arriving()).length > 0 && waited < 100; waited += 1)
        await new Promise((resume) => setTimeout(resume, 20));
    });
  });

  it('a path in its name is not refused and not followed: it is left away', async () => {
    const sent = await upload(
      world,
      'submitter',
      `${driven.reference}/points/4/attachments`,
      pdf(),
      '..\\..\\etc/plan.pdf',
    );
    expect(sent.body).toMatchObject({ name: 'plan.pdf' });
    expect((await kept.names()).every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
  });

  it('one file more than a part, or a case, or its size allows', async () => {
    const other = await driver.draft();
    const to = (point: number, content: Buffer, name: string) =>
      upload(world, 'submitter', `${other.reference}/points/${point}/attachments`, content, name);
    for (const name of ['1.pdf', '2.pdf', '3.pdf']) expect((await to(1, pdf(), name)).status).toBe(201);
    await leavesNothing(async () => {
      const fourth = await to(1, pdf(), '4.pdf');
      expect([fourth.status, fourth.body['detail']]).toEqual([
        409,
        expect.stringContaining('No more than 3 files'),
      ]);
    });
    expect((await to(2, Buffer.alloc(99_000, 65), '4.txt')).status).toBe(201);
    await leavesNothing(async () => {
      const large = await to(2, Buffer.alloc(99_000, 65), '5.txt');
      expect([large.status, large.body['detail']]).toEqual([409, expect.stringContaining('146 KB together')]);
    });
    expect((await to(2, pdf(), '5.pdf')).status).toBe(201);
    await leavesNothing(async () => {
      const sixth = await to(3, pdf(), '6.pdf');
      expect([sixth.status, sixth.body['detail']]).toEqual([
        409,
        expect.stringContaining('No more than 5 files'),
      ]);
    });
  });

  it('a request that cannot be understood, or is about nothing', async () => {
    await leavesNothing(async () => {
      const path = `${driven.reference}/points/3/attachments`;
      expect((await upload(world, 'submitter', path, pdf(), 'a.pdf', { 'file-name': '' })).status).toBe(400);
      expect(
        (await upload(world, 'submitter', path, pdf(), 'a.pdf', { 'file-name': '%E0%A4%A' })).status,
      ).toBe(400);
      const json = { 'content-type': 'application/json' };
      expect((await upload(world, 'submitter', path, Buffer.from('{}'), 'a.pdf', json)).status).toBe(415);
      const nowhere = `${driven.reference}/legacy-exceptions/${randomUUID()}/attachments`;
      expect((await upload(world, 'submitter', nowhere, pdf(), 'a.pdf')).status).toBe(404);
      // Files are taken where they are attached and nowhere else.
      const comment = await upload(world, 'submitter', `${driven.reference}/comments`, pdf(), 'a.pdf');
      expect(comment.status).toBe(415);
    });
  });
});

describe('what is kept', () => {
  it('is broken off, not given, where it is not what was attached', async () => {
    const driven = await driver.draft();
    const content = Buffer.alloc(90_000, 65);
    const sent = await upload(
      world,
      'submitter',
      `${driven.reference}/points/3/attachments`,
      content,
      'a.txt',
    );
    const id = String(sent.body['id']);
    content.write('altered', 70_000);
    await writeFile(join(kept.folder, 'kept', id), content);
    const got = await download('submitter', driven.reference, id);
    expect(got.status).toBe(200);
    await expect(got.arrayBuffer()).rejects.toThrow();
  });

  it('and belongs to no file is swept away after a while, however often that is done', async () => {
    const orphan = randomUUID();
    await writeFile(join(kept.folder, 'kept', orphan), 'left behind');
    const keeping = world.api.app.get(AttachmentKeepingService, { strict: false });
    const before = await kept.names();
    expect(before).toContain(orphan);
    const attachments = await world.owner.asService().query<{ id: string }>({
      text: 'select distinct coalesce(stored_id, id) as id from attachment',
      values: [],
    });
    // Time stands still here, long before the files were written: nothing is old enough yet.
    expect(await keeping.sweep()).toBe(0);
    world.clock.set(new Date(performance.timeOrigin + performance.now() + 2 * 3_600_000));
    expect(await keeping.sweep()).toBe(1);
    expect(await keeping.sweep()).toBe(0);
    expect(await kept.names()).toEqual(attachments.map(({ id }) => id).sort());
  });
});

/** Sends a file in pieces of no length told before; ends it, or cuts the connection. */
function inPieces(
  path: string,
  name: string,
  pieces: readonly Buffer[],
  ends: boolean,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      `${world.api.url}/api/v1/cases/${path}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.people.submitter.token}`,
          'content-type': 'application/octet-stream',
          'file-name': name,
          'idempotency-key': randomUUID(),
        },
      },
      (answer) => {
        let text = '';
        answer.on('data', (piece: Buffer) => (text += piece.toString()));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text });
        });
      },
    );
    sending.on('error', reject);
    for (const piece of pieces) sending.write(piece);
    if (ends) sending.end();
    else setTimeout(() => sending.destroy(new Error('cut')), 200);
  });
}

it('was described: every answer about files is as the description says', async () => {
  // Time has passed since everybody else signed in.
  const auditor = await world.addPerson('Demonstration reader', [
    ['auditor', world.organisations.assurance.id],
  ]);
  const listed = world.http.exchanges.find(
    ({ path, reply }) => path.endsWith('/attachments') && Array.isArray(reply.body) && reply.body.length > 0,
  );
  const [file] = listed!.reply.body as readonly { readonly id: string }[];
  const address = `${listed!.path.replace('/api/v1', '')}/${file!.id}`;
  await world.http.read(auditor, address);
  await world.http.send(auditor, 'GET', `${address}/content`);
  const description = new Description(await world.http.read(auditor, '/openapi.json'));
  // The bytes of a file are not read as anything here.
  const told = world.http.exchanges.filter(({ reply }) => !reply.headers.has('content-disposition'));
  const faults = new Set(told.flatMap((exchange) => description.faultsOf(exchange)));
  expect([...faults]).toEqual([]);
  const asked = new Set(
    world.http.exchanges.map(({ method, path }) => description.operationOf(method, path)?.id),
  );
  const reads = description.operations.filter(
    ({ id, method }) => method === 'GET' && /attachments/i.test(id),
  );
  expect(reads.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  expect(reads.length).toBe(4);
});
