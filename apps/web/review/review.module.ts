import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** How GDS Assurance triages, assesses, returns, recommends and decides. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class ReviewPagesModule {}
