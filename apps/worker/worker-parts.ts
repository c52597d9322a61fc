import { Injectable } from '@nestjs/common';
import { CaseworkModule, PolicyBook, ReminderService, TellFollowersService } from '#casework';
import { digestDay, type IsoDate } from '#domain';
import { DigestCalendar, Followers, Reminders, type WorkerParts } from '#notifications';
import { Database } from '#persistence';

/** Digests go out on the working days of the calendar in force. */
@Injectable()
class WorkingDayDigests extends DigestCalendar {
  constructor(
    private readonly policies: PolicyBook,
    private readonly database: Database,
  ) {
    super();
  }

  override async digestDay(now: Date): Promise<IsoDate | null> {
    return digestDay(now, await this.policies.calendarAt(this.database, now));
  }
}

/** Where a worker learns what comes round by the clock; the emails that tell of it are found by its own sweep. */
export const WORKER_PARTS: WorkerParts = {
  imports: [CaseworkModule.nudging()],
  reminders: { provide: Reminders, useExisting: ReminderService },
  digestCalendar: { provide: DigestCalendar, useClass: WorkingDayDigests },
  followers: { provide: Followers, useExisting: TellFollowersService },
};
