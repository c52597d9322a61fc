import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import {
  Access,
  InvitationService,
  LONGEST_PASSWORD,
  SessionService,
  SHORTEST_PASSWORD,
  type InvitedPerson,
} from '#identity';
import { badRequest, Config, ProblemError } from '#platform';
import type { ShownProblem } from '../../forms/form-problems.js';
import { takeForm } from '../../forms/take-form.js';
import { beginSession } from '../../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../../server/cookies.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';

/**
 * Taking up an invitation. The address is the key to it, so it is told to no other page, kept out of the log, and not
 * written into the page: its form is sent to where it is.
 */
@Controller('invitations')
@Access('anyone')
export class InvitationPagesController {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly invitations: InvitationService,
    private readonly sessions: SessionService,
    private readonly config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  @Get(':token')
  @NotRecorded('It shows nothing of a case.')
  async ask(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    void reply.header('referrer-policy', 'no-referrer');
    const invited = await this.invitations.read(token);
    return invited === null ? this.noLink() : passwordPage(invited, []);
  }

  @Post(':token')
  @NotRecorded('It shows nothing of a case.')
  async accept(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    void reply.header('referrer-policy', 'no-referrer');
    const invited = await this.invitations.read(token);
    if (invited === null) return this.noLink();
    return takeForm({
      body,
      act: async ({ fields }) => {
        const { password } = fields;
        if (typeof password !== 'string' || password === '')
          throw badRequest('Choose a password.', [{ pointer: '/password', detail: 'Enter a password' }]);
        const accepted = await this.acceptAndSignIn(token, password, request, reply);
        return accepted ? goTo('/') : this.noLink();
      },
      again: (_fields, problems) => passwordPage(invited, problems),
    });
  }

  /** False where somebody took it up, or it was replaced, or the person shut out, since it was looked at. */
  private async acceptAndSignIn(
    token: string,
    password: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    try {
      const personId = await this.invitations.accept(token, password);
      await beginSession(this.sessions, this.cookies, personId, request, reply);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && [401, 404].includes(error.problem.status)) return false;
      throw error;
    }
  }

  /** One page for every link that does not work, so that it does not tell whether there ever was one. */
  private noLink(): PageAnswer {
    return show('administration/invitations/no-link', { inbox: this.config.assuranceInbox }, 404);
  }
}

function passwordPage(invited: InvitedPerson, problems: readonly ShownProblem[]): PageAnswer {
  return show(
    'administration/invitations/invitation',
    { invited, shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD, problems },
    problems.length > 0 ? 400 : 200,
  );
}
