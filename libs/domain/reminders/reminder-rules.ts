import type { EventType } from '../decision-log/events.js';
import { minutesOf } from '../working-time/london-time.js';

/** What may be raised on a case because time has passed. Each is the type of the event it leaves. */
export const OCCASION_TYPES = [
  'condition-due-soon',
  'condition-due',
  'condition-overdue',
  'return-unanswered',
  'spend-report-due',
  'approval-ending',
  'target-near',
  'target-missed',
] as const satisfies readonly EventType[];
export type OccasionType = (typeof OCCASION_TYPES)[number];

/** What the working days of a rule are counted from. */
export type ReminderAnchor =
  | 'condition-due-date'
  | 'day-of-return'
  | 'target-warning'
  | 'target-breach'
  | 'end-of-spend-period'
  | 'end-of-approval';

/** When something is raised. */
export interface ReminderRule {
  readonly anchor: ReminderAnchor;
  /**
   * One reminder for each, so many working days after the anchor, or before it where negative; 0 is the anchor's own
   * day, or the next working day when it is not worked.
   */
  readonly workingDays: readonly number[];
  /** Whole months before the anchor from which the working days are counted, one reminder for each; none where left out. */
  readonly monthsBefore?: readonly number[];
  /** What makes it pointless, so that it is not raised any more however late somebody looks. */
  readonly lapses: 'when-due' | 'at-the-next' | 'never';
}

/** Working days after the end of a financial year, or of the spending, until what was spent is asked for. Our own. */
export const SPEND_REPORT_DAYS = 10;
/** Months before its end in which an approval is told to be about to run out, the earlier first. Our own. */
export const APPROVAL_ENDING_MONTHS: readonly number[] = [6, 3];

/** When each is raised, always at the start of business on a working day. All of it is this service's own choice. */
export const REMINDER_RULES: Readonly<Record<OccasionType, ReminderRule>> = {
  'condition-due-soon': { anchor: 'condition-due-date', workingDays: [-10], lapses: 'when-due' },
  'condition-due': { anchor: 'condition-due-date', workingDays: [0], lapses: 'never' },
  'condition-overdue': { anchor: 'condition-due-date', workingDays: [5], lapses: 'never' },
  'return-unanswered': { anchor: 'day-of-return', workingDays: [10, 20, 30], lapses: 'never' },
  'spend-report-due': {
    anchor: 'end-of-spend-period',
    workingDays: [SPEND_REPORT_DAYS],
    lapses: 'at-the-next',
  },
  'approval-ending': {
    anchor: 'end-of-approval',
    workingDays: [0],
    monthsBefore: APPROVAL_ENDING_MONTHS,
    lapses: 'when-due',
  },
  'target-near': { anchor: 'target-warning', workingDays: [0], lapses: 'when-due' },
  'target-missed': { anchor: 'target-breach', workingDays: [0], lapses: 'never' },
};

/** When the daily digest goes out, on working days in London: an hour before single reminders. This service's choice. */
export const DIGEST_TIME = '08:00';
export const DIGEST_MINUTES = minutesOf(DIGEST_TIME);
