import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, insertSignInJourney, obeyLogout, recognisePerson, takeSignInJourney } from '#persistence';
import { AppLogger, Clock, Config } from '#platform';
import { ProviderClient, type VouchedClaims } from './provider-client.js';
import { providerForEmail, type ProviderSettings } from './provider-settings.js';
import {
  JOURNEY_MINUTES,
  looksLikeSecret,
  newSecret,
  packed,
  unpacked,
  type JourneyContents,
} from './sign-in-journey.js';
import { hashToken, possibleHashes } from '../signing-in/token.js';
import { SignInRefusedError, type JourneyLuggage } from './sign-in-refused.js';
import { vouchedPerson } from './vouched-person.js';

/** The providers of the configuration. */
export const SIGN_IN_PROVIDERS = Symbol('identity providers');

/** A provider as a button shows it. */
export interface ProviderChoice {
  readonly id: string;
  readonly name: string;
}

/** Somebody goes to a provider. */
export interface SignInRequest extends JourneyLuggage {
  readonly provider: string;
  /** Key of the browser from an earlier journey, if any. */
  readonly browserKey: string | undefined;
  /** Whether the provider is to ask anew who they are. */
  readonly again: boolean;
  /** Who is signed in and must come back; `null` where nobody is. */
  readonly personId: string | null;
}

/** Where they go, and what their browser keeps. */
export interface SignInDeparture {
  readonly url: string;
  readonly browserKey: string;
}

/** Somebody came back from a provider. */
export interface SignInReturn {
  readonly provider: string;
  readonly browserKey: string | undefined;
  /** Path and query they came back to. */
  readonly address: string;
}

/** How somebody proved who they are at a provider; what their session keeps. */
export interface ExternalProof {
  readonly authenticatedAt: Date;
  readonly identityId: string;
  readonly providerSession: string | null;
  readonly idToken: string;
}

/** Somebody who may be signed in, with what they had in hand. */
export interface SignInArrival {
  readonly personId: string;
  readonly proof: ExternalProof;
  readonly luggage: JourneyLuggage;
}

const MINUTE_MS = 60_000;
const SECONDS_OF_AN_HOUR = 3_600;
/** How long before a journey began somebody may have signed in at the provider in it: clocks differ. */
const LEEWAY_MS = MINUTE_MS;
/** Of somebody whose provider does not say when they signed in there, nobody can say that it was not long ago. */
const LONG_AGO = new Date(0);

/** Signing in and out through identity providers, by OpenID Connect. */
@Injectable()
export class SingleSignOnService {
  private readonly clients: ReadonlyMap<string, ProviderClient>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: AppLogger,
    @Inject(SIGN_IN_PROVIDERS) private readonly providers: readonly ProviderSettings[],
  ) {
    this.clients = new Map(
      providers.map((settings) => [
        settings.id,
        new ProviderClient(settings, clock, config.signInProviderSeconds),
      ]),
    );
  }

  /** The providers there are, in the order of the configuration. */
  choices(): readonly ProviderChoice[] {
    return this.providers.map(({ id, name }) => ({ id, name }));
  }

  /** Whether there is such a provider. */
  has(provider: string): boolean {
    return this.clients.has(provider);
  }

  /** Id of the provider whose people have addresses of this domain; `null` where none has. */
  providerFor(email: string): string | null {
    return providerForEmail(this.providers, email)?.id ?? null;
  }

  /**
   * Begins a sign-in: it works once, for ten minutes, in this browser.
   * @throws SignInRefusedError `provider-down`, with the luggage
   */
  async depart(request: SignInRequest): Promise<SignInDeparture> {
    const { provider, then, kept, again, personId } = request;
    const client = this.client(provider);
    const browserKey = looksLikeSecret(request.browserKey) ? request.browserKey : newSecret();
    const state = newSecret();
    const contents: JourneyContents = { nonce: newSecret(), codeVerifier: newSecret(), then, kept, personId };
    const { nonce, codeVerifier } = contents;
    const redirectUri = this.returnAddress(provider);
    const maxAge = this.config.sessionHours * SECONDS_OF_AN_HOUR;
    const url = await client
      .authorizationUrl({
        redirectUri,
        state,
        nonce,
        codeVerifier,
        again: again || personId !== null,
        maxAge,
      })
      .catch((error: unknown) => {
        throw error instanceof SignInRefusedError ? error.withLuggage({ then, kept }) : error;
      });
    const now = this.clock.now();
    await insertSignInJourney(this.database.asService(), {
      id: randomUUID(),
      provider,
      stateHash: hashToken(this.config, state),
      browserHash: hashToken(this.config, browserKey),
      sealed: packed(this.config, browserKey, contents),
      createdAt: now,
      expiresAt: new Date(now.getTime() + JOURNEY_MINUTES * MINUTE_MS),
    });
    return { url: url.href, browserKey };
  }

  /**
   * Takes somebody back from their provider: their journey, what the provider vouches for, and who that is here.
   * @throws SignInRefusedError with what they had in hand, where that is known
   */
  async arrive(back: SignInReturn): Promise<SignInArrival> {
    const client = this.client(back.provider);
    const url = new URL(this.config.publicUrl + back.address);
    const state = url.searchParams.get('state') ?? undefined;
    const { contents, beganAt } = await this.journeyOf(back, state);
    const luggage = { then: contents.then, kept: contents.kept };
    try {
      const vouched = await client.vouched(url, { ...contents, state: state ?? '' });
      const authenticatedAt = this.authenticatedAt(vouched.claims);
      if (contents.personId !== null && authenticatedAt.getTime() < beganAt.getTime() - LEEWAY_MS)
        throw new SignInRefusedError('not-again', back.provider);
      const { personId, identityId } = await this.recognise(client.settings, vouched);
      if (contents.personId !== null && personId !== contents.personId)
        throw new SignInRefusedError('other-person', back.provider);
      const { sid } = vouched.claims;
      const providerSession = typeof sid === 'string' ? sid : null;
      this.logger.info(
        { personId, with: 'provider', provider: back.provider },
        'Somebody proved who they are',
      );
      const proof = { authenticatedAt, identityId, providerSession, idToken: vouched.idToken };
      return { personId, proof, luggage };
    } catch (error) {
      throw error instanceof SignInRefusedError ? error.withLuggage(luggage) : error;
    }
  }

  /**
   * Where to send somebody who signed out here, to sign out at their provider too; `null` where it has no such address
   * or cannot be reached: they are signed out here all the same.
   */
  async endSessionUrl(provider: string, idToken: string): Promise<string | null> {
    const client = this.clients.get(provider);
    if (client === undefined) return null;
    try {
      return (await client.endSessionUrl(idToken, `${this.config.publicUrl}/signed-out`))?.href ?? null;
    } catch (error) {
      if (error instanceof SignInRefusedError) return null;
      throw error;
    }
  }

  /**
   * Does as a provider's logout token says: ends the sessions it is of, at once.
   * @returns how many ended
   * @throws SignInRefusedError `provider-down`, `not-proved`, or `used` where it was obeyed before
   */
  async obeyLogout(provider: string, token: string): Promise<number> {
    const claims = await this.client(provider).logoutClaims(token);
    const ended = await obeyLogout(this.database.asService(), { ...claims, now: this.clock.now() });
    if (ended === null) throw new SignInRefusedError('used', provider);
    return ended;
  }

  /** Address of this service that a provider sends people back to. */
  private returnAddress(provider: string): string {
    return `${this.config.publicUrl}/sign-in/${provider}/return`;
  }

  private client(provider: string): ProviderClient {
    const client = this.clients.get(provider);
    if (client === undefined) throw new SignInRefusedError('not-begun', provider);
    return client;
  }

  private async journeyOf(
    { provider, browserKey }: SignInReturn,
    state: string | undefined,
  ): Promise<{ readonly contents: JourneyContents; readonly beganAt: Date }> {
    if (!looksLikeSecret(state) || !looksLikeSecret(browserKey))
      throw new SignInRefusedError('not-begun', provider);
    const now = this.clock.now();
    const journey = await takeSignInJourney(
      this.database.asService(),
      possibleHashes(this.config, state),
      possibleHashes(this.config, browserKey),
      now,
    );
    // One that began at another provider must not end at this one, which could have learnt of its state.
    if (journey?.provider !== provider) throw new SignInRefusedError('not-begun', provider);
    if (journey.sealed === null) throw new SignInRefusedError('used', provider);
    const contents = unpacked(this.config, browserKey, journey.sealed);
    if (contents === null) throw new SignInRefusedError('not-begun', provider);
    const { then, kept } = contents;
    if (journey.expiresAt <= now) throw new SignInRefusedError('expired', provider, { then, kept });
    return { contents, beganAt: journey.createdAt };
  }

  /** Reckoned back from now by the provider's own clock, so that it need not agree with ours. */
  private authenticatedAt({ auth_time: authTime, iat }: VouchedClaims['claims']): Date {
    if (typeof authTime !== 'number' || typeof iat !== 'number') return LONG_AGO;
    return new Date(this.clock.now().getTime() - Math.max(0, iat - authTime) * 1_000);
  }

  private async recognise(settings: ProviderSettings, vouched: VouchedClaims) {
    const provider = settings.id;
    const person = vouchedPerson(settings, vouched, this.clock.now());
    const recognised = await recognisePerson(this.database.asService(), person);
    switch (recognised.outcome) {
      case 'recognised':
        if (recognised.keptLastAdministrator)
          this.logger.warn(
            { provider, personId: recognised.personId },
            'The claims no longer make the last administrator one; the role was kept, because nobody else could let others in',
          );
        if (recognised.refusedRoles.length > 0)
          this.logger.warn(
            { provider, personId: recognised.personId, roles: recognised.refusedRoles },
            'The claims give an administrator roles that act on cases, or the other way round; these roles were not given, because an administrator is given none beside it',
          );
        return recognised;
      case 'no-email':
        throw new SignInRefusedError('email-not-verified', provider);
      case 'nobody':
      case 'deactivated':
        // One answer: whoever signs in here learns nothing of accounts.
        throw new SignInRefusedError('nobody', provider, null, recognised.outcome);
      case 'other-subject':
      case 'other-organisation':
      case 'no-role':
        throw new SignInRefusedError(recognised.outcome, provider);
    }
  }
}
