import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AnsweringPages } from './answering-pages.js';
import { EvidenceController } from './evidence.controller.js';
import { WithdrawController } from './withdraw.controller.js';

/** What a department does after submission: answers returns, gives evidence for conditions, withdraws. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [WithdrawController, EvidenceController],
  providers: [AnsweringPages],
})
export class AnsweringPagesModule {}
