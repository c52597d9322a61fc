import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';

let world: World;
let driver: CaseDriver;
beforeAll(async () => { world = await startWorld(); driver = new CaseDriver(world); });
afterAll(() => world.close());
it('x', async () => {
  const t = performance.now();
  const c = await driver.driveTo('approved-with-conditions');
  console.log(c, performance.now() - t);
});
