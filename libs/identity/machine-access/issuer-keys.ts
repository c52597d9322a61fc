import {
  createRemoteJWKSet,
  errors,
  type CryptoKey,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
  type RemoteJWKSet,
} from 'jose';
import type { AppLogger, Clock } from '#platform';

/** Longest an issuer may take to answer, in milliseconds. */
const PATIENCE_MS = 3_000;
/** After this keys are fetched anew, in milliseconds, while the ones there are go on being used. */
const FRESH_MS = 10 * 60_000;
/** Keys older than this are not used, in milliseconds: one that was taken back must not open anything for ever. */
const USABLE_MS = 24 * 3_600_000;
/** A key nobody knows makes the keys be fetched at most this often, in milliseconds. */
const COOLDOWN_MS = 30_000;
/** An issuer that could not be reached is left alone this long, in milliseconds. */
const PAUSE_MS = 5_000;

/** The keys of an issuer cannot be had just now, and are needed. */
export class IssuerUnreachable extends Error {
  constructor(issuer: string, cause?: unknown) {
    super(`The keys of ${issuer} cannot be fetched`, { cause });
    this.name = 'IssuerUnreachable';
  }
}

/**
 * The public keys of one issuer, found by its discovery document and kept. They are fetched once, again every ten
 * minutes without anybody waiting, and when a token names a key nobody knows; while the issuer cannot be reached, the
 * ones there are keep working for a day.
 */
export class IssuerKeys {
  private keys: RemoteJWKSet | undefined;
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private failedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /**
   * The key a token is to be verified with.
   *
   * @throws IssuerUnreachable when there are no keys to look in; jose's errors when none of them fits
   */
  async keyFor(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    const keys = await this.usable();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || this.age() < COOLDOWN_MS) throw error;
      // Keys may have been changed over since.
      await this.fetch();
      return (await this.usable())(header, token);
    }
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private age(): number {
    return this.now() - this.fetchedAt;
  }

  private async usable(): Promise<RemoteJWKSet> {
    if (this.keys === undefined || this.age() > USABLE_MS) await this.fetch();
    else if (this.age() > FRESH_MS)
      // Nobody waits for it; what goes wrong has been logged.
      this.fetch().catch(() => undefined);
    if (this.keys === undefined) throw new IssuerUnreachable(this.issuer);
    return this.keys;
  }

  /** Fetches the keys; of several at once only one asks. @throws IssuerUnreachable */
  private fetch(): Promise<void> {
    if (this.now() - this.failedAt < PAUSE_MS) return Promise.reject(new IssuerUnreachable(this.issuer));
    this.fetching ??= this.fetchNow().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetchNow(): Promise<void> {
    try {
      // When keys are fetched is decided here alone, by the service's own clock.
      const keys =
        this.keys ??
        createRemoteJWKSet(await this.discover(), {
          timeoutDuration: PATIENCE_MS,
          cooldownDuration: Number.POSITIVE_INFINITY,
          cacheMaxAge: Number.POSITIVE_INFINITY,
        });
      await keys.reload();
      this.keys = keys;
      this.fetchedAt = this.now();
    } catch (error) {
      this.failedAt = this.now();
      this.logger.warn({ issuer: this.issuer, error }, 'The keys of an issuer cannot be fetched');
      throw new IssuerUnreachable(this.issuer, error);
    }
  }

  /** Where the keys are, by OpenID Connect Discovery. */
  private async discover(): Promise<URL> {
    const answer = await fetch(`${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: 'application/json' },
    });
    if (answer.status !== 200) throw new Error(`Discovery was answered ${answer.status}`);
    const { issuer, jwks_uri: address } = (await answer.json()) as Record<string, unknown>;
    if (issuer !== this.issuer) throw new Error('The discovery document is of another issuer');
    if (typeof address !== 'string')
      throw new Error('The discovery document does not say where the keys are');
    const place = new URL(address);
    // An issuer that is reached safely must not send us where nothing is safe.
    if (place.protocol !== new URL(this.issuer).protocol && place.protocol !== 'https:')
      throw new Error('The keys are at an address that is not safe');
    return place;
  }
}
