import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { Clock } from '#platform';
import { RenewsNothing } from '../../server/renews-nothing.js';
import { sessionOf } from '../../server/session-of-request.js';
import { sessionFacts } from './session-facts.js';

/** What the script of a page asks of its session: JSON, because nobody reads it. */
@Controller('session')
@Access('anyone')
export class SessionController {
  constructor(private readonly clock: Clock) {}

  /** Whether it goes on, and for how long; asking is no use of it. */
  @Get()
  @NotRecorded('It shows nothing of a case.')
  @RenewsNothing()
  tell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.answer(request, reply);
  }

  /** Somebody who was told that it is about to end says that they are there. */
  @Post()
  @NotRecorded('It shows nothing of a case.')
  @HttpCode(200)
  stay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.answer(request, reply);
  }

  private answer(request: FastifyRequest, reply: FastifyReply): void {
    const session = sessionOf(request);
    const facts = session === null ? { of: null } : sessionFacts(session, this.clock.now());
    void reply
      .status(200)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(facts));
  }
}
