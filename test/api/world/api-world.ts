import type { TestDatabase } from '../../setup/test-database.js';
import { randomUUID } from 'node:crypto';
import { IdentityService, PeopleService, type Organisation } from '#identity';
import type { Role } from '#domain';
import { AppLogger, loadConfig, ManualClock, type Config } from '#platform';
import { runApi, type RunningApi } from '../../../apps/api/run-api.js';
import { freshDatabase } from '../../setup/fresh-database.js';
import { HttpClient } from './http-client.js';

/** Somebody who can send requests. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

/** The parts people play in most tests; each is one person. */
export const CAST = {
  submitter: ['submitter', 'department'],
  lead: ['assurance-lead', 'department'],
  reviewer: ['reviewer', 'assurance'],
  decider: ['decider', 'assurance'],
  auditor: ['auditor', 'assurance'],
  administrator: ['administrator', 'assurance'],
  /** Submits for another department. */
  stranger: ['submitter', 'otherDepartment'],
  /** Signed in, and nothing more. */
  nobody: null,
} as const satisfies Record<string, readonly [Role, OrganisationName] | null>;
export type Part = keyof typeof CAST;
export const PARTS = Object.keys(CAST) as readonly Part[];

type OrganisationName = 'department' | 'otherDepartment' | 'assurance';

/** An API on a database of its own, at a real port, with people and organisations, and time that stands still. */
export interface World {
  readonly api: RunningApi;
  readonly database: TestDatabase;
  /** The same, as the owner of the tables. */
  readonly owner: TestDatabase;
  readonly ownerUrl: string;
  readonly clock: ManualClock;
  readonly config: Config;
  readonly http: HttpClient;
  readonly organisations: Readonly<Record<OrganisationName, Organisation>>;
  readonly people: Readonly<Record<Part, Person>>;
  /** Adds a person with roles, signed in without a password. */
  addPerson(name: string, roles?: readonly (readonly [Role, string])[]): Promise<Person>;
  close(): Promise<void>;
}

/** The instant every test begins at, in British Summer Time. */
export const START = new Date('2026-05-04T09:00:00.000Z');

/** Starts a world; `environment` changes settings. */
export async function startWorld(environment: Record<string, string> = {}): Promise<World> {
  const fresh = await freshDatabase(4);
  const config = loadConfig({
    DATABASE_URL: fresh.url,
    DATABASE_POOL_SIZE: '10',
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: '0',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
    FRAMEWORKS_ADDRESS: 'frameworks@ccs.example',
    TOKEN_HOURS: '168',
    // Tests ask as fast as they can; those of the limits set their own.
    RATE_LIMIT_PERSON: '1000000',
    RATE_LIMIT_ADDRESS: '1000000',
    RATE_LIMIT_COSTLY: '1000000',
    RATE_LIMIT_LINKS: '1000000',
    PASSWORD_SIGN_IN: 'on',
    ...environment,
  });
  const clock = new ManualClock(START);
  const logger = new AppLogger({ level: 'fatal' });
  const api = await runApi(config, { clock, logger });
  const peopleService = api.app.get(PeopleService, { strict: false });
  const identity = api.app.get(IdentityService, { strict: false });

  const addOrganisation = (key: string, name: string) =>
    peopleService.createOrganisation({ key, name, acronym: null, parentId: null });
  const organisations = {
    department: await addOrganisation('home-office', 'Home Office'),
    otherDepartment: await addOrganisation('ministry-of-justice', 'Ministry of Justice'),
    assurance: await addOrganisation('government-digital-service', 'Government Digital Service'),
  };
  const addPerson: World['addPerson'] = async (name, roles = []) => {
    const email = `${randomUUID()}@people.example`;
    const person = await peopleService.createPerson({ email, name, password: null });
    for (const [role, organisationId] of roles)
      await peopleService.giveRole(null, person.id, role, organisationId);
    const { token } = await identity.issueToken(person.id);
    return { id: person.id, name, email, token };
  };
  const people = Object.fromEntries(
    await Promise.all(
      PARTS.map(async (part) => {
        const held = CAST[part];
        const roles = held === null ? [] : [[held[0], organisations[held[1]].id] as const];
        return [part, await addPerson(`Demonstration ${part}`, roles)] as const;
      }),
    ),
  ) as Record<Part, Person>;
  return {
    api,
    database: fresh.database,
    owner: fresh.owner,
    ownerUrl: fresh.ownerUrl,
    clock,
    config,
    http: new HttpClient(api.url),
    organisations,
    people,
    addPerson,
    close: async () => {
      await api.close();
      await fresh.close();
    },
  };
}
