import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CaseworkModule } from '#casework';
import { MailNudge } from '#edge';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import type { Config } from '#platform';
import { AdviceBesidePoint } from './advice/beside-point.js';
import { FormFiles } from './attachments/form-files.js';
import { CasePages } from './case/case-pages.js';

/** The services behind the pages, and what every kind of page reads cases by. */
@Module({
  imports: [IdentityModule, AuditModule],
  providers: [AdviceBesidePoint, CasePages, FormFiles],
  exports: [AdviceBesidePoint, CasePages, FormFiles, IdentityModule, AuditModule],
})
export class CaseworkPagesModule {
  static forConfig(config: Config): DynamicModule {
    const casework = CaseworkModule.nudging(MailNudge, [NotificationsModule.forProducer(config)]);
    return { module: CaseworkPagesModule, imports: [casework], exports: [casework], global: true };
  }
}
