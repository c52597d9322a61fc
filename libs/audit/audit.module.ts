import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access/access-log.js';
import { AccessReadingService } from './access/access-reading-service.js';

const SERVICES = [AccessLog, AccessReadingService];

/**
 * What is kept about the service's own use; once in a program, for all of it. Needs the platform and a database to be
 * provided globally.
 */
@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class AuditModule {}
