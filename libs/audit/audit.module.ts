import { Module } from '@nestjs/common';
import { ClockThen } from './point-in-time/clock-then.js';
import { PointInTimeService } from './point-in-time/point-in-time-service.js';

const SERVICES = [PointInTimeService];

/** What auditors ask of the history. Needs the platform and a database to be provided globally. */
@Module({ providers: [ClockThen, ...SERVICES], exports: SERVICES })
export class AuditModule {}
