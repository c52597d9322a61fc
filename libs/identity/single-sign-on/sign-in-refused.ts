/** Why a sign-in at a provider came to nothing. Each has a page that says what to do. */
export const SIGN_IN_REFUSALS = [
  /** The person, or the provider, said no. */
  'cancelled',
  /** It took longer than a sign-in may. */
  'expired',
  /** What came back had come back before. */
  'used',
  /** This browser began no such sign-in. */
  'not-begun',
  /** The provider cannot be reached, or takes too long. */
  'provider-down',
  /** What the provider said does not hold: forged, for somebody else, too old, or malformed. */
  'not-proved',
  /** The provider does not say that the address is theirs, or it is of a domain it may not vouch for. */
  'email-not-verified',
  /** Nobody here has the address, or they may no longer sign in. */
  'nobody',
  /** The address is of somebody who is known by another account at the provider. */
  'other-subject',
  /** Their roles are of organisations the provider is not for. */
  'other-organisation',
  /** The provider's claims give no role here. */
  'no-role',
  /** They were to show again that it is them, and somebody else did. */
  'other-person',
  /** They were to sign in again, and the provider did not ask them to. */
  'not-again',
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** What somebody had in hand when they went to sign in, to be given back to them whatever comes of it. */
export interface JourneyLuggage {
  /** Address of this service to go on to. */
  readonly then: string;
  /** A form that waits to be sent, as the pages keep it; `null` where none does. */
  readonly kept: unknown;
}

/** A sign-in at a provider came to nothing. The log may have all of it but the luggage. */
export class SignInRefusedError extends Error {
  constructor(
    readonly reason: SignInRefusal,
    /** Id of the provider in the configuration. */
    readonly provider: string,
    /** Given back to the person; `null` where nothing is known of it. */
    readonly luggage: JourneyLuggage | null = null,
    /** A code of what was found, without what it was found in. */
    readonly code: string | null = null,
  ) {
    super(`A sign-in came to nothing: ${reason}`);
    this.name = 'SignInRefusedError';
  }

  /** The same, with what the person had in hand. */
  withLuggage(luggage: JourneyLuggage): SignInRefusedError {
    return new SignInRefusedError(this.reason, this.provider, luggage, this.code);
  }
}
