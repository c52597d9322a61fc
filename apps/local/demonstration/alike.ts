import { addMonths, ASSURING_ORGANISATION_KEY, pence, type IsoDate } from '#domain';
import type { DemonstrationPeople } from './accounts.js';
import type { CaseDriver } from './case-driver.js';

/** Plans of two departments for the same thing, made up, and what a reviewer makes of the pair. */
interface Pair {
  readonly organisations: readonly [string, string];
  readonly titles: readonly [string, string];
  readonly description: string;
  readonly pounds: readonly [number, number];
  readonly verdict: 'open' | 'put-in-touch' | 'dismissed';
}

const PAIRS: readonly Pair[] = [
  {
    organisations: ['home-office', 'ministry-of-justice'],
    titles: [
      'Demonstration: appointment booking for regional offices',
      'Demonstration: appointment booking for local offices',
    ],
    description: 'Synthetic: people book, move and cancel an appointment online, and are reminded of it.',
    pounds: [1_800_000, 2_400_000],
    verdict: 'open',
  },
  {
    organisations: ['hm-revenue-and-customs', 'department-for-business-and-trade'],
    titles: [
      'Demonstration: translation of correspondence by machine',
      'Demonstration: machine translation of correspondence',
    ],
    description: 'Synthetic: letters that arrive in other languages are translated for caseworkers.',
    pounds: [1_200_000, 950_000],
    verdict: 'put-in-touch',
  },
  {
    organisations: ['ministry-of-defence', 'department-of-health-and-social-care'],
    titles: ['Demonstration: rostering of clinical staff', 'Demonstration: rostering of staff'],
    description: 'Synthetic: duty rosters of staff on shifts, with leave and qualifications.',
    pounds: [3_100_000, 2_700_000],
    verdict: 'dismissed',
  },
];

/** Plans the same thing twice, thrice: one pair nobody has judged, one put in touch, one dismissed for good. */
export async function planAlike(
  driver: CaseDriver,
  people: DemonstrationPeople,
  today: IsoDate,
): Promise<void> {
  const reviewer = people.find(ASSURING_ORGANISATION_KEY, 'reviewer', 2);
  for (const pair of PAIRS) {
    const one = await planOne(driver, people, pair, 0, today);
    const other = await planOne(driver, people, pair, 1, today);
    if (pair.verdict === 'put-in-touch')
      await driver.after(60, ({ likeness }) =>
        likeness.putInTouch(
          reviewer,
          one,
          other,
          'Synthetic: both plan to translate letters. One of you may be able to use what the other buys.',
        ),
      );
    if (pair.verdict === 'dismissed')
      await driver.after(60, ({ likeness }) =>
        likeness.dismiss(
          reviewer,
          one,
          other,
          'Synthetic: rosters of a ship and of a ward follow different rules, and neither is built anew.',
        ),
      );
  }
}

/** @returns its reference */
async function planOne(
  driver: CaseDriver,
  people: DemonstrationPeople,
  { organisations, titles, description, pounds }: Pair,
  side: 0 | 1,
  today: IsoDate,
): Promise<string> {
  const organisationKey = organisations[side];
  const organisationId = people.organisationIds.get(organisationKey);
  if (organisationId === undefined) throw new Error(`There is no organisation ${organisationKey}`);
  const { reference } = await driver.after(5, ({ drafting }) =>
    drafting.create(people.find(organisationKey, 'submitter'), {
      organisationId,
      state: 'planned',
      title: titles[side],
      description,
      synthetic: true,
      category: 'digital-service',
      requestedPence: pence(pounds[side] * 100),
      spendStartsOn: addMonths(today, 6 + side),
    }),
  );
  return reference;
}
