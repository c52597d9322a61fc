import type { TestDatabase } from '../setup/test-database.js';
import { randomUUID } from 'node:crypto';
import type { EmailPreference, EmailStatus } from '#domain';

/** A row to be queued; everything has a plain default. */
export interface RowOptions {
  readonly template?: string;
  readonly recipientName?: string;
  readonly recipientAddress?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly nextAttemptAt?: Date;
  /** Number of the event it tells of; 1 unless given. */
  readonly sequence?: number;
  /** Whose it is; nobody's with an account unless given. */
  readonly personId?: string;
  /** It waits for a digest. */
  readonly held?: boolean;
}

/** The row as a test looks at it. */
export interface RowState {
  readonly id: string;
  readonly status: EmailStatus;
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  readonly nextAttemptAt: Date;
  readonly leaseUntil: Date | null;
  readonly lastError: string | null;
  readonly settledAt: Date | null;
  readonly providerReference: string | null;
}

/** The smallest case emails can belong to. */
export async function insertCase(database: TestDatabase, at: Date): Promise<string> {
  const organisationId = randomUUID();
  const caseId = randomUUID();
  await database.query({
    text: `insert into organisation (id, key, name, valid_from) values ($1, $2, 'Home Office', '2000-01-01')`,
    values: [organisationId, `home-office-${organisationId}`],
  });
  await database.query({
    text: `insert into regime (version, content, content_hash, loaded_at) values ('v6', '{}', '', $1)
           on conflict (version) do nothing`,
    values: [at],
  });
  await database.query({
    text: `
      insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts, flags,
                              protective_marking, details_revision, created_by, created_at, updated_at)
      values ($1, $2, $3, 'in-review', 1, 'v6', 'Border crossing records', '[]', '{}', 'OFFICIAL', 1, $4, $5, $5)`,
    values: [caseId, `COSC-${caseId.slice(0, 8)}`, organisationId, randomUUID(), at],
  });
  return caseId;
}

/** Queues one email and gives its id. */
export async function insertEmail(
  database: TestDatabase,
  caseId: string,
  at: Date,
  options: RowOptions = {},
): Promise<string> {
  const id = randomUUID();
  await database.query({
    text: `
      insert into email (id, case_id, sequence, template, recipient_name, recipient_address, recipient_role, parameters,
                         status, attempts, created_at, next_attempt_at, person_id)
      values ($1, $2, $9, $3, $4, $5, 'submitter', $6, $10, 0, $7, $8, $11)`,
    values: [
      id,
      caseId,
      options.template ?? 'review-started',
      options.recipientName ?? 'Demonstration submitter (Home Office)',
      options.recipientAddress ?? `reader-${id}@home-office.example`,
      {
        reference: 'COSC-00103',
        title: 'Border crossing records',
        organisation: 'Home Office',
        state: 'GDS Assurance review',
        recipientPart: 'submitter',
        ...options.parameters,
      },
      at,
      options.nextAttemptAt ?? at,
      options.sequence ?? 1,
      options.held === true ? 'held' : 'queued',
      options.personId ?? null,
    ],
  });
  return id;
}

/** Adds somebody, who prefers a daily digest unless said otherwise, and gives their id. */
export async function insertReader(
  database: TestDatabase,
  at: Date,
  preference: EmailPreference = 'daily-digest',
): Promise<string> {
  const id = randomUUID();
  await database.query({
    text: `insert into person (id, email, name, demonstration, created_at, email_preference)
           values ($1, $2, 'Demonstration reader', true, $3, $4)`,
    values: [id, readerAddress(id), at, preference],
  });
  return id;
}

/** Where somebody added by {@link insertReader} is written to. */
export function readerAddress(personId: string): string {
  return `reader-${personId}@home-office.example`;
}

/** The row as it is now. */
export async function emailRow(database: TestDatabase, id: string): Promise<RowState> {
  const rows = await database.query<RowState>({
    text: `
      select id, status, attempts, first_attempt_at as "firstAttemptAt", next_attempt_at as "nextAttemptAt",
             lease_until as "leaseUntil", last_error as "lastError", settled_at as "settledAt",
             provider_reference as "providerReference"
        from email where id = $1`,
    values: [id],
  });
  return rows[0]!;
}

/** How many rows have this status. */
export async function countOf(database: TestDatabase, status: EmailStatus): Promise<number> {
  const rows = await database.query<{ count: number }>({
    text: 'select count(*)::int as count from email where status = $1',
    values: [status],
  });
  return rows[0]!.count;
}
