import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AttachmentController } from './attachment.controller.js';

/** Downloads of attached files. */
@Module({ imports: [CaseworkPagesModule], controllers: [AttachmentController] })
export class AttachmentPagesModule {}
