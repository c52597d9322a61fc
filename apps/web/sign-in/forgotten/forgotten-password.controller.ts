import { Body, Controller, Get, Post } from '@nestjs/common';
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
import { fieldsOf } from '../../forms/posted-form.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeForm } from '../../forms/take-form.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { asksForCode, codeIn, codePage, pageWithCode } from '../codes/code-of-email.js';

const WORDS = { email: 'Enter an email address, like name@department.gov.uk' };

/**
 * Choosing another password, where it was forgotten, by a code that is sent by email. Where the service takes no
 * passwords there are no such pages. Who asks is told the same whoever has the address.
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

  @Get('password-reset')
  @NotRecorded('It shows nothing of a case.')
  askForCode(): PageAnswer {
    return this.config.passwordSignIn === 'off' ? this.noCode() : askForCodePage();
  }

  /** A link with its code in the path, as emails once had it. The code is not taken from there. */
  @Get('password-reset/:formerLink')
  @NotRecorded('It shows nothing of a case.')
  former(): PageAnswer {
    return this.noCode();
  }

  @Post('password-reset')
  @NotRecorded('It shows nothing of a case.')
  async set(@Body() body: unknown): Promise<PageAnswer> {
    const sent = fieldsOf(body);
    const code = codeIn(sent);
    if (code === '' && this.config.passwordSignIn === 'on') return askForCodePage(true);
    const owner = await this.passwords.ownerOfLink(code);
    if (owner === null) return this.noCode();
    if (asksForCode(sent)) return choosePage(code, owner, []);
    return takeForm({
      body,
      act: async ({ fields: { password } }) => {
        if (typeof password !== 'string' || password === '')
          throw badRequest('Choose a password.', [{ pointer: '/password', detail: 'Enter a new password' }]);
        return (await this.hasSet(code, password)) ? goTo('/forgotten-password/chosen') : this.noCode();
      },
      again: (_fields, problems) => choosePage(code, owner, problems),
    });
  }

  /** False where the code was used, or ran out, since it was looked at. */
  private async hasSet(code: string, password: string): Promise<boolean> {
    try {
      await this.passwords.reset(code, password);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return false;
      throw error;
    }
  }

  /** One page for every code that does not work, so that it does not tell whether there ever was one. */
  private noCode(): PageAnswer {
    const takesPasswords = this.config.passwordSignIn === 'on';
    return show('sign-in/forgotten/no-code', { takesPasswords }, 404);
  }
}

function askPage(email: string, problems: readonly ShownProblem[]): PageAnswer {
  return show('sign-in/forgotten/ask', { email, problems }, problems.length > 0 ? 400 : 200);
}

function askForCodePage(isMissing = false): PageAnswer {
  return codePage('sign-in/forgotten/code', isMissing);
}

function choosePage(code: string, owner: ResettingPerson, problems: readonly ShownProblem[]): PageAnswer {
  return pageWithCode('sign-in/forgotten/choose', {
    code,
    owner,
    shortest: SHORTEST_PASSWORD,
    longest: LONGEST_PASSWORD,
    problems,
  });
}
