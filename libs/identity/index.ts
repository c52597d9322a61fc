export * from './access/access-guard.js';
export * from './access/access.js';
export * from './access/declared-rules.js';
export * from './acting-person.js';
export * from './identity.module.js';
export * from './machine-access/machine-client-service.js';
export * from './machine-access/machine-issuers.js';
export * from './machine-access/machine-scope.js';
export * from './machine-access/machine-token-service.js';
export { MACHINE_TOKEN_PATTERN, MACHINE_TOKEN_PREFIX } from './machine-access/machine-token.js';
export * from './people/email-preference-service.js';
export * from './people/invitation-service.js';
export * from './people/organisation-service.js';
export * from './people/people-service.js';
export * from './sessions/own-session-service.js';
export * from './sessions/session-service.js';
export * from './sessions/unsent-writing-service.js';
export * from './single-sign-on/demonstration-guard.js';
export { seal, unseal } from './single-sign-on/sealing.js';
export { readProviders, type ProviderSettings } from './single-sign-on/provider-settings.js';
export * from './single-sign-on/sign-in-refused.js';
export * from './single-sign-on/single-sign-on-service.js';
export * from './signing-in/bearer-strategy.js';
export { isCommonPassword } from './signing-in/common-passwords.js';
export * from './signing-in/guess-limits.js';
export * from './signing-in/identity-service.js';
export * from './signing-in/password-service.js';
export * from './signing-in/password-strategy.js';
export { hashPassword, LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD } from './signing-in/password.js';
export {
  hashToken,
  INVITATION_PREFIX,
  looksLikeToken,
  newToken,
  PASSWORD_RESET_PREFIX,
  TOKEN_PREFIX,
} from './signing-in/token.js';
