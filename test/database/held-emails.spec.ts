import { randomUUID } from 'node:crypto';
import { loadCase, writeCaseChange, type EmailToQueue } from '#persistence';
import { emailRow, insertCase, insertReader, readerAddress } from '../faults/mail-rows.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const AT = new Date('2026-11-24T09:00:00.000Z');
let fresh: FreshDatabase;
let caseId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  caseId = await insertCase(fresh.database, AT);
});
afterAll(() => fresh.close());

function emailTo(personId: string | null, held: boolean): EmailToQueue {
  const id = randomUUID();
  return {
    id,
    template: 'review-started',
    recipientName: 'Demonstration reader',
    recipientAddress: personId === null ? `${id}@home-office.example` : readerAddress(personId),
    recipientRole: 'submitter',
    personId,
    held,
    parameters: {},
  };
}

it('tells of everybody to be told whether they prefer a digest', async () => {
  const readers = [
    await insertReader(fresh.database, AT, 'each'),
    await insertReader(fresh.database, AT, 'daily-digest'),
  ];
  for (const personId of readers)
    await fresh.database.query({
      text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from)
             select $1, $2, organisation_id, 'submitter', $3 from spend_case where id = $4`,
      values: [randomUUID(), personId, AT, caseId],
    });
  const { record } = await loadCase(fresh.database, {
    reference: `COSC-${caseId.slice(0, 8)}`,
    sight: { everything: true, organisationIds: [] },
    personId: null,
    key: null,
    at: AT,
    withContacts: true,
    commentId: null,
  });
  expect(new Map(record?.contacts.map(({ personId, digest }) => [personId, digest]))).toEqual(
    new Map([
      [readers[0], false],
      [readers[1], true],
    ]),
  );
});

it('holds the emails it is told to hold, for their person, and queues the others', async () => {
  const personId = await insertReader(fresh.database, AT);
  const [held, queued, outside] = [
    emailTo(personId, true),
    emailTo(await insertReader(fresh.database, AT), false),
    emailTo(null, false),
  ];
  const written = await writeCaseChange(fresh.database, {
    caseId,
    fromRevision: 1,
    previousHash: '00'.repeat(32),
    event: {
      type: 'review-started',
      audience: 'shared',
      actorId: null,
      actorRole: null,
      actorOrganisationId: null,
      occurredAt: AT,
      fromState: 'acknowledged',
      toState: 'in-review',
      version: null,
      reason: null,
      payload: {},
    },
    emails: [held, queued, outside],
  });
  expect(written).toBe(true);
  expect(await emailRow(fresh.database, held.id)).toMatchObject({ status: 'held', nextAttemptAt: AT });
  expect(await emailRow(fresh.database, queued.id)).toMatchObject({ status: 'queued' });
  expect(await emailRow(fresh.database, outside.id)).toMatchObject({ status: 'queued' });
  const people = await fresh.database.query({
    text: 'select id, person_id as "personId" from email where case_id = $1 and person_id is not null',
    values: [caseId],
  });
  expect(new Map(people.map((row) => Object.values(row as object) as [string, string]))).toEqual(
    new Map([
      [held.id, held.personId],
      [queued.id, queued.personId],
    ]),
  );
});
