import { Module } from '@nestjs/common';
import { LimitGuard } from './limit-guard.js';
import { RequestLimits } from './request-limits.js';

/** Limits of how much is asked. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({ providers: [RequestLimits, LimitGuard], exports: [RequestLimits, LimitGuard] })
export class LimitsModule {}
