import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import { Access, LONGEST_PASSWORD, PasswordService, SessionService, SHORTEST_PASSWORD } from '#identity';
import { badRequest, Config, notFound, notSignedIn } from '#platform';
import type { ShownProblem } from '../../forms/form-problems.js';
import { takeForm } from '../../forms/take-form.js';
import { beginSession } from '../../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../../server/cookies.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';

/** Changing one's own password. Where the service takes none, or somebody has none, there is no such page. */
@Controller('account/password')
@Access('signed-in')
export class PasswordPagesController {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  @Get()
  @NotRecorded('the person’s own account')
  async ask(@Req() request: FastifyRequest, @Query('done') done: unknown): Promise<PageAnswer> {
    const session = sessionOf(request);
    if (session === null) throw notSignedIn();
    if (!(await this.passwords.has(session))) throw notFound();
    const notice =
      done === 'changed' ? 'Your password was changed. Everything else was signed out.' : undefined;
    return passwordPage(session.email, [], notice);
  }

  @Post()
  @NotRecorded('the person’s own account')
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const session = sessionOf(request);
    if (session === null) throw notSignedIn();
    this.passwords.refuseWhereOff();
    return takeForm({
      body,
      act: async (form) => {
        const { presentPassword: present, password } = form.fields;
        if (typeof present !== 'string' || present === '')
          form.refuse('presentPassword', 'Enter your present password');
        if (typeof password !== 'string' || password === '') form.refuse('password', 'Enter a new password');
        if (form.problems.length > 0 || typeof present !== 'string' || typeof password !== 'string')
          throw badRequest('Check what you entered.', form.problems);
        await this.passwords.change(session, { present, password, from: request.ip });
        // They have proved who they are: what the browser is known by is made anew as well.
        await beginSession(this.sessions, this.cookies, session.personId, request, reply);
        return goTo('/account/password?done=changed');
      },
      again: (_fields, problems) => passwordPage(session.email, problems),
    });
  }
}

function passwordPage(email: string, problems: readonly ShownProblem[], notice?: string): PageAnswer {
  return show(
    'account/password/password',
    { email, shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD, problems, notice },
    problems.length > 0 ? 400 : 200,
  );
}
