import type { Queryable } from '../database/statement.js';

/** A secret as it is kept. */
export interface SealedSecret {
  readonly id: string;
  readonly sealed: Buffer;
}

/** Every secret that may still sign. */
export function sealedSecrets(queryable: Queryable): Promise<readonly SealedSecret[]> {
  return queryable.query({
    name: 'webhook_sealed_secrets',
    text: 'select id, sealed from webhook_secret order by id',
    values: [],
  });
}

/** Keeps a secret sealed anew, unless that was done or it went meanwhile. */
export async function resealSecret(
  queryable: Queryable,
  { id, sealed }: SealedSecret,
  anew: Buffer,
): Promise<void> {
  await queryable.query({
    name: 'webhook_reseal_secret',
    text: 'update webhook_secret set sealed = $3 where id = $1 and sealed = $2',
    values: [id, sealed, anew],
  });
}
