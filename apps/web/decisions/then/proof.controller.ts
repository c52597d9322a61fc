import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LogKeys, ProofService, type EventProof } from '#audit';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { CasePages } from '../../case/case-pages.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { withQuery } from '../history-address.js';
import { checksOf, eventInWords } from './proof-words.js';

/** That the decision log holds what happened to a case. */
@Controller('cases/:reference/events/:sequence')
@Access('signed-in')
export class EventProofPageController {
  constructor(
    private readonly pages: CasePages,
    private readonly proofs: ProofService,
    private readonly keys: LogKeys,
  ) {}

  @Get('proof')
  @Recorded('view')
  async proof(
    @CurrentActor() acting: Acting,
    @Param('reference') written: string,
    @Param('sequence') number: string,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(written);
    const proof = await this.read(acting, reference, number);
    const { occurredAt, sequence } = proof.event;
    const checks = checksOf(proof, this.keys.known);
    return show('decisions/then/proof', {
      reference,
      proof,
      event: eventInWords(proof),
      checks,
      isSealed: proof.checkpoint !== null,
      isBroken: checks.some(({ holds }) => holds === false),
      technical: JSON.stringify(proof, null, 2),
      thenHref: withQuery(`/cases/${reference}/as-it-stood`, { at: occurredAt }),
      downloadHref: `/cases/${reference}/events/${String(sequence)}/proof.json`,
    });
  }

  @Get('proof.json')
  @Recorded('view')
  async download(
    @CurrentActor() acting: Acting,
    @Param('reference') written: string,
    @Param('sequence') number: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = this.pages.canonical(written);
    const proof = await this.read(acting, reference, number);
    await reply
      .type('application/json; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="proof-${reference}-${String(proof.event.sequence)}.json"`,
      )
      .send(`${JSON.stringify(proof, null, 2)}\n`);
  }

  private read(acting: Acting, reference: string, number: string): Promise<EventProof> {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw notFound();
    return this.proofs.ofEvent(acting, reference, Number(number));
  }
}
