import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invitationExpiry, ROLE_NAMES, type Role } from '#domain';
import { acceptInvitation, Database, findInvitation, inviteIn, type InvitedPerson } from '#persistence';
import { AppLogger, Clock, Config, conflict, notFound, notPermitted, unprocessable } from '#platform';
import type { ActingPerson } from '../acting-person.js';
import { hashChosenPassword } from '../signing-in/chosen-password.js';
import { costOfNew } from '../signing-in/password.js';
import {
  hashToken,
  INVITATION_PREFIX,
  looksLikeToken,
  newToken,
  possibleHashes,
} from '../signing-in/token.js';
import { KEPT_APART, refuseRoleOutOfPlace } from './role-place.js';

export type { InvitedPerson } from '#persistence';

/** Who is invited, and as what. */
export interface InvitationDetails {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
}

/** An invitation that was made. The link is in the email and told to nobody else. */
export interface Invitation {
  readonly id: string;
  readonly personId: string;
  /** The name they are known by, which an invitation does not change. */
  readonly name: string;
  readonly email: string;
  /** Whether they are new here. */
  readonly added: boolean;
  readonly expiresAt: Date;
}

/**
 * Inviting people, and taking an invitation up. An invitation is a link that works once, for seven days, and sets the
 * first password of somebody who has none: it cannot change one. Who may invite is decided at the route.
 */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Invites somebody: adds them if they are new, gives them the role unless they hold it, and queues one email. Inviting
   * again replaces the earlier link.
   *
   * @throws ProblemError 403 when the service takes no passwords; 409 when it is the one who asks, when they were
   *   deactivated, or have a password already; 422 when there is no such organisation, or the role is not for it
   */
  async invite(by: ActingPerson, details: InvitationDetails): Promise<Invitation> {
    if (this.config.passwordSignIn === 'off')
      throw notPermitted(
        'This service does not take passwords, so nobody can be invited to choose one. Add the person and give them a role.',
      );
    const { name, role, organisationId } = details;
    await refuseRoleOutOfPlace(this.database.asService(), role, organisationId);
    const email = details.email.toLowerCase();
    const id = randomUUID();
    const token = newToken(INVITATION_PREFIX);
    const now = this.clock.now();
    const expiresAt = invitationExpiry(now);
    const invited = await inviteIn(this.database.asService(), {
      id,
      token,
      tokenHash: hashToken(this.config, token),
      expiresAt,
      person: { id: randomUUID(), email, name },
      role: { id: randomUUID(), role, name: ROLE_NAMES[role], organisationId },
      emailId: randomUUID(),
      by: { id: by.personId, name: by.name },
      now,
    });
    switch (invited.outcome) {
      case 'invited':
        return { id, personId: invited.personId, name: invited.name, email, added: invited.added, expiresAt };
      case 'no-such-organisation':
        throw unprocessable('There is no such organisation.', [
          { pointer: '/organisationId', detail: 'Enter the id of an organisation' },
        ]);
      case 'asker':
        throw refusedAddress('You cannot give yourself a role. Ask another administrator.');
      case 'deactivated':
        throw refusedAddress('The person with this email address was deactivated.');
      case 'service-account':
        throw refusedAddress('This email address belongs to a service account, as which nobody signs in.');
      case 'kept-apart':
        throw conflict(`${KEPT_APART}.`, [{ pointer: '/role', detail: KEPT_APART }]);
      case 'has-password':
        throw refusedAddress(
          'The person with this email address can sign in already. Give them the role instead.',
        );
    }
  }

  /** Who an invitation is for; `null` for one that does not work, was used or replaced, or has run out. */
  async read(token: string): Promise<InvitedPerson | null> {
    if (this.config.passwordSignIn === 'off' || !looksLikeToken(token, INVITATION_PREFIX)) return null;
    return findInvitation(this.database.asService(), possibleHashes(this.config, token), this.clock.now());
  }

  /**
   * Sets the first password. Of two who try at once, one does.
   *
   * @returns the id of the person, who can be signed in
   * @throws ProblemError 403 when the service takes no passwords; 404 when the invitation does not work, or no longer;
   *   422 when the password is none
   */
  async accept(token: string, password: string): Promise<string> {
    if (this.config.passwordSignIn === 'off')
      throw notPermitted('This service does not take passwords. Sign in through your organisation.');
    // The work of hashing is only done for who holds a link that works.
    const invited = await this.read(token);
    if (invited === null) throw gone();
    const passwordHash = await hashChosenPassword(
      this.database.asService(),
      invited.personId,
      password,
      costOfNew(this.config.passwordCosts),
    );
    const personId = await acceptInvitation(
      this.database.asService(),
      possibleHashes(this.config, token),
      passwordHash,
      this.clock.now(),
    );
    if (personId === null) throw gone();
    this.logger.info({ personId, with: 'invitation' }, 'Somebody proved who they are');
    return personId;
  }
}

function gone() {
  return notFound(
    'This link was used, was replaced by a later one, or has run out. Ask an administrator to invite you again.',
  );
}

function refusedAddress(detail: string) {
  return conflict(detail, [{ pointer: '/email', detail: detail.replace(/\.$/, '') }]);
}
