import { randomUUID } from 'node:crypto';
import { ASSURING_ORGANISATION_KEY, londonDate, MAJOR_PROGRAMMES } from '#domain';
import { recordEarnedAutonomy, type Database } from '#persistence';
import type { Config } from '#platform';
import { makeDemonstrationPeople, type DemonstrationPeople } from './accounts.js';
import { CaseDriver } from './case-driver.js';
import { isAssuredByDepartment, isCryptKey } from './content.js';
import { planAlike } from './alike.js';
import { plan, plannedProgrammes } from './plans.js';
import { askQuestions, QUESTIONS_BEGIN, type AskedAbout } from './questions.js';
import { play, STORY_ENDS, type Story } from './stories.js';

/** How many cases are driven at once. */
const AT_ONCE = 6;
const DAY = 86_400_000;

/** Every real programme as a story; one whose cost is not published stays a draft or ends below the threshold. */
export function demonstrationStories(): readonly Story[] {
  return MAJOR_PROGRAMMES.map((programme, index) => ({
    programme,
    index,
    end:
      programme.wholeLifePence === null
        ? index % 2 === 0 || isCryptKey(programme)
          ? 'draft'
          : 'closed-below-threshold'
        : isAssuredByDepartment(index)
          ? 'assured-by-department'
          : (STORY_ENDS[index % STORY_ENDS.length] ?? 'draft'),
  }));
}

/** One department assures its lower-rated spending itself, so that both routes are there to see. */
async function grantDemonstrationAutonomy(database: Database, people: DemonstrationPeople): Promise<void> {
  const programme = MAJOR_PROGRAMMES.find((_, index) => isAssuredByDepartment(index));
  const organisationId = people.organisationIds.get(programme?.organisationKey ?? '');
  if (organisationId === undefined) throw new Error('No department is there to be given autonomy');
  await recordEarnedAutonomy(database.asService(), {
    id: randomUUID(),
    organisationId,
    levels: ['low', 'medium'],
    validFrom: '2024-01-01',
    validTo: null,
    reason: 'Demonstration data: made up, to show the route it opens.',
    documentTitle: 'Letter on earned autonomy (demonstration)',
    documentUrl: 'https://evidence.demonstration.example/earned-autonomy',
    supersedesId: null,
    recordedBy: people.find(ASSURING_ORGANISATION_KEY, 'decider').personId,
    recordedAt: new Date('2024-01-01T09:00:00.000Z'),
  });
}

/**
 * Fills an empty database with organisations, demonstration accounts and the real programmes as cases in every state, with
 * a pipeline of what some of them plan next, questions to GDS Assurance, and plans of different departments that look alike.
 * @param now when the demonstration is made; the cases' past lies before it
 * @param progress told after each case how many are done
 * @throws ConfigError outside local mode
 */
export async function demonstrate(
  database: Database,
  config: Config,
  now: Date,
  progress: (done: number, of: number) => void,
): Promise<DemonstrationPeople> {
  const people = await makeDemonstrationPeople(database, config);
  await grantDemonstrationAutonomy(database, people);
  const stories = demonstrationStories();
  const waiting = [...stories];
  const references = new Map<Story, string>();
  let done = 0;
  const drive = async (): Promise<void> => {
    for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) {
      const start = new Date(now.getTime() - (28 + (story.index % 40)) * DAY);
      const driver = new CaseDriver(database, config, start);
      await play(story, driver, people);
      references.set(story, driver.reference);
      done += 1;
      progress(done, stories.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, drive));
  for (const [index, programme] of plannedProgrammes().entries())
    await plan(
      programme,
      index,
      new CaseDriver(database, config, new Date(now.getTime() - DAY)),
      people,
      now,
    );
  const toAsk = [...references].toSorted(([one], [other]) => one.index - other.index);
  const asked = (end: Story['end']): AskedAbout => {
    const found = toAsk.find(([story]) => story.end === end);
    if (found === undefined) throw new Error(`No demonstration case ends as ${end}`);
    return { organisationKey: found[0].programme.organisationKey, reference: found[1] };
  };
  const before = (days: number): CaseDriver =>
    new CaseDriver(database, config, new Date(now.getTime() - days * DAY));
  await askQuestions(before(QUESTIONS_BEGIN), people, asked('draft'), asked('in-review'));
  await planAlike(before(1), people, londonDate(now));
  return people;
}
