import type { Acting } from '#casework';

/** The key of a form names what it saves; what else it does is another change, under a key of its own. */
export function asAnotherChange(acting: Acting, what: string): Acting {
  const { idempotency } = acting;
  return idempotency === undefined
    ? acting
    : { ...acting, idempotency: { ...idempotency, key: `${idempotency.key} ${what}` } };
}
