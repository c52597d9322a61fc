import {
  CASE_ACTION_NAMES,
  MACHINE_ACTIONS,
  MOST_MACHINE_TOKENS,
  ROLE_NAMES,
  ROLES_OF_SCOPE,
  ruleFor,
  SCOPE_NAMES,
  SCOPES,
  SERVICE_ACCOUNT_ROLES,
  TOLD_BEFORE_END_DAYS,
} from '#domain';
import { MACHINE_TOKEN_PATTERN } from '#identity';
import { generatedDocument, list, table } from './markdown.js';

/** `docs/machine-access.md`. */
export function machineAccessDocument(): string {
  const isForPrograms = (action: (typeof CASE_ACTION_NAMES)[number]) => MACHINE_ACTIONS[action] !== null;
  return generatedDocument(
    'Programs that use the API',
    'A program comes with a token as `Authorization: Bearer …`: one that a person made for it here, or one that an issuer of OAuth 2.0 gave it. Either way it acts for somebody, may do what that somebody may at the time, and of that only what its scopes say. [Why it is so](decisions/0020-machine-access.md). What a program can do with it, from following events to keeping a spreadsheet: [other systems](other-systems.md).',
    '## Scopes',
    table(
      ['Scope', 'What it opens', 'For whom'],
      SCOPES.map((scope) => [
        `\`${scope}\``,
        SCOPE_NAMES[scope],
        ROLES_OF_SCOPE[scope]?.map((role) => ROLE_NAMES[role]).join(', ') ?? 'everybody, as far as they see',
      ]),
    ),
    'Which scope each route needs is in the description of the API, as `x-scope`; “people only” is shut to every program. A route that says nothing is shut too.',
    '## What a program may do to a case',
    list(
      CASE_ACTION_NAMES.filter(isForPrograms).map(
        (action) => `${ruleFor(action).name} (\`${String(MACHINE_ACTIONS[action])}\`)`,
      ),
    ),
    '## What is for people alone',
    'No scope gives any of these, whatever the role: they are judgements, or somebody answers for them.',
    list(CASE_ACTION_NAMES.filter((action) => !isForPrograms(action)).map((action) => ruleFor(action).name)),
    'So are looking after people, organisations, reference data and the records of cases, importing decisions, and making or revoking tokens and clients.',
    '## Tokens people make',
    list([
      'On the page “Your tokens” of their account, or by `POST /api/v1/me/tokens` with `name`, `scopes` and `days`, signed in as themselves.',
      'Told once. The service keeps its SHA-256.',
      `At most ${String(MOST_MACHINE_TOKENS)} of one person work at a time. Each lasts \`MACHINE_TOKEN_DAYS\` unless they choose otherwise, and at most \`MACHINE_TOKEN_LONGEST_DAYS\`. Its owner is told by email when it is made, and ${String(TOLD_BEFORE_END_DAYS)} days before it ends.`,
      'It ends at once when its owner or an administrator revokes it, or its owner is deactivated. A role that ends is gone from it with the next request.',
      `For secret scanners: \`${MACHINE_TOKEN_PATTERN}\`, the last six characters being those of the CRC-32 of all before them, in base 36.`,
    ]),
    '## Clients of an issuer',
    list([
      '`MACHINE_ISSUERS` names the issuers that are trusted, `MACHINE_AUDIENCE` whom tokens must be meant for. The issuer must answer OpenID Connect Discovery at `/.well-known/openid-configuration`, and sign with elliptic curves or with RSA keys of at least 3,072 bits; `MACHINE_ISSUERS_WITH_SHORT_KEYS` names those that have shorter ones only.',
      `An administrator registers a client under “Programs”, or by \`POST /api/v1/machine-access/clients\`: issuer, subject (the \`sub\` of its tokens), scopes, and the service account it acts as, which holds the role ${SERVICE_ACCOUNT_ROLES.map((role) => ROLE_NAMES[role]).join(' or ')} in an organisation. Nobody signs in as a service account.`,
      'The client gets a token by client credentials and sends it. It is taken where issuer, audience, signature (RS256, PS256, ES256 or EdDSA, by the issuer’s published keys), times (`exp`, `iat`, `nbf`; half a minute of tolerance; issued no more than a day ago), type (`at+jwt`, or `JWT`) and subject are right. Its scopes are those it was registered with and has in `scope`, both.',
      'The issuer’s keys are fetched again every ten minutes, and when a token names one nobody knows, at most every half minute. While the issuer cannot be reached, the keys there are keep working for a day; where there are none the answer is 503.',
    ]),
    '## What is on record',
    list([
      'An event a program caused names the person it acted for, as ever, and in its payload `via`, the token or client; it is hashed with the rest.',
      'Records of who looked at what have `machineId`, and every line of the log `via` and `machineId`.',
      'Tokens and clients stay on record when they have ended, with who ended them, so that what names them can be looked up.',
      'The last use of each is noted to the minute.',
    ]),
  );
}
