import { Injectable } from '@nestjs/common';
import { AuditModule, CheckpointPublisher, SealingService } from '#audit';
import {
  AttachmentKeepingService,
  CaseworkModule,
  DisposalService,
  LikenessFinder,
  PolicyBook,
  ReminderService,
  ReviewerReleaseService,
  ScanService,
  TellFollowersService,
} from '#casework';
import { digestDay, type IsoDate } from '#domain';
import { IdentityModule, MachineTokenService, SessionService } from '#identity';
import {
  AttachedFiles,
  DigestCalendar,
  Disposals,
  Followers,
  Likenesses,
  LogSealer,
  Reminders,
  SessionsOver,
  type WorkerParts,
} from '#notifications';
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
    return digestDay(now, await this.policies.calendarAt(this.database.asService(), now));
  }
}

/** What has been sealed is published in the same round. */
@Injectable()
class SealThenPublish extends LogSealer {
  constructor(
    private readonly sealing: SealingService,
    private readonly publisher: CheckpointPublisher,
  ) {
    super();
  }

  override async sealAndPublish(): Promise<number> {
    const sealed = await this.sealing.seal();
    await this.publisher.publish();
    return sealed;
  }
}

/** Before anybody is reminded, cases are taken from reviewers who can no longer act on them. Tokens that end are told of too. */
@Injectable()
class CaseworkReminders extends Reminders {
  constructor(
    private readonly releases: ReviewerReleaseService,
    private readonly reminders: ReminderService,
    private readonly tokens: MachineTokenService,
  ) {
    super();
  }

  override async raiseDue(): Promise<number> {
    const released = await this.releases.releaseStranded();
    const told = await this.tokens.tellOfEnding();
    return released + told + (await this.reminders.raiseDue());
  }
}

/** Files are checked and swept by those who keep them. */
@Injectable()
class CaseworkFiles extends AttachedFiles {
  constructor(
    private readonly scans: ScanService,
    private readonly keeping: AttachmentKeepingService,
  ) {
    super();
  }

  override due(): ReturnType<ScanService['due']> {
    return this.scans.due();
  }

  override scan(id: string): Promise<string> {
    return this.scans.scan(id);
  }

  override sweep(): Promise<number> {
    return this.keeping.sweep();
  }
}

/** Where a worker learns what comes round by the clock; the emails that tell of it are found by its own sweep. */
export const WORKER_PARTS: WorkerParts = {
  imports: [CaseworkModule.nudging(), AuditModule, IdentityModule],
  reminders: { provide: Reminders, useClass: CaseworkReminders },
  digestCalendar: { provide: DigestCalendar, useClass: WorkingDayDigests },
  followers: { provide: Followers, useExisting: TellFollowersService },
  sealer: { provide: LogSealer, useClass: SealThenPublish },
  disposals: { provide: Disposals, useExisting: DisposalService },
  likenesses: { provide: Likenesses, useExisting: LikenessFinder },
  files: { provide: AttachedFiles, useClass: CaseworkFiles },
  sessions: { provide: SessionsOver, useClass: SessionService },
};
