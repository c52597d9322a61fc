import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';

/** How a department writes a request, signs it off and submits it. */
@Module({ imports: [CaseworkPagesModule], controllers: [] })
export class RequestPagesModule {}
