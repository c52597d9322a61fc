import { AttachmentKeepingService, DisposalService } from '#casework';
import { projectionDifferences, projectionOfDisposed, redactedEvent, replay, WAITING_DAYS } from '#domain';
import { IdentityService } from '#identity';
import { ObjectStore, readCaseHistory, readProjection } from '#persistence';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { pdf, PNG } from '../attachments/files.js';
import { keptFiles, upload, type KeptFiles } from '../attachments/kept.js';

// A case with files, withdrawn and disposed of: names and checksums go, and so do the bytes.

const DAY = 86_400_000;
const SECRET = 'Minutes of a private meeting';

let kept: KeptFiles;
let world: World;
let driven: DrivenCase;
let others: readonly string[];
/** An approved case with a file, and a variation of it that was withdrawn and has the file as well. */
let approved: DrivenCase;
let variation: string;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  const driver = new CaseDriver(world);
  const other = await driver.draft();
  await upload(world, 'submitter', `${other.reference}/points/1/attachments`, pdf(), 'other.pdf');
  approved = await driver.draft();
  await upload(world, 'submitter', `${approved.reference}/points/2/attachments`, pdf(), 'shared.pdf');
  approved.revision += 1;
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(approved, step);
  await driver.recommend(approved);
  await driver.decide(approved, 'approved');
  const body = { kind: 'varies', whatChanges: 'More of it.' };
  const started = await driver.act(approved, 'submitter', 'POST', 'variations', body);
  variation = (started.body['following'] as { reference: string }).reference;
  await world.http.expect(200, world.people.submitter, 'POST', `/cases/${variation}/withdraw`, {
    body: { reason: 'Not after all.' },
    ifMatch: 1,
  });
  await driver.settle(approved);
  others = await kept.names();
  driven = await driver.draft();
  const to = (part: string, content: Buffer, name: string) =>
    upload(world, 'submitter', `${driven.reference}/${part}/attachments`, content, name);
  await to('points/3', pdf(), `${SECRET}.pdf`);
  await to(`legacy-exceptions/${driven.exceptionId}`, PNG, `${SECRET}.png`);
  const read = () =>
    world.http.read<{ revision: number }>(world.people.submitter, `/cases/${driven.reference}`);
  driven.revision = (await read()).revision;
  await driver.step(driven, 'sign-off');
  await driver.step(driven, 'submit');
  await driver.act(driven, 'submitter', 'POST', 'withdraw', { reason: 'No longer needed.' });
}, 120_000);
afterAll(async () => {
  await world.close();
  await kept.remove();
});

async function dispose(reference: string): Promise<void> {
  await world.http.expect(200, world.people.administrator, 'POST', `/cases/${reference}/disposal`, {
    body: { reason: 'Its period ended.' },
  });
  await passTo(new Date(world.clock.now().getTime() + (WAITING_DAYS + 1) * DAY));
  const disposals = world.api.app.get(DisposalService, { strict: false });
  expect(await disposals.carryOutDue()).toBe(1);
}

/** Statuses of the files of a case, and of handing each out. */
async function given(reference: string): Promise<readonly (string | number)[]> {
  const { auditor } = world.people;
  const files = await world.http.read<{ id: string; status: string }[]>(
    auditor,
    `/cases/${reference}/attachments`,
  );
  const found: (string | number)[] = [];
  for (const { id, status } of files) {
    const url = `${world.api.url}/api/v1/cases/${reference}/attachments/${id}/content`;
    const got = await fetch(url, { headers: { authorization: `Bearer ${auditor.token}` } });
    found.push(status, got.status);
  }
  return found;
}

async function passTo(at: Date): Promise<void> {
  world.clock.set(at);
  const identity = world.api.app.get(IdentityService, { strict: false });
  for (const person of Object.values(world.people))
    Object.assign(person, { token: (await identity.issueToken(person.id)).token });
}

it('takes names and checksums from rows, events and versions, and then the bytes, at once or by the sweep', async () => {
  await world.owner.asService().query({ text: `update email set status = 'sent'`, values: [] });
  await passTo(new Date('2028-06-01T09:00:00.000Z'));
  const path = `/cases/${driven.reference}/disposal`;
  await world.http.expect(200, world.people.administrator, 'POST', path, {
    body: { reason: 'Its period ended.' },
  });
  await passTo(new Date(world.clock.now().getTime() + (WAITING_DAYS + 1) * DAY));
  expect(await kept.names()).toHaveLength(others.length + 2);

  // The storage does not answer just then: the disposal holds all the same.
  const store = world.api.app.get(ObjectStore, { strict: false });
  const destroy = store.destroy.bind(store);
  store.destroy = () => Promise.reject(new Error('The storage does not answer'));
  const disposals = world.api.app.get(DisposalService, { strict: false });
  expect(await disposals.carryOutDue()).toBe(1);
  store.destroy = destroy;
  expect(await kept.names()).toHaveLength(others.length + 2);

  const rows = await world.owner.asService().query({
    text: `select distinct a.name, a.sha256, a.status, a.bytes > 0 as sized from attachment a
      join spend_case c on c.id = a.case_id where c.reference = $1`,
    values: [driven.reference],
  });
  expect(rows).toEqual([{ name: '', sha256: '', status: 'disposed', sized: true }]);
  const [left] = await world.owner.asService().query<{ n: number }>({
    text: `select (select count(*) from case_event where payload::text like $1)
      + (select count(*) from submission_version where content::text like $1)
      + (select count(*) from idempotency_record where body like $1) as n`,
    values: [`%${SECRET}%`],
  });
  expect(Number(left?.n)).toBe(0);

  // What is left of the events says what is left in the rows.
  const sight = { everything: true, organisationIds: [] };
  const history = await readCaseHistory(world.owner.asService(), driven.reference, sight, world.clock.now());
  const told = projectionOfDisposed(replay((history?.events ?? []).map(redactedEvent)));
  const found = await readProjection(world.owner.asService(), history?.caseId ?? '');
  expect(projectionDifferences(told, found).filter(({ table }) => table === 'attachment')).toEqual([]);
  expect(found.submission_version).toHaveLength(1);
  expect(projectionDifferences(told, found).filter(({ table }) => table === 'submission_version')).toEqual(
    [],
  );

  const files = await world.http.read<{ id: string; status: string }[]>(
    world.people.auditor,
    `/cases/${driven.reference}/attachments`,
  );
  expect(files.map(({ status }) => status)).toEqual(['disposed', 'disposed']);
  for (const { id } of files) {
    const got = await world.http.send(
      world.people.auditor,
      'GET',
      `/cases/${driven.reference}/attachments/${id}/content`,
    );
    expect(got.status).toBe(409);
  }

  const keeping = world.api.app.get(AttachmentKeepingService, { strict: false });
  expect(await keeping.sweep()).toBe(2);
  expect(await kept.names()).toEqual(others);
  expect(await keeping.sweep()).toBe(0);
});

it('of a variation leaves the approval its file, and the last of the two takes the bytes with it', async () => {
  const keeping = world.api.app.get(AttachmentKeepingService, { strict: false });
  await world.owner.asService().query({ text: `update email set status = 'sent'`, values: [] });
  await dispose(variation);
  expect(await given(variation)).toEqual(['disposed', 409]);
  expect(await given(approved.reference)).toEqual(['not-scanned', 200]);
  expect(await keeping.sweep()).toBe(0);
  expect(await kept.names()).toEqual(others);
  await passTo(new Date('2033-06-01T09:00:00.000Z'));
  await dispose(approved.reference);
  expect(await given(approved.reference)).toEqual(['disposed', 409]);
  expect(await kept.names()).toHaveLength(others.length - 1);
});
