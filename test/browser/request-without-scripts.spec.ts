import { writeAndSubmit } from './journeys/write-and-submit.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

it('a request is written, signed off and submitted without scripts', async () => {
  await writeAndSubmit(world, false);
}, 180_000);
