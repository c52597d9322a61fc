import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import type { MachineHolder, TokenHolder } from '../acting-person.js';
import { MachineCredentials } from '../machine-access/machine-credentials.js';
import { IdentityService } from './identity-service.js';
import { authenticateWith, newAuthenticator, type Authenticator } from './passport.js';

/** Passport's bearer strategy: `Authorization: Bearer <token>`, of somebody who signed in or of a program. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  // Declared only: the strategy registers itself while its parent is being constructed.
  declare private authenticator: Authenticator | undefined;

  constructor(
    private readonly identity: IdentityService,
    private readonly machines: MachineCredentials,
  ) {
    super();
  }

  /** Where the strategy registers itself: a Passport of its own. */
  getPassportInstance(): Authenticator {
    this.authenticator ??= newAuthenticator();
    return this.authenticator;
  }

  /** Called by Passport with the token. */
  async validate(token: string): Promise<TokenHolder | MachineHolder | null> {
    return (await this.identity.personOf(token)) ?? (await this.machines.personOf(token));
  }

  /**
   * Who an `Authorization` header stands for; `null` when it is missing, malformed or does not work.
   *
   * @throws ProblemError 503 when the issuer of a program's token is needed to check it and cannot be reached
   */
  async personBehind(authorization: string | undefined): Promise<TokenHolder | MachineHolder | null> {
    if (authorization === undefined) return null;
    return authenticateWith<TokenHolder | MachineHolder>(this.getPassportInstance(), 'bearer', {
      headers: { authorization },
    });
  }
}
