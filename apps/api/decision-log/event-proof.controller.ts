import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ProofService } from '#audit';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';
import { ReferenceParam, SequenceParam } from '../cases/path-parts.js';

/** That the decision log holds what happened to a case. */
@ApiTags('Decision log')
@Controller('api/v1/cases/:reference/events/:sequence/proof')
@Access('signed-in')
@NeedsScope('decisions:read')
export class EventProofController {
  constructor(private readonly proofs: ProofService) {}

  @Get()
  @Recorded('view')
  @Gives('Gives an event in the form it is hashed in, and the proof that the log holds it', 'EventProof')
  async proof(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @SequenceParam() sequence: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.proofs.ofEvent(acting, reference, sequence)));
  }
}
