import { Ajv, type ErrorObject } from 'ajv';
import { ASSURING_ORGANISATION_KEY, isAssuranceRole, ROLES, type Role } from '#domain';
import { ConfigError, type Config } from '#platform';
import { rsaBits, SHORTEST_RSA_BITS } from '../signing-in/key-strength.js';

/** What somebody with a value in a claim may do, and where. */
export interface ClaimGrant {
  /** A value of the claim. */
  readonly value: string;
  readonly role: Role;
  /** Key of the organisation. */
  readonly organisation: string;
}

/**
 * How the people of a provider are found. `records`: they are added and given roles here, by an administrator.
 * `claims`: whoever has one of the values is added at their first sign-in, and their roles follow the claim.
 */
export type ProviderPeople =
  | { readonly by: 'records' }
  | { readonly by: 'claims'; readonly claim: string; readonly grants: readonly ClaimGrant[] };

/** An identity provider, as the document of `SIGN_IN_PROVIDERS` says. */
export interface ProviderSettings {
  /** Stands in addresses: `home-office`. */
  readonly id: string;
  /** Stands on the button: “Home Office”. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** How the secret is sent; `client_secret_basic` unless given. */
  readonly clientAuthentication?: 'client_secret_basic' | 'client_secret_post';
  /** A private JSON Web Key with `alg` and `kid`, in place of a secret (`private_key_jwt`). */
  readonly privateKey?: Readonly<Record<string, unknown>>;
  /** `openid`, `email` and `profile` unless given. */
  readonly scopes?: readonly string[];
  /** Domains of the addresses it may vouch for. */
  readonly emailDomains: readonly string[];
  /** Keys of the only organisations its people may have roles in. All, unless given. */
  readonly organisations?: readonly string[];
  readonly people: ProviderPeople;
  /** Claim that holds the address; `email` unless given. */
  readonly emailClaim?: string;
  /** Claim that holds the name; `name` unless given. */
  readonly nameClaim?: string;
  /** Why an address of it counts as verified although it does not say so. */
  readonly emailTrustedBecause?: string;
  /** Why its logout tokens need not say that they are of the type `logout+jwt`. */
  readonly logoutTokensUntypedBecause?: string;
  /** Why tokens it signs with RSA keys of fewer than 3,072 bits are taken. */
  readonly shortKeysBecause?: string;
  /** Lets the issuer be `http` on this machine alone; only where APP_MODE is “local”. */
  readonly insecureLoopback?: boolean;
}

/** Words that stand in addresses where ids do. */
const TAKEN_IDS = ['with', 'choose'];

const TEXT = { type: 'string', minLength: 1, maxLength: 500 };
const KEY = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const CLAIM = { type: 'string', minLength: 1, maxLength: 200 };

const SCHEMA = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'name', 'issuer', 'clientId', 'emailDomains', 'people'],
    properties: {
      id: KEY,
      name: { ...TEXT, maxLength: 100 },
      issuer: { type: 'string', pattern: '^https?://[^\\s?#]+$', maxLength: 500 },
      clientId: TEXT,
      clientSecret: TEXT,
      clientAuthentication: { enum: ['client_secret_basic', 'client_secret_post'] },
      privateKey: {
        type: 'object',
        required: ['kty', 'alg'],
        properties: { kty: TEXT, alg: TEXT, kid: TEXT },
      },
      scopes: { type: 'array', items: TEXT, contains: { const: 'openid' } },
      emailDomains: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$' },
      },
      organisations: { type: 'array', minItems: 1, items: KEY },
      people: {
        type: 'object',
        required: ['by'],
        oneOf: [
          { additionalProperties: false, properties: { by: { const: 'records' } } },
          {
            additionalProperties: false,
            required: ['claim', 'grants'],
            properties: {
              by: { const: 'claims' },
              claim: CLAIM,
              grants: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['value', 'role', 'organisation'],
                  properties: { value: TEXT, role: { enum: ROLES }, organisation: KEY },
                },
              },
            },
          },
        ],
      },
      emailClaim: CLAIM,
      nameClaim: CLAIM,
      emailTrustedBecause: { type: 'string', minLength: 10, maxLength: 500 },
      logoutTokensUntypedBecause: { type: 'string', minLength: 10, maxLength: 500 },
      shortKeysBecause: { type: 'string', minLength: 10, maxLength: 500 },
      insecureLoopback: { type: 'boolean' },
    },
  },
};

const matches = new Ajv({ allErrors: true, strict: false }).compile<readonly ProviderSettings[]>(SCHEMA);

/**
 * Reads the identity providers of the configuration; none where none is configured.
 *
 * @throws ConfigError naming each place that is wrong, and never what stands there
 */
export function readProviders(
  config: Pick<Config, 'signInProviders' | 'appMode'>,
): readonly ProviderSettings[] {
  if (config.signInProviders === null) return [];
  const json = parsed(config.signInProviders);
  const problems = matches(json) ? faultsOf(json, config.appMode) : (matches.errors ?? []).map(worded);
  if (problems.length > 0)
    throw new ConfigError([...new Set(problems)].map((problem) => `${VARIABLE}: ${problem}.`));
  return json as readonly ProviderSettings[];
}

const VARIABLE = 'SIGN_IN_PROVIDERS';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ConfigError([`${VARIABLE} must be a JSON list of providers.`]);
  }
}

function worded({ instancePath, message = 'is not as it must be' }: ErrorObject): string {
  return `${instancePath === '' ? 'the list' : instancePath} ${message}`;
}

/** What a schema cannot say. */
function faultsOf(providers: readonly ProviderSettings[], appMode: Config['appMode']): readonly string[] {
  const ids = providers.map(({ id }) => id);
  return providers.flatMap((provider, index) => {
    const at = `/${String(index)}`;
    return [
      ...(ids.indexOf(provider.id) === index ? [] : [`${at}/id is taken by another provider`]),
      ...(TAKEN_IDS.includes(provider.id) ? [`${at}/id must be another word`] : []),
      ...((provider.clientSecret === undefined) === (provider.privateKey === undefined)
        ? [`${at} must have either clientSecret or privateKey`]
        : []),
      ...((rsaBits(provider.privateKey ?? {}) ?? SHORTEST_RSA_BITS) < SHORTEST_RSA_BITS
        ? [`${at}/privateKey must have at least ${String(SHORTEST_RSA_BITS)} bits`]
        : []),
      ...faultsOfIssuer(provider, appMode).map((fault) => `${at}/issuer ${fault}`),
      ...((provider.emailClaim ?? 'email') !== 'email' && provider.emailTrustedBecause === undefined
        ? [`${at}/emailTrustedBecause must say why addresses in another claim than email are verified`]
        : []),
      ...faultsOfGrants(provider).map((fault) => `${at}/people/grants${fault}`),
    ];
  });
}

function faultsOfIssuer({ issuer, insecureLoopback }: ProviderSettings, appMode: Config['appMode']) {
  if (insecureLoopback === true && appMode !== 'local')
    return ['must be https: insecureLoopback is for APP_MODE “local” alone'];
  if (issuer.startsWith('https://')) return [];
  const isLoopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(issuer);
  return isLoopback && insecureLoopback === true ? [] : ['must begin with https://'];
}

/** A role given at sign-in is under the same rules as one given by an administrator. */
function faultsOfGrants({ people, organisations }: ProviderSettings): readonly string[] {
  if (people.by === 'records') return [];
  return people.grants.flatMap(({ role, organisation }, index) => [
    ...(isAssuranceRole(role) && organisation !== ASSURING_ORGANISATION_KEY
      ? [`/${String(index)}/organisation must be “${ASSURING_ORGANISATION_KEY}” for a role of GDS Assurance`]
      : []),
    ...(organisations === undefined || organisations.includes(organisation)
      ? []
      : [`/${String(index)}/organisation is not one this provider is for`]),
  ]);
}

/** The provider whose people have addresses of the domain of this one; `null` where none has. */
export function providerForEmail(
  providers: readonly ProviderSettings[],
  email: string,
): ProviderSettings | null {
  const domain = domainOf(email);
  return providers.find(({ emailDomains }) => emailDomains.includes(domain)) ?? null;
}

/** The domain of an email address, in lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
