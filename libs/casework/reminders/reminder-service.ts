import { Injectable } from '@nestjs/common';
import { dueOccasions, turnaroundOf, type EventPayloads, type Occasion } from '#domain';
import {
  casesWithOccasions,
  Database,
  loadCase,
  saveSchedule,
  staleCases,
  type CaseRecord,
} from '#persistence';
import { AppLogger, Clock } from '#platform';
import { CaseDesk } from '../desk/case-desk.js';
import type { Moment, Plan } from '../desk/plan.js';
import type { NoticeDetails } from '../desk/notices.js';
import { occasionInput, scheduleOf } from '../desk/schedule.js';
import { PolicyBook } from '../policy/policy-book.js';

/** Cases looked at in one go. */
const BATCH = 200;

/**
 * Reminds people: of conditions, of returns nobody answers, of what was spent, of approvals that end, of targets near
 * and missed. Each occasion leaves one event
 * and its emails once, however often and by however many workers this is run: the event is written against the
 * revision of the case it was worked out from, and no case has two events of one occasion.
 */
@Injectable()
export class ReminderService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
    private readonly policies: PolicyBook,
  ) {}

  /** @returns how many occasions were raised */
  async raiseDue(): Promise<number> {
    await this.bringSchedulesUpToDate();
    let raised = 0;
    const failed = new Set<string>();
    for (;;) {
      const due = await casesWithOccasions(this.database.asService(), this.clock.now(), BATCH + failed.size);
      const left = due.filter((reference) => !failed.has(reference));
      if (left.length === 0) return raised;
      for (const reference of left) {
        try {
          const count = await this.raiseAll(reference);
          raised += count;
          // Nothing to raise although its time had come: it is looked at again next time, not over and over.
          if (count === 0) failed.add(reference);
        } catch (error) {
          // One case that cannot be written must not keep the people on all the others waiting.
          failed.add(reference);
          this.logger.error({ reference, error }, 'A reminder could not be raised');
        }
      }
    }
  }

  private async raiseAll(reference: string): Promise<number> {
    let raised = 0;
    while (await this.desk.note(reference, planNext)) raised += 1;
    await this.bringUpToDate(reference);
    return raised;
  }

  private async bringSchedulesUpToDate(): Promise<void> {
    const failed = new Set<string>();
    for (;;) {
      const stale = await staleCases(this.database.asService(), BATCH + failed.size);
      const left = stale.filter((reference) => !failed.has(reference));
      if (left.length === 0) return;
      for (const reference of left) {
        try {
          await this.bringUpToDate(reference);
        } catch (error) {
          failed.add(reference);
          this.logger.error({ reference, error }, 'When a case is due could not be worked out');
        }
      }
    }
  }

  /** Works out anew when a case is due and when somebody has to be reminded; again where it was changed meanwhile. */
  private async bringUpToDate(reference: string): Promise<void> {
    for (;;) {
      const at = this.clock.now();
      const { record } = await loadCase(this.database.asService(), {
        reference,
        sight: { everything: true, organisationIds: [] },
        personId: null,
        key: null,
        at,
        withContacts: false,
        commentId: null,
      });
      if (record === null) return;
      const inForce = await this.policies.inForceFor(this.database.asService(), record);
      if (
        await saveSchedule(
          this.database.asService(),
          record.id,
          record.revision,
          scheduleOf(record, inForce, at),
        )
      )
        return;
    }
  }
}

/** The first occasion that has come and of which nobody was told. */
function planNext(record: CaseRecord, moment: Moment): Plan | null {
  const [occasion] = dueOccasions(occasionInput(record, moment), moment.at);
  if (occasion === undefined) return null;
  return {
    type: occasion.type,
    payload: occasion.payload,
    toState: record.state,
    notice: noticeOf(occasion, record, moment),
  };
}

function noticeOf(occasion: Occasion, record: CaseRecord, { policy }: Moment): NoticeDetails {
  switch (occasion.type) {
    case 'condition-due-soon':
    case 'condition-due':
    case 'condition-overdue': {
      const { conditionId, dueOn } = occasion.payload;
      const condition = record.conditions.find(({ id }) => id === conditionId);
      return {
        dueOn,
        ...(condition === undefined ? {} : { conditionText: condition.text, conditions: [condition] }),
      };
    }
    case 'return-unanswered':
      return {
        ...returnedFor(record),
        workingDays: occasion.payload.workingDays,
        reminder: occasion.payload.reminder,
      };
    case 'spend-report-due':
    case 'approval-ending':
      return { endsOn: occasion.payload.endsOn, approvedPence: record.decision?.approvedPence ?? null };
    case 'target-near':
    case 'target-missed': {
      const { target: id, dueAt } = occasion.payload;
      const turnaround = turnaroundOf(policy.regime.turnaround, record.clockEvents);
      const name =
        turnaround === 'not-known' ? id : (turnaround.targets.find((target) => target.id === id)?.name ?? id);
      return { target: { name, dueAt } };
    }
  }
}

/** Why and with which questions a case was returned last. */
function returnedFor({ clockEvents }: CaseRecord): Pick<NoticeDetails, 'reason' | 'points'> {
  const back = clockEvents.findLast(({ type }) => type === 'returned');
  if (back === undefined) return {};
  const { points } = back.payload as EventPayloads['returned'];
  return { reason: back.reason, points };
}
