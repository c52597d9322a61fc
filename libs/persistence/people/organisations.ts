import type { IsoDate } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { small } from './small-letters.js';

/** An organisation as it is kept. */
export interface OrganisationRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly parentId: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

const ORGANISATION_COLUMNS = `id, key, name, acronym, parent_id as "parentId", valid_from as "validFrom",
  valid_to as "validTo"`;

/** What became of adding an organisation. */
export type OrganisationAdded = 'added' | 'key-taken' | 'no-such-parent';

/** Adds an organisation, unless its key is taken or its parent is unknown. */
export async function insertOrganisation(
  queryable: Queryable,
  organisation: OrganisationRow,
): Promise<OrganisationAdded> {
  if (organisation.parentId !== null) {
    const parent = await findOrganisation(queryable, organisation.parentId);
    if (parent === null) return 'no-such-parent';
  }
  const rows = await queryable.query({
    text: `insert into organisation (id, key, name, acronym, parent_id, valid_from, valid_to)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (key) do nothing returning id`,
    values: [
      organisation.id,
      organisation.key,
      organisation.name,
      organisation.acronym,
      organisation.parentId,
      organisation.validFrom,
      organisation.validTo,
    ],
  });
  return rows.length === 1 ? 'added' : 'key-taken';
}

/** One organisation, or `null`. */
export async function findOrganisation(queryable: Queryable, id: string): Promise<OrganisationRow | null> {
  const [row] = await queryable.query<OrganisationRow>({
    text: `select ${ORGANISATION_COLUMNS} from organisation where id = $1`,
    values: [id],
  });
  return row ?? null;
}

/** Where a page of organisations starts: after this name and id. */
export interface OrganisationPosition {
  readonly name: string;
  readonly id: string;
}

/** Which organisations to list; what is `null` does not narrow. */
export interface OrganisationFilter {
  /** Part of a name or an acronym, in whatever letters. */
  readonly text: string | null;
  /** They belong to it. */
  readonly parentId: string | null;
}

/** Organisations by name, then id, starting after a position: at most `limit`. */
export async function listOrganisations(
  queryable: Queryable,
  limit: number,
  after: OrganisationPosition | null,
  { text, parentId }: OrganisationFilter = { text: null, parentId: null },
): Promise<readonly OrganisationRow[]> {
  const { values, bind } = binder();
  const where: string[] = [];
  if (after !== null) where.push(`(name, id) > (${bind(after.name, 'text')}, ${bind(after.id, 'uuid')})`);
  if (text !== null) {
    const part = small(bind(text, 'text'));
    where.push(`(strpos(${small('name')}, ${part}) > 0 or strpos(${small('acronym')}, ${part}) > 0)`);
  }
  if (parentId !== null) where.push(`parent_id = ${bind(parentId, 'uuid')}`);
  return queryable.query<OrganisationRow>({
    text: `select ${ORGANISATION_COLUMNS} from organisation
      ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
      order by name, id limit ${bind(limit, 'int')}`,
    values,
  });
}

/** What can be changed of an organisation. */
export interface OrganisationNaming {
  readonly name: string;
  readonly acronym: string | null;
  /** First day it no longer exists; `null` while it does. */
  readonly validTo: IsoDate | null;
}

/** A change to an organisation, as it is kept. Instants are UTC. */
export interface OrganisationChangeRow {
  readonly id: string;
  readonly changedAt: string;
  readonly changedBy: { readonly id: string; readonly name: string };
  readonly before: OrganisationNaming;
  readonly after: OrganisationNaming;
}

/** One organisation, or `null`; until the transaction ends nobody else changes it. */
export async function lockOrganisation(transaction: Queryable, id: string): Promise<OrganisationRow | null> {
  const [row] = await transaction.query<OrganisationRow>({
    text: `select ${ORGANISATION_COLUMNS} from organisation where id = $1 for no key update`,
    values: [id],
  });
  return row ?? null;
}

/** Changes an organisation and keeps, in the same statement, what it was, what it became, by whom and when. */
export async function changeOrganisation(
  transaction: Queryable,
  before: OrganisationRow,
  after: OrganisationNaming,
  change: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const { name, acronym, validTo } = before;
  await transaction.query({
    text: `with changed as (
        update organisation set name = $2, acronym = $3, valid_to = $4 where id = $1 returning id
      )
      insert into organisation_change (id, organisation_id, before, after, changed_by, changed_at)
      select $5, id, $6::jsonb, $7::jsonb, $8, $9 from changed`,
    values: [
      before.id,
      after.name,
      after.acronym,
      after.validTo,
      change.id,
      JSON.stringify({ name, acronym, validTo }),
      JSON.stringify({ name: after.name, acronym: after.acronym, validTo: after.validTo }),
      change.by,
      change.at,
    ],
  });
}

/** Every change to an organisation, the last one first. */
export function organisationChanges(
  queryable: Queryable,
  organisationId: string,
): Promise<readonly OrganisationChangeRow[]> {
  return queryable.query({
    name: 'organisation_changes',
    text: `select k.id, ${utc('k.changed_at')} as "changedAt", k.before, k.after,
        jsonb_build_object('id', p.id, 'name', p.name) as "changedBy"
      from organisation_change k join person p on p.id = k.changed_by
      where k.organisation_id = $1 order by k.changed_at desc, k.id`,
    values: [organisationId],
  });
}
