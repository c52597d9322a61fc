import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { AccessRecordsController } from './access-records.controller.js';

/** Who looked at what, over HTTP. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({ imports: [AuditModule], controllers: [AccessRecordsController] })
export class AccessModule {}
