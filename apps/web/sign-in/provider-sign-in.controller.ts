import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import { Access, SessionService, SignInRefusedError, SingleSignOnService } from '#identity';
import { AppLogger, badRequest, Config, notFound } from '#platform';
import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { sameName } from '../forms/form-problems.js';
import { takeForm } from '../forms/take-form.js';
import { beginSession } from '../server/begin-session.js';
import { cookiesFor, type CookieSettings } from '../server/cookies.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { sessionOf } from '../server/session-of-request.js';
import { keptFormOf, type KeptForm } from './kept-form.js';
import { REFUSAL_WORDS } from './refusal-words.js';
import { UnsentWriting } from './session-end/unsent-writing.js';
import { onwards, SignInPage } from './sign-in-page.js';

/** How long the browser keeps the key of its sign-ins, in seconds: as long as what it opens is kept. */
const KEY_SECONDS = 3_600;
const RETRY_AFTER_SECONDS = '30';

/** Signing in through an identity provider. */
@Controller('sign-in')
@Access('anyone')
export class ProviderSignInController {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly singleSignOn: SingleSignOnService,
    private readonly sessions: SessionService,
    private readonly pages: SignInPage,
    private readonly unsent: UnsentWriting,
    private readonly logger: AppLogger,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  /** Where there are many providers, the domain of the address chooses. */
  @Post('with')
  @NotRecorded('It shows nothing of a case.')
  @HttpCode(200)
  async choose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf: sameName,
      act: async (form) => {
        const email = form.text('workEmail');
        const provider = email.includes('@') ? this.singleSignOn.providerFor(email) : null;
        if (provider !== null) return this.depart(request, reply, provider, form.fields);
        form.refuse(
          'workEmail',
          email === ''
            ? 'Enter your work email address'
            : 'Nobody signs in here with an address of this organisation: check it, or choose how you sign in below',
        );
        throw badRequest('Check what you entered.', form.problems);
      },
      again: (fields, problems) =>
        Promise.resolve(this.pages.showAgain(fields, problems, sessionOf(request))),
    });
  }

  @Post('with/:provider')
  @NotRecorded('It shows nothing of a case.')
  @HttpCode(200)
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('provider') provider: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.depart(request, reply, this.known(provider), fieldsOf(body));
  }

  /** Where the provider sends people back to. Reading it signs in, so it works once, in the browser that began it. */
  @Get(':provider/return')
  @NotRecorded('It shows nothing of a case.')
  async arrive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('provider') given: string,
  ): Promise<PageAnswer> {
    const provider = this.known(given);
    try {
      const { personId, proof, luggage } = await this.singleSignOn.arrive({
        provider,
        browserKey: request.cookies[this.cookies.signIn],
        address: request.url,
      });
      await beginSession(this.sessions, this.cookies, personId, request, reply, proof);
      const kept = luggage.kept as KeptForm | null;
      return kept === null ? goTo(onwards(luggage.then)) : await this.unsent.resume(kept, personId);
    } catch (error) {
      return this.refused(error, request, reply);
    }
  }

  /** OpenID Connect Back-Channel Logout 1.0: the provider itself tells that somebody signed out there. */
  @Post(':provider/back-channel-logout')
  @NotRecorded('It shows nothing of a case.')
  async backChannelLogout(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('provider') given: string,
    @Body() body: unknown,
  ): Promise<void> {
    const provider = this.known(given);
    const { logout_token: token } = fieldsOf(body);
    try {
      if (typeof token !== 'string') throw new SignInRefusedError('not-proved', provider, null, 'NO_TOKEN');
      await this.singleSignOn.obeyLogout(provider, token);
      await reply.status(200).header('cache-control', 'no-store').send();
    } catch (error) {
      if (!(error instanceof SignInRefusedError)) throw error;
      this.note(error, request, 'A logout was not obeyed');
      const isDown = error.reason === 'provider-down';
      await reply
        .status(isDown ? 503 : 400)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ error: isDown ? 'temporarily_unavailable' : 'invalid_request' }));
    }
  }

  /** @throws ProblemError 404 when there is no such provider */
  private known(provider: string): string {
    if (!this.singleSignOn.has(provider)) throw notFound();
    return provider;
  }

  /**
   * The page that sends the browser on by itself. A redirect in answer to a form would be held to the `form-action` of
   * the page's security policy through every address the provider sends it on to, which nobody here can know.
   */
  private async depart(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: string,
    fields: PostedFields,
  ): Promise<PageAnswer> {
    try {
      const { url, browserKey } = await this.singleSignOn.depart({
        provider,
        browserKey: request.cookies[this.cookies.signIn],
        then: onwards(fields['then']),
        kept: keptFormOf(fields),
        again: fields['fresh'] === 'yes',
        personId: sessionOf(request)?.personId ?? null,
      });
      void reply.setCookie(this.cookies.signIn, browserKey, { ...this.cookies.options, maxAge: KEY_SECONDS });
      const name = this.singleSignOn.choices().find(({ id }) => id === provider)?.name;
      return show('sign-in/going', { url, name });
    } catch (error) {
      return this.refused(error, request, reply);
    }
  }

  /** The page of a sign-in that came to nothing, with everything somebody had in hand. */
  private refused(error: unknown, request: FastifyRequest, reply: FastifyReply): PageAnswer {
    if (!(error instanceof SignInRefusedError)) throw error;
    this.note(error, request, 'A sign-in came to nothing');
    const { reason, provider, luggage } = error;
    const words = REFUSAL_WORDS[reason];
    if (words.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    return show(
      'sign-in/refused',
      {
        ...words,
        provider,
        then: onwards(luggage?.then),
        kept: luggage?.kept ?? null,
        reference: request.id,
        isSignedIn: sessionOf(request) !== null,
      },
      words.status,
    );
  }

  /** One line, without anything of the person or of what was found. */
  private note({ reason, provider, code }: SignInRefusedError, request: FastifyRequest, what: string): void {
    this.logger.warn(
      { correlationId: request.id, provider, reason, ...(code === null ? {} : { code }) },
      what,
    );
  }
}
