import { Controller, Get, HttpStatus, Inject, Optional, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiOkResponse, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccessLog } from '#audit';
import { AttachmentKeepingService } from '#casework';
import { certificateChecks, NotRecorded, type Plain, readinessChecks } from '#edge';
import { Access } from '#identity';
import { Database } from '#persistence';
import { Clock, Config, readinessOf, type ReadinessCheck } from '#platform';

/** Whether the process runs. */
export class Liveness {
  @ApiProperty({ type: 'string', enum: ['ok'] })
  readonly status!: 'ok';
}

/** Whether the service can do its work. */
export class Readiness {
  @ApiProperty({ type: 'boolean' })
  readonly ready!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['ok', 'failed'] },
    description:
      'What it needs, by name. Without “access-log” it still answers, but shows no restricted cases; without “attachments” no files are taken or given, and without “virus-scanner” new ones wait. “certificate” fails three weeks before the one it serves HTTPS with ends.',
  })
  readonly checks!: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** For whatever keeps the service running. */
@ApiTags('Health')
@Controller('health')
@Access('anyone')
export class HealthController {
  private readonly checks: readonly ReadinessCheck[];

  constructor(
    database: Database,
    private readonly modules: ModuleRef,
    config: Config,
    clock: Clock,
    @Optional() @Inject(AccessLog) accessLog?: AccessLog,
  ) {
    this.checks = [...readinessChecks(database, accessLog), ...certificateChecks(config, clock)];
  }

  /** The process answers. When it does not, restart it. */
  @Get('live')
  @NotRecorded('the state of the service')
  @ApiOkResponse({ type: Liveness, description: 'The process runs.' })
  live(): Plain<Liveness> {
    return { status: 'ok' };
  }

  /** 200 when work can be sent here, 503 while it should go elsewhere. */
  @Get('ready')
  @NotRecorded('the state of the service')
  @ApiOkResponse({ type: Readiness, description: 'Work can be sent here.' })
  @ApiServiceUnavailableResponse({
    description: 'Something the service cannot work without is missing.',
    type: Readiness,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Plain<Readiness>> {
    const report = await readinessOf([...this.checks, ...this.checksOfFiles()]);
    void reply.code(report.ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }

  /** None where the edge runs without cases. */
  private checksOfFiles(): readonly ReadinessCheck[] {
    try {
      return this.modules.get(AttachmentKeepingService, { strict: false }).readinessChecks();
    } catch {
      return [];
    }
  }
}
