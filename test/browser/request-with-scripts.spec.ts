import { writeAndSubmit } from './journeys/write-and-submit.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

it('a request is written, signed off and submitted with scripts', async () => {
  await writeAndSubmit(world, true);
}, 180_000);
