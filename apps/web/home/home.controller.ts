import { randomUUID } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import type { Acting } from '#casework';
import { isDepartmentRole, type Role } from '#domain';
import { Recorded } from '#edge';
import { Access, holdsAny, IdentityService, type PersonProfile } from '#identity';
import { Config, together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { HomeReading, MOST_CASES } from './home-reading.js';

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
    const [{ roles }, { department, assurance }] = await together([
      this.identity.profileOf(acting),
      this.home.read(acting),
    ]);
    const is = (...wanted: readonly Role[]) => holdsAny(acting, wanted);
    const parts = {
      department: department === null ? null : { ...department, organisations: departmentsIn(roles) },
      assurance,
      isReviewer: is('reviewer'),
      isDecider: is('decider'),
      isAuditor: is('auditor'),
      isAdministrator: is('administrator'),
      isNothing: roles.length === 0,
      mostShown: MOST_CASES,
      inbox: this.config.assuranceInbox,
      once: randomUUID(),
    };
    return show('home/home', parts);
  }
}

/** Names of the organisations somebody speaks for. */
function departmentsIn(roles: PersonProfile['roles']): readonly string[] {
  const held = roles.filter(({ role }) => isDepartmentRole(role));
  const names = new Map(held.map(({ organisation }) => [organisation.id, organisation.name]));
  return [...names.values()].toSorted((one, other) => one.localeCompare(other, 'en-GB'));
}
