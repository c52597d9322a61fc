import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { scopesFor } from '#domain';
import { IdParam, isUuid, MachineTokenRequest, NotRecorded } from '#edge';
import { Access, MachineTokenService } from '#identity';
import { Clock, Config } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeConfirmation, takeForm } from '../../forms/take-form.js';
import { cookiesFor, type CookieSettings } from '../../server/cookies.js';
import { CurrentActor, ONCE_FIELD } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';
import { forgetSecret, secretToldIn, tellSecret } from '../../server/told-secret.js';
import { scopeItems } from './scope-items.js';
import { tokenRows } from './token-rows.js';

const WORDS = { name: 'Enter what the token is for', scopes: 'Choose what the program may do' };

/**
 * One's own tokens for programs. A new one is told to the browser that asked for it: the answer to the form gives it in
 * a cookie no script can read, and the page the form leads to shows it until whoever made it says that they have copied
 * it, or five minutes have passed. The service keeps no more than the hash.
 */
@Controller('account/tokens')
@Access('signed-in')
export class TokenPagesController {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly tokens: MachineTokenService,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  @Get()
  @NotRecorded('the person’s own tokens')
  async list(@CurrentActor() acting: Acting, @Query('done') done: unknown): Promise<PageAnswer> {
    return show('account/tokens/tokens', {
      tokens: tokenRows(await this.tokens.own(acting), this.clock.now()),
      notice: done === 'revoked' ? 'The token was revoked. It no longer works.' : undefined,
    });
  }

  @Get('new')
  @NotRecorded('the person’s own tokens')
  ask(@CurrentActor() acting: Acting): PageAnswer {
    return this.newPage(acting, { days: String(this.tokens.days.usual) }, []);
  }

  @Post('new')
  @NotRecorded('the person’s own tokens')
  async make(
    @CurrentActor() acting: Acting,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const sessionId = sessionOf(request)?.sessionId;
    return takeForm({
      body,
      act: async (form) => {
        const { name, scopes, days } = checkRequest(
          MachineTokenRequest,
          {
            name: form.text('name'),
            scopes: form.all('scopes'),
            days: form.wholeNumber('days', 'How many days it works') ?? undefined,
          },
          form.problems,
        );
        const { token, secret } = await this.tokens.make(
          { ...acting, ...(sessionId !== undefined && { sessionId }) },
          { ...idOf(form), name, scopes, days },
        );
        // Nothing to tell where the form was sent twice: the first answer told it.
        if (secret !== null) tellSecret(reply, this.cookies, token.id, secret);
        return goTo(`/account/tokens/${token.id}/made`);
      },
      again: (fields, problems) => this.newPage(acting, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/made')
  @NotRecorded('the person’s own tokens')
  async made(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.madePage(acting, id, request);
  }

  @Post(':id/made')
  @NotRecorded('the person’s own tokens')
  async copied(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    await this.tokens.one(acting, id);
    return takeConfirmation({
      body,
      confirm: () => {
        forgetSecret(reply, this.cookies);
        return Promise.resolve();
      },
      then: '/account/tokens',
      again: () => this.madePage(acting, id, request),
    });
  }

  @Get(':id/revoke')
  @NotRecorded('the person’s own tokens')
  async askToRevoke(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.revokePage(acting, id, []);
  }

  @Post(':id/revoke')
  @NotRecorded('the person’s own tokens')
  async revoke(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.tokens.revokeOwn(acting, id),
      then: '/account/tokens?done=revoked',
      again: (problems) => this.revokePage(acting, id, problems),
    });
  }

  private async madePage(acting: Acting, id: string, request: FastifyRequest): Promise<PageAnswer> {
    const token = await this.tokens.one(acting, id);
    const told = secretToldIn(request, this.cookies, id);
    const secret = told !== null && (await this.tokens.isTokenOf(id, told)) ? told : null;
    return show('account/tokens/made', {
      token: tokenRows([token], this.clock.now())[0],
      secret,
      once: randomUUID(),
    });
  }

  private newPage(acting: Acting, fields: PostedFields, problems: readonly ShownProblem[]): PageAnswer {
    const chosen = fields['scopes'] ?? [];
    return show(
      'account/tokens/new',
      {
        name: heldIn(fields, 'name'),
        days: heldIn(fields, 'days'),
        longest: this.tokens.days.longest,
        scopes: scopeItems(
          scopesFor(acting.roles.map(({ role }) => role)),
          typeof chosen === 'string' ? [chosen] : chosen,
        ),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async revokePage(
    acting: Acting,
    id: string,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const token = await this.tokens.one(acting, id);
    if (token.revokedAt !== null && problems.length === 0) return goTo('/account/tokens');
    return show(
      'account/tokens/revoke',
      { token, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }
}

/** The token takes the key of the form it is asked for with, so that sending it twice makes one. */
function idOf(form: PostedForm): { readonly id?: string } {
  const once = form.text(ONCE_FIELD);
  return isUuid(once) ? { id: once.toLowerCase() } : {};
}
