import type { Scope, ServiceAccountRole } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { databaseErrorOf } from '../database/database.js';
import { Recognised } from '../database/recognised.js';
import type { Queryable, Transactional } from '../database/statement.js';
import { giveRoleIn } from '../people/administration.js';
import type { NamedPerson } from '../people/people-reading.js';
import { rolesHeldAt } from '../people/roles-held.js';
import { isNotedAnew, type MachineHolderRow, type MachineUse } from './machine-holder.js';

/** A client to be registered, with the service account it acts as. */
export interface NewMachineClient {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly scopes: readonly Scope[];
  /** Id of the account, should the address be nobody's yet; the address in lower case. */
  readonly account: { readonly id: string; readonly email: string };
  readonly role: { readonly id: string; readonly role: ServiceAccountRole; readonly organisationId: string };
  /** Administrator who registers it. */
  readonly by: string;
  readonly now: Date;
}

/** What became of registering a client. */
export type MachineClientRegistered =
  | { readonly outcome: 'registered'; readonly personId: string }
  | {
      readonly outcome:
        | 'no-such-organisation'
        /** The address is a person's, who must not be acted for by a client. */
        | 'address-of-a-person'
        | 'account-deactivated'
        | 'registered-already';
    };

/**
 * Registers a client, all of it in one transaction: adds the service account if the address is nobody's yet, gives it
 * the role unless it holds it, and lets the client act as it.
 */
export async function insertMachineClient(
  database: Transactional,
  client: NewMachineClient,
): Promise<MachineClientRegistered> {
  try {
    return await database.transaction((transaction) => registerIn(transaction, client));
  } catch (error) {
    if (databaseErrorOf(error)?.constraint === 'hot_machine_client_subject')
      return { outcome: 'registered-already' };
    throw error;
  }
}

async function registerIn(
  transaction: Queryable,
  { id, name, issuer, subject, scopes, account, role, by, now }: NewMachineClient,
): Promise<MachineClientRegistered> {
  // Looked at first: what is returned from a transaction is kept, and an account without its role must not be.
  const organisations = await transaction.query({
    text: `select id from organisation where id = $1 for key share`,
    values: [role.organisationId],
  });
  if (organisations.length === 0) return { outcome: 'no-such-organisation' };
  await transaction.query({
    text: `insert into person (id, email, name, demonstration, created_at, service_account)
           values ($1, $2, $3, false, $4, true) on conflict (email) do nothing`,
    values: [account.id, account.email, name, now],
  });
  const [known] = await transaction.query<{ id: string; gone: boolean; isAccount: boolean }>({
    text: `select id, deactivated_at is not null as gone, service_account as "isAccount"
           from person where email = $1 for update`,
    values: [account.email],
  });
  if (known === undefined) throw new Error('The account that was added is not there');
  if (!known.isAccount) return { outcome: 'address-of-a-person' };
  if (known.gone) return { outcome: 'account-deactivated' };
  await giveRoleIn(transaction, {
    id: role.id,
    personId: known.id,
    organisationId: role.organisationId,
    role: role.role,
    validFrom: now,
    givenBy: by,
  });
  await transaction.query({
    text: `insert into machine_client (id, person_id, name, issuer, subject, scopes, created_at, created_by)
           values ($1, $2, $3, $4, $5, $6::text[], $7, $8)`,
    values: [id, known.id, name, issuer, subject, scopes, now, by],
  });
  return { outcome: 'registered', personId: known.id };
}

/**
 * Who a client acts as, noting that it is used, in one prepared statement. `null` when no such client is registered,
 * it was revoked, or its account was deactivated.
 */
export async function useMachineClient(
  queryable: Queryable,
  issuer: string,
  subject: string,
  { now, notedBefore }: MachineUse,
): Promise<MachineHolderRow | null> {
  const [row] = await queryable.query<Omit<MachineHolderRow, 'recognised'>>({
    name: 'use_machine_client',
    text: `
      with live as (
        select c.id, c.person_id, c.scopes, c.last_used_at
        from machine_client c join person p on p.id = c.person_id
        where c.issuer = $1 and c.subject = $2 and c.revoked_at is null and p.deactivated_at is null
      ), noted as (
        update machine_client m set last_used_at = $3 from live
        where m.id = live.id and ${isNotedAnew('live', '$4')} and ${isNotedAnew('m', '$4')} and m.revoked_at is null
      )
      select l.id as "machineId", l.scopes, p.id as "personId", p.name, p.email, ${rolesHeldAt('$3')} as roles
      from live l join person p on p.id = l.person_id`,
    values: [issuer, subject, now, notedBefore],
  });
  return row === undefined ? null : { ...row, recognised: new Recognised(row.personId, now, row.roles) };
}

/** A registered client. Instants are UTC. */
export interface MachineClientRow {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly createdBy: NamedPerson;
  /** To about a minute; `null` where it was never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: NamedPerson | null;
  /** The service account it acts as. */
  readonly account: NamedPerson;
}

const NAMED = `jsonb_build_object('id', n.id, 'name', n.name)`;

/** Every client, the latest first; there are few. @param id of the only one to give, or `null` for all */
export function listMachineClients(
  queryable: Queryable,
  id: string | null = null,
): Promise<readonly MachineClientRow[]> {
  return queryable.query({
    name: 'list_machine_clients',
    text: `select c.id, c.name, c.issuer, c.subject, c.scopes, ${utc('c.created_at')} as "createdAt",
        (select ${NAMED} from person n where n.id = c.created_by) as "createdBy",
        ${utc('c.last_used_at')} as "lastUsedAt", ${utc('c.revoked_at')} as "revokedAt",
        (select ${NAMED} from person n where n.id = c.revoked_by) as "revokedBy",
        (select ${NAMED} from person n where n.id = c.person_id) as account
      from machine_client c where $1::uuid is null or c.id = $1::uuid order by c.created_at desc, c.id desc`,
    values: [id],
  });
}

/**
 * Ends a client at once. One that was revoked keeps the instant it had. Its account stays, with its roles.
 *
 * @returns false when there is no such client
 */
export async function revokeMachineClient(
  queryable: Queryable,
  id: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'revoke_machine_client',
    text: `update machine_client set revoked_at = coalesce(revoked_at, $2),
             revoked_by = case when revoked_at is null then $3::uuid else revoked_by end
           where id = $1 returning id`,
    values: [id, now, by],
  });
  return rows.length === 1;
}
