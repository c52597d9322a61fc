/**
 * What wrong tries to sign in are counted by: an account, for whoever tries from an address its owner never signed in
 * from; an account and an address its owner did sign in from, so that strangers cannot shut the owner out; and an
 * address, for whoever tries many accounts from it.
 */
export const TRY_KINDS = ['account', 'known-address', 'address'] as const;
export type TryKind = (typeof TRY_KINDS)[number];

/** Tries are counted from the first one on for this long, in seconds; then from one again. */
export const TRIES_COUNTED_SECONDS = 3_600;

/** How long an account is locked, in seconds. */
export const LOCK_SECONDS = 900;

/** The wrong try at which an account is locked and its owner told. */
export const LOCKED_AT = 10;

/** The first try after which an address, where many people may sit, is made to wait; and the one that closes it. */
const ADDRESS_WAITS_FROM = 30;
const ADDRESS_CLOSED_AT = 60;

/** Wait after the fifth wrong try at an account, in seconds; it doubles with each further one. */
const FIRST_WAIT_SECONDS = 5;
const FREE_TRIES = 4;

const FOR_AN_ACCOUNT = Array.from({ length: LOCKED_AT }, (_, index) => {
  const tries = index + 1;
  if (tries <= FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - FREE_TRIES - 1), LOCK_SECONDS);
});

const FOR_AN_ADDRESS = Array.from({ length: ADDRESS_CLOSED_AT }, (_, index) => {
  const tries = index + 1;
  if (tries < ADDRESS_WAITS_FROM) return 0;
  return tries < ADDRESS_CLOSED_AT ? FIRST_WAIT_SECONDS : LOCK_SECONDS;
});

/**
 * Seconds to wait after the first, second, third, ... wrong try; the last entry counts for all that follow.
 */
export const TRY_WAITS: Readonly<Record<TryKind, readonly number[]>> = {
  account: FOR_AN_ACCOUNT,
  'known-address': FOR_AN_ACCOUNT,
  address: FOR_AN_ADDRESS,
};

/** How long an address somebody signed in from is taken to be theirs, in days without its use. */
export const KNOWN_ADDRESS_DAYS = 90;
