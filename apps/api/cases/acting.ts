import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { seesOnlyOfficial } from '#domain';
import { witnessOf } from '#edge';
import { personOfRequest } from '#identity';
import { claimOf } from '../idempotency/idempotency-claim.js';

/**
 * Gives a handler the person who acts, who hears what they are shown, and on a POST the key it came with. Other methods need none: repeating them
 * with the same `If-Match` changes nothing twice.
 */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Acting => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { personId, name, email, roles, rolesAt, authenticatedAt, machine, recognised } = personOfRequest(
    request as unknown as Parameters<typeof personOfRequest>[0],
  );
  const acting = {
    personId,
    name,
    email,
    roles,
    rolesAt,
    authenticatedAt,
    machine,
    recognised,
    onlyOfficial: seesOnlyOfficial(machine),
    witness: witnessOf(request),
  };
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return { ...acting, onlyReads: true };
    case 'POST':
      return { ...acting, idempotency: claimOf(request) };
    default:
      return acting;
  }
});
