import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotRecorded, PasswordResetRequest } from '#edge';
import {
  Access,
  LONGEST_PASSWORD,
  PasswordService,
  SHORTEST_PASSWORD,
  type ResettingPerson,
} from '#identity';
import { badRequest, Config, ProblemError } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeForm } from '../../forms/take-form.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';

const WORDS = { email: 'Enter an email address, like name@department.gov.uk' };

/**
 * Choosing another password, where it was forgotten, by a link that is sent by email. Where the service takes no
 * passwords there are no such pages. Who asks is told the same whoever has the address; the address of a link is the key
 * to it, so it is treated as that of an invitation is.
 */
@Controller()
@Access('anyone')
export class ForgottenPasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly config: Config,
  ) {}

  @Get('forgotten-password')
  @NotRecorded('It shows nothing of a case.')
  ask(): PageAnswer {
    this.passwords.refuseWhereOff();
    return askPage('', []);
  }

  @Post('forgotten-password')
  @NotRecorded('It shows nothing of a case.')
  async send(@Body() body: unknown): Promise<PageAnswer> {
    this.passwords.refuseWhereOff();
    return takeForm({
      body,
      act: async (form) => {
        const { email } = checkRequest(PasswordResetRequest, { email: form.text('email') });
        await this.passwords.askForLink(email);
        return goTo('/forgotten-password/sent');
      },
      again: ({ email }, problems) =>
        askPage(typeof email === 'string' ? email : '', inOwnWords(problems, WORDS)),
    });
  }

  @Get('forgotten-password/sent')
  @NotRecorded('It shows nothing of a case.')
  sent(): PageAnswer {
    this.passwords.refuseWhereOff();
    return show('sign-in/forgotten/sent', { inbox: this.config.assuranceInbox });
  }

  @Get('forgotten-password/chosen')
  @NotRecorded('It shows nothing of a case.')
  chosen(): PageAnswer {
    this.passwords.refuseWhereOff();
    return show('sign-in/forgotten/chosen');
  }

  @Get('password-reset/:token')
  @NotRecorded('It shows nothing of a case.')
  async choose(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    void reply.header('referrer-policy', 'no-referrer');
    const owner = await this.passwords.ownerOfLink(token);
    return owner === null ? this.noLink() : choosePage(owner, []);
  }

  @Post('password-reset/:token')
  @NotRecorded('It shows nothing of a case.')
  async set(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    void reply.header('referrer-policy', 'no-referrer');
    const owner = await this.passwords.ownerOfLink(token);
    if (owner === null) return this.noLink();
    return takeForm({
      body,
      act: async ({ fields: { password } }) => {
        if (typeof password !== 'string' || password === '')
          throw badRequest('Choose a password.', [{ pointer: '/password', detail: 'Enter a new password' }]);
        return (await this.hasSet(token, password)) ? goTo('/forgotten-password/chosen') : this.noLink();
      },
      again: (_fields, problems) => choosePage(owner, problems),
    });
  }

  /** False where the link was used, or ran out, since it was looked at. */
  private async hasSet(token: string, password: string): Promise<boolean> {
    try {
      await this.passwords.reset(token, password);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return false;
      throw error;
    }
  }

  /** One page for every link that does not work, so that it does not tell whether there ever was one. */
  private noLink(): PageAnswer {
    const takesPasswords = this.config.passwordSignIn === 'on';
    return show('sign-in/forgotten/no-link', { takesPasswords }, 404);
  }
}

function askPage(email: string, problems: readonly ShownProblem[]): PageAnswer {
  return show('sign-in/forgotten/ask', { email, problems }, problems.length > 0 ? 400 : 200);
}

function choosePage(owner: ResettingPerson, problems: readonly ShownProblem[]): PageAnswer {
  return show(
    'sign-in/forgotten/choose',
    { owner, shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD, problems },
    problems.length > 0 ? 400 : 200,
  );
}
