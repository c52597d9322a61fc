import { Controller, HttpCode, Post } from '@nestjs/common';
import { AssignmentService, type Acting } from '#casework';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';

/** “Give me the next case”: for reviewers. */
@Controller('cases/next')
@Access('reviewer')
export class NextCaseController {
  constructor(private readonly assignment: AssignmentService) {}

  @Post()
  @NotRecorded('it goes on to the case, which is recorded there, or says that none waits')
  @HttpCode(200)
  async next(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    const answer = await this.assignment.giveNext(acting);
    if (answer === null) return show('worklist/nothing-waits');
    const { reference } = JSON.parse(answer.body) as { readonly reference: string };
    return goTo(`/cases/${reference}/done/given`);
  }
}
