import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AlikeController, PairController } from './likeness.controller.js';

/** Cases of different organisations that look alike. */
@Module({ imports: [CaseworkPagesModule], controllers: [AlikeController, PairController] })
export class LikenessPagesModule {}
