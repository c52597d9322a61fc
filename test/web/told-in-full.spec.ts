import { FLAG_STATEMENTS } from '#domain';
import type { Part } from '../api/world/api-world.js';
import { FINISHED_EXCEPTION } from '../api/world/case-content.js';
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
  return inWords(html);
}

function inWords(html: string): string {
  const [, main = html] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return main
    .replaceAll(/<(style|script|svg)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');
}

/** What a form that is sent shows. */
async function shown(part: Part, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const client = await PageClient.of(world, world.people[part].id);
  const { status, html } = await client.post(path, fields);
  expect({ path, status }).toEqual({ path, status: 200 });
  return inWords(html);
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
      const { reference } = driven;
      const path = `/cases/${reference}`;
      expect(await read('submitter', `${path}/points/5/edit`)).toContain(
        'GDS Assurance sees this, as a comment on the point, as soon as you save it',
      );
      await answerBoth(driven);
      // It is read at once, but nobody has to look again before it is resubmitted.
      expect(await read('reviewer', `${path}/comments`)).toContain('London and Cardiff.');
      const waiting = await read('reviewer', `${path}/assess`);
      expect(waiting).toContain('13 of 13 assessed');
      expect(waiting).not.toContain('look again');
      await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'We added users.' });
      const { version } = driven;

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

describe('a refused legacy exception', () => {
  it(
    'is told with its reason where the department works on it, until it is answered',
    async () => {
      const driven = await driver.driveTo('in-review');
      const { reference, version, exceptionId } = driven;
      const ruling = { version, ruling: 'refused', reason: 'The data can be moved first.' };
      await driver.act(driven, 'reviewer', 'PUT', `legacy-exceptions/${exceptionId}/ruling`, ruling, 0);
      const path = `/cases/${reference}`;
      expect(await read('reviewer', `${path}/return`)).toMatch(
        /Legacy exceptions you refused.*Licence mainframe The data can be moved first\./,
      );
      const points = [{ point: 5, question: 'Which regions?' }];
      await driver.act(driven, 'reviewer', 'POST', 'return', { version, reason: 'Unclear.', points });

      expect(await read('submitter', `${path}/tasks`)).toMatch(
        /Legacy technology that limits the points GDS Assurance refused what you explained of Licence mainframe Refused: answer it/,
      );
      const { name } = world.people.reviewer;
      for (const page of ['legacy-exceptions/edit', `legacy-exceptions/${exceptionId}/edit`, 'points/9/edit'])
        expect([page, await read('submitter', `${path}/${page}`)]).toEqual([
          page,
          expect.stringMatching(
            new RegExp(`refused this explanation The data can be moved first\\. ${name}, .*Not answered yet`),
          ),
        ]);
      expect(await read('reviewer', `${path}/assess/5`)).toContain(`Latest ruling, by ${name} on`);

      // Among what GDS Assurance asks, on the case itself.
      expect(await read('submitter', path)).toMatch(
        /What GDS Assurance asks.*Legacy exception refused: Licence mainframe The data can be moved first\./,
      );
      const answered = { ...FINISHED_EXCEPTION, explanation: 'The data is locked in.' };
      await driver.act(driven, 'submitter', 'PUT', `legacy-exceptions/${exceptionId}`, answered, 1);
      const tasks = await read('submitter', `${path}/tasks`);
      expect(tasks).not.toContain('Refused: answer it');
      expect(tasks).toContain('Licence mainframe: you have changed what it says since Completed');
    },
    LIFE_MS,
  );
});

describe('what a department has to do next', () => {
  it(
    'is on its home and over the case, of a return as far as it is answered',
    async () => {
      const driven = await returnedOnceAssessed();
      expect(await read('submitter', '/')).toContain('To answer 2 questions, 0 answered');
      await answerBoth(driven);
      expect(await read('submitter', '/')).toContain('To be resubmitted: every question is answered');
      const home = await read('lead', '/');
      expect(home).toMatch(new RegExp(`Ready for your sign-off.*${driven.reference}.*All requests`));
    },
    LIFE_MS,
  );
});

describe('evidence that was sent back', () => {
  it(
    'is told with who sent it back, when and why: on the case, on paper and as it stood',
    async () => {
      const driven = await driver.driveTo('approved-with-conditions');
      await driver.giveEvidence(driven);
      const path = `/cases/${driven.reference}`;
      const before = world.clock.now().toISOString();
      expect(await read('submitter', path)).toContain('GDS Assurance has not judged it yet');
      world.clock.advance(60_000);
      const [condition] = driven.conditions;
      const body = { reason: 'It names no date.' };
      const { id, revision } = condition!;
      const sent = await driver.act(driven, 'reviewer', 'POST', `conditions/${id}/send-back`, body, revision);
      expect(sent.status).toBe(200);
      const after = world.clock.now().toISOString();
      const { name } = world.people.reviewer;
      for (const part of ['submitter', 'reviewer', 'auditor'] as const)
        for (const page of [path, `${path}/print`])
          expect([part, page, await read(part, page)]).toEqual([
            part,
            page,
            expect.stringMatching(new RegExp(`It is published\\..*Sent back It names no date\\. ${name}, `)),
          ]);
      const then = await read('auditor', `${path}/as-it-stood?at=${after}`);
      expect(then).toMatch(new RegExp(`Sent back \\(${name}, .*\\) It names no date\\.`));
      const earlier = await read('auditor', `${path}/as-it-stood?at=${before}`);
      expect(earlier).toContain('Not judged yet');
      expect(earlier).not.toContain('It names no date.');
    },
    LIFE_MS,
  );
});

describe('the check page of a decision', () => {
  it(
    'lists what the department promised in an accepted legacy exception, and nothing of a refused one',
    async () => {
      const promised = 'Remedy Licence mainframe as promised';
      const fields = { reason: 'Sound.', approvedPence: '50,000', do: 'check' };
      const accepted = await driver.driveTo('recommended');
      const stale = ({ revision, version }: DrivenCase) => ({
        revision: String(revision),
        version: String(version),
      });
      const checked = await shown('decider', `/cases/${accepted.reference}/decide/approved`, {
        ...fields,
        ...stale(accepted),
      });
      expect(checked).toMatch(new RegExp(`Promised remediation 1 ${promised}.* Due 31 March 2028`));
      await driver.decide(accepted, 'approved');
      expect(accepted.conditions).toHaveLength(1);

      const refused = await driver.driveTo('in-review');
      await driver.assess(refused);
      const { reference, version, exceptionId } = refused;
      const { body } = await world.http.expect<readonly { sequence: number }[]>(
        200,
        world.people.reviewer,
        'GET',
        `/cases/${reference}/rulings`,
      );
      const ruling = { version, ruling: 'refused', reason: 'No.' };
      const last = body.at(-1)!.sequence;
      await driver.act(refused, 'reviewer', 'PUT', `legacy-exceptions/${exceptionId}/ruling`, ruling, last);
      const asked = { version, outcome: 'approved', reason: 'It is sound.' };
      await driver.act(refused, 'reviewer', 'POST', 'recommend', asked);
      const path = `/cases/${reference}/decide/approved`;
      expect(await shown('decider', path, { ...fields, ...stale(refused) })).not.toContain(promised);
      await driver.decide(refused, 'approved');
      expect(refused.conditions).toEqual([]);

      // A decision that takes its place names what it lets lapse.
      const superseding = {
        ...stale(accepted),
        reason: 'A mistake.',
        supersedes: accepted.decisionId!,
        do: 'check',
      };
      expect(
        await shown('decider', `/cases/${accepted.reference}/supersede/not-approved`, superseding),
      ).toMatch(
        new RegExp(`No longer to be met: promised remediation 1 of the decision that stands ${promised}`),
      );
    },
    LIFE_MS,
  );
});

describe('a verdict of “met” on a point that the department says does not apply', () => {
  it(
    'is taken, and remarked on wherever it is looked at',
    async () => {
      const driven = await driver.draft();
      const { reference } = driven;
      const nothing = { selfAssessment: 'not-applicable', notApplicableReason: 'Nothing is bought.' };
      await driver.act(driven, 'submitter', 'PUT', 'points/12', nothing, 1);
      for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
        await driver.step(driven, step);
      const page = `/cases/${reference}/assess/12`;
      expect(await read('reviewer', page)).toContain('Choose “Not applicable” if you agree');
      await driver.assess(driven);
      const remark = 'The department says that this point does not apply, so “Met” says more of it';
      for (const seen of [page, `/cases/${reference}/assess`, `/cases/${reference}/recommend`])
        expect([seen, await read('reviewer', seen)]).toEqual([seen, expect.stringContaining(remark)]);
      expect(await read('reviewer', `/cases/${reference}/assess/11`)).not.toContain(remark);
    },
    LIFE_MS,
  );
});

describe('legacy systems of a request that says none limits it', () => {
  it('are asked about before it can be signed off, and where they are listed', async () => {
    const driven = await driver.draft();
    const flags = { legacyTechnology: false };
    await driver.act(driven, 'submitter', 'PATCH', 'details', { flags }, 1);
    const path = `/cases/${driven.reference}`;
    const asked =
      'Say that legacy technology limits the request, which you answered No, or remove the legacy systems';
    for (const page of ['check-answers', 'legacy-exceptions/edit'])
      expect([page, await read('submitter', `${path}/${page}`)]).toEqual([
        page,
        expect.stringContaining(asked),
      ]);
  });
});

describe('what is told in lists and forms', () => {
  it(
    'a superseded decision is marked in the answer, its exports and on the case, and can be left out',
    async () => {
      const driven = await driver.driveTo('approved');
      const { reference, version, decisionId } = driven;
      const body = { version, outcome: 'not-approved', reason: 'A mistake.', supersedes: decisionId };
      await driver.act(driven, 'decider', 'POST', 'supersede', body);
      const asked = `case=${reference}`;
      const list = await read('auditor', `/decisions/decisions?${asked}`);
      expect(list).toMatch(/Approved Superseded by decision 2/);
      const standing = await read('auditor', `/decisions/decisions?${asked}&inForce=true`);
      expect(standing).not.toContain('Superseded by decision 2');
      expect(standing).toContain('Not approved');
      const conditions = await read('auditor', `/decisions/conditions?${asked}`);
      expect(conditions).toContain('Open Decision superseded');
      expect(await read('auditor', `/decisions/conditions?${asked}&inForce=true`)).not.toContain(
        'Decision superseded',
      );
      expect(await read('auditor', `/cases/${reference}`)).toContain('Approved No longer stands');
      // What was spent of the approval, and what started from it, stays in reach.
      const onward = (
        await (await PageClient.of(world, world.people.submitter.id)).get(`/cases/${reference}`)
      ).html;
      for (const page of ['spend', 'following'])
        expect(onward).toContain(`href="/cases/${reference}/${page}"`);
      expect(await read('submitter', `/cases/${reference}/spend`)).toContain(
        'The approval this is about no longer stands',
      );
      const client = await PageClient.of(world, world.people.auditor.id);
      const { html } = await client.get(`/decisions/decisions/export?${asked}&format=csv`);
      const [heading = '', ...rows] = html.trim().split('\r\n');
      const place = heading.split(',').indexOf('supersededByNumber');
      expect(place).toBeGreaterThan(0);
      expect(rows).toHaveLength(2);
    },
    LIFE_MS,
  );

  it(
    'sentences read, and facts come in the order of the form',
    async () => {
      const { reference } = await driver.draft();
      expect(await read('submitter', `/cases/${reference}/check-answers`)).toContain(
        'it is over £1,000,000, the threshold for other digital, data and technology.',
      );
      const statements = Object.values(FLAG_STATEMENTS).map((words) => words.slice(1));
      const orderIn = (text: string) =>
        statements
          .filter((words) => text.includes(words))
          .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
      const checked = await read('submitter', `/cases/${reference}/check-answers`);
      const facts = checked.slice(checked.indexOf('Facts about the spending'));
      const form = await read('submitter', `/cases/${reference}/details/facts/edit`);
      const asked = statements.filter((words) => form.includes(words));
      expect(asked.length).toBeGreaterThan(10);
      expect(asked.filter((words) => !facts.includes(words))).toEqual([]);
      expect(orderIn(facts)).toEqual(orderIn(form));
      expect(await read('auditor', '/decisions/points-not-met?verdict=met,not-met')).toContain(
        'Points assessed',
      );
    },
    LIFE_MS,
  );

  it(
    'the list of cases goes back page by page, and nobody is awaited for what is over',
    async () => {
      const over = await driver.driveTo('closed-below-threshold');
      expect(await read('auditor', '/cases?state=closed-below-threshold')).toMatch(
        new RegExp(`${over.reference}.* Nobody \\d+ \\w+ \\d{4} Nothing`),
      );
      const client = await PageClient.of(world, world.people.auditor.id);
      const before = async (path: string) => {
        const { html } = await client.get(path);
        return /href="([^"]+)" rel="prev"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
      };
      const after = async (cursor: string) => {
        const { body } = await world.http.expect<{ readonly next: string }>(
          200,
          world.people.auditor,
          'GET',
          `/cases?limit=1${cursor === '' ? '' : `&after=${cursor}`}`,
        );
        return body.next;
      };
      const second = await after('');
      const third = await after(second);
      expect(await before('/cases?sort=created')).toBeNull();
      expect(await before(`/cases?sort=created&after=${second}`)).toBe('/cases?sort=created');
      expect(await before(`/cases?sort=created&after=${third}&before=${second}`)).toBe(
        `/cases?sort=created&after=${second}`,
      );
    },
    LIFE_MS,
  );
});

describe('a last day on which nobody works', () => {
  it(
    'says so, over the case and among its targets',
    async () => {
      world.clock.set(new Date('2026-05-09T09:00:00.000Z'));
      const { reference } = await driver.driveTo('in-review');
      const page = await read('auditor', `/cases/${reference}`);
      expect(page).toMatch(/Due next [^.]* June 2026, a (Saturday|Sunday) Flags/);
      expect(page).toMatch(/Decide Running [^.]* By the end of \d+ June 2026, a (Saturday|Sunday)/);
    },
    LIFE_MS,
  );
});

// Last, because it lets so much time pass that the tokens of the others have ended.
describe('what a department has to do next of an approval', () => {
  it(
    'is the earliest condition or promise that is open, and then what was spent',
    async () => {
      const late = await driver.driveTo('approved-with-conditions');
      const given = await driver.driveTo('approved-with-conditions');
      const words = 'meet the first of 2 conditions or promises by the end of 4 June 2026';
      for (const page of ['/', `/cases/${late.reference}`])
        expect(await read('submitter', page)).toMatch(new RegExp(words, 'i'));
      await driver.giveEvidence(given);
      expect(await read('submitter', `/cases/${given.reference}`)).toContain(
        'Meet a condition or keep a promise by the end of 31 March 2028',
      );
      world.clock.set(new Date('2027-04-01T09:00:00.000Z'));
      expect(await read('submitter', '/')).toContain(`Overdue: to ${words}`);
      expect(await read('auditor', `/cases/${late.reference}`)).toContain(`Overdue: ${words}`);
      for (const page of ['/', `/cases/${given.reference}`])
        expect(await read('submitter', page)).toMatch(/say what was spent until 31 March 2027/i);
    },
    LIFE_MS,
  );
});
