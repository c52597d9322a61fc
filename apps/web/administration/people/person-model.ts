import type { PersonInFull, PersonInList } from '#identity';
import type { PageModel } from '../../server/page.js';

/** Everything about a person as their page shows it, and what can be done for them. */
export function personModel(person: PersonInFull, readerId: string, now: Date, invites: boolean): PageModel {
  const own = person.id === readerId;
  const gone = person.deactivatedAt !== null;
  return {
    subject: withInvitation(person, now),
    own,
    gone,
    invitation: person.invitation === null ? null : invitationModel(person.invitation, now),
    access: accessWords(person, invites),
    mayLift: person.lockedUntil !== null && !own,
    mayGive: !own && !gone,
    mayDeactivate: !own && !gone,
    maySignOut: !own && !gone && !person.serviceAccount,
    maySignInAnew: !own && !gone && person.externalIdentity !== null,
    mayInvite:
      invites && !person.serviceAccount && !own && !gone && !person.hasPassword && person.roles.length > 0,
    endable: person.roles.map((role) => ({ ...role, mayEnd: !(own && role.role === 'administrator') })),
  };
}

/** A person with whether the time of an invitation that waits has passed. */
export function withInvitation<Person extends PersonInList | PersonInFull>(
  person: Person,
  now: Date,
): Person & { readonly invitationIsOver: boolean } {
  const { invitation } = person;
  return { ...person, invitationIsOver: invitation !== null && new Date(invitation.expiresAt) <= now };
}

/** How somebody signs in, in a sentence. */
function accessWords(
  { hasPassword, deactivatedAt, externalIdentity, serviceAccount }: PersonInFull,
  invites: boolean,
): string {
  if (deactivatedAt !== null) return 'Cannot sign in';
  if (serviceAccount) return 'Nobody does: it is the account of a program';
  if (externalIdentity !== null && !(hasPassword && invites))
    return `Through their organisation (${externalIdentity.provider})`;
  if (hasPassword && invites) return 'With a password chosen here';
  return invites ? 'No password here yet' : 'Through their organisation';
}

function invitationModel(invitation: NonNullable<PersonInFull['invitation']>, now: Date): object {
  return { ...invitation, over: new Date(invitation.expiresAt) <= now };
}
