import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PolicyReadingService, type Acting } from '#casework';
import { CASE_FLAGS, type CaseFlag, type CaseFlags } from '#domain';
import { NotRecorded, ThresholdQuery } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';

/** Says whether some spending needs approval, before there is a case. */
@ApiTags('Reference data')
@Controller('api/v1/threshold-check')
@Access('signed-in')
@NeedsScope('reference-data:read')
export class ThresholdCheckController {
  constructor(private readonly policies: PolicyReadingService) {}

  @Get()
  @NotRecorded('worked out from what is asked')
  @Gives('Compares an amount with the thresholds of a regime', 'ThresholdCheckAnswer')
  async check(
    @CurrentActor() acting: Acting,
    @Query() query: ThresholdQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { regime = null, category = null, requestedPence = null, wholeLifePence = null } = query;
    const facts = { category, requestedPence, wholeLifePence, flags: flagsOf(query.flag ?? []) };
    sendJson(reply, JSON.stringify(await this.policies.checkThreshold(acting, regime, facts)));
  }
}

/** Flags named are answered yes, the others no: whoever asks says all there is to say. */
function flagsOf(named: readonly CaseFlag[]): CaseFlags {
  return Object.fromEntries(CASE_FLAGS.map((flag) => [flag, named.includes(flag)])) as CaseFlags;
}
