import { ASSURING_ORGANISATION_KEY, MAJOR_PROGRAMMES } from '#domain';
import { CaseDesk, CommentService, NobodyToNudge, PolicyBook, ReminderService } from '#casework';
import { AppLogger, loadConfig, ManualClock, type Config } from '#platform';
import {
  makeDemonstrationPeople,
  type DemonstrationPeople,
} from '../../apps/local/demonstration/accounts.js';
import { CaseDriver } from '../../apps/local/demonstration/case-driver.js';
import { play, type StoryEnd } from '../../apps/local/demonstration/stories.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const START = new Date('2026-06-01T09:00:00.000Z');

const SILENT = new AppLogger({ level: 'silent' });

function configFor(url: string): Config {
  return loadConfig({
    DATABASE_URL: url,
    PUBLIC_URL: 'http://localhost:3000',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
}

describe('many at once', () => {
  let fresh: FreshDatabase;
  let people: DemonstrationPeople;
  let config: Config;

  beforeAll(async () => {
    fresh = await freshDatabase(30);
    config = configFor(fresh.url);
    people = await makeDemonstrationPeople(fresh.database, config);
  });
  afterAll(async () => {
    await fresh.close();
  });

  async function caseThatIs(end: StoryEnd): Promise<string> {
    const programme = MAJOR_PROGRAMMES[0];
    if (programme === undefined) throw new Error('There are no programmes');
    const driver = new CaseDriver(fresh.database, config, START);
    await play({ programme, index: 24, end }, driver, people);
    return driver.reference;
  }

  it('lets fifty writers change one case at the same moment, with no event lost, doubled or out of order', async () => {
    const reference = await caseThatIs('submitted');
    const desk = new CaseDesk(fresh.database, new ManualClock(START), config, new NobodyToNudge());
    const comments = new CommentService(desk);
    const reviewer = people.find(ASSURING_ORGANISATION_KEY, 'reviewer');
    const before = await sequencesOf(reference);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        comments.add(reviewer, reference, {
          audience: 'internal',
          point: null,
          parentId: null,
          body: `Comment ${String(index)}`,
        }),
      ),
    );
    const after = await sequencesOf(reference);
    expect(after).toEqual(Array.from({ length: before.length + 50 }, (_, index) => index + 1));
    const [row] = await fresh.database.query<{ bodies: number; revision: number }>({
      text: `select count(distinct m.body) as bodies, max(c.revision) as revision
        from spend_case c join comment m on m.case_id = c.id where c.reference = $1`,
      values: [reference],
    });
    expect(row).toEqual({ bodies: 50, revision: after.length });
  });

  function remindersAt(time: string): ReminderService {
    const clock = new ManualClock(new Date(time));
    const desk = new CaseDesk(fresh.database, clock, config, new NobodyToNudge());
    return new ReminderService(desk, fresh.database, clock, SILENT, new PolicyBook());
  }

  it('tells of a condition that is overdue once, however many workers look and however often', async () => {
    const reference = await caseThatIs('approved-with-conditions');
    const muchLater = '2027-06-01T09:00:00.000Z';
    const raised = await Promise.all(Array.from({ length: 5 }, () => remindersAt(muchLater).raiseDue()));
    expect(raised.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2);
    expect(await remindersAt(muchLater).raiseDue()).toBe(0);
    const events = await fresh.database.query<{ type: string; actor: string | null }>({
      text: `select e.type, e.actor_id as actor from case_event e join spend_case c on c.id = e.case_id
        where c.reference = $1 and e.type like 'condition-%' and e.actor_id is null order by e.type`,
      values: [reference],
    });
    // That they will be due soon is no news any more.
    expect(events).toEqual([
      { type: 'condition-due', actor: null },
      { type: 'condition-due', actor: null },
      { type: 'condition-overdue', actor: null },
      { type: 'condition-overdue', actor: null },
    ]);
    const emails = await fresh.database.query<{ part: string; count: number }>({
      text: `select recipient_role as part, count(*) from email m join spend_case c on c.id = m.case_id
        where c.reference = $1 and template = 'condition-overdue' group by 1 order by 1`,
      values: [reference],
    });
    expect(emails).toEqual(
      [
        'assurance-inbox',
        'assurance-lead',
        'condition-owner',
        'named-reviewer',
        'senior-responsible-owner',
        'submitter',
      ].map((part) => ({ part, count: 2 })),
    );
  });

  it('says nothing of a condition that is not due yet', async () => {
    const reference = await caseThatIs('approved-with-conditions');
    await remindersAt('2026-06-02T09:00:00.000Z').raiseDue();
    const before = await sequencesOf(reference);
    await remindersAt('2026-06-02T15:00:00.000Z').raiseDue();
    expect(await sequencesOf(reference)).toEqual(before);
  });

  async function sequencesOf(reference: string): Promise<readonly number[]> {
    const rows = await fresh.database.query<{ sequence: number }>({
      text: `select e.sequence from case_event e join spend_case c on c.id = e.case_id
        where c.reference = $1 order by e.sequence`,
      values: [reference],
    });
    return rows.map((row) => row.sequence);
  }
});
