import { MAJOR_PROGRAMMES } from '#domain';
import type { Database } from '#persistence';
import type { Config } from '#platform';
import { makeDemonstrationPeople, type DemonstrationPeople } from './accounts.js';
import { CaseDriver } from './case-driver.js';
import { isCryptKey } from './content.js';
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
        : (STORY_ENDS[index % STORY_ENDS.length] ?? 'draft'),
  }));
}

/**
 * Fills an empty database with organisations, demonstration accounts and the real programmes as cases in every state.
 * @param now when the demonstration is made; the cases' past lies before it
 * @param progress told after each case how many are done
 */
export async function demonstrate(
  database: Database,
  config: Config,
  now: Date,
  progress: (done: number, of: number) => void,
): Promise<DemonstrationPeople> {
  const people = await makeDemonstrationPeople(database);
  const stories = demonstrationStories();
  const waiting = [...stories];
  let done = 0;
  const drive = async (): Promise<void> => {
    for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) {
      const start = new Date(now.getTime() - (28 + (story.index % 40)) * DAY);
      await play(story, new CaseDriver(database, config, start), people);
      done += 1;
      progress(done, stories.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, drive));
  return people;
}
