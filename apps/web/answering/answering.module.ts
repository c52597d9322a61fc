import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** What a department does after submission: answers returns, gives evidence for conditions, withdraws. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class AnsweringPagesModule {}
