import type { CaseCriteria, CasesBehind } from '#domain';
import { answerAddress } from '../decisions/history-address.js';
import { addressFor } from './dashboard-filter.js';

/** Where the list of the cases behind a figure is; `null` where no list has just those. */
export function hrefOf(behind: CasesBehind | null): string | null {
  if (behind === null) return null;
  switch (behind.list) {
    case 'cases':
      return addressFor('/cases', behind.criteria);
    case 'decision-history':
      return answerAddress(behind.question, behind.filters);
  }
}

/** What filters of the dashboard are called where a list does not have them. */
const WIDER_WORDS: Readonly<Partial<Record<keyof CaseCriteria, string>>> = {
  categories: 'the category',
  overdue: 'the target missed',
  text: 'words of the title alone',
};

/** Says that lists have more than the figures they are behind; `null` where they have not. */
export function widerNote(behind: CasesBehind | null): string | null {
  if (behind?.list !== 'decision-history' || behind.wider.length === 0) return null;
  const words = behind.wider.map((name) => WIDER_WORDS[name] ?? name).join(' or ');
  return `The lists behind these numbers cannot be narrowed by ${words}, so they may have more rows.`;
}
