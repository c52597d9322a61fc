import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import type { TokenHolder } from '../acting-person.js';
import { IdentityService } from './identity-service.js';
import { authenticateWith, newAuthenticator, type Authenticator } from './passport.js';

/** Passport's bearer strategy: `Authorization: Bearer <token>`. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  // Declared only: the strategy registers itself while its parent is being constructed.
  declare private authenticator: Authenticator | undefined;

  constructor(private readonly identity: IdentityService) {
    super();
  }

  /** Where the strategy registers itself: a Passport of its own. */
  getPassportInstance(): Authenticator {
    this.authenticator ??= newAuthenticator();
    return this.authenticator;
  }

  /** Called by Passport with the token. */
  async validate(token: string): Promise<TokenHolder | null> {
    return this.identity.personOf(token);
  }

  /** Who an `Authorization` header stands for; `null` when it is missing, malformed or does not work. */
  async personBehind(authorization: string | undefined): Promise<TokenHolder | null> {
    if (authorization === undefined) return null;
    return authenticateWith<TokenHolder>(this.getPassportInstance(), 'bearer', {
      headers: { authorization },
    });
  }
}
