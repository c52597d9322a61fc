import { ASSURING_ORGANISATION_KEY, type AdviceSubject, type PointNumber } from '#domain';
import type { DemonstrationAccount, DemonstrationPeople } from './accounts.js';
import type { CaseDriver } from './case-driver.js';

/** A demonstration case that questions are asked about: whose it is, and its reference. */
export interface AskedAbout {
  readonly organisationKey: string;
  readonly reference: string;
}

/** A question, and how it goes on. */
interface Question {
  readonly organisationKey: string;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly title: string;
  readonly question: string;
}

const DAY = 24 * 60;
/** Days before now on which the first question is asked; the last is then a day old. */
export const QUESTIONS_BEGIN = 9;

/**
 * Asks GDS Assurance for advice, all of it made up: one question nobody has answered yet, one that is answered, one beside
 * a point of a draft, and one that was closed, published as guidance and put beside a case under review.
 * @param driver on a clock that stands `QUESTIONS_BEGIN` days before now
 */
export async function askQuestions(
  driver: CaseDriver,
  people: DemonstrationPeople,
  draft: AskedAbout,
  underReview: AskedAbout,
): Promise<void> {
  const reviewer = people.find(ASSURING_ORGANISATION_KEY, 'reviewer');
  await publishAndTie(driver, people, reviewer, underReview);

  const beside = people.find(draft.organisationKey, 'submitter');
  await driver.after(DAY, ({ asking }) =>
    asking.ask(beside, {
      about: draft.reference,
      subject: 'implementing-the-code',
      point: 5,
      title: 'Demonstration: is a private region public cloud?',
      question:
        'Synthetic: our supplier offers a region of its own for us. Does point 5 count that as public cloud?',
      synthetic: true,
    }),
  );
  await answer(
    driver,
    reviewer,
    'Synthetic: say in the evidence what keeps you from a shared region and when you will look at it again. That is what a reviewer asks for.',
  );

  await ask(driver, people, {
    organisationKey: 'department-for-work-and-pensions',
    subject: 'maturity-of-the-market',
    point: null,
    title: 'Demonstration: suppliers of identity checks',
    question: 'Synthetic: how many suppliers could run identity checks at the scale of a benefit?',
  });
  await answer(
    driver,
    reviewer,
    'Synthetic: several do. Ask them for their figures before you write the tender.',
  );

  await ask(driver, people, {
    organisationKey: 'ministry-of-justice',
    subject: 'breaking-up-large-systems',
    point: 9,
    title: 'Demonstration: where to cut a case system first',
    question:
      'Synthetic: our case system has one database for everything. Which part is best taken out of it first?',
  });
}

/** Ends as guidance, and stands beside a case it was not asked from. */
async function publishAndTie(
  driver: CaseDriver,
  people: DemonstrationPeople,
  reviewer: DemonstrationAccount,
  { organisationKey, reference: about }: AskedAbout,
): Promise<void> {
  const submitter = await ask(driver, people, {
    organisationKey,
    subject: 'common-platforms',
    point: 8,
    title: 'Demonstration: one way to send letters',
    question: 'Synthetic: we send letters as well as emails. Is there a common component for both?',
  });
  await answer(driver, reviewer, 'Synthetic: GOV.UK Notify sends letters, emails and text messages.');
  await driver.after(30, ({ guidance, reference, revision }) =>
    guidance.publish(reviewer, reference, revision, {
      title: 'Demonstration: letters, emails and text messages',
      body: 'Synthetic: GOV.UK Notify sends all three. Say on point 8 whether you use it, and if not, why not.',
      point: 8,
    }),
  );
  await driver.after(DAY, ({ advice, reference, revision }) =>
    advice.close(submitter, reference, revision, 'answered', 'Synthetic: thank you, that is what we needed.'),
  );
  await driver.after(60, ({ advice, reference, revision }) =>
    advice.tie(submitter, reference, revision, about, 8),
  );
}

/** Asks from nothing. @returns who asked */
async function ask(
  driver: CaseDriver,
  people: DemonstrationPeople,
  { organisationKey, ...question }: Question,
): Promise<DemonstrationAccount> {
  const submitter = people.find(organisationKey, 'submitter');
  await driver.after(DAY, ({ asking }) =>
    asking.ask(submitter, {
      ...question,
      organisationId: people.organisationIds.get(organisationKey),
      about: null,
      synthetic: true,
    }),
  );
  return submitter;
}

async function answer(driver: CaseDriver, reviewer: DemonstrationAccount, body: string): Promise<void> {
  await driver.after(DAY, ({ advice, reference, revision }) =>
    advice.answer(reviewer, reference, revision, body),
  );
}
