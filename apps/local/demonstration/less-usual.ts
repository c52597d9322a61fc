import { pence, type Pence, type ReturnedPoint } from '#domain';
import type { DemonstrationAccount } from './accounts.js';
import type { CaseDriver } from './case-driver.js';
import { REFUSED_STORY } from './content.js';

// What is less usual, each in one story, so that it is there to see as well.

const DAY = 24 * 60;
/** Place among the programmes of the one that is asked about two points, and has answered one. */
const HALF_ANSWERED_STORY = 29;
/** Place among the programmes of the one whose refusal is superseded. */
const SUPERSEDED_STORY = 19;

const ABOUT_USERS: ReturnedPoint = {
  point: 1,
  question: 'Which users took part in the research, and what changed because of it?',
};

/** What a story that is returned is asked about. */
export function askedOf(index: number): readonly ReturnedPoint[] {
  return index === HALF_ANSWERED_STORY
    ? [ABOUT_USERS, { point: 11, question: 'Which framework will be used, and why that one?' }]
    : [ABOUT_USERS];
}

/** Refuses the legacy exception of one story before it is returned: its department has to answer. */
export async function refuseException(
  index: number,
  driver: CaseDriver,
  reviewer: DemonstrationAccount,
): Promise<void> {
  const { exceptionId } = driver;
  if (index !== REFUSED_STORY || exceptionId === null) return;
  await driver.after(30, ({ review, reference }) =>
    review.rule(reviewer, reference, 0, {
      exceptionId,
      version: 1,
      ruling: 'refused',
      reason: 'Synthetic ruling: the plan names no supplier and no date by which the system is switched off.',
    }),
  );
}

/** The department of one story answers the first of two questions in words, and has still to answer the other. */
export async function answerOne(
  index: number,
  driver: CaseDriver,
  submitter: DemonstrationAccount,
): Promise<void> {
  if (index !== HALF_ANSWERED_STORY) return;
  await driver.after(DAY, ({ comments, reference }) =>
    comments.add(submitter, reference, {
      audience: 'shared',
      point: ABOUT_USERS.point,
      parentId: null,
      body: 'Synthetic answer: 24 users in three regions took part; the first form was shortened because of it.',
    }),
  );
}

/** One refusal is superseded by an approval. */
export async function supersede(
  index: number,
  driver: CaseDriver,
  decider: DemonstrationAccount,
  refusal: { readonly version: number; readonly decisionId: string | undefined; readonly askedPence: Pence },
): Promise<void> {
  const { version, decisionId, askedPence } = refusal;
  if (index !== SUPERSEDED_STORY || decisionId === undefined) return;
  await driver.after(2 * DAY, ({ decision, reference, revision, signedIn }) =>
    decision.supersede(signedIn(decider), reference, revision, {
      version,
      outcome: 'approved',
      supersedes: decisionId,
      approvedPence: pence(Math.round(askedPence * 0.8)),
      reason:
        'Synthetic decision: the comparison of suppliers had been overlooked, and shows value for money.',
    }),
  );
}
