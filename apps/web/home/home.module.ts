import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { HomeReading } from './home-reading.js';
import { HomeController } from './home.controller.js';

/** Where everybody starts. */
@Module({ imports: [CaseworkPagesModule], controllers: [HomeController], providers: [HomeReading] })
export class HomePagesModule {}
