import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** Lists of cases, and the next case to work on. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class WorklistPagesModule {}
