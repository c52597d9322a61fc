import type { ClaimedRole, VouchedPerson } from '#persistence';
import type { VouchedClaims } from './provider-client.js';
import { domainOf, type ProviderSettings } from './provider-settings.js';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 200;

/**
 * What the claims of a provider say of somebody, as far as the provider may say it.
 *
 * An address counts where `email_verified` is true, or the configuration says why the provider's addresses are verified
 * although it does not say so; never where it says that one is not. It counts only within the provider's own domains:
 * otherwise any of several providers could vouch for anybody's.
 */
export function vouchedPerson(
  provider: ProviderSettings,
  { claims, subject, issuer }: VouchedClaims,
  now: Date,
): VouchedPerson {
  const email = addressIn(provider, claims);
  return {
    provider: provider.id,
    issuer,
    subject,
    email,
    newName: provider.people.by === 'claims' ? nameIn(provider, claims, email) : null,
    claimed: claimedRoles(provider, claims),
    organisations: provider.organisations ?? [],
    now,
  };
}

function addressIn(provider: ProviderSettings, claims: VouchedClaims['claims']): string | null {
  const given = claims[provider.emailClaim ?? 'email'];
  const verified = claims['email_verified'];
  if (typeof given !== 'string' || given.length > LONGEST_ADDRESS || !ADDRESS.test(given)) return null;
  // Some providers send the word instead of the value.
  const isVerified = verified === true || verified === 'true';
  const isTrusted = verified === undefined && provider.emailTrustedBecause !== undefined;
  if (!isVerified && !isTrusted) return null;
  const email = given.toLowerCase();
  return provider.emailDomains.includes(domainOf(email)) ? email : null;
}

/** The name for somebody new here; the part before the @ where the provider gives none. */
function nameIn(
  provider: ProviderSettings,
  claims: VouchedClaims['claims'],
  email: string | null,
): string | null {
  const given = claims[provider.nameClaim ?? 'name'];
  const name = typeof given === 'string' ? given.replaceAll(/\p{Cc}/gu, ' ').trim() : '';
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  return email?.split('@')[0] ?? null;
}

/** Roles the claims give; `null` where roles are given here. */
function claimedRoles(
  { people }: ProviderSettings,
  claims: VouchedClaims['claims'],
): readonly ClaimedRole[] | null {
  if (people.by === 'records') return null;
  const held = [claims[people.claim]].flat();
  const roles = people.grants
    .filter(({ value }) => held.includes(value))
    .map(({ role, organisation }) => ({ role, organisationKey: organisation }));
  return roles.filter(
    (one, index) =>
      roles.findIndex(
        ({ role, organisationKey }) => role === one.role && organisationKey === one.organisationKey,
      ) === index,
  );
}
