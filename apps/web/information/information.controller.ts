import { Controller, Get } from '@nestjs/common';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { Config } from '#platform';
import { show, type PageAnswer } from '../server/page.js';

const OF_NO_CASE = 'It shows nothing of a case.';

/** What the service says of itself. */
@Controller()
@Access('anyone')
export class InformationController {
  constructor(private readonly config: Config) {}

  @Get('accessibility')
  @NotRecorded(OF_NO_CASE)
  accessibility(): PageAnswer {
    return show('information/accessibility', { inbox: this.config.assuranceInbox });
  }

  @Get('cookies')
  @NotRecorded(OF_NO_CASE)
  cookies(): PageAnswer {
    return show('information/cookies', {
      idleMinutes: this.config.sessionIdleMinutes,
      hours: this.config.sessionHours,
      prefix: this.config.appMode === 'server' ? '__Host-' : '',
    });
  }

  @Get('help')
  @NotRecorded(OF_NO_CASE)
  help(): PageAnswer {
    return show('information/help', { inbox: this.config.assuranceInbox });
  }
}
