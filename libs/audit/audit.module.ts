import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access/access-log.js';
import { AccessReadingService } from './access/access-reading-service.js';
import { DashboardService } from './dashboard/dashboard-service.js';
import { ExportSealer } from './exports/export-sealer.js';
import { ExportService } from './exports/export-service.js';
import { LogExportSealer } from './exports/log-export-sealer.js';
import { RunningExports } from './exports/running-exports.js';
import { ClockRules } from './history/clock-rules.js';
import { HistoryRows } from './history/history-rows.js';
import { HistoryService } from './history/history-service.js';
import { PointInTimeService } from './point-in-time/point-in-time-service.js';
import { LogExportService } from './proofs/log-export-service.js';
import { ProofService } from './proofs/proof-service.js';
import { CheckpointPublisher } from './sealing/checkpoint-publisher.js';
import { LogKeys } from './sealing/log-keys.js';
import { SealingService } from './sealing/sealing-service.js';
import { LogVerifier } from './verification/log-verifier.js';

const SERVICES = [
  AccessLog,
  AccessReadingService,
  DashboardService,
  HistoryService,
  ExportService,
  PointInTimeService,
  ProofService,
  LogExportService,
  LogKeys,
  SealingService,
  CheckpointPublisher,
  LogVerifier,
];

/**
 * What auditors ask of the history, and what is kept about the service's own use; once in a program, for all of it.
 * Needs the platform and a database to be provided globally.
 */
@Global()
@Module({
  providers: [
    ClockRules,
    HistoryRows,
    RunningExports,
    { provide: ExportSealer, useClass: LogExportSealer },
    ...SERVICES,
  ],
  exports: SERVICES,
})
export class AuditModule {}
