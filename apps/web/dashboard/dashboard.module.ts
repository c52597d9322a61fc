import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** Figures and charts. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class DashboardPagesModule {}
