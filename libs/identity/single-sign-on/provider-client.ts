import {
  createRemoteJWKSet,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import * as oidc from 'openid-client';
import { isUnprintable } from '#domain';
import type { Clock } from '#platform';
import { strongKey } from '../signing-in/key-strength.js';
import type { ProviderSettings } from './provider-settings.js';
import { SignInRefusedError } from './sign-in-refused.js';

/** What a provider said of itself is asked for anew after this long. */
const DISCOVERED_FOR_MS = 3_600_000;
/** Signatures anybody can check, and nobody but the provider can make. `none` and shared secrets are not among them. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Type of a logout token, so that no other token passes for one. */
const LOGOUT_TYPE = 'logout+jwt';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** How old a logout token may be, in seconds, and how far clocks may differ. */
const LOGOUT_TOKEN_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;

interface Discovered {
  readonly configuration: oidc.Configuration;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
  readonly at: Date;
}

/** What somebody goes to the provider with. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Whether the provider is to ask who they are even where it knows. */
  readonly again: boolean;
  /** How long ago, in seconds, they may have told it. Asking this also has it say when they did. */
  readonly maxAge: number;
}

/** What comes back is checked against. */
export interface AuthorizationChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What a provider vouches for, verified. */
export interface VouchedClaims {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly issuer: string;
  readonly idToken: string;
}

/** What a logout token says, verified. */
export interface LogoutClaims {
  readonly issuer: string;
  readonly tokenId: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
}

/**
 * One identity provider, found by discovery. The one place where openid-client is called: it exchanges the code and
 * checks the claims; the signature is checked here as well, by the provider's keys, whatever the transport vouches for.
 */
export class ProviderClient {
  private discovered: Promise<Discovered> | null = null;

  constructor(
    readonly settings: ProviderSettings,
    private readonly clock: Clock,
    /** Longest the provider may take to answer. */
    private readonly seconds: number,
  ) {}

  /** Where to send somebody. @throws SignInRefusedError `provider-down` */
  async authorizationUrl(request: AuthorizationRequest): Promise<URL> {
    const { configuration } = await this.reach();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: request.redirectUri,
      scope: (this.settings.scopes ?? ['openid', 'email', 'profile']).join(' '),
      state: request.state,
      nonce: request.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(request.codeVerifier),
      code_challenge_method: 'S256',
      max_age: String(request.again ? 0 : request.maxAge),
      ...(request.again ? { prompt: 'login' } : {}),
    });
  }

  /**
   * Takes what came back: exchanges the code, and verifies the ID token by issuer, audience, times, nonce and signature.
   *
   * @param url the address of this service that the browser was sent to, with its query
   * @throws SignInRefusedError `cancelled`, `provider-down` or `not-proved`
   */
  async vouched(url: URL, checks: AuthorizationChecks): Promise<VouchedClaims> {
    const discovered = await this.reach();
    try {
      const tokens = await oidc.authorizationCodeGrant(discovered.configuration, url, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const idToken = tokens.id_token ?? '';
      const signed = await this.verifiedByNewestKeys(discovered, idToken);
      const { sub: subject = '', iss: issuer = '' } = signed;
      if (isUnprintable(subject, false)) throw this.refused('not-proved', 'UNPRINTABLE');
      const claims = await this.completed(discovered, signed, tokens.access_token);
      return { claims, subject, issuer, idToken };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /**
   * Where to send somebody to sign out at the provider too; `null` where it has no such address.
   * @throws SignInRefusedError `provider-down`
   */
  async endSessionUrl(idToken: string, returnTo: string): Promise<URL | null> {
    const { configuration } = await this.reach();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
    });
  }

  /**
   * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).
   * @throws SignInRefusedError `provider-down` or `not-proved`
   */
  async logoutClaims(token: string): Promise<LogoutClaims> {
    const discovered = await this.reach();
    try {
      const payload = await this.verified(discovered, discovered.keys, token, {
        maxTokenAge: LOGOUT_TOKEN_SECONDS,
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
        ...(this.settings.logoutTokensUntypedBecause === undefined ? { typ: LOGOUT_TYPE } : {}),
      });
      const { iss: issuer = '', jti: tokenId, sub, events } = payload;
      const { sid } = payload;
      const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events;
      // An ID token must not pass for one: it has a nonce, which this may not have.
      if (!isLogout || payload['nonce'] !== undefined || typeof tokenId !== 'string' || tokenId.length > 500)
        throw this.refused('not-proved', 'NOT_A_LOGOUT_TOKEN');
      if ([tokenId, sub, sid].some((text) => typeof text === 'string' && isUnprintable(text, false)))
        throw this.refused('not-proved', 'UNPRINTABLE');
      if (sub === undefined && typeof sid !== 'string') throw this.refused('not-proved', 'LOGOUT_OF_NOBODY');
      return { issuer, tokenId, subject: sub ?? null, providerSession: typeof sid === 'string' ? sid : null };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** ID tokens come straight from the provider, so a key that is not known yet is worth asking for, once. */
  private async verifiedByNewestKeys(discovered: Discovered, token: string): Promise<JWTPayload> {
    const { keys } = discovered;
    try {
      return await this.verified(discovered, keys, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await keys.reload();
      return this.verified(discovered, keys, token);
    }
  }

  private async verified(
    { configuration }: Discovered,
    keys: Discovered['keys'],
    token: string,
    asked: { readonly maxTokenAge?: number; readonly requiredClaims?: string[]; readonly typ?: string } = {},
  ): Promise<JWTPayload> {
    const keyFor: JWTVerifyGetKey = async (header, input) => {
      const key = await keys(header, input);
      return this.settings.shortKeysBecause === undefined ? strongKey(key) : key;
    };
    const { payload } = await jwtVerify(token, keyFor, {
      ...asked,
      issuer: configuration.serverMetadata().issuer,
      audience: this.settings.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  }

  /** Providers may keep the ID token small and tell the rest where they are asked for it. */
  private async completed(
    { configuration }: Discovered,
    signed: JWTPayload,
    accessToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { people, emailClaim = 'email' } = this.settings;
    const needed = [emailClaim, ...(people.by === 'claims' ? [people.claim] : [])];
    const isWhole = needed.every((name) => signed[name] !== undefined);
    if (isWhole || configuration.serverMetadata().userinfo_endpoint === undefined) return signed;
    const told = await oidc.fetchUserInfo(configuration, accessToken, signed.sub ?? '');
    return { ...told, ...signed };
  }

  private async reach(): Promise<Discovered> {
    try {
      const known = await this.discovered;
      if (known !== null && this.clock.now().getTime() - known.at.getTime() < DISCOVERED_FOR_MS) return known;
      const asked = this.discover();
      this.discovered = asked;
      return await asked;
    } catch (error) {
      this.discovered = null;
      throw this.refusalOf(error);
    }
  }

  private async discover(): Promise<Discovered> {
    const { issuer, clientId, insecureLoopback = false } = this.settings;
    const configuration = await oidc.discovery(
      new URL(issuer),
      clientId,
      undefined,
      await this.clientAuthentication(),
      {
        timeout: this.seconds,
        // oxlint-disable-next-line typescript/no-deprecated -- only for a provider on this machine, in local mode
        execute: insecureLoopback ? [oidc.allowInsecureRequests] : [],
      },
    );
    const { jwks_uri: keysAt } = configuration.serverMetadata();
    // Keys that anybody on the way could swap prove nothing.
    if (keysAt === undefined || !(insecureLoopback || keysAt.startsWith('https://')))
      throw this.refused('provider-down', 'NO_KEYS');
    const keys = createRemoteJWKSet(new URL(keysAt), { timeoutDuration: this.seconds * 1_000 });
    return { configuration, keys, at: this.clock.now() };
  }

  private async clientAuthentication(): Promise<oidc.ClientAuth> {
    const { clientSecret, clientAuthentication, privateKey } = this.settings;
    if (privateKey === undefined)
      return clientAuthentication === 'client_secret_post'
        ? oidc.ClientSecretPost(clientSecret)
        : oidc.ClientSecretBasic(clientSecret);
    const key = await importJWK(privateKey as Parameters<typeof importJWK>[0]);
    if (key instanceof Uint8Array) throw this.refused('provider-down', 'PRIVATE_KEY');
    const { kid } = privateKey;
    return oidc.PrivateKeyJwt(typeof kid === 'string' ? { key, kid } : { key });
  }

  private refused(
    reason: 'cancelled' | 'provider-down' | 'not-proved',
    code: string | null,
  ): SignInRefusedError {
    return new SignInRefusedError(reason, this.settings.id, null, code);
  }

  private refusalOf(error: unknown): SignInRefusedError {
    if (error instanceof SignInRefusedError) return error;
    if (error instanceof oidc.AuthorizationResponseError) {
      const unable = ['server_error', 'temporarily_unavailable'].includes(error.error);
      return this.refused(unable ? 'provider-down' : 'cancelled', shortCode(error.error));
    }
    const code = shortCode(codeOf(error));
    return this.refused(isOutage(error) ? 'provider-down' : 'not-proved', code);
  }
}

/** What is said where nothing comes from the provider, or nothing that it would say if it worked. */
const OUTAGES = [
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'ERR_JWKS_TIMEOUT',
  'ERR_JOSE_GENERIC',
];

/** Node.js says of a connection that failed no more than this; openid-client wraps it. */
function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { message, cause } = error as { readonly message?: unknown; readonly cause?: unknown };
  return OUTAGES.includes(codeOf(error)) || message === 'fetch failed' || isOutage(cause);
}

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'UNKNOWN';
}

/** What a provider says goes into the log as a word and no more. */
function shortCode(code: string): string {
  return /^[\w.-]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
