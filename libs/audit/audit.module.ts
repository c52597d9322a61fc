import { Module } from '@nestjs/common';
import { ExportSealer, UnsealedExports } from './exports/export-sealer.js';
import { ExportService } from './exports/export-service.js';
import { RunningExports } from './exports/running-exports.js';
import { HistoryRows } from './history/history-rows.js';
import { HistoryService } from './history/history-service.js';

/** What auditors ask of the history. Needs the platform and a database to be provided globally. */
@Module({
  providers: [
    HistoryRows,
    HistoryService,
    RunningExports,
    ExportService,
    { provide: ExportSealer, useClass: UnsealedExports },
  ],
  exports: [HistoryService, ExportService],
})
export class AuditModule {}
