import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { DecisionsPagesModule } from '../decisions/decisions.module.js';
import { DashboardController } from './dashboard.controller.js';

/** Figures and charts. */
@Module({ imports: [CaseworkPagesModule, DecisionsPagesModule], controllers: [DashboardController] })
export class DashboardPagesModule {}
