import {
  CASE_FLAGS,
  SPEND_STATES,
  CONDITION_STATUSES,
  DECIDED_STATES,
  LEGACY_WORDS,
  ROLES,
  SPEND_CATEGORIES,
  TIME_BUCKETS,
  VERDICTS,
  type FilterName,
  type HistoryQuestion,
} from '#domain';
import type { Chance } from './chance.js';
import type { NaiveHistory } from './naive-cases.js';

/** A value for a filter, most of the time one that something fits. */
function valueFor(
  name: FilterName,
  question: HistoryQuestion,
  history: NaiveHistory,
  chance: Chance,
): string {
  const some = chance.one(history.cases);
  const yesOrNo = chance.is(0.6) ? 'true' : 'false';
  const words = (all: readonly string[]): string => chance.some(all).join(',');
  const amount = String(chance.one([9_000_000, 9_500_000, 50_000_000, 100_000_000]));
  switch (name) {
    case 'case':
      return some.reference;
    case 'from':
      return chance.one(['2025-11-01', '2026-01-15', '2026-04-01', '2026-06-10']);
    case 'to':
      return chance.one(['2026-07-01', '2026-09-30', '2026-11-20', '2027-01-31']);
    case 'quarter':
      return chance.one(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    case 'organisation':
      return some.organisationId;
    case 'state':
      return words(SPEND_STATES);
    case 'outcome':
      return words(DECIDED_STATES);
    case 'reviewer':
      return chance.one(['me', 'nobody', some.row.reviewer_id ?? 'nobody']);
    case 'decider':
      return chance.one(history.cases.flatMap(({ decisions }) => decisions)).event.actorId ?? 'nobody';
    case 'role':
      return words(ROLES);
    case 'regime':
      return chance.one(['v6', 'v6,v5', 'v5', some.regimeVersion]);
    case 'version':
      return chance.one(['1', '2', '3']);
    case 'route':
      return some.row.route ?? 'gds-assurance';
    case 'rating':
      return chance.one(['low', 'medium', 'high', 'high,low']);
    case 'point':
      return String(chance.from(1, 13));
    case 'verdict':
      return words(VERDICTS);
    case 'legacy':
      return chance.one(['any', 'unfunded', 'accepted', 'red-rated', words(LEGACY_WORDS)]);
    case 'component':
      return chance.one(['govuk-notify', 'govuk-pay,govuk-forms', 'govuk-one-login', 'no-such-component']);
    case 'minRequestedPence':
    case 'maxRequestedPence':
    case 'minApprovedPence':
    case 'maxApprovedPence':
      return amount;
    case 'conditionStatus':
      return words(CONDITION_STATUSES);
    case 'overdueOn':
      return chance.one(['2026-06-01', '2026-11-26', '2027-06-01']);
    case 'flags':
      return chance.is(0.8) ? chance.one(CASE_FLAGS) : 'publicFacing,retrospective';
    case 'nearThreshold':
      return String(chance.one([1, 5, 10, 11, 50]));
    case 'submittedFrom':
      return chance.one(['2025-11-01', '2026-04-01', '2026-06-10']);
    case 'submittedTo':
      return chance.one(['2026-07-01', '2026-09-30', '2027-01-31']);
    case 'title':
      return chance.one([some.details.title.slice(1, 6), 'HOSTING', '100%_', 'network']);
    case 'category':
      return words(SPEND_CATEGORIES);
    case 'timeTaken':
      return words(TIME_BUCKETS);
    case 'text':
      return chance.one(['hosting', 'HOSTING', '100%_', 'value for money', 'in use', 'case', 'network']);
    case 'kinds':
      return words(question.kinds);
    case 'children':
    case 'overridden':
    case 'autonomy':
    case 'mandatoryNotMet':
    case 'approvedLess':
    case 'possibleSplit':
    case 'targetBreached':
    case 'targetOverdue':
    case 'inForce':
    case 'synthetic':
      return yesOrNo;
  }
}

/** Filters that can be given together, chosen by chance. */
export function randomFilters(
  question: HistoryQuestion,
  history: NaiveHistory,
  chance: Chance,
  howMany: number,
): Readonly<Record<string, string>> {
  const chosen = new Set<FilterName>(question.required);
  while (chosen.size < howMany) chosen.add(chance.one(question.filters));
  if (chosen.has('children')) chosen.add('organisation');
  const filters = new Map<string, string>();
  for (const name of chosen) filters.set(name, valueFor(name, question, history, chance));
  for (const [least, most] of [
    ['minRequestedPence', 'maxRequestedPence'],
    ['minApprovedPence', 'maxApprovedPence'],
  ] as const)
    if (Number(filters.get(least) ?? 0) > Number(filters.get(most) ?? Infinity)) filters.delete(least);
  return Object.fromEntries(filters);
}
