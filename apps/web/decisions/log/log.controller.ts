import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LogExportService, ProofService } from '#audit';
import type { Acting } from '#casework';
import { parseCheckpoint } from '#domain';
import { NotRecorded, PAGE_LIMIT, Recorded } from '#edge';
import { Access } from '#identity';
import { ProblemError, together } from '#platform';
import { refuseUnknownFilters } from '../../forms/known-filters.js';
import { fieldsOf } from '../../forms/posted-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { withQuery } from '../history-address.js';

const OF_NO_CASE = 'hashes and sizes of the log, nothing of a case';

/** What the decision log shows of itself, and the log to take away. */
@Controller('log')
@Access('auditor')
export class LogPageController {
  constructor(
    private readonly proofs: ProofService,
    private readonly exports: LogExportService,
  ) {}

  @Get()
  @NotRecorded(OF_NO_CASE)
  async log(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, []);
    const { after } = fieldsOf(query);
    const start = typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : 0;
    const [rows, latest] = await together([
      this.proofs.checkpoints(acting, start, PAGE_LIMIT + 1),
      this.latest(acting),
    ]);
    const checkpoints = rows.slice(0, PAGE_LIMIT);
    const last = checkpoints.at(-1);
    return show('decisions/log/log', {
      origin: this.proofs.origin,
      keys: this.proofs.keyTexts(),
      latest,
      checkpoints,
      exportRefusal: this.exports.refusal(acting),
      isLaterPage: start > 0,
      nextHref:
        rows.length > PAGE_LIMIT && last !== undefined
          ? withQuery('/log', { after: String(last.size) })
          : null,
    });
  }

  @Get('checkpoint.txt')
  @NotRecorded(OF_NO_CASE)
  async checkpoint(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    const { note, size } = await this.proofs.checkpoint(acting);
    await reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="checkpoint-${String(size)}.txt"`)
      .send(note);
  }

  @Get('export')
  @Recorded('export')
  async export(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    // What can be refused is refused before the first byte.
    const lines = await this.exports.lines(acting);
    await reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', 'attachment; filename="decision-log.jsonl"')
      .send(lines);
  }

  /** The latest checkpoint with what it says; `null` before anything was sealed. */
  private async latest(acting: Acting): Promise<object | null> {
    try {
      const { note, size, sealedAt } = await this.proofs.checkpoint(acting);
      // The text of a note ends where its signatures begin.
      const { root } = parseCheckpoint(`${note.split('\n\n', 1)[0] ?? ''}\n`);
      return { note, size, sealedAt, root: Buffer.from(root).toString('base64') };
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return null;
      throw error;
    }
  }
}
