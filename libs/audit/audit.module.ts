import { Module } from '@nestjs/common';
import { ClockThen } from './point-in-time/clock-then.js';
import { PointInTimeService } from './point-in-time/point-in-time-service.js';
import { LogExportService } from './proofs/log-export-service.js';
import { ProofService } from './proofs/proof-service.js';
import { CheckpointPublisher } from './sealing/checkpoint-publisher.js';
import { LogKeys } from './sealing/log-keys.js';
import { SealingService } from './sealing/sealing-service.js';
import { LogVerifier } from './verification/log-verifier.js';

const SERVICES = [PointInTimeService, ProofService, LogExportService, LogKeys, SealingService, CheckpointPublisher, LogVerifier];

/** What auditors ask of the history. Needs the platform and a database to be provided globally. */
@Module({ providers: [ClockThen, ...SERVICES], exports: SERVICES })
export class AuditModule {}
