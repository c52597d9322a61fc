import type { Provenance } from '../triage/regime.js';
import type { Turnaround, TurnaroundTarget } from './turnaround.js';
import type { WorkingCalendar } from './working-calendar.js';

const OURS: Provenance = { whose: 'ours', source: 'Made for tests' };

/** England and Wales, November 2025 to the end of 2027. */
export const CALENDAR: WorkingCalendar = {
  name: 'Bank holidays of England and Wales',
  source: 'GOV.UK',
  url: 'https://www.gov.uk/bank-holidays',
  licence: 'Open Government Licence v3.0',
  firstDay: '2025-11-01',
  lastDay: '2027-12-31',
  publishedUntil: '2027-12-31',
  holidays: [
    { date: '2025-12-25', title: 'Christmas Day' },
    { date: '2025-12-26', title: 'Boxing Day' },
    { date: '2026-01-01', title: 'New Year’s Day' },
    { date: '2026-04-03', title: 'Good Friday' },
    { date: '2026-04-06', title: 'Easter Monday' },
    { date: '2026-05-04', title: 'Early May bank holiday' },
    { date: '2026-05-25', title: 'Spring bank holiday' },
    { date: '2026-08-31', title: 'Summer bank holiday' },
    { date: '2026-12-25', title: 'Christmas Day' },
    { date: '2026-12-28', title: 'Boxing Day (substitute day)' },
    { date: '2027-01-01', title: 'New Year’s Day' },
    { date: '2027-03-26', title: 'Good Friday' },
    { date: '2027-03-29', title: 'Easter Monday' },
    { date: '2027-05-03', title: 'Early May bank holiday' },
    { date: '2027-05-31', title: 'Spring bank holiday' },
    { date: '2027-08-30', title: 'Summer bank holiday' },
    { date: '2027-12-27', title: 'Christmas Day (substitute day)' },
    { date: '2027-12-28', title: 'Boxing Day (substitute day)' },
  ],
};

export const ACKNOWLEDGE: TurnaroundTarget = {
  id: 'acknowledge',
  name: 'acknowledge',
  days: 2,
  dayKind: 'working-days',
  metBy: ['acknowledged'],
  whenTimeRunsOut: 'breach',
  warnDaysBefore: 1,
  mostExtensionDays: 0,
  provenance: OURS,
};

export const ASK: TurnaroundTarget = {
  id: 'ask-for-information',
  name: 'ask for information',
  days: 7,
  dayKind: 'working-days',
  metBy: ['returned'],
  whenTimeRunsOut: 'closes',
  warnDaysBefore: 0,
  mostExtensionDays: 0,
  provenance: OURS,
};

export const DECIDE: TurnaroundTarget = {
  id: 'decide',
  name: 'decide',
  days: 28,
  dayKind: 'calendar-days',
  metBy: ['decided'],
  whenTimeRunsOut: 'breach',
  warnDaysBefore: 5,
  mostExtensionDays: 14,
  provenance: OURS,
};

/** The clock of a regime with the three published kinds of target. */
export const TURNAROUND: Turnaround = {
  cutOff: '13:00',
  stoppedBy: ['returned'],
  resumedBy: ['resubmitted'],
  targets: [ACKNOWLEDGE, ASK, DECIDE],
  provenance: OURS,
};

/** A clock with one target. */
export function turnaroundOf(target: Partial<TurnaroundTarget>): Turnaround {
  return { ...TURNAROUND, targets: [{ ...DECIDE, ...target }] };
}
