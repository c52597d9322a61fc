import {
  emptyPointEvidence,
  FIRST_EVENT_FORMAT,
  POINT_NUMBERS,
  sealEvent,
  type CaseContent,
  type EventFormat,
  type EventPayloads,
} from '#domain';
import type { Queryable } from '../database/statement.js';
import { detailColumns } from './draft-riders.js';
import { freshSalt } from '../decision-log/salt.js';

/** A case that was imported before. */
export interface ImportedBefore {
  readonly sourceReference: string;
  /** Reference of the case here. */
  readonly reference: string;
  /** Hash of the row it was read from. */
  readonly rowHash: string;
}

/** One after another: who imports at the same moment waits here, and then finds what the other has imported. */
export async function waitForOtherImports(transaction: Queryable): Promise<void> {
  await transaction.query({
    name: 'wait_for_other_imports',
    text: `select pg_advisory_xact_lock(hashtextextended('decision-import', 0))`,
    values: [],
  });
}

/** Which of some references of a source were imported before. */
export function importedBefore(
  queryable: Queryable,
  source: string,
  sourceReferences: readonly string[],
): Promise<readonly ImportedBefore[]> {
  return queryable.query({
    name: 'imported_before',
    text: `select imported_reference as "sourceReference", reference, imported_hash as "rowHash"
      from spend_case where imported_source = $1 and imported_reference = any($2::text[])`,
    values: [source, sourceReferences],
  });
}

/** Which of some references are taken. */
export async function takenReferences(
  queryable: Queryable,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await queryable.query<{ reference: string }>({
    name: 'taken_references',
    text: `select reference from spend_case where reference = any($1::text[])`,
    values: [references],
  });
  return new Set(rows.map(({ reference }) => reference));
}

/** A decided case to be written as it was elsewhere, with its one event. */
export interface CaseToImport {
  readonly id: string;
  /** Midnight in London of the source's own days. */
  readonly submittedAt: Date;
  readonly decidedAt: Date;
  readonly reason: string;
  readonly payload: EventPayloads['imported'];
}

const NO_EVIDENCE = POINT_NUMBERS.map(emptyPointEvidence);

/** What was submitted, as far as a source tells: no evidence, no legacy exceptions. */
export function importedContent(details: CaseContent['details']): CaseContent {
  return { details, points: NO_EVIDENCE, legacyExceptions: [] };
}

/** Who records cases that were decided elsewhere, and when; nobody where the command line does. */
export interface ImportedBy {
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly actorOrganisationId: string | null;
  readonly at: Date;
}

/** What a row brings beside the details of its case, with types. */
const COLUMNS = {
  id: 'uuid',
  submitted_at: 'timestamptz',
  decided_at: 'timestamptz',
  reason: 'text',
  payload: 'jsonb',
  hash: 'text',
  private_hash: 'text',
  salt: 'text',
} as const;

type Row = Readonly<Record<string, unknown>>;

function rowOf(
  { id, submittedAt, decidedAt, reason, payload }: CaseToImport,
  by: ImportedBy,
  format: EventFormat,
): Row {
  const { hash, privateHash, salt } = sealOf(id, payload, reason, by, format);
  return {
    ...detailsOf(payload),
    id,
    submitted_at: submittedAt,
    decided_at: decidedAt,
    reason,
    payload,
    hash,
    private_hash: privateHash,
    salt: salt === null ? null : Buffer.from(salt).toString('hex'),
  };
}

/** The one event of an imported case begins its chain. */
function sealOf(
  caseId: string,
  payload: EventPayloads['imported'],
  reason: string,
  by: ImportedBy,
  format: EventFormat,
) {
  const envelope = {
    caseId,
    sequence: 1,
    type: 'imported',
    audience: 'shared',
    actorId: by.actorId,
    actorRole: by.actorRole,
    actorOrganisationId: by.actorOrganisationId,
    occurredAt: by.at.toISOString(),
    fromState: null,
    toState: payload.outcome,
    version: 1,
    format,
  };
  return sealEvent(envelope, payload, reason, freshSalt(), null);
}

/** Details come ready to be bound, JSON as text; here they go into JSON themselves. */
function detailsOf({ details }: EventPayloads['imported']): Row {
  const columns = detailColumns(details).map(([column, value, type]) => [
    column,
    type === 'jsonb' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
  ]);
  return Object.fromEntries(columns) as Row;
}

const INSERT_NAME = 'insert_imported_cases';

/** Most of what is written is in the payload already; the database takes it from there. */
function insertText(details: readonly (readonly [column: string, type: string])[]): string {
  const columns = details.map(([column]) => column).join(', ');
  const types = [...Object.entries(COLUMNS), ...details].map((pair) => pair.join(' ')).join(', ');
  return `with r as materialized (
      select r.*, p.* from jsonb_to_recordset($1::jsonb) as r(${types})
        cross join lateral jsonb_to_record(r.payload) as p("regimeVersion" text, outcome text, "decisionId" uuid)
    ), cases as (
      insert into spend_case (id, ${columns}, reference, organisation_id, state, regime_version, rating, pinned_on,
        submitted_at, decision_id, imported_source, imported_reference, imported_hash, revision, current_version,
        details_revision, created_at, updated_at, department_hands, schedule_stale, head_hash)
      select id, ${columns}, payload ->> 'reference', (payload ->> 'organisationId')::uuid, outcome, "regimeVersion",
        payload ->> 'rating', (payload ->> 'submittedOn')::date, submitted_at, "decisionId", payload ->> 'source',
        payload ->> 'sourceReference', payload ->> 'rowHash', 1, 1, 1, $2, $2, '{}', false, decode(hash, 'hex')
      from r
    ), versions as (
      insert into submission_version (case_id, number, content, content_hash, point_hashes, regime_version, submitted_at)
      select id, 1, jsonb_build_object('details', payload -> 'details') || $6::jsonb, payload ->> 'contentHash', '{}',
        "regimeVersion", submitted_at
      from r
    ), decisions as (
      insert into decision (id, case_id, number, version, sequence, outcome, requested_pence, approved_pence, reason,
        overrides, regime_version, decided_in_source, decided_at, synthetic, organisation_id)
      select "decisionId", id, 1, 1, 1, outcome, requested_pence, (payload ->> 'approvedPence')::bigint, reason, '[]',
        "regimeVersion", payload ->> 'decidedBy', decided_at, false,
        (payload ->> 'organisationId')::uuid
      from r
    ), conditions as (
      insert into condition (id, case_id, decision_id, number, text, point, owner_name, owner_email, due_on, status,
        revision, changed_at)
      select k.id, r.id, r."decisionId", k.number, k.text, k.point, k."ownerName", k."ownerEmail", k."dueOn", k.status,
        1, $2
      from r cross join lateral jsonb_to_recordset(r.payload -> 'conditions') as k(id uuid, number smallint, text text,
        point smallint, "ownerName" text, "ownerEmail" text, "dueOn" date, status text)
    ), pending as (
      insert into log_pending (case_id, sequence) select id, 1 from r
    )
    insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, actor_organisation_id,
      occurred_at, from_state, to_state, version, reason, payload, format, hash, private_hash, salt)
    select id, 1, 'imported', 'shared', $3::uuid, $4::text, $5::uuid, $2, null, outcome, 1, reason, payload, $7::smallint,
      decode(hash, 'hex'), decode(private_hash, 'hex'), decode(salt, 'hex') from r`;
}

/**
 * Writes cases that were decided elsewhere, each with its version, its decision, its conditions and its one event, in
 * one statement. Nobody is told, and no schedule arises. No assessment will ever rest on such a version, so its points
 * are not hashed.
 */
export async function insertImportedCases(
  transaction: Queryable,
  cases: readonly CaseToImport[],
  by: ImportedBy,
): Promise<void> {
  const [first] = cases;
  if (first === undefined) return;
  const details = detailColumns(first.payload.details).map(([column, , type]) => [column, type] as const);
  const { points, legacyExceptions } = importedContent(first.payload.details);
  const { eventFormat = FIRST_EVENT_FORMAT } = transaction;
  await transaction.query({
    name: INSERT_NAME,
    text: insertText(details),
    values: [
      JSON.stringify(cases.map((one) => rowOf(one, by, eventFormat))),
      by.at,
      by.actorId,
      by.actorRole,
      by.actorOrganisationId,
      JSON.stringify({ points, legacyExceptions }),
      eventFormat,
    ],
  });
}
