import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** One case on one page, with everything that belongs to it. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class CasePagesModule {}
