import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { OwnOrganisations } from '../pipeline/own-organisations.js';
import { AdvicePageController } from './advice.controller.js';
import { AdvicePages } from './advice-pages.js';
import { AskAdviceController } from './ask.controller.js';
import { EndAdviceController } from './ending.controller.js';
import { GuidancePageController } from './guidance.controller.js';
import { MarkAdviceController } from './marking.controller.js';
import { PublishAdviceController } from './publishing.controller.js';
import { TieAdviceController } from './tying.controller.js';

/** Asking for advice, giving it, and what was published of it. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    AskAdviceController,
    GuidancePageController,
    AdvicePageController,
    EndAdviceController,
    MarkAdviceController,
    PublishAdviceController,
    TieAdviceController,
  ],
  providers: [AdvicePages, OwnOrganisations],
})
export class AdvicePagesModule {}
