import { randomUUID } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access, IdentityService } from '#identity';
import { Config } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { HomeReading } from './home-reading.js';

/** Where everybody starts: what needs them, by what they are. */
@Controller()
@Access('signed-in')
export class HomeController {
  constructor(
    private readonly home: HomeReading,
    private readonly identity: IdentityService,
    private readonly config: Config,
  ) {}

  @Get()
  @Recorded('search')
  async show(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    const profile = await this.identity.profileOf(acting.personId);
    const is = (...roles: readonly string[]) => profile.roles.some(({ role }) => roles.includes(role));
    const parts = {
      department: is('submitter', 'assurance-lead')
        ? await this.home.ofDepartment(acting, profile.roles)
        : null,
      assurance: is('reviewer', 'decider') ? await this.home.ofAssurance(acting) : null,
      isReviewer: is('reviewer'),
      isDecider: is('decider'),
      isAuditor: is('auditor'),
      isAdministrator: is('administrator'),
      isNothing: profile.roles.length === 0,
      inbox: this.config.assuranceInbox,
      once: randomUUID(),
    };
    return show('home/home', parts);
  }
}
