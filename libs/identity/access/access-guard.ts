import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppLogger, notPermitted, notSignedIn } from '#platform';
import {
  MACHINE_METADATA,
  refuseProgramUnlessAllowed,
  type MachineRule,
} from '../machine-access/machine-scope.js';
import { BearerStrategy } from '../signing-in/bearer-strategy.js';
import { ACCESS_METADATA, refuseUnlessAllowed, type AccessRule, type RequestWithPerson } from './access.js';

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
    const targets = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, targets);
    if (rule === undefined) {
      this.logger.error(
        { route: `${context.getClass().name}.${context.getHandler().name}` },
        'A route declares no access rule, so nobody may use it',
      );
      throw notPermitted('Nobody may use this address.');
    }
    if (rule === 'anyone') return true;
    const request = context.switchToHttp().getRequest<RequestWithPerson>();
    const { authorization } = request.headers;
    const person = await this.bearer.personBehind(authorization);
    if (person === null)
      throw authorization === undefined
        ? notSignedIn()
        : notSignedIn('The token does not work: it has ended, or it is not one of ours. Sign in again.');
    // Also for who is refused: the record of it names them.
    request.person = person;
    refuseProgramUnlessAllowed(
      this.reflector.getAllAndOverride<MachineRule | undefined>(MACHINE_METADATA, targets),
      person,
    );
    refuseUnlessAllowed(rule, person);
    return true;
  }
}
