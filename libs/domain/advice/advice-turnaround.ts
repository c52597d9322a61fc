import type { Turnaround } from '../working-time/turnaround.js';

/** Id of the only target of a request for advice. */
export const FIRST_ANSWER = 'first-answer';
/** What it asks for, to follow “to”. */
export const FIRST_ANSWER_NAME = 'give a first answer';

const SOURCE = {
  whose: 'government',
  source:
    'GOV.UK, Service level agreements for spend controls version 4, 9 April 2014: a general query within 3 working days',
  url: 'https://www.gov.uk/guidance/service-level-agreements-slas-for-spend-controls-version-4',
} as const;

/**
 * The clock of a request for advice. Three working days for a general query are the only published target; that a
 * referral counts as an answer, the cut-off and the day of warning are this service's own. It is the same whatever regime
 * a request for money would come under, and nothing stops it.
 */
export const ADVICE_TURNAROUND: Turnaround = {
  cutOff: '13:00',
  stoppedBy: [],
  resumedBy: [],
  targets: [
    {
      id: FIRST_ANSWER,
      name: FIRST_ANSWER_NAME,
      days: 3,
      dayKind: 'working-days',
      metBy: ['advice-answered', 'advice-referred'],
      whenTimeRunsOut: 'breach',
      warnDaysBefore: 1,
      mostExtensionDays: 0,
      provenance: SOURCE,
    },
  ],
  provenance: SOURCE,
};

/** By which targets a history is measured: one that began with a question by that of advice, any other by its regime's. */
export function turnaroundOf<Regimes extends Turnaround | 'not-known'>(
  ofRegime: Regimes,
  events: readonly { readonly type: string }[],
): Regimes | Turnaround {
  return events[0]?.type === 'advice-asked' ? ADVICE_TURNAROUND : ofRegime;
}
