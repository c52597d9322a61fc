import {
  ASSURING_ORGANISATION_KEY,
  pence,
  POINT_NUMBERS,
  type CaseState,
  type MajorProgramme,
  type Pence,
  type PointNumber,
  type Verdict,
} from '#domain';
import { afterwards } from './afterwards.js';
import { DEMONSTRATION_REVIEWERS, type DemonstrationAccount, type DemonstrationPeople } from './accounts.js';
import type { CaseDriver } from './case-driver.js';
import {
  allEvidenceOf,
  detailsOf,
  evidenceOf,
  exceptionOf,
  hasLegacyException,
  HIGH_ABOVE_PENCE,
  isAssuredByDepartment,
  titleOf,
} from './content.js';
import { answerOne, askedOf, refuseException, supersede } from './less-usual.js';

/** How far each demonstration case is taken, in turn, so that every state has some. */
export const STORY_ENDS = [
  'approved-with-conditions',
  'approved',
  'in-review',
  'submitted',
  'draft',
  'returned',
  'recommended',
  'not-approved',
  'acknowledged',
  'signed-off',
  'withdrawn',
  'closed-below-threshold',
] as const satisfies readonly CaseState[];
export type StoryEnd = (typeof STORY_ENDS)[number] | 'assured-by-department';

const DAY = 24 * 60;
const BELOW_THRESHOLD = pence(9_500_000);

/** One demonstration case: which programme, how far. */
export interface Story {
  readonly programme: MajorProgramme;
  readonly index: number;
  readonly end: StoryEnd;
}

/** The amount a story asks for: a tenth of the programme's real cost, or little where the story needs little. */
function spendOf({ programme, end }: Story): Pence {
  if (end === 'closed-below-threshold' || programme.wholeLifePence === null) return BELOW_THRESHOLD;
  return pence(Math.round(programme.wholeLifePence / 10));
}

/** Takes one case from nothing to the end of its story, through the application's own commands. */
export async function play(story: Story, driver: CaseDriver, people: DemonstrationPeople): Promise<void> {
  const { programme, index, end } = story;
  const submitter = people.find(programme.organisationKey, 'submitter');
  const lead = people.find(programme.organisationKey, 'assurance-lead');
  const organisationId = people.organisationIds.get(programme.organisationKey);
  if (organisationId === undefined) throw new Error(`There is no organisation ${programme.organisationKey}`);

  await driver.after(0, ({ drafting }) =>
    drafting.create(submitter, { organisationId, title: titleOf(programme), synthetic: true }),
  );
  await driver.after(40, ({ drafting, reference }) =>
    drafting.changeDetails(submitter, reference, 1, detailsOf(programme, index, spendOf(story))),
  );
  // A draft is shown as drafts are: some of it written, the rest to come.
  const evidence = allEvidenceOf(programme, index).slice(0, end === 'draft' ? 3 + (index % 7) : undefined);
  for (const point of evidence)
    await driver.after(25, ({ drafting, reference }) =>
      drafting.saveEvidence(submitter, reference, 0, point),
    );
  if (end === 'draft') return;
  if (end === 'closed-below-threshold') {
    await driver.after(60, ({ review, reference, revision }) =>
      review.closeDraftBelowThreshold(
        submitter,
        reference,
        revision,
        'The next stage costs less than the amount that needs approval; recorded for the register.',
      ),
    );
    return;
  }
  if (hasLegacyException(index)) await driver.addException(submitter, exceptionOf(programme, '2027-12-31'));
  await driver.after(DAY, ({ submission, reference, revision }) =>
    submission.signOff(lead, reference, revision),
  );
  if (end === 'signed-off') return;
  if (isAssuredByDepartment(index)) {
    await driver.after(DAY, ({ submission, reference, revision }) =>
      submission.recordDepartmentalAssurance(
        lead,
        reference,
        revision,
        'Synthetic: the department’s own board found the request sound.',
      ),
    );
    return;
  }
  await driver.after(90, ({ submission, reference, revision }) =>
    submission.submit(submitter, reference, revision),
  );
  if (end === 'submitted') return;
  if (end === 'withdrawn') {
    await driver.after(2 * DAY, ({ submission, reference, revision }) =>
      submission.withdraw(submitter, reference, revision, 'The programme has been merged into another one.'),
    );
    return;
  }
  await inReview(story, driver, people);
}

/** What happens from the acknowledgement on. */
async function inReview(story: Story, driver: CaseDriver, people: DemonstrationPeople): Promise<void> {
  const { programme, index, end } = story;
  const reviewer = reviewerOf(index, people);
  const submitter = people.find(programme.organisationKey, 'submitter');
  const lead = people.find(programme.organisationKey, 'assurance-lead');
  await driver.after(DAY, ({ review, reference, revision }) =>
    review.acknowledge(reviewer, reference, revision),
  );
  if (end === 'acknowledged') return;
  await triage(story, driver, reviewer);
  await driver.after(DAY, ({ review, reference, revision }) =>
    review.startReview(reviewer, reference, revision),
  );
  await driver.after(30, ({ comments, reference }) =>
    comments.add(reviewer, reference, {
      audience: 'internal',
      point: 11,
      parentId: null,
      body: 'Compare the purchasing strategy with the framework agreement before recommending.',
    }),
  );
  if (end === 'in-review' && index % 2 === 0) return;
  await assess(driver, reviewer, index, 1, POINT_NUMBERS);
  if (end === 'in-review') return;

  let version = 1;
  if (end === 'returned' || index % 4 === 1) {
    await refuseException(index, driver, reviewer);
    await driver.after(DAY, ({ review, reference, revision }) =>
      review.giveBack(reviewer, reference, revision, {
        version: 1,
        reason: 'We need to see how users were involved before we can recommend a decision.',
        points: askedOf(index),
      }),
    );
    if (end === 'returned') {
      await answerOne(index, driver, submitter);
      return;
    }
    const before = evidenceOf(programme, 1, index);
    await driver.after(DAY, ({ drafting, reference }) =>
      drafting.saveEvidence(submitter, reference, 1, {
        ...before,
        narrative: `${before.narrative ?? ''} In answer to the review: 24 users in three regions took part; the first form was shortened because of it.`,
      }),
    );
    const answer = await driver.after(60, ({ submission, reference, revision }) =>
      submission.resubmit(lead, reference, revision, 'Point 1 now says who took part and what changed.'),
    );
    version = answer.version ?? version;
    await assess(driver, reviewer, index, version, [1]);
  }
  await ruleOnException(story, driver, people, version);
  await driver.after(DAY, ({ review, reference, revision }) =>
    review.recommend(reviewer, reference, revision, {
      version,
      outcome: end === 'recommended' ? 'approved' : decidedEnd(end),
      reason: 'Synthetic recommendation: the evidence holds together, with the exceptions noted.',
    }),
  );
  if (end !== 'recommended') await decide(story, driver, people, version);
}

/** The work is spread so that nobody has more in hand than they may, and whoever signs in can take the next case. */
function reviewerOf(index: number, people: DemonstrationPeople): DemonstrationAccount {
  return people.find(ASSURING_ORGANISATION_KEY, 'reviewer', 1 + (index % DEMONSTRATION_REVIEWERS));
}

/** The reviewer confirms the rating the answers make, or gives one where no questions are known; then sets the depth. */
async function triage(
  { programme, index }: Story,
  driver: CaseDriver,
  reviewer: DemonstrationAccount,
): Promise<void> {
  const { category, wholeLifePence } = detailsOf(programme, index, BELOW_THRESHOLD);
  const answersMakeIt = category === 'digital-service' && (wholeLifePence ?? 0) > HIGH_ABOVE_PENCE;
  const reason =
    category === 'digital-service'
      ? 'Synthetic: rated higher than the answers make it, because other departments depend on it.'
      : 'Synthetic: no questions for this kind of spending are known; by its cost it is rated high.';
  await driver.after(30, ({ triage: desk, reference, revision }) =>
    desk.reviewRating(reviewer, reference, revision, {
      version: 1,
      rating: 'high',
      reason: answersMakeIt ? null : reason,
    }),
  );
  await driver.after(10, ({ triage: desk, reference, revision }) =>
    desk.setDepth(reviewer, reference, revision, index % 3 === 0 ? 'standard' : 'full', null),
  );
}

function decidedEnd(end: StoryEnd): 'approved' | 'approved-with-conditions' | 'not-approved' {
  if (end === 'approved' || end === 'approved-with-conditions' || end === 'not-approved') return end;
  throw new Error(`A story that ends ${end} is not decided`);
}

/** The reviewer's verdict mostly agrees with the department's. */
function verdictOn(point: PointNumber, index: number): Verdict {
  if (point === 13 && index % 2 === 1) return 'not-applicable';
  return (point + index) % 9 === 0 ? 'partially-met' : 'met';
}

async function assess(
  driver: CaseDriver,
  reviewer: DemonstrationAccount,
  index: number,
  version: number,
  points: readonly PointNumber[],
): Promise<void> {
  for (const point of points) {
    const verdict = verdictOn(point, index);
    await driver.after(20, ({ review, reference, assessments }) =>
      review.assess(reviewer, reference, assessments.latest(point), {
        point,
        version,
        verdict,
        explanation:
          verdict === 'met' ? null : 'Synthetic assessment: as the department says, with its remediation.',
      }),
    );
    driver.assessments.made(point, driver.revision);
  }
}

/** Accepts the legacy exception, where the request has one. */
async function ruleOnException(
  { index }: Story,
  driver: CaseDriver,
  people: DemonstrationPeople,
  version: number,
): Promise<void> {
  const { exceptionId } = driver;
  if (exceptionId === null) return;
  const reviewer = reviewerOf(index, people);
  await driver.after(30, ({ review, reference }) =>
    review.rule(reviewer, reference, 0, {
      exceptionId,
      version,
      ruling: 'accepted',
      reason: 'Synthetic ruling: the remediation is funded and has a date.',
    }),
  );
}

/** The decision, and for some what becomes of its conditions. */
async function decide(
  story: Story,
  driver: CaseDriver,
  people: DemonstrationPeople,
  version: number,
): Promise<void> {
  const { programme, index, end } = story;
  const decider = people.find(ASSURING_ORGANISATION_KEY, 'decider', 1 + (index % 2));
  const outcome = decidedEnd(end);
  const approvedPence = pence(Math.round(spendOf(story) * 0.9));
  const owner = { ownerName: 'Demonstration condition owner' };
  const ownerEmail = `condition-owner@${programme.organisationKey}.demonstration.example`;
  const decided = await driver.after(DAY, ({ decision, reference, revision, today, signedIn }) =>
    decision.decide(signedIn(decider), reference, revision, outcome, {
      version,
      reason:
        outcome === 'not-approved'
          ? 'Synthetic decision: the purchasing strategy does not show value for money.'
          : 'Synthetic decision: the request meets the Technology Code of Practice as far as it can.',
      ...(outcome === 'not-approved' ? {} : { approvedPence }),
      ...(outcome === 'approved-with-conditions'
        ? {
            conditions: [
              {
                text: 'Publish the source code of new components, or say in writing why not.',
                point: 3,
                ...owner,
                ownerEmail,
                dueOn: today(30),
              },
              {
                text: 'Show that the carbon cost of hosting is measured.',
                point: 12,
                ...owner,
                ownerEmail,
                dueOn: today(5),
              },
            ],
          }
        : {}),
    }),
  );
  if (outcome === 'not-approved') {
    const { decisionId } = decided;
    await supersede(index, driver, decider, { version, decisionId, askedPence: spendOf(story) });
    return;
  }
  const imposed = outcome === 'approved-with-conditions' ? (decided.conditions?.slice(0, 2) ?? []) : [];
  const [first] = imposed;
  if (first !== undefined && index % 24 !== 0) await meet(story, driver, people, first.id);
  const promises = decided.conditions?.slice(imposed.length) ?? [];
  await afterwards(story, driver, people, { approvedPence, promises });
}

/** A condition is answered with evidence, and met. */
async function meet(
  { programme }: Story,
  driver: CaseDriver,
  people: DemonstrationPeople,
  conditionId: string,
): Promise<void> {
  const submitter = people.find(programme.organisationKey, 'submitter');
  const reviewer = people.find(ASSURING_ORGANISATION_KEY, 'reviewer');
  await driver.after(3 * DAY, ({ conditions, reference }) =>
    conditions.submitEvidence(submitter, reference, 1, {
      conditionId,
      text: 'Synthetic evidence: the repository is public.',
      links: [{ title: 'Repository', url: 'https://code.demonstration.example/components' }],
    }),
  );
  await driver.after(DAY, ({ conditions, reference }) =>
    conditions.confirmMet(reviewer, reference, 2, conditionId),
  );
}
