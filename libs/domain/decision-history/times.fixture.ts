import type { Turnaround } from '../working-time/turnaround.js';
import type { WorkingCalendar } from '../working-time/working-calendar.js';

const provenance = { whose: 'ours', source: 'Made up for tests' } as const;

/** Two targets, made up. */
export const TURNAROUND: Turnaround = {
  cutOff: '13:00',
  stoppedBy: ['returned'],
  resumedBy: ['resubmitted'],
  targets: [
    {
      id: 'acknowledge',
      name: 'acknowledge',
      days: 2,
      dayKind: 'working-days',
      metBy: ['acknowledged'],
      whenTimeRunsOut: 'breach',
      warnDaysBefore: 0,
      mostExtensionDays: 0,
      provenance,
    },
    {
      id: 'decide',
      name: 'decide',
      days: 28,
      dayKind: 'calendar-days',
      metBy: ['decided'],
      whenTimeRunsOut: 'breach',
      warnDaysBefore: 0,
      mostExtensionDays: 0,
      provenance,
    },
  ],
  provenance,
};

/** A year without holidays. */
export const CALENDAR: WorkingCalendar = {
  name: 'Made up',
  source: 'Made up for tests',
  licence: 'None',
  url: 'https://calendar.example',
  publishedUntil: '2026-12-31',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  holidays: [],
};
