import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccessLog } from '#audit';
import { AttachmentKeepingService } from '#casework';
import { certificateChecks, NotRecorded, readinessChecks } from '#edge';
import { Access } from '#identity';
import { Database } from '#persistence';
import { Clock, Config, readinessOf, type ReadinessCheck } from '#platform';

/** For whatever keeps the pages running. */
@Controller('health')
@Access('anyone')
export class HealthController {
  private readonly checks: readonly ReadinessCheck[];

  constructor(
    database: Database,
    accessLog: AccessLog,
    keeping: AttachmentKeepingService,
    config: Config,
    clock: Clock,
  ) {
    this.checks = [
      ...readinessChecks(database, accessLog),
      ...certificateChecks(config, clock),
      ...keeping.readinessChecks(),
    ];
  }

  /** 200 when work can be sent here, 503 while it should go elsewhere. */
  @Get('ready')
  @NotRecorded('It shows nothing of a case.')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await readinessOf(this.checks);
    void reply.code(report.ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).send(report);
  }
}
