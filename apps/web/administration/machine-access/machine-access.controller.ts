import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { SCOPE_NAMES } from '#domain';
import { IdParam, NotRecorded, pageOf, PageQuery, tokenPositionOf } from '#edge';
import { Access, MachineClientService, MachineTokenService } from '#identity';
import { Clock, together } from '#platform';
import { tokenRows } from '../../account/tokens/token-rows.js';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { fieldsOf } from '../../forms/posted-form.js';
import { takeConfirmation } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { filledIn } from '../filled-in.js';
import { after, noticeOf } from '../notices.js';

const HOME = '/machine-access';

/** Every client and everybody's tokens, for administrators, who can end each. */
@Controller('machine-access')
@Access('administrator')
export class MachineAccessPagesController {
  constructor(
    private readonly tokens: MachineTokenService,
    private readonly clients: MachineClientService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @NotRecorded('tokens of people')
  async list(@CurrentActor() acting: Acting, @Query() sent: unknown): Promise<PageAnswer> {
    const { done, after: from, ...rest } = fieldsOf(sent);
    const query = checkRequest(
      PageQuery,
      filledIn({ ...rest, ...(from === undefined ? {} : { after: from }) }),
    );
    const [rows, clients] = await together([
      this.tokens.all(acting, tokenPositionOf(query.after), query.limit + 1),
      this.clients.all(acting),
    ]);
    const page = pageOf(rows, query.limit, (last) => [last.createdAt, last.id]);
    return show('administration/machine-access/machine-access', {
      tokens: tokenRows(page.items, this.clock.now()),
      clients: clients.map((client) => ({
        ...client,
        allows: client.scopes.map((scope) => SCOPE_NAMES[scope]),
      })),
      issuers: this.clients.issuers,
      further: query.after !== undefined,
      next: page.next === null ? null : `${HOME}?after=${encodeURIComponent(page.next)}`,
      notice: noticeOf(done),
    });
  }

  @Get('tokens/:id/revoke')
  @NotRecorded('tokens of people')
  async askToRevoke(@IdParam() id: string): Promise<PageAnswer> {
    return this.revokePage(id, []);
  }

  @Post('tokens/:id/revoke')
  @NotRecorded('tokens of people')
  async revoke(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.tokens.revokeAnyones(by, id),
      then: after('token-revoked', HOME),
      again: (problems) => this.revokePage(id, problems),
    });
  }

  private async revokePage(id: string, problems: readonly ShownProblem[]): Promise<PageAnswer> {
    const token = await this.tokens.anyones(id);
    if (token.revokedAt !== null && problems.length === 0) return goTo(HOME);
    return show(
      'administration/machine-access/revoke-token',
      { token, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }
}
