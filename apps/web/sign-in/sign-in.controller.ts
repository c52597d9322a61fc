import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import { Access, PasswordStrategy, SessionService, SingleSignOnService } from '#identity';
import { badRequest, Config } from '#platform';
import { fieldsOf } from '../forms/posted-form.js';
import { sameName } from '../forms/form-problems.js';
import { takeForm } from '../forms/take-form.js';
import { keptFormOf } from './kept-form.js';
import { beginSession } from '../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../server/cookies.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { sessionOf } from '../server/session-of-request.js';
import { UnsentWriting } from './session-end/unsent-writing.js';
import { onwards, SignInPage } from './sign-in-page.js';

/** Signing in and out of the pages. */
@Controller()
@Access('anyone')
export class SignInController {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly passwords: PasswordStrategy,
    private readonly sessions: SessionService,
    private readonly singleSignOn: SingleSignOnService,
    private readonly pages: SignInPage,
    private readonly unsent: UnsentWriting,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  @Get('sign-in')
  @NotRecorded('It shows nothing of a case.')
  ask(@Req() request: FastifyRequest, @Query('then') then?: string): PageAnswer {
    if (sessionOf(request) !== null) return goTo(onwards(then));
    return this.pages.show({ then: onwards(then), kept: null });
  }

  /** The ways there are, for who comes from one that came to nothing; what they wrote goes with them. */
  @Post('sign-in/choose')
  @NotRecorded('It shows nothing of a case.')
  @HttpCode(200)
  choose(@Req() request: FastifyRequest, @Body() body: unknown): PageAnswer {
    return this.pages.showAgain(fieldsOf(body), [], sessionOf(request));
  }

  @Post('sign-in')
  @NotRecorded('It shows nothing of a case.')
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf: sameName,
      act: async (form) => {
        const email = form.text('email');
        const password = form.fields['password'];
        if (email === '') form.refuse('email', 'Enter your email address');
        if (typeof password !== 'string' || password === '') form.refuse('password', 'Enter your password');
        if (form.problems.length > 0 || typeof password !== 'string')
          throw badRequest('Check what you entered.', form.problems);
        const personId = await this.checked(email, password, request.ip);
        const signedIn = sessionOf(request);
        if (signedIn !== null && signedIn.personId !== personId)
          throw badRequest('Somebody else is signed in.', [
            {
              pointer: '/email',
              detail: `You are signed in as ${signedIn.name}: sign out first to be somebody else`,
            },
          ]);
        await beginSession(this.sessions, this.cookies, personId, request, reply);
        const kept = keptFormOf(form.fields);
        return kept === null ? goTo(onwards(form.text('then'))) : this.unsent.resume(kept, personId);
      },
      again: (fields, problems) =>
        Promise.resolve(this.pages.showAgain(fields, problems, sessionOf(request))),
    });
  }

  @Post('sign-out')
  @NotRecorded('It shows nothing of a case.')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const token = request.cookies[this.cookies.session];
    const ended = token === undefined ? null : await this.sessions.end(token);
    // Whatever the browser kept of this service goes as well.
    void reply.header('clear-site-data', '"cache", "storage"');
    void reply.clearCookie(this.cookies.session, this.cookies.options);
    void reply.clearCookie(this.cookies.csrf, this.cookies.options);
    // By a page of its own, and not by a redirect, for the reason departures are.
    const url = ended === null ? null : await this.singleSignOn.endSessionUrl(ended.provider, ended.idToken);
    return url === null ? goTo('/signed-out') : show('sign-in/leaving', { url });
  }

  @Get('signed-out')
  @NotRecorded('It shows nothing of a case.')
  signedOut(): PageAnswer {
    return show('sign-in/signed-out');
  }

  /** A wrong password is a mistake in the form, and not a reason to be sent to sign in. */
  private async checked(email: string, password: string, from: string): Promise<string> {
    try {
      return await this.passwords.personIdFor(email, password, from);
    } catch (error) {
      if (isRefusal(error))
        throw badRequest(error.message, [
          { pointer: '/email', detail: 'Email address or password is not right' },
        ]);
      throw error;
    }
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && (error as { problem?: { status: number } }).problem?.status === 401;
}
