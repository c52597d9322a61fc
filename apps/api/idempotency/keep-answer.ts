import { setTimeout as pause } from 'node:timers/promises';
import {
  HttpStatus,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AccessRule } from '#domain';
import { personOfRequest, ACCESS_METADATA } from '#identity';
import {
  claimAnswer,
  Database,
  dropClaim,
  settleAnswer,
  type AnswerClaim,
  type AnswerOfBefore,
} from '#persistence';
import { Clock, conflict, unprocessable } from '#platform';
import { claimOf } from './idempotency-claim.js';

const KEPT_WITH_CHANGE = 'kept-with-change';

/** Says that what a controller's POSTs answer is kept in the same statement as the change itself. */
export function AnswersKeptWithChange(): CustomDecorator {
  return SetMetadata(KEPT_WITH_CHANGE, true);
}

const TOLD_ONCE = 'told-once';

/**
 * Says that one property of what a handler answers must not be kept: who sends the request again is told everything
 * else once more, and `null` in its place.
 */
export function TellsOnce(property: string): CustomDecorator {
  return SetMetadata(TOLD_ONCE, property);
}

/** Longer than any request may take: a claim this old, in milliseconds, was left by a process that ended. */
const ABANDONED_MS = 120_000;
/** How long a repeat waits for the first request to be answered, in milliseconds, and how often it looks. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 25;
/** Headers that belong to an answer and are given again with it. */
const KEPT_HEADERS = ['etag', 'location'] as const;

/**
 * Does a POST once however often it is sent with one Idempotency-Key, and answers every time as the first time. For
 * POSTs that do not keep their answer themselves. The key is claimed before the work and settled after it; failures
 * are not kept. Should the process end between the two, the work may be done and its answer lost: the key can be
 * claimed again two minutes later, and what is unique in the database stays unique.
 */
@Injectable()
export class KeepAnswer implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, targets);
    const keptElsewhere = this.reflector.getAllAndOverride<boolean | undefined>(KEPT_WITH_CHANGE, targets);
    // Where anyone may come there is nobody to keep an answer for: signing in.
    if (request.method !== 'POST' || rule === 'anyone' || keptElsewhere === true) return next.handle();
    return from(this.once(context, request, next));
  }

  private async once(
    context: ExecutionContext,
    request: FastifyRequest,
    next: CallHandler,
  ): Promise<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { personId } = personOfRequest(request as unknown as Parameters<typeof personOfRequest>[0]);
    const claim: AnswerClaim = { personId, ...claimOf(request), claimedAt: this.clock.now() };
    const before = await this.claim(claim);
    if (before !== null) {
      void reply.headers({ ...before.headers, 'idempotency-replayed': 'true' });
      return before.body === '' ? undefined : (JSON.parse(before.body) as unknown);
    }
    let result: unknown;
    try {
      result = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await dropClaim(this.database.asService(), claim);
      throw error;
    }
    const status = Reflect.getMetadata(HTTP_CODE_METADATA, context.getHandler()) as number | undefined;
    await settleAnswer(this.database.asService(), claim, {
      status: status ?? HttpStatus.CREATED,
      headers: keptHeaders(reply),
      body: result === undefined ? '' : JSON.stringify(this.withoutSecret(context, result)),
    });
    return result;
  }

  private withoutSecret(context: ExecutionContext, result: unknown): unknown {
    const property = this.reflector.get<string | undefined>(TOLD_ONCE, context.getHandler());
    if (property === undefined || typeof result !== 'object' || result === null) return result;
    return { ...result, [property]: null };
  }

  /** @returns the answer given before, or `null` when the request is ours to answer */
  private async claim(claim: AnswerClaim): Promise<AnswerOfBefore | null> {
    const hash = claim.requestHash.toString('hex');
    const abandonedBefore = new Date(claim.claimedAt.getTime() - ABANDONED_MS);
    for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
      const found = await claimAnswer(this.database.asService(), claim, abandonedBefore);
      if (found.outcome === 'claimed') return null;
      const requestHash = found.outcome === 'in-hand' ? found.requestHash : found.answer.requestHash;
      if (requestHash !== hash)
        throw unprocessable(
          'This Idempotency-Key was used for another request. Send a new key with a new request.',
          [],
        );
      if (found.outcome === 'answered') return found.answer;
      await pause(LOOK_MS);
    }
    throw conflict('The same request is still being answered. Send it again in a little while.');
  }
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
