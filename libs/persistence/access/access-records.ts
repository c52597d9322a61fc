import type { AccessKind, AccessOutcome } from '#domain';
import { shapeName, textPageOf, type ListPosition, type TextPage } from '../cases/text-page.js';
import { utc } from '../cases/json-fragments.js';
import { LIMITED_TO_OFFICIAL } from '../database/acts-as.js';
import { binder } from '../database/binding.js';
import { databaseErrorOf } from '../database/database.js';
import type { Queryable } from '../database/statement.js';

/** Who was shown what, or was not. */
export interface AccessRecord {
  readonly id: string;
  readonly occurredAt: Date;
  /** Of the person. */
  readonly personId: string;
  readonly what: AccessKind;
  /** Which part of a case, or which list. */
  readonly part: string;
  /** `null` where it is not known: then `reference` is looked up. */
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly criteria: Readonly<Record<string, unknown>> | null;
  readonly resultCount: number | null;
  readonly outcome: AccessOutcome;
  readonly requestId: string | null;
  /** Token or client of a program; `null` where the person looked themselves. */
  readonly machineId: string | null;
}

/** Most records written by one statement. */
export const MOST_RECORDS_AT_ONCE = 500;

/**
 * Writes records of access, all of them or none. Those that are there already are left as they are, so that a group
 * can be written again when it is not known what became of it.
 */
export async function insertAccessRecords(
  queryable: Queryable,
  records: readonly AccessRecord[],
): Promise<void> {
  await queryable.query({
    name: 'insert_access_records',
    // One text for however many records: it is prepared once, and cheaper to write than a list for each column.
    text: `insert into access_record (id, occurred_at, person_id, what, part, case_id, criteria, result_count, outcome,
        request_id, machine_id)
      select r.id, r."occurredAt", r."personId", r.what, r.part,
        case when r."caseId" is null and r.reference is not null
          then (select c.id from spend_case c where c.reference = r.reference) else r."caseId" end,
        r.criteria, r."resultCount", r.outcome, r."requestId",
        r."machineId"
      from json_to_recordset($1::json) as r(id uuid, "occurredAt" timestamptz, "personId" uuid, what text, part text,
        "caseId" uuid, reference text, criteria jsonb, "resultCount" int, outcome text, "requestId" text, "machineId" uuid)
      on conflict (person_id, occurred_at, id) do nothing`,
    values: [JSON.stringify(records)],
  });
}

/** Whether it is what a record says, and not the database's condition, that keeps it from being written. */
export function isUnwritable(error: unknown): boolean {
  // Classes of SQLSTATE: data that a type cannot hold, and constraints.
  return /^(22|23)/.test(databaseErrorOf(error)?.code ?? '');
}

/** Which records of access to list: those of a case, of a person, or of a person on a case. */
export interface AccessListRequest {
  /** The case, by its reference; none where there is no such case. */
  readonly reference: string | null;
  readonly personId: string | null;
  /** At or after, and before; UTC. */
  readonly from: string | null;
  readonly to: string | null;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/**
 * SQL of what was asked for, as it was sent. Not where it was a case that the reader does not see, because it names that.
 * Whoever is limited to OFFICIAL is told neither that of any record nor how much was given: words of a search, references
 * and numbers of what others see tell of cases they do not.
 */
const CRITERIA = `case when not (${LIMITED_TO_OFFICIAL}) and (a.case_id is null or exists (select from spend_case c where c.id = a.case_id))
  then a.criteria end`;

/** Records of access, latest first; one round trip, by keyset. */
export async function listAccessRecords(queryable: Queryable, request: AccessListRequest): Promise<TextPage> {
  const { reference, personId, from, to, after, limit } = request;
  const { values, bind } = binder();
  const where: string[] = [];
  if (reference !== null)
    where.push(`a.case_id = (select k.id from spend_case k where k.reference = ${bind(reference, 'text')})`);
  if (personId !== null) where.push(`a.person_id = ${bind(personId, 'uuid')}`);
  if (from !== null) where.push(`a.occurred_at >= ${bind(from, 'timestamptz')}`);
  if (to !== null) where.push(`a.occurred_at < ${bind(to, 'timestamptz')}`);
  if (after !== null)
    where.push(`(a.occurred_at, a.id) < (${bind(after.at, 'timestamptz')}, ${bind(after.id, 'uuid')})`);
  const text = `select jsonb_build_object('id', a.id, 'occurredAt', ${utc('a.occurred_at')},
      'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = a.person_id),
      'what', a.what, 'part', a.part,
      'reference', (select c.reference from spend_case c where c.id = a.case_id), 'criteria', ${CRITERIA},
      'resultCount', case when not (${LIMITED_TO_OFFICIAL}) then a.result_count end, 'outcome', a.outcome, 'requestId', a.request_id, 'machineId', a.machine_id)::text as json,
      ${utc('a.occurred_at')} as at, a.id
    from access_record a ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
    order by a.occurred_at desc, a.id desc limit ${bind(limit + 1, 'int')}`;
  const rows = await queryable.query<ListPosition & { readonly json: string }>({
    name: shapeName('access', text),
    text,
    values,
  });
  return textPageOf(rows, limit, ({ at, id }) => ({ at, id }));
}

/** The id of a case by its reference, whoever may see it; `null` where there is none. */
export async function caseIdOf(queryable: Queryable, reference: string): Promise<string | null> {
  const [row] = await queryable.query<{ id: string }>({
    name: 'case_id_of',
    text: 'select id from spend_case where reference = $1',
    values: [reference],
  });
  return row?.id ?? null;
}
