import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppLogger, notSignedIn } from '#platform';
import { BearerStrategy } from '../signing-in/bearer-strategy.js';
import { refuseUnlessAuthorised, type RequestWithPerson } from './access.js';
import { declaredRules } from './declared-rules.js';

/** Stands before every route: lets in whom `@Access` says, and nobody where it says nothing. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly bearer: BearerStrategy,
    private readonly logger: AppLogger,
  ) {}

  /** @throws ProblemError 401 when nobody is signed in, 403 when the person holds none of the roles asked for, or the route is shut to programs */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = declaredRules(this.reflector, context, this.logger);
    // Whoever asks, nothing need be looked up.
    if (rules.rule === undefined || rules.rule === 'anyone') {
      refuseUnlessAuthorised({ ...rules, asker: null });
      return true;
    }
    const request = context.switchToHttp().getRequest<RequestWithPerson>();
    const { authorization } = request.headers;
    const person = await this.bearer.personBehind(authorization);
    if (person === null)
      throw authorization === undefined
        ? notSignedIn()
        : notSignedIn('The token does not work: it has ended, or it is not one of ours. Sign in again.');
    // Also for who is refused: the record of it names them.
    request.person = person;
    refuseUnlessAuthorised({ ...rules, asker: person });
    return true;
  }
}
