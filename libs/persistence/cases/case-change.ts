import { createHash } from 'node:crypto';
import { SHORT_LIVED_DIGEST, FIRST_EVENT_FORMAT, sealEvent, type EventFormat, type EventSeal } from '#domain';
import { bytesOf, type Bind } from '../database/binding.js';
import type { Queryable, Statement, Transaction } from '../database/statement.js';
import { freshSalt } from '../decision-log/salt.js';

/**
 * A further row the change writes or alters. It is one data-modifying SQL statement that reads from `changed`
 * (one row: `id`, `revision`, when the change is allowed; none when it is not), so that it does nothing unless the
 * case itself was changed.
 */
export type Rider = (bind: Bind) => string;

/** The envelope and payload of the event the change leaves. Its sequence is the case's new revision. */
export interface EventToAppend {
  readonly type: string;
  readonly audience: string;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly actorOrganisationId: string | null;
  readonly occurredAt: Date;
  readonly fromState: string | null;
  readonly toState: string;
  readonly version: number | null;
  readonly reason: string | null;
  readonly payload: unknown;
}

/** An email that tells somebody of the event. */
export interface EmailToQueue {
  readonly id: string;
  readonly template: string;
  readonly recipientName: string;
  /** Lower case. */
  readonly recipientAddress: string;
  readonly recipientRole: string;
  /** The person it is for, where they have an account. */
  readonly personId: string | null;
  /** It waits for the person's next daily digest; only ever with a `personId`. */
  readonly held: boolean;
  readonly parameters: unknown;
}

/** The answer to keep under an idempotency key. */
export interface AnswerToKeep {
  readonly personId: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One change to one case: everything in it is kept together or not at all. */
export interface CaseChange {
  readonly caseId: string;
  /** The revision the change was worked out from; `null` when the case is new and `create` inserts it. */
  readonly fromRevision: number | null;
  /** Hash of the event of that revision, hex; `null` when the case is new. */
  readonly previousHash: string | null;
  /** For a new case: an `insert ... returning id, revision`, with the hash of its first event as `head_hash`. */
  readonly create?: (bind: Bind, headHash: Buffer | null) => string;
  /** Columns of the case to set, with their types. */
  readonly set?: readonly (readonly [column: string, value: unknown, type: string])[];
  readonly riders?: readonly Rider[];
  readonly event: EventToAppend;
  readonly emails: readonly EmailToQueue[];
  readonly answer?: AnswerToKeep | undefined;
}

/**
 * Seals the event of a change into the case's chain. `null` leaves it out, to measure what it costs; a database of the
 * service refuses an event without a hash.
 */
export type SealOfChange = (change: CaseChange, format: EventFormat) => EventSeal | null;

/** The seal every change gets. */
export const sealOfChange = (
  { caseId, fromRevision, previousHash, event }: CaseChange,
  format: EventFormat,
): EventSeal =>
  sealEvent(
    {
      ...event,
      caseId,
      sequence: (fromRevision ?? 0) + 1,
      occurredAt: event.occurredAt.toISOString(),
      format,
    },
    event.payload,
    event.reason,
    freshSalt(),
    previousHash,
  );

/**
 * Writes a change in one statement, and so in one transaction and one round trip: the case where its revision is
 * still the one the change was worked out from, the event with its hash, that it waits for the log, the emails, the
 * riders and the kept answer. The revision guards the chain as well: nobody else can have appended to the case since
 * its latest hash was read, and nobody waits for a change to another case.
 * @returns whether the case was still at that revision; when not, nothing at all was written.
 */
export async function writeCaseChange(
  queryable: Queryable,
  change: CaseChange,
  sealOf: SealOfChange = sealOfChange,
): Promise<boolean> {
  const rows = await queryable.query<{ revision: number }>(
    statementOf(change, sealOf, queryable.eventFormat),
  );
  return rows.length === 1;
}

/**
 * Writes several changes, each to another case, in one round trip and as part of a transaction.
 * @returns whether every case was still at the revision its change was worked out from; when not, the transaction must be
 * given up.
 */
export async function writeCaseChanges(
  transaction: Transaction,
  changes: readonly CaseChange[],
): Promise<boolean> {
  const written = await transaction.together(
    changes.map((change) => statementOf(change, sealOfChange, transaction.eventFormat)),
  );
  return written.every((rows) => rows.length === 1);
}

function statementOf(
  change: CaseChange,
  sealOf: SealOfChange,
  format: EventFormat = FIRST_EVENT_FORMAT,
): Statement {
  const seal = sealOf(change, format);
  const values: unknown[] = [];
  const bind: Bind = (value, type) => {
    values.push(value);
    return `$${String(values.length)}::${type}`;
  };
  const hash = bytesOf(seal?.hash ?? null);
  const parts = [`changed as (${change.create?.(bind, hash) ?? updateOfCase(change, hash, bind)})`];
  parts.push(`event as (${insertOfEvent(change, seal, format, bind)})`);
  if (seal !== null)
    parts.push('pending as (insert into log_pending (case_id, sequence) select id, revision from changed)');
  if (change.emails.length > 0) parts.push(`emails as (${insertOfEmails(change, bind)})`);
  if (change.answer !== undefined)
    parts.push(`answer as (${insertOfAnswer(change.answer, change.event, bind)})`);
  for (const [index, rider] of (change.riders ?? []).entries())
    parts.push(`rider${String(index)} as (${rider(bind)})`);
  const text = `with ${parts.join(',\n')}\nselect revision from changed`;
  const statement = { name: nameOf(text), text, values };
  // What may be written of a case that is there is asked once.
  return change.create === undefined ? { ...statement, aboutId: change.caseId } : statement;
}

/** One name per shape of change, so that each is planned once per connection. */
function nameOf(text: string): string {
  return `change_${createHash(SHORT_LIVED_DIGEST).update(text).digest('hex').slice(0, 40)}`;
}

function updateOfCase(change: CaseChange, hash: Buffer | null, bind: Bind): string {
  const columns = (change.set ?? []).map(([column, value, type]) => `${column} = ${bind(value, type)}`);
  const set = [
    'revision = revision + 1',
    `updated_at = ${bind(change.event.occurredAt, 'timestamptz')}`,
    ...(hash === null ? [] : [`head_hash = ${bind(hash, 'bytea')}`]),
    ...columns,
  ];
  return `update spend_case set ${set.join(', ')}
    where id = ${bind(change.caseId, 'uuid')} and revision = ${bind(change.fromRevision, 'int')}
    returning id, revision`;
}

function insertOfEvent(
  { event }: CaseChange,
  seal: EventSeal | null,
  format: EventFormat,
  bind: Bind,
): string {
  return `insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, actor_organisation_id,
      occurred_at, from_state, to_state, version, reason, payload${seal === null ? '' : ', format, hash, previous_hash, private_hash, salt'})
    select id, revision, ${bind(event.type, 'text')}, ${bind(event.audience, 'text')},
      ${bind(event.actorId, 'uuid')}, ${bind(event.actorRole, 'text')},
      ${bind(event.actorOrganisationId, 'uuid')}, ${bind(event.occurredAt, 'timestamptz')},
      ${bind(event.fromState, 'text')}, ${bind(event.toState, 'text')}, ${bind(event.version, 'int')},
      ${bind(event.reason, 'text')}, ${bind(JSON.stringify(event.payload), 'jsonb')}${valuesOfSeal(seal, format, bind)}
    from changed`;
}

function valuesOfSeal(seal: EventSeal | null, format: EventFormat, bind: Bind): string {
  if (seal === null) return '';
  const values = [bytesOf(seal.hash), bytesOf(seal.previous), bytesOf(seal.privateHash), seal.salt];
  return `, ${String(format)}${values.map((value) => `, ${bind(value, 'bytea')}`).join('')}`;
}

function insertOfEmails({ emails, event }: CaseChange, bind: Bind): string {
  const at = bind(event.occurredAt, 'timestamptz');
  return `insert into email (id, case_id, sequence, template, recipient_name, recipient_address, recipient_role,
      person_id, parameters, status, attempts, created_at, next_attempt_at)
    select mail.id, changed.id, changed.revision, mail.template, mail."recipientName", mail."recipientAddress",
      mail."recipientRole", mail."personId", mail.parameters,
      case when mail.held then 'held' else 'queued' end, 0, ${at}, ${at}
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(emails), 'jsonb')}) as mail(
      id uuid, template text, "recipientName" text, "recipientAddress" text, "recipientRole" text,
      "personId" uuid, held boolean, parameters jsonb)`;
}

function insertOfAnswer(answer: AnswerToKeep, event: EventToAppend, bind: Bind): string {
  return `insert into idempotency_record (person_id, key, request_hash, status, headers, body, created_at)
    select ${bind(answer.personId, 'uuid')}, ${bind(answer.key, 'text')}, ${bind(answer.requestHash, 'bytea')},
      ${bind(answer.status, 'smallint')}, ${bind(JSON.stringify(answer.headers), 'jsonb')},
      ${bind(answer.body, 'text')}, ${bind(event.occurredAt, 'timestamptz')}
    from changed`;
}
