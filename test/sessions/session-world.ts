import { TestDatabase } from '../setup/test-database.js';
import { createHash } from 'node:crypto';
import { PeopleService, SessionService, type ActingPerson } from '#identity';
import { type ActingDatabase, type Statement } from '#persistence';
import { loadConfig, ManualClock, type Config } from '#platform';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

/** When each test of sessions begins. */
export const START = new Date('2026-05-04T09:00:00.000Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Most statements the service has in hand at once. */
export const POOL_SIZE = 10;

/** Remembers the statements that were run outside transactions. */
class ListeningDatabase extends TestDatabase {
  readonly heard: Statement[] = [];

  override asService(): ActingDatabase {
    const hear = (statement: Statement) => this.heard.push(statement);
    return new Proxy(super.asService(), {
      get(service, name) {
        if (name !== 'query') return Reflect.get(service, name, service) as unknown;
        return async (statement: Statement) => {
          hear(statement);
          return service.query(statement);
        };
      },
    });
  }
}

/** A session as it is kept. */
export interface Kept {
  /** Hexadecimal. */
  readonly hash: string;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
}

/** The hash a token is to be kept as, reckoned here once more. */
export function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The services of sessions and of people on a database of their own. */
export class SessionWorld {
  readonly clock = new ManualClock(START);
  readonly people: PeopleService;
  readonly sessions: SessionService;
  readonly database: ListeningDatabase;

  private constructor(readonly fresh: FreshDatabase) {
    this.database = new ListeningDatabase({ url: fresh.url, poolSize: POOL_SIZE });
    this.people = new PeopleService(this.database, this.clock);
    this.sessions = this.servedWith();
  }

  static async start(): Promise<SessionWorld> {
    const world = new SessionWorld(await freshDatabase());
    const run = (text: string) => world.fresh.owner.query({ text, values: [] });
    await run('create sequence session_writes');
    await run(`create function count_session_write() returns trigger language plpgsql security definer as
      $$ begin perform nextval('session_writes'); return null; end $$`);
    await run(`create trigger count_session_write after update on web_session
      for each row execute function count_session_write()`);
    return world;
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.fresh.close();
  }

  /** The service of sessions under other settings. */
  servedWith(environment: Record<string, string> = {}): SessionService {
    return new SessionService(this.database, this.clock, this.config(environment));
  }

  /** What the service is set up with. */
  config(environment: Record<string, string> = {}): Config {
    return loadConfig({
      DATABASE_URL: this.fresh.url,
      PUBLIC_URL: 'http://localhost',
      MAIL_TRANSPORT: 'file',
      MAIL_DIRECTORY: '/nowhere',
      MAIL_FROM: 'no-reply@spend.example',
      ASSURANCE_INBOX: 'assurance@gds.example',
      ...environment,
    });
  }

  async organisation(): Promise<string> {
    const { id } = await this.people.createOrganisation({
      key: 'home-office',
      name: 'Home Office',
      acronym: 'HO',
      parentId: null,
    });
    return id;
  }

  /** Adds somebody without a password. @returns their id */
  async person(name: string): Promise<string> {
    const person = await this.people.createPerson({ email: `${name}@tests.example`, name, password: null });
    return person.id;
  }

  /** Somebody who may deactivate others; nothing else of them counts here. */
  async administrator(): Promise<ActingPerson> {
    return { personId: await this.person('administrator'), name: '', email: '', roles: [], rolesAt: START };
  }

  /** The row of a session, found by its token. */
  async kept(token: string): Promise<Kept | undefined> {
    const [row] = await this.fresh.owner.query<Kept>({
      text: `select encode(token_hash, 'hex') as hash, last_seen_at as "lastSeenAt", ended_at as "endedAt"
        from web_session where token_hash = $1`,
      values: [sha256(token)],
    });
    return row;
  }

  /** How many sessions are kept. */
  async count(): Promise<number> {
    return this.number('select count(*)::int as number from web_session');
  }

  /** How often a row of a session has been changed so far. */
  async writes(): Promise<number> {
    return this.number('select case when is_called then last_value else 0 end as number from session_writes');
  }

  /** How many statements wait for a lock. */
  async waiting(): Promise<number> {
    return this.number(`select count(*)::int as number from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
  }

  /** The statements that are run from here on. */
  listen(): readonly Statement[] {
    this.database.heard.length = 0;
    return this.database.heard;
  }

  /** As somebody who does not go through the service would do it. */
  async deactivateByHand(personId: string): Promise<void> {
    await this.fresh.owner.query({
      text: 'update person set deactivated_at = $2 where id = $1',
      values: [personId, START],
    });
  }

  private async number(text: string): Promise<number> {
    const [row] = await this.fresh.owner.query<{ number: number }>({ text, values: [] });
    if (row === undefined) throw new Error('Nothing was counted');
    return row.number;
  }
}
