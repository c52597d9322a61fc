import { LARGEST_PAGE, PAGE_LIMIT, QueryNumber } from '#edge';

/** Far beyond any log; what a number of JavaScript still holds exactly. */
const LARGEST_SIZE = 999_999_999_999_999;

/** Which checkpoints to list. */
export class CheckpointQuery {
  @QueryNumber({
    min: 0,
    max: LARGEST_SIZE,
    default: 0,
    description: 'Only checkpoints of more events than this: “next” of the page before.',
  })
  after = 0;

  @QueryNumber({ min: 1, max: LARGEST_PAGE, default: PAGE_LIMIT, description: 'Most to give on one page.' })
  limit: number = PAGE_LIMIT;
}

/** Between which sizes of the log. */
export class ConsistencyQuery {
  @QueryNumber({
    min: 0,
    max: LARGEST_SIZE,
    required: true,
    description: 'Size in the checkpoint you have.',
  })
  from!: number;

  @QueryNumber({
    min: 0,
    max: LARGEST_SIZE,
    description: 'Size in the later checkpoint; that of the latest when left out.',
  })
  to?: number;
}
