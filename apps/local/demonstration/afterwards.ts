import { ASSURING_ORGANISATION_KEY, financialYearOf, pence, type Pence } from '#domain';
import type { DemonstrationPeople } from './accounts.js';
import type { CaseDriver } from './case-driver.js';
import type { Story } from './stories.js';

const DAY = 24 * 60;
/** Of twelve stories in turn one ends so: which of them a story is. */
const TURNS = 12;

/** What a decision made of a story. */
interface Decided {
  readonly approvedPence: Pence;
  /** What the department promised, each as a condition; the first is the remediation, the others are benefits. */
  readonly promises: readonly { readonly id: string }[];
}

/**
 * What comes after an approval: what was spent, more of it or less; what became of a promised benefit; and for some
 * approvals an extension. Every few stories another of these, so that each is there to see.
 */
export async function afterwards(
  { programme, index }: Story,
  driver: CaseDriver,
  people: DemonstrationPeople,
  { approvedPence, promises }: Decided,
): Promise<void> {
  const turn = Math.floor(index / TURNS);
  const submitter = people.find(programme.organisationKey, 'submitter');
  const reviewer = people.find(ASSURING_ORGANISATION_KEY, 'reviewer');
  const [, benefit] = promises;
  if (benefit !== undefined) {
    await driver.after(DAY, ({ conditions, reference }) =>
      conditions.submitEvidence(submitter, reference, 1, {
        conditionId: benefit.id,
        text: 'Synthetic evidence: a change took 6 days in the last quarter.',
        links: [{ title: 'Figures', url: 'https://evidence.demonstration.example/figures' }],
      }),
    );
    if (turn % 3 === 0)
      await driver.after(DAY, ({ conditions, reference }) =>
        conditions.confirmMet(reviewer, reference, 2, benefit.id),
      );
    if (turn % 3 === 1)
      await driver.after(DAY, ({ conditions, reference }) =>
        conditions.concludeNotMet(
          reviewer,
          reference,
          2,
          benefit.id,
          'Synthetic: the figures are of another service, and there are no others.',
        ),
      );
  }
  await reportSpend(turn, driver, submitter, approvedPence);
  if (turn === 0 && promises.length === 0)
    await driver.after(60, ({ variations, reference, revision }) =>
      variations.start(submitter, reference, revision, {
        kind: 'extends',
        whatChanges: 'Synthetic: the supplier was late, so six more months are needed for the same amount.',
      }),
    );
}

async function reportSpend(
  turn: number,
  driver: CaseDriver,
  submitter: Parameters<CaseDriver['spend']['record']>[0],
  approvedPence: Pence,
): Promise<void> {
  const isOver = turn % 4 === 1;
  const final = turn % 4 === 3;
  if (turn % 4 === 2) return;
  // What is final is of requests that were dropped before their first day of spending.
  const amountPence = final ? pence(0) : pence(Math.round(approvedPence * (isOver ? 1.04 : 0.35)));
  await driver.after(60, ({ spend, reference, revision, today }) =>
    spend.record(submitter, reference, revision, {
      years: [{ financialYear: financialYearOf(today(0)), amountPence }],
      note: isOver
        ? 'Synthetic: prices of hosting rose after the approval.'
        : final
          ? 'Synthetic: dropped before anything was spent.'
          : null,
      final,
      endedOn: final ? today(0) : null,
    }),
  );
}
