import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
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
import { fieldsOf } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { beginSession } from '../../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../../server/cookies.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { asksForCode, codeIn, codePage, pageWithCode } from '../../sign-in/codes/code-of-email.js';

/** Taking up an invitation: the code of its email, then a password. */
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

  @Get()
  @NotRecorded('It shows nothing of a case.')
  ask(): PageAnswer {
    return this.config.passwordSignIn === 'off' ? this.noCode() : askPage();
  }

  /** A link with its code in the path, as emails once had it. The code is not taken from there. */
  @Get(':formerLink')
  @NotRecorded('It shows nothing of a case.')
  former(): PageAnswer {
    return this.noCode();
  }

  @Post()
  @NotRecorded('It shows nothing of a case.')
  async accept(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const sent = fieldsOf(body);
    const code = codeIn(sent);
    if (code === '' && this.config.passwordSignIn === 'on') return askPage(true);
    const invited = await this.invitations.read(code);
    if (invited === null) return this.noCode();
    if (asksForCode(sent)) return passwordPage(code, invited, []);
    return takeForm({
      body,
      act: async ({ fields }) => {
        const { password } = fields;
        if (typeof password !== 'string' || password === '')
          throw badRequest('Choose a password.', [{ pointer: '/password', detail: 'Enter a password' }]);
        const accepted = await this.acceptAndSignIn(code, password, request, reply);
        return accepted ? goTo('/') : this.noCode();
      },
      again: (_fields, problems) => passwordPage(code, invited, problems),
    });
  }

  /** False where somebody took it up, or it was replaced, or the person shut out, since it was looked at. */
  private async acceptAndSignIn(
    code: string,
    password: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    try {
      const personId = await this.invitations.accept(code, password);
      await beginSession(this.sessions, this.cookies, personId, request, reply);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && [401, 404].includes(error.problem.status)) return false;
      throw error;
    }
  }

  /** One page for every code that does not work, so that it does not tell whether there ever was one. */
  private noCode(): PageAnswer {
    return show('administration/invitations/no-code', { inbox: this.config.assuranceInbox }, 404);
  }
}

function askPage(isMissing = false): PageAnswer {
  return codePage('administration/invitations/code', isMissing);
}

function passwordPage(code: string, invited: InvitedPerson, problems: readonly ShownProblem[]): PageAnswer {
  return pageWithCode('administration/invitations/invitation', {
    code,
    invited,
    shortest: SHORTEST_PASSWORD,
    longest: LONGEST_PASSWORD,
    problems,
  });
}
