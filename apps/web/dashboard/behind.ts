import type { CasesBehind } from '#domain';
import { answerAddress } from '../decisions/history-address.js';
import { addressFor } from './dashboard-filter.js';

/** Where the list behind a figure is; `null` where there is none. */
export function hrefOf(behind: CasesBehind | null): string | null {
  if (behind === null) return null;
  switch (behind.list) {
    case 'cases':
      return addressFor('/cases', behind.criteria);
    case 'decision-history':
      return answerAddress(behind.question, behind.filters);
  }
}
