import { Injectable } from '@nestjs/common';
import { ALIKE_ENOUGH, likenessOf, LOOKING_FOR_LIKENESS, PAST_COMPARING, wordsToCompare } from '#domain';
import {
  casesToCompare,
  compareCase,
  Database,
  saveEntries,
  savePairs,
  waitForOtherComparing,
  type CaseToCompare,
  type EntryToSave,
  type PairToSave,
  type Queryable,
} from '#persistence';

/** Cases compared in one transaction. */
const BATCH = 50;

/**
 * Finds cases of different organisations that look alike, for each case that was changed since it was compared. What it
 * writes can be written again: whoever dies over it leaves the change to be compared by the next.
 */
@Injectable()
export class LikenessFinder {
  constructor(private readonly database: Database) {}

  /** @returns how many cases were compared */
  async compareChanged(): Promise<number> {
    for (let compared = 0; ;) {
      const count = await this.database.asService().transaction(compareSome);
      compared += count;
      if (count < BATCH) return compared;
    }
  }
}

async function compareSome(transaction: Queryable): Promise<number> {
  await waitForOtherComparing(transaction);
  const cases = await casesToCompare(transaction, BATCH);
  if (cases.length === 0) return 0;
  await saveEntries(transaction, cases.map(entryOf));
  const pairs = new Map<string, PairToSave>();
  for (const { caseId } of cases)
    for (const pair of await pairsOf(transaction, caseId))
      pairs.set([pair.caseId, pair.otherCaseId].sort().join(' '), pair);
  await savePairs(transaction, cases, [...pairs.values()]);
  return cases.length;
}

function entryOf({ caseId, organisationId, title, description, calledBy }: CaseToCompare): EntryToSave {
  const titleWords = wordsToCompare(title, calledBy).join(' ');
  const described = wordsToCompare(description ?? '', calledBy).join(' ');
  return { caseId, organisationId, titleWords, text: `${titleWords} ${described}`.trim() };
}

/** The suggestions of one case. */
async function pairsOf(queryable: Queryable, caseId: string): Promise<readonly PairToSave[]> {
  const found = await compareCase(queryable, caseId, { ...LOOKING_FOR_LIKENESS, past: PAST_COMPARING });
  return found
    .map(({ caseId: otherCaseId, one, other, measured }) => ({
      caseId,
      otherCaseId,
      ...likenessOf(one, other, measured),
    }))
    .filter(({ score, reasons }) => score >= ALIKE_ENOUGH && reasons.length > 0)
    .toSorted((one, other) => other.score - one.score || one.otherCaseId.localeCompare(other.otherCaseId))
    .slice(0, LOOKING_FOR_LIKENESS.kept);
}
