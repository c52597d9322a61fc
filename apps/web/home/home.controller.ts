import { Controller, Get } from '@nestjs/common';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { show, type PageAnswer } from '../server/page.js';

/** Where everybody starts. */
@Controller()
@Access('signed-in')
export class HomeController {
  @Get()
  @NotRecorded('Nothing of a case is shown yet.')
  home(): PageAnswer {
    return show('home/home');
  }
}
