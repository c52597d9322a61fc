import { randomUUID } from 'node:crypto';
import { loadShippedReferenceData } from '#casework';
import { prepareDatabase } from '../../apps/local/prepare-database.js';
import { addKnownOrganisations } from '../../apps/local/first-time/reference-organisations.js';
import { TestDatabase } from '../setup/test-database.js';

// In production the tables belong to somebody who may make roles and is nothing more: no superuser, and not exempt from
// row-level security.

const OWNER = `owner_${randomUUID().slice(0, 8)}`;
const SERVICE = `service_${randomUUID().slice(0, 8)}`;

function urlFor(user: string, name: string): string {
  const url = new URL(`${process.env['TEST_DATABASE_SERVER'] ?? ''}${name}`);
  url.username = user;
  url.password = 'tests';
  return url.href;
}

describe('a database whose owner is no superuser', () => {
  const name = `plain_${randomUUID().replaceAll('-', '')}`;
  let maintenance: TestDatabase;
  let owner: TestDatabase;
  let service: TestDatabase;

  beforeAll(async () => {
    maintenance = new TestDatabase(
      { url: `${process.env['TEST_DATABASE_SERVER'] ?? ''}postgres`, poolSize: 1 },
      'owner',
    );
    await maintenance.query({
      text: `create role ${OWNER} login createrole nosuperuser nobypassrls password 'tests'`,
      values: [],
    });
    await maintenance.query({ text: `create database ${name} owner ${OWNER}`, values: [] });
    // The roles are the server's, and here belong to whoever made them first.
    await maintenance.query({
      text: `grant spend_control_app, spend_control_finder to ${OWNER} with admin option, set true, inherit false`,
      values: [],
    });
    await prepareDatabase(urlFor(OWNER, name), urlFor(SERVICE, name));
    owner = new TestDatabase({ url: urlFor(OWNER, name), poolSize: 1 }, 'owner');
    service = new TestDatabase({ url: urlFor(SERVICE, name), poolSize: 1 });
  });
  afterAll(async () => {
    await Promise.all([owner.close(), service.close()]);
    await maintenance.query({ text: `drop database ${name}`, values: [] });
    await maintenance.close();
  });

  it('is brought up to date by them, filled by the service, and shows the owner nothing', async () => {
    await loadShippedReferenceData(service, new Date('2026-01-01T00:00:00.000Z'));
    const organisations = await addKnownOrganisations(service);
    expect(organisations.size).toBeGreaterThan(100);
    expect(await service.count('organisation')).toBe(organisations.size);
    expect(await owner.count('organisation')).toBe(0);
  });

  it('is brought up to date again', async () => {
    expect(await prepareDatabase(urlFor(OWNER, name), urlFor(SERVICE, name))).toEqual([]);
  });
});
