import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressGroup } from '#domain';
import type { RouteSettings } from '../access/recorded.js';
import { RequestLimits } from './request-limits.js';

/** Filter by which texts are searched, in every list. */
const TEXT_FILTER = 'text';

const COUNTED = Symbol('this request was counted by its address');

interface Countable {
  person?: { readonly personId: string };
  [COUNTED]?: true;
}

/** Notes that a request was counted by its address already. */
export function countedByAddress(request: FastifyRequest): void {
  (request as Countable)[COUNTED] = true;
}

/**
 * Counts the requests of people who are signed in, and by their address those of whoever brought a token nobody asked
 * about. Stands behind the guard that finds out who they are.
 */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  /** @throws ProblemError 429 when there were too many */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { person, [COUNTED]: counted } = request as Countable;
    if (person === undefined) {
      if (counted === undefined) await this.limits.take('address', addressGroup(request.ip));
      return true;
    }
    await this.limits.take('person', person.personId);
    if (isCostly(request)) await this.limits.take('costly', person.personId);
    return true;
  }
}

/** Whether a request takes the database or the network much longer than others: an export, or a search of text. */
function isCostly({ routeOptions, query }: FastifyRequest): boolean {
  const { reading } = routeOptions.config as RouteSettings;
  if (reading === undefined || !('what' in reading)) return false;
  if (reading.what === 'export') return true;
  const { [TEXT_FILTER]: text } = query as Readonly<Record<string, unknown>>;
  return reading.what === 'search' && text !== undefined && text !== '';
}
