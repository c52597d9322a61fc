import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { IdParam, NotRecorded } from '#edge';
import { Access, OwnSessionService, SingleSignOnService, type OwnSession } from '#identity';
import { notSignedIn } from '#platform';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';

/** What was done, by the word in the address. */
const NOTICES: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    one: 'You were signed out there.',
    others: 'You were signed out everywhere but here.',
  }),
);

/**
 * Where somebody is signed in. Nothing is kept of their browser or place, so nothing of it is shown. What ends here does
 * not end at an identity provider.
 */
@Controller('account/sessions')
@Access('signed-in')
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessionService,
    private readonly singleSignOn: SingleSignOnService,
  ) {}

  @Get()
  @NotRecorded('the person’s own sessions')
  async list(
    @CurrentActor() acting: Acting,
    @Req() request: FastifyRequest,
    @Query('done') done: unknown,
  ): Promise<PageAnswer> {
    const sessions = await this.sessions.list(acting, currentOf(request));
    return show('account/sessions/sessions', {
      sessions: sessions.map((session) => ({ ...session, how: this.howBegun(session) })),
      others: sessions.some(({ current }) => !current),
      notice: NOTICES.get(done),
      once: randomUUID(),
    });
  }

  @Post('others/end')
  @NotRecorded('the person’s own sessions')
  async endOthers(@CurrentActor() acting: Acting, @Req() request: FastifyRequest): Promise<PageAnswer> {
    await this.sessions.endOthers(acting, currentOf(request));
    return goTo('/account/sessions?done=others');
  }

  @Post(':id/end')
  @NotRecorded('the person’s own sessions')
  async end(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    await this.sessions.end(acting, id);
    return goTo('/account/sessions?done=one');
  }

  private howBegun({ provider }: OwnSession): string {
    if (provider === null) return 'With a password';
    const name = this.singleSignOn.choices().find(({ id }) => id === provider)?.name ?? provider;
    return `With ${name}`;
  }
}

/** @throws ProblemError 401 when nobody is signed in */
function currentOf(request: FastifyRequest): string {
  const session = sessionOf(request);
  if (session === null) throw notSignedIn();
  return session.sessionId;
}
