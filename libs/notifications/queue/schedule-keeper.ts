import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Queue } from 'bullmq';
import { AppLogger, Clock, Config } from '#platform';
import { FORGET_WHEN_DONE, intervalOf, SCHEDULE_QUEUE, SCHEDULES, type Schedule } from './queue-plan.js';

/** Rounds that may be missed before a schedule is taken to have stopped. */
const MISSED_ROUNDS = 3;

/**
 * Keeps the schedules going. The queue itself brings each round about; but a queue can be lost, and its schedules with
 * it, so every worker looks from time to time whether they are still there and still turning.
 */
@Injectable()
export class ScheduleKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectQueue(SCHEDULE_QUEUE) private readonly queue: Queue<unknown, number, Schedule>,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'The schedule queue reported an error');
    });
  }

  /** A worker that cannot reach its queue does not start. */
  async onApplicationBootstrap(): Promise<void> {
    await this.keep();
    this.timer = setInterval(
      () => {
        this.keep().catch((error: unknown) => {
          this.logger.warn({ error }, 'The schedules could not be looked at');
        });
      },
      intervalOf('sweep-mail', this.config),
    );
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * Starts every schedule that is missing, has stopped, or has another interval than it should, and takes away those
   * of an earlier version of the service that nobody knows any more.
   */
  async keep(): Promise<void> {
    for (const { key } of await this.queue.getJobSchedulers())
      if (!SCHEDULES.some((schedule) => schedule === key)) await this.queue.removeJobScheduler(key);
    for (const schedule of SCHEDULES) {
      const every = intervalOf(schedule, this.config);
      const known = await this.queue.getJobScheduler(schedule);
      const overdueAt = (known?.next ?? 0) + MISSED_ROUNDS * every;
      if (known?.every === every && this.clock.now().getTime() < overdueAt) continue;
      await this.queue.upsertJobScheduler(
        schedule,
        { every },
        { name: schedule, opts: { ...FORGET_WHEN_DONE } },
      );
    }
  }
}
