import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, VariationService, type Acting } from '#casework';
import {
  formatPounds,
  ruleFor,
  type ActionOffer,
  type AmountsBetween,
  type CaseState,
  type Pence,
  type PointNumber,
} from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { contentChanges } from '../case/changes.js';
import { readerKind, type ReaderKind } from '../case/reader.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';

/** The approval a request starts from, held against it, and the requests that start from a case. */
@Controller('cases/:reference/following')
@Access('signed-in')
export class FollowingPageController {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly variations: VariationService,
  ) {}

  @Get()
  @Recorded('view')
  async following(@CurrentActor() acting: Acting, @Param('reference') given: string): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    const [{ found, header }, triage, { actions }, { follows, followers }] = await together([
      this.cases.open(acting, reference),
      this.reading.triage(acting, reference),
      this.reading.actions(acting, reference),
      this.variations.following(acting, reference),
    ]);
    return show('after-decision/following', {
      found,
      header,
      followers,
      follows,
      start: startOf(actions, found.state, readerKind(acting, found.organisation.id)),
      ...(follows === null
        ? {}
        : {
            changes: contentChanges(follows.difference, triage),
            difference: differenceInWords(follows.amounts),
            verdicts: new Map<PointNumber, unknown>(follows.verdicts.map((one) => [one.point, one])),
          }),
    });
  }
}

/** Whether the reader could start one now, or why not; `null` where that is not for them, or not of this case. */
function startOf(offers: readonly ActionOffer[], state: CaseState, kind: ReaderKind): ActionOffer | null {
  if (kind !== 'department' || !ruleFor('start-variation').from.includes(state)) return null;
  return offers.find(({ action }) => action === 'start-variation') ?? null;
}

/** By how much more, or less, is asked for than was approved. */
function differenceInWords({ differencePence }: AmountsBetween): string {
  if (differencePence === null) return 'Not known yet';
  if (differencePence === 0) return 'The same';
  const amount = formatPounds(Math.abs(differencePence) as Pence);
  return differencePence > 0 ? `${amount} more` : `${amount} less`;
}
