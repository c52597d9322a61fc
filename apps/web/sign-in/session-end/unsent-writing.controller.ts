import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { badRequest, notSignedIn } from '#platform';
import { GivesFormBack } from '../../forms/gives-form-back.js';
import type { PageAnswer } from '../../server/page.js';
import { sessionOf } from '../../server/session-of-request.js';
import { formToKeep } from '../kept-form.js';
import { UnsentWriting } from './unsent-writing.js';

/**
 * Where a page that ended with its session sends what was being written in it. Who is not signed in again yet is asked
 * to, as with any form, and what they wrote goes with them.
 */
@Controller('unsent-writing')
@Access('signed-in')
export class UnsentWritingController {
  constructor(private readonly unsent: UnsentWriting) {}

  @Post()
  @GivesFormBack()
  @NotRecorded('It shows what they wrote themselves, and nothing of a case.')
  @HttpCode(200)
  async resume(@Req() request: FastifyRequest, @Body() _body: unknown): Promise<PageAnswer> {
    const session = sessionOf(request);
    if (session === null) throw notSignedIn();
    const kept = formToKeep(request, null);
    if (kept === null) throw badRequest('Nothing was sent that could be gone on with.');
    return this.unsent.resume(kept, session.personId);
  }
}
