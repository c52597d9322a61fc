import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** People, organisations and reference data. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class AdministrationPagesModule {}
