import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { DetailsController } from './details/details.controller.js';
import { BenefitsController } from './exceptions/benefits.controller.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { CheckAnswersController } from './handing-on/check-answers.controller.js';
import { HandOn } from './handing-on/hand-on-service.js';
import { StepsController } from './handing-on/steps.controller.js';
import { OpenRequests } from './open-request.js';
import { PointsController } from './points/points.controller.js';
import { StartController } from './start/start.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

/** How a department writes a request, signs it off and submits it. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    StartController,
    TasksController,
    DetailsController,
    PointsController,
    ExceptionsController,
    BenefitsController,
    CheckAnswersController,
    StepsController,
  ],
  providers: [OpenRequests, HandOn],
})
export class RequestPagesModule {}
