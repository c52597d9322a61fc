import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ProofService } from '#audit';
import type { Acting } from '#casework';
import { NotRecorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';
import { CheckpointQuery, ConsistencyQuery } from './log-query.js';

/** What the decision log shows of itself: how large it is, who signed that, and that it only ever grew. */
@ApiTags('Decision log')
@Controller('api/v1/decision-log')
@Access('signed-in')
@NeedsScope('decisions:read')
export class DecisionLogController {
  constructor(private readonly proofs: ProofService) {}

  @Get()
  @NotRecorded('hashes and sizes of the log, nothing of a case')
  @Gives('Says what the log is called, how large it is and which keys sign it', 'DecisionLog')
  async log(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    const { size, sealedAt } = await this.proofs.checkpoint(acting);
    const body = {
      origin: this.proofs.origin,
      size,
      sealedAt: sealedAt.toISOString(),
      keys: this.proofs.keyTexts(),
    };
    sendJson(reply, JSON.stringify(body));
  }

  @Get('checkpoint')
  @NotRecorded('hashes and sizes of the log, nothing of a case')
  @ApiOperation({ summary: 'Gives the latest signed checkpoint, to keep' })
  @ApiResponse({
    status: 200,
    description: 'A signed note: origin, size, root, signatures.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  async checkpoint(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    const { note } = await this.proofs.checkpoint(acting);
    await reply.type('text/plain; charset=utf-8').send(note);
  }

  @Get('checkpoints')
  @NotRecorded('hashes and sizes of the log, nothing of a case')
  @Gives('Lists signed checkpoints, smallest first', 'Checkpoints')
  async checkpoints(
    @CurrentActor() acting: Acting,
    @Query() { after, limit }: CheckpointQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await this.proofs.checkpoints(acting, after, limit + 1);
    const items = rows.slice(0, limit).map(({ size, note, sealedAt }) => ({
      size,
      sealedAt: sealedAt.toISOString(),
      note,
    }));
    const next = rows.length > limit ? (items.at(-1)?.size ?? null) : null;
    sendJson(reply, JSON.stringify({ items, next }));
  }

  @Get('consistency')
  @NotRecorded('hashes and sizes of the log, nothing of a case')
  @Gives('Proves that the log of one size begins with the log of another', 'ConsistencyProof')
  async consistency(
    @CurrentActor() acting: Acting,
    @Query() { from, to }: ConsistencyQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const end = to ?? (await this.proofs.checkpoint(acting)).size;
    sendJson(
      reply,
      JSON.stringify({ from, to: end, proof: await this.proofs.consistency(acting, from, end) }),
    );
  }
}
