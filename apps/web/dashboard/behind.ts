import type { CaseCriteria, CasesBehind } from '#domain';
import { answerAddress } from '../decisions/history-address.js';
import { addressFor } from './dashboard-filter.js';

/** Where the list behind a figure is; `null` where there is none, or it cannot be narrowed as the figure is. */
export function hrefOf(behind: CasesBehind | null): string | null {
  if (behind === null) return null;
  switch (behind.list) {
    case 'cases':
      return addressFor('/cases', behind.criteria);
    case 'decision-history':
      return behind.wider.length > 0 ? null : answerAddress(behind.question, behind.filters);
  }
}

/** What filters of the dashboard are called where a list does not have them. */
const WIDER_WORDS: Readonly<Partial<Record<keyof CaseCriteria, string>>> = {
  categories: 'the category',
  overdue: 'the target missed',
  text: 'words of the title alone',
};

/** Says why there are no lists behind figures; `null` where there are. */
export function widerNote(behind: CasesBehind | null): string | null {
  if (behind?.list !== 'decision-history' || behind.wider.length === 0) return null;
  const words = behind.wider.map((name) => WIDER_WORDS[name] ?? name).join(' or ');
  return `There are no lists behind these numbers, because the decision history cannot be narrowed by ${words}.`;
}
