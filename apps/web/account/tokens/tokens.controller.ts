import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { scopesFor } from '#domain';
import { IdParam, isUuid, MachineTokenRequest, NotRecorded } from '#edge';
import { Access, MachineTokenService, type MachineToken } from '#identity';
import { Clock } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeConfirmation, takeForm } from '../../forms/take-form.js';
import { CurrentActor, ONCE_FIELD } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer, type ShownPage } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';
import { scopeItems } from './scope-items.js';
import { tokenRows } from './token-rows.js';

const WORDS = { name: 'Enter what the token is for', scopes: 'Choose what the program may do' };

/**
 * One's own tokens for programs. A new one is shown once, by the page that answers the form that made it: it stands in no
 * address and no cookie. The service keeps no more than the hash.
 */
@Controller('account/tokens')
@Access('signed-in')
export class TokenPagesController {
  constructor(
    private readonly tokens: MachineTokenService,
    private readonly clock: Clock,
  ) {}

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
        // Nothing to show where the form was sent twice: the first answer showed it.
        if (secret === null) return goTo(`/account/tokens/${token.id}/made`);
        return this.madePage(await this.tokens.one(acting, token.id), secret);
      },
      again: (fields, problems) => this.newPage(acting, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/made')
  @NotRecorded('the person’s own tokens')
  async made(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.madePage(await this.tokens.one(acting, id), null);
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

  private madePage(token: MachineToken, secret: string | null): ShownPage {
    return show('account/tokens/made', { token: tokenRows([token], this.clock.now())[0], secret });
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
