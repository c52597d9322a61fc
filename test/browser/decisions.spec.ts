import { historyQuestion, QUESTION_NAMES } from '#domain';
import { questionPath } from '../../apps/web/decisions/history-address.js';
import { startAuditedWorld, type AuditedWorld } from './world/audited-world.js';
import type { Visitor } from './world/visitor.js';

// Several pages, each checked in full.

let world: AuditedWorld;
beforeAll(async () => {
  world = await startAuditedWorld();
}, 60_000);
afterAll(() => world.close());

async function references(visitor: Visitor): Promise<readonly string[]> {
  return visitor.page.locator('tbody th[scope=row] a').allInnerTexts();
}

async function open(visitor: Visitor, group: string): Promise<void> {
  await visitor.page.locator('summary', { hasText: group }).first().click();
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('an auditor searches the decisions %s', (_name, scripts) => {
  it('narrows them, is told what cannot be asked, and sees a case as it stood before its decision', async () => {
    const { approved, withConditions } = world;
    const visitor = await world.visitor('auditor', scripts);
    await visitor.visit('/');
    await visitor.follow('Decisions');
    expect(await references(visitor)).toEqual([withConditions.reference, approved.reference]);

    // What cannot be asked is said beside its field, and nothing that was filled in is lost.
    await visitor.page.getByRole('group', { name: 'First day' }).getByLabel('Day').fill('31');
    await open(visitor, 'Amounts');
    await visitor.write('Least approved', 'much');
    await visitor.write('Words', 'licensing');
    await visitor.press('Apply filters');
    expect(await visitor.problems()).toEqual([
      'First day must include a month and year',
      'Least approved must be an amount in pounds, like 1,250,000 or 1250000.50',
    ]);
    expect(await visitor.page.getByLabel('Words', { exact: true }).inputValue()).toBe('licensing');
    expect(await visitor.page.getByLabel('Least approved').inputValue()).toBe('much');
    expect(await visitor.text()).toContain('There is no answer until the filters are put right.');

    await visitor.writeDate('First day', '2026-05-01');
    await visitor.write('Least approved', '50,000');
    await visitor.choose('Approved with conditions', 'Outcome');
    await visitor.press('Apply filters');
    expect(await references(visitor)).toEqual([withConditions.reference]);
    expect(new URL(visitor.page.url()).search).toBe(
      '?from=2026-05-01&outcome=approved-with-conditions&minApprovedPence=5000000&text=licensing',
    );
    // Each filter can be taken away.
    await visitor.follow(/Remove this filter Approved with conditions/);
    expect(await references(visitor)).toEqual([withConditions.reference, approved.reference]);
    await visitor.follow('Clear filters');
    expect(visitor.path()).toBe('/decisions');

    await visitor.follow(new RegExp(`^The case as it stood before the decision.*${approved.reference}`));
    expect(await visitor.heading()).toContain('As it stood on 4 May 2026 at 10:59am');
    const before = await visitor.text();
    expect(before).toContain('This is the past.');
    expect(before).toMatch(/Status\s+Recommended/);
    expect(before).toMatch(/Decisions\s+There were none\./);
    expect(before).toContain('It is the only way.');
    await visitor.follow(/^The next change/);
    expect(await visitor.text()).toMatch(/Status\s+Approved/);
    expect(await visitor.text()).toContain('The case is made.');

    // To any date and time; what is no such time is said.
    await open(visitor, 'Choose another date and time');
    await visitor.write('Time', '25:00');
    await visitor.press('Show the case as it stood');
    expect(await visitor.problems()).toEqual([
      'The time must be like 14:30, 2:30pm or, to the second, 14:30:15',
    ]);
    await visitor.writeDate('Date', '2026-05-03');
    await visitor.write('Time', '9am');
    await visitor.press('Show the case as it stood');
    expect(await visitor.problems()).toEqual(['The case did not exist yet at this date and time']);
    await visitor.writeDate('Date', '2026-05-04');
    await visitor.write('Time', '10:30am');
    await visitor.press('Show the case as it stood');
    expect(new URL(visitor.page.url()).search).toBe('?date=2026-05-04&time=10%3A30');
    expect(await visitor.heading()).toContain('As it stood on 4 May 2026 at 10:30am');
    expect(await visitor.text()).toMatch(/Status\s+Recommended/);
  });
});

describe('the questions', () => {
  it.each(QUESTION_NAMES)('%s is asked, and answered or prompted for', async (name) => {
    const visitor = await world.visitor('auditor', false);
    await visitor.visit(questionPath(name));
    const text = await visitor.text();
    expect(text).toContain(historyQuestion(name).question);
    expect(text).toMatch(/\d rows?( on this page)?, |Nothing was found|Choose a quarter to see/);
  });

  it('are listed, all sixteen, and what cannot be asked is said', async () => {
    const visitor = await world.visitor('auditor', false);
    await visitor.visit('/decisions/questions');
    expect(await visitor.page.locator('main li a').count()).toBe(16);
    await visitor.follow('How did the case stand at any instant?');
    await visitor.press('Continue');
    expect(await visitor.problems()).toEqual(['Enter the reference of a case, like DT-3HDJ-MFXJ']);
    await visitor.write('Case reference', world.approved.reference);
    await visitor.press('Continue');
    expect(await visitor.heading()).toContain('See the case as it stood');
    await visitor.visit('/decisions/conditions');
    expect(await visitor.text()).toContain('Publish the accessibility statement');
    await visitor.visit('/decisions/outcomes-in-period?kinds=returned');
    expect(await references(visitor)).toEqual([world.returned.reference]);
    await visitor.visit('/decisions/nothing', 404);
    await visitor.visit('/decisions?outcome=perhaps', 400);
    expect(await visitor.problems()).toEqual(['Choose “Outcome” from what is offered']);
  });

  it('are not for departments', async () => {
    const visitor = await world.visitor('submitter', false);
    for (const path of ['/decisions', '/access-records', '/log', '/dashboard'])
      await visitor.visit(path, 403);
  });

  it('show what people wrote as words, and run none of it', async () => {
    const visitor = await world.visitor('auditor', true);
    await visitor.visit('/decisions/events?kinds=case-created');
    expect(await visitor.text()).toContain('=HYPERLINK("http://evil.example","<b id=evil>Click</b>")');
    expect(await visitor.page.locator('#evil').count()).toBe(0);
  });
});
