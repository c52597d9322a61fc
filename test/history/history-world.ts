import type { TestDatabase } from '../setup/test-database.js';
import { randomUUID } from 'node:crypto';
import { ASSURING_ORGANISATION_KEY, type HeldRole, type Role } from '#domain';
import { IdentityService } from '#identity';
import { insertPerson, insertRole } from '#persistence';
import { AppLogger, loadConfig, ManualClock, type Config } from '#platform';
import type { Acting } from '#casework';
import { CaseDriver } from '../../apps/local/demonstration/case-driver.js';
import {
  makeDemonstrationPeople,
  type DemonstrationPeople,
} from '../../apps/local/demonstration/accounts.js';
import { runApi, type RunningApi } from '../../apps/api/run-api.js';
import { HttpClient } from '../api/world/http-client.js';
import { freshDatabase } from '../setup/fresh-database.js';
import { Chance } from './chance.js';
import { RandomCase, type Players } from './random-case.js';

/** The instant everything is asked at. */
export const NOW = new Date('2026-11-26T09:30:00.000Z');
const RANDOM_CASES = 50;
const DAY = 86_400_000;

/** Somebody who asks. */
export interface Reader {
  readonly token: string;
  readonly personId: string;
  readonly roles: readonly HeldRole[];
  readonly rolesAt: Date;
}

/** A service with a rich history, and people who ask about it. */
export interface HistoryWorld {
  readonly api: RunningApi;
  readonly database: TestDatabase;
  readonly http: HttpClient;
  readonly url: string;
  readonly readers: {
    readonly auditor: Reader;
    readonly otherAuditor: Reader;
    /** A submitter of one of the departments with random cases. */
    readonly department: Reader;
    /** A reviewer who submits for that department as well. */
    readonly both: Reader;
    readonly administrator: Reader;
  };
  readonly parentId: string;
  close(): Promise<void>;
}

async function addActing(database: TestDatabase, name: string, roles: readonly HeldRole[]): Promise<Acting> {
  const personId = randomUUID();
  const email = `${personId}@people.example`;
  const createdAt = new Date('2024-01-01T00:00:00.000Z');
  await insertPerson(database, {
    id: personId,
    email,
    name,
    passwordHash: null,
    demonstration: true,
    createdAt,
  });
  for (const { role, organisationId } of roles)
    await insertRole(database, {
      id: randomUUID(),
      personId,
      organisationId,
      role,
      validFrom: createdAt,
      givenBy: null,
    });
  return { personId, name, email, roles, rolesAt: createdAt };
}

/** A department, two bodies below it and one below one of those, and another department. */
async function organisationsOf(
  database: TestDatabase,
  people: DemonstrationPeople,
): Promise<readonly string[]> {
  const parent = people.organisationIds.get('ministry-of-justice');
  const other = people.organisationIds.get('home-office');
  if (parent === undefined || other === undefined) throw new Error('The departments are not there');
  const add = async (key: string, parentId: string): Promise<string> => {
    const id = randomUUID();
    await database.query({
      text: `insert into organisation (id, key, name, parent_id, valid_from) values ($1, $2, $3, $4, '2020-01-01')`,
      values: [id, key, `Body ${key}`, parentId],
    });
    return id;
  };
  const child = await add('child', parent);
  return [parent, other, child, await add('other-child', parent), await add('grandchild', child)];
}

async function playRandomCases(
  database: TestDatabase,
  config: Config,
  people: DemonstrationPeople,
  organisationIds: readonly string[],
): Promise<void> {
  const assurance = (role: Role, which: number): Acting =>
    people.find(ASSURING_ORGANISATION_KEY, role, which);
  const chance = new Chance(20_261_126);
  const players: Players[] = [];
  for (const organisationId of organisationIds)
    players.push({
      organisationId,
      submitter: await addActing(database, '=Submitter', [{ role: 'submitter', organisationId }]),
      lead: await addActing(database, 'Lead', [{ role: 'assurance-lead', organisationId }]),
      reviewers: [assurance('reviewer', 1), assurance('reviewer', 2)],
      deciders: [assurance('decider', 1), assurance('decider', 2)],
    });
  const plays = Array.from({ length: RANDOM_CASES }, () => {
    const start = new Date(NOW.getTime() - chance.from(20, 400) * DAY - chance.from(0, DAY));
    const seed = chance.from(1, 1_000_000_000);
    return new RandomCase(new CaseDriver(database, config, start), chance.one(players), new Chance(seed));
  });
  const waiting = [...plays];
  const next = async (): Promise<void> => {
    for (let play = waiting.shift(); play !== undefined; play = waiting.shift()) await play.play();
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

/** Makes the world: random cases, driven through the service's own commands. */
export async function startHistoryWorld(): Promise<HistoryWorld> {
  const fresh = await freshDatabase(8);
  const { database } = fresh;
  const config = loadConfig({
    DATABASE_URL: fresh.url,
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: '0',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
  });
  const people = await makeDemonstrationPeople(database);
  const organisationIds = await organisationsOf(database, people);
  const [parentId = '', departmentId = ''] = organisationIds;
  await database.query({
    text: `insert into earned_autonomy (id, organisation_id, levels, valid_from, reason, document_title, document_url,
        recorded_by, recorded_at)
      select gen_random_uuid(), $1, '{low,medium}', '2024-01-01', 'Tried.', 'Letter', 'https://gds.example/letter', id,
        '2024-01-01T00:00:00Z' from person limit 1`,
    values: [parentId],
  });
  await playRandomCases(database, config, people, organisationIds);
  const api = await runApi(config, {
    clock: new ManualClock(NOW),
    logger: new AppLogger({ level: 'fatal' }),
  });
  const identity = api.app.get(IdentityService, { strict: false });
  const assuranceId = people.organisationIds.get(ASSURING_ORGANISATION_KEY) ?? '';
  const reader = async (...roles: readonly HeldRole[]): Promise<Reader> => {
    const { personId } = await addActing(database, 'Reader', roles);
    const { token } = await identity.issueToken(personId);
    return { token, personId, roles, rolesAt: NOW };
  };
  const readers = {
    auditor: await reader({ role: 'auditor', organisationId: assuranceId }),
    otherAuditor: await reader({ role: 'auditor', organisationId: assuranceId }),
    department: await reader({ role: 'submitter', organisationId: departmentId }),
    both: await reader(
      { role: 'reviewer', organisationId: assuranceId },
      { role: 'submitter', organisationId: departmentId },
    ),
    administrator: await reader({ role: 'administrator', organisationId: assuranceId }),
  };
  return {
    api,
    database,
    http: new HttpClient(api.url),
    url: api.url,
    readers,
    parentId,
    close: async () => {
      await api.close();
      await fresh.close();
    },
  };
}
