import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** The decision history for auditors: search, export, as it stood, who looked at what, and proof. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class DecisionsPagesModule {}
