import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { refusedToOneself } from '#domain';
import { IdParam, NotRecorded } from '#edge';
import { Access, OwnSessionService, PeopleService } from '#identity';
import { notSignedIn } from '#platform';
import type { ShownProblem } from '../../forms/form-problems.js';
import { takeConfirmation } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';
import { notPossiblePage } from '../not-possible.js';
import { after } from '../notices.js';

/** Signing people out: one everywhere, or everybody. */
@Controller('people')
@Access('administrator')
export class SessionsOfPeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: OwnSessionService,
  ) {}

  @Get('end-sessions')
  @NotRecorded('people')
  askForEverybody(): PageAnswer {
    return everybodyPage([]);
  }

  @Post('end-sessions')
  @NotRecorded('people')
  async endEverybodys(
    @CurrentActor() by: Acting,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const session = sessionOf(request);
    if (session === null) throw notSignedIn();
    return takeConfirmation({
      body,
      confirm: () => this.sessions.endEverybodys(by, session.sessionId),
      then: after('everybody-signed-out', '/people'),
      again: everybodyPage,
    });
  }

  @Get(':id/end-sessions')
  @NotRecorded('people')
  async ask(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.personPage(acting, id, []);
  }

  @Post(':id/end-sessions')
  @NotRecorded('people')
  async end(@CurrentActor() by: Acting, @IdParam() id: string, @Body() body: unknown): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.sessions.endAllOf(by, id),
      then: after('signed-out', `/people/${id}`),
      again: (problems) => this.personPage(by, id, problems),
    });
  }

  private async personPage(
    acting: Acting,
    id: string,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const subject = await this.people.named(acting, id);
    const why = refusedToOneself('end-sessions', acting.personId, id);
    if (why !== null) return notPossiblePage({ title: 'Sign them out everywhere', subject, why, problems });
    return endingPage({ subject, returnTo: `/people/${id}` }, problems);
  }
}

function everybodyPage(problems: readonly ShownProblem[]): PageAnswer {
  return endingPage({ subject: null, returnTo: '/people' }, problems);
}

function endingPage(model: object, problems: readonly ShownProblem[]): PageAnswer {
  return show(
    'administration/people/end-sessions',
    { ...model, problems, once: randomUUID() },
    problems.length > 0 ? 409 : 200,
  );
}
