import { hashToken, newToken } from '../../dist/libs/identity/signing-in/token.js';

/** Lets the first reviewer of a filled queue in. @returns the token */
export async function signIn(database) {
  const token = newToken();
  await database.asNobody().query({
    text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from)
      values (gen_random_uuid(), md5('reviewer 1')::uuid, md5('organisation 1')::uuid, 'reviewer', '2020-01-01')`,
    values: [],
  });
  await database.asNobody().query({
    text: `insert into access_token (id, person_id, token_hash, created_at, expires_at)
      values (gen_random_uuid(), md5('reviewer 1')::uuid, $1, now(), now() + interval '1 day')`,
    values: [hashToken({ tokenHashes: 'sha256' }, token)],
  });
  return token;
}
