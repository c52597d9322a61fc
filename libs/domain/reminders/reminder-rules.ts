import type { EventType } from '../decision-log/events.js';
import { minutesOf } from '../working-time/london-time.js';

/** What may be raised on a case because time has passed. Each is the type of the event it leaves. */
export const OCCASION_TYPES = [
  'condition-due-soon',
  'condition-due',
  'condition-overdue',
  'return-unanswered',
  'target-near',
  'target-missed',
] as const satisfies readonly EventType[];
export type OccasionType = (typeof OCCASION_TYPES)[number];

/** What the working days of a rule are counted from. */
export type ReminderAnchor = 'condition-due-date' | 'day-of-return' | 'target-warning' | 'target-breach';

/** When something is raised. */
export interface ReminderRule {
  readonly anchor: ReminderAnchor;
  /**
   * One reminder for each, so many working days after the anchor, or before it where negative; 0 is the anchor's own
   * day, or the next working day when it is not worked.
   */
  readonly workingDays: readonly number[];
  /** What makes it pointless, so that it is not raised any more however late somebody looks. */
  readonly lapses: 'when-due' | 'never';
}

/** When each is raised, always at the start of business on a working day. All of it is this service's own choice. */
export const REMINDER_RULES: Readonly<Record<OccasionType, ReminderRule>> = {
  'condition-due-soon': { anchor: 'condition-due-date', workingDays: [-10], lapses: 'when-due' },
  'condition-due': { anchor: 'condition-due-date', workingDays: [0], lapses: 'never' },
  'condition-overdue': { anchor: 'condition-due-date', workingDays: [5], lapses: 'never' },
  'return-unanswered': { anchor: 'day-of-return', workingDays: [10, 20, 30], lapses: 'never' },
  'target-near': { anchor: 'target-warning', workingDays: [0], lapses: 'when-due' },
  'target-missed': { anchor: 'target-breach', workingDays: [0], lapses: 'never' },
};

/** When the daily digest goes out, on working days in London: an hour before single reminders. This service's choice. */
export const DIGEST_TIME = '08:00';
export const DIGEST_MINUTES = minutesOf(DIGEST_TIME);
