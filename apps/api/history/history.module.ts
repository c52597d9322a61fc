import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { ComponentTakeUpController } from './component-take-up.controller.js';
import { DecisionHistoryController } from './decision-history.controller.js';
import { ExportsController } from './exports.controller.js';

/** The history across cases over HTTP. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({
  imports: [AuditModule],
  controllers: [ComponentTakeUpController, DecisionHistoryController, ExportsController],
})
export class HistoryModule {}
