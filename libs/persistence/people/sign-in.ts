import type { HeldRole, Role } from '#domain';
import { Recognised } from '../database/recognised.js';
import type { Queryable } from '../database/statement.js';
import { rolesHeldAt } from './roles-held.js';

/** Who a bearer token stands for, with the roles valid at the instant asked about. */
export interface TokenHolderRow {
  readonly tokenId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  /** When they proved who they are: when the token was issued. */
  readonly authenticatedAt: Date;
  readonly recognised: Recognised;
}

/**
 * The person a live token belongs to, in one prepared statement: every signed-in request asks this. `null` when the
 * token is unknown, ended or revoked, or the person has been deactivated.
 *
 * @param tokenHashes what may be kept of the token
 */
export async function findTokenHolder(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  now: Date,
): Promise<TokenHolderRow | null> {
  const [row] = await queryable.query<Omit<TokenHolderRow, 'recognised'>>({
    name: 'find_token_holder',
    text: `
      select t.id as "tokenId", p.id as "personId", p.name, p.email, t.created_at as "authenticatedAt",
        ${rolesHeldAt('$2')} as roles
      from access_token t
      join person p on p.id = t.person_id
      where t.token_hash = any($1::bytea[]) and t.revoked_at is null and t.expires_at > $2 and p.deactivated_at is null`,
    values: [tokenHashes, now],
  });
  return row === undefined ? null : { ...row, recognised: new Recognised(row.personId, now, row.roles) };
}

/** What is needed to check a password. */
export interface CredentialsRow {
  readonly personId: string;
  /** `null` when the person signs in elsewhere. */
  readonly passwordHash: string | null;
  readonly active: boolean;
}

/** A token as it is kept: only its hash. */
export interface NewToken {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a token. Gives false, keeping nothing, when the person was deactivated in the meantime, or is a service account. */
export async function insertToken(queryable: Queryable, token: NewToken): Promise<boolean> {
  const rows = await queryable.query({
    name: 'insert_token',
    text: `insert into access_token (id, person_id, token_hash, created_at, expires_at)
           select $1, p.id, $3, $4, $5 from person p
            where p.id = $2 and p.deactivated_at is null and not p.service_account
           returning id`,
    values: [token.id, token.personId, token.tokenHash, token.createdAt, token.expiresAt],
  });
  return rows.length === 1;
}

/** Ends a token; ending it again changes nothing. */
export async function revokeToken(queryable: Queryable, tokenId: string, now: Date): Promise<void> {
  await queryable.query({
    name: 'revoke_token',
    text: `update access_token set revoked_at = $2 where id = $1 and revoked_at is null`,
    values: [tokenId, now],
  });
}

/** A person with the organisations of their roles, for showing who is signed in. */
export interface PersonProfileRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  }[];
}

/** Who somebody is, with the roles they hold at the instant. `null` when there is no such person. */
export async function findPersonProfile(
  queryable: Queryable,
  personId: string,
  now: Date,
): Promise<PersonProfileRow | null> {
  const [row] = await queryable.query<PersonProfileRow>({
    name: 'find_person_profile',
    text: `
      select p.id, p.name, p.email,
        coalesce((
          select json_agg(json_build_object('role', r.role, 'organisation',
                            json_build_object('id', o.id, 'key', o.key, 'name', o.name))
                          order by o.name, r.role, r.id)
          from role_assignment r join organisation o on o.id = r.organisation_id
          where r.person_id = p.id and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
        ), '[]'::json) as roles
      from person p where p.id = $1`,
    values: [personId, now],
  });
  return row ?? null;
}

/** Whether there are accounts that are there to show the service with. */
export async function hasDemonstrationAccounts(queryable: Queryable): Promise<boolean> {
  const rows = await queryable.query({
    text: `select 1 from person where demonstration limit 1`,
    values: [],
  });
  return rows.length > 0;
}
