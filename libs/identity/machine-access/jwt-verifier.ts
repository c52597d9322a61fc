import { Injectable } from '@nestjs/common';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { isScope, isUnprintable, type Scope } from '#domain';
import { AppLogger, Clock, Config, unavailable } from '#platform';
import { strongKey } from '../signing-in/key-strength.js';
import { IssuerKeys, IssuerUnreachable } from './issuer-keys.js';
import { audienceOf, issuersOf, issuersWithShortKeys } from './machine-issuers.js';

/** How tokens may be signed: with the issuer's private key and nothing else. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Kinds of tokens that are taken, where they say: access tokens (RFC 9068), and those whose issuer says no more than JWT. */
const TYPES: readonly string[] = ['at+jwt', 'jwt'];
/** How far clocks may be apart, in seconds. */
const TOLERANCE_SECONDS = 30;
/** Longest ago a token may have been issued, whenever it says it ends. */
const OLDEST = '24h';
/** Longest token that is looked at, in characters. */
const LONGEST = 8_192;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Who a token was issued to, and for what. */
export interface VerifiedToken {
  readonly issuer: string;
  readonly subject: string;
  /** Those of its scopes that are known here. */
  readonly scopes: readonly Scope[];
}

/** Whether a text could be a JWT at all. */
export function looksLikeJwt(text: string): boolean {
  return text.length <= LONGEST && COMPACT.test(text);
}

/**
 * Verifies access tokens of the configured issuers (OAuth 2.0 client credentials, RFC 9068) by the issuers' own keys.
 */
@Injectable()
export class JwtVerifier {
  private readonly keys: ReadonlyMap<string, IssuerKeys>;
  private readonly audience: string;
  /** Issuers that may sign with shorter RSA keys. */
  private readonly shortKeys: ReadonlySet<string>;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    this.keys = new Map(issuersOf(config).map((issuer) => [issuer, new IssuerKeys(issuer, clock, logger)]));
    this.audience = audienceOf(config);
    this.shortKeys = issuersWithShortKeys(config);
  }

  /**
   * What a token says, once everything about it has been checked; `null` for one that does not work, for whatever
   * reason.
   *
   * @throws ProblemError 503 when the keys of its issuer are needed and cannot be fetched
   */
  async verify(token: string): Promise<VerifiedToken | null> {
    const issuer = issuerNamedIn(token);
    const keys = issuer === null ? undefined : this.keys.get(issuer);
    if (issuer === null || keys === undefined) return null;
    try {
      const { payload, protectedHeader } = await jwtVerify(
        token,
        async (header, input) => {
          const found = await keys.keyFor(header, input);
          return this.shortKeys.has(issuer) ? found : strongKey(found);
        },
        {
          issuer,
          audience: this.audience,
          algorithms: ALGORITHMS,
          clockTolerance: TOLERANCE_SECONDS,
          maxTokenAge: OLDEST,
          requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub'],
          currentDate: this.clock.now(),
        },
      );
      if (!isOfKnownType(protectedHeader.typ)) return this.refuse(issuer, 'typ');
      const { sub } = payload;
      // What cannot be kept is nobody's here.
      if (typeof sub !== 'string' || sub === '' || isUnprintable(sub, false))
        return this.refuse(issuer, 'sub');
      return { issuer, subject: sub, scopes: scopesIn(payload) };
    } catch (error) {
      if (error instanceof IssuerUnreachable)
        throw unavailable(
          'The issuer of this token cannot be reached to check it. Try again in a little while.',
        );
      if (error instanceof errors.JOSEError) return this.refuse(issuer, error.code);
      throw error;
    }
  }

  /** The log says why; whoever sent the token is told no more than that it does not work. */
  private refuse(issuer: string, why: string): null {
    this.logger.info({ issuer, why }, 'A token of an issuer was refused');
    return null;
  }
}

/** The issuer a token names, unverified: it only says whose keys to ask. */
function issuerNamedIn(token: string): string | null {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === 'string' ? iss : null;
  } catch {
    return null;
  }
}

function isOfKnownType(type: string | undefined): boolean {
  return type === undefined || TYPES.includes(type.toLowerCase().replace(/^application\//, ''));
}

/** `scope`, separated by spaces (RFC 8693); a token without it is for nothing. */
function scopesIn({ scope }: JWTPayload): readonly Scope[] {
  return typeof scope === 'string' ? scope.split(' ').filter(isScope) : [];
}
