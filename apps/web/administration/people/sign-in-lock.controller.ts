import { Controller, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { IdParam, NotRecorded } from '#edge';
import { Access, GuessLimits, PeopleService } from '#identity';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, type PageAnswer } from '../../server/page.js';
import { after } from '../notices.js';

/** Letting somebody sign in again whose account is locked. */
@Controller('people/:id/sign-in-lock')
@Access('administrator')
export class SignInLockController {
  constructor(
    private readonly people: PeopleService,
    private readonly guesses: GuessLimits,
  ) {}

  @Post()
  @NotRecorded('people')
  async lift(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    await this.people.person(id);
    await this.guesses.lift(acting, id);
    return goTo(after('lock-lifted', `/people/${id}`));
  }
}
