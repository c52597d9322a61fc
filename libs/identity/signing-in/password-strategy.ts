import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { notSignedIn } from '#platform';
import { IdentityService } from './identity-service.js';
import { authenticateWith, newAuthenticator, type Authenticator, type StrategyRequest } from './passport.js';

/** Passport's local strategy: an email address and a password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  // Declared only: the strategy registers itself while its parent is being constructed.
  declare private authenticator: Authenticator | undefined;

  constructor(private readonly identity: IdentityService) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** Where the strategy registers itself: a Passport of its own. */
  getPassportInstance(): Authenticator {
    this.authenticator ??= newAuthenticator();
    return this.authenticator;
  }

  /** Called by Passport; gives the id of the person. */
  async validate(request: StrategyRequest, email: string, password: string): Promise<string> {
    return this.identity.checkPassword(email, password, request.from ?? '');
  }

  /**
   * The id of the person whose email address and password these are.
   *
   * @param from network address the try comes from
   * @throws ProblemError 401 when they do not match, 403 when passwords are not taken
   */
  async personIdFor(email: string, password: string, from: string): Promise<string> {
    const personId = await authenticateWith<string>(this.getPassportInstance(), 'password', {
      headers: {},
      body: { email, password },
      from,
    });
    if (personId === null) throw notSignedIn('Enter an email address and a password.');
    return personId;
  }
}
