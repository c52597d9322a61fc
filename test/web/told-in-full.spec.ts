import type { Part } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

/** Time a case from draft to decision may take where the machine is busy, in milliseconds. */
const LIFE_MS = 90_000;

let world: PagesWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startPagesWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

/** A page as somebody reads it: its words, without marks and with single spaces. */
async function read(part: Part, path: string): Promise<string> {
  const client = await PageClient.of(world, world.people[part].id);
  const { status, html } = await client.get(path);
  expect({ path, status }).toEqual({ path, status: 200 });
  const [, main = html] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return main
    .replaceAll(/<(style|script|svg)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');
}

/** Sends a form as somebody. */
async function send(part: Part, path: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const client = await PageClient.of(world, world.people[part].id);
  return (await client.post(path, fields)).status;
}

/** A case returned once, with a question on point 5, and assessed before that. */
async function returnedOnceAssessed(): Promise<DrivenCase> {
  const driven = await driver.driveTo('in-review');
  await driver.assess(driven);
  const points = [
    { point: 1, question: 'Whose needs?' },
    { point: 5, question: 'Which regions?' },
  ];
  const body = { version: driven.version, reason: 'Two points are unclear.', points };
  await driver.act(driven, 'reviewer', 'POST', 'return', body);
  return driven;
}

/** Point 1 is changed, and point 5 answered in words. */
async function answerBoth(driven: DrivenCase): Promise<void> {
  world.clock.advance(60_000);
  const changed = { selfAssessment: 'met', narrative: 'Licence holders.', links: [] };
  await driver.act(driven, 'submitter', 'PUT', 'points/1', changed, 1);
  const words = { audience: 'shared', point: 5, body: 'London and Cardiff.' };
  await driver.act(driven, 'submitter', 'POST', 'comments', words);
}

/** In which event a point was assessed last. */
async function assessedIn({ reference }: DrivenCase, point: number): Promise<number> {
  const { body } = await world.http.expect<readonly { point: number; sequence: number; latest: boolean }[]>(
    200,
    world.people.reviewer,
    'GET',
    `/cases/${reference}/assessments`,
  );
  return body.find((one) => one.point === point && one.latest)!.sequence;
}

describe('an answer in words to a question of a return', () => {
  it(
    'is looked at before anything is recommended, and named to who decides where it was not',
    async () => {
      const driven = await returnedOnceAssessed();
      await answerBoth(driven);
      await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'We added users.' });
      const { reference, version } = driven;
      const path = `/cases/${reference}`;

      const overview = await read('reviewer', `${path}/assess`);
      expect(overview).toContain('11 of 13 assessed');
      expect(overview.match(/Answered, look again/g)).toHaveLength(1);
      const point = await read('reviewer', `${path}/assess/5`);
      expect(point).toMatch(
        /Which regions\?.*The department’s answer to this question London and Cardiff\..*to the return as a whole We added users\..*How far is the point met/,
      );
      expect(await read('submitter', `${path}/points/5`)).toContain(
        'answer to this question London and Cardiff.',
      );

      await driver.act(
        driven,
        'reviewer',
        'PUT',
        'assessments/1',
        { version, verdict: 'met' },
        await assessedIn(driven, 1),
      );
      const asked = { version, outcome: 'approved', reason: 'It is sound.' };
      const refused = await world.http.send(world.people.reviewer, 'POST', `/cases/${reference}/recommend`, {
        body: asked,
        ifMatch: driven.revision,
      });
      expect([refused.status, refused.text]).toEqual([
        409,
        expect.stringContaining('Look again at point 5 first'),
      ]);
      expect(await read('reviewer', `${path}/recommend`)).toContain('Look again at point 5 first');

      // The same verdict again says that somebody looked.
      const sequence = String(await assessedIn(driven, 5));
      const saved = { version: String(version), sequence, verdict: 'met', then: 'back' };
      expect(await send('reviewer', `${path}/assess/5`, saved)).toBe(303);
      expect(await read('reviewer', `${path}/assess`)).not.toContain('look again');
      driven.revision += 1;
      await driver.act(driven, 'reviewer', 'POST', 'recommend', asked);

      expect(await read('decider', `${path}/decide`)).not.toContain('Nobody has looked again');
      const more = { audience: 'shared', point: 5, body: 'And Dublin.' };
      await driver.act(driven, 'submitter', 'POST', 'comments', more);
      expect(await read('decider', `${path}/decide`)).toContain(
        'Nobody has looked again at point 5 since the department answered a question about it',
      );
    },
    LIFE_MS,
  );
});
