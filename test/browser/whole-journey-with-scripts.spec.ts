import {
  decideWithCondition,
  findAndTakeOut,
  meetCondition,
  reviewAndRecommend,
} from './journeys/review-and-decide.js';
import { writeAndSubmit } from './journeys/write-and-submit.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const SCRIPTS = true;
/** Time the journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 180_000;

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

it(
  'a request goes from a draft to a decision, a condition met and an answer taken out, with scripts',
  async () => {
    await writeAndSubmit(world, SCRIPTS);
    const later = (hours: number) => {
      world.clock.set(new Date(world.clock.now().getTime() + hours * 3_600_000));
    };
    later(2);
    const reference = await reviewAndRecommend(world, SCRIPTS);
    later(20);
    await decideWithCondition(world, reference, SCRIPTS);
    await meetCondition(world, reference, SCRIPTS);
    await findAndTakeOut(world, reference, SCRIPTS);
  },
  JOURNEY_MS,
);
