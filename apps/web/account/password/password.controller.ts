import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import {
  Access,
  LONGEST_PASSWORD,
  PasswordService,
  SessionService,
  SHORTEST_PASSWORD,
  type SessionHolder,
} from '#identity';
import { badRequest, Config, notSignedIn } from '#platform';
import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { beginSession } from '../../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../../server/cookies.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['changed', 'Your password was changed. Everything else was signed out.'],
  [
    'changed-with-tokens',
    'Your password was changed. Everything else was signed out, and your tokens for programs have ended.',
  ],
]);

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
    return this.page(session, [], {}, typeof done === 'string' ? NOTICES.get(done) : undefined);
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
        const endsTokens = form.all('endTokens').includes('yes');
        await this.passwords.change(session, { present, password, endsTokens, from: request.ip });
        // They have proved who they are: what the browser is known by is made anew as well.
        await beginSession(this.sessions, this.cookies, session.personId, request, reply);
        return goTo(`/account/password?done=${endsTokens ? 'changed-with-tokens' : 'changed'}`);
      },
      again: (fields, problems) => this.page(session, problems, fields),
    });
  }

  private async page(
    session: SessionHolder,
    problems: readonly ShownProblem[],
    fields: PostedFields,
    notice?: string,
  ): Promise<PageAnswer> {
    const shown = {
      email: session.email,
      tokens: await this.passwords.tokensThatGoOn(session),
      endsTokens: heldIn(fields, 'endTokens') === 'yes',
      shortest: SHORTEST_PASSWORD,
      longest: LONGEST_PASSWORD,
      problems,
      notice,
    };
    return show('account/password/password', shown, problems.length > 0 ? 400 : 200);
  }
}
