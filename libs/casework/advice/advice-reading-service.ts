import { Injectable } from '@nestjs/common';
import type { ActionOffer, AdviceSubject, ClockStanding, PointNumber } from '#domain';
import {
  adviceOfCase,
  Database,
  listAdvice,
  listGuidance,
  readAdvice,
  sumAdviceWaiting,
  type AdviceInFull,
  type AdviceOfCase,
  type AdvicePage,
  type AdviceShow,
  type AdviceWaiting,
  type Guidance,
  type GuidancePage,
  type ListedAdvice,
  type ListPosition,
} from '#persistence';
import { Clock, notFound, together } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import { CaseLoading } from '../desk/case-loading.js';
import { OncePerReading } from '../desk/once-per-reading.js';
import { offersTo } from '../desk/offers.js';
import { clockStanding } from '../desk/schedule.js';

/** What to show of the requests for advice somebody may see. */
export interface AdviceCriteria {
  readonly show: AdviceShow;
  /** `me` for whoever asks. */
  readonly adviser: 'me' | 'nobody' | null;
  readonly subject: AdviceSubject | null;
  /** Only those whose first answer is late. */
  readonly overdue: boolean;
  readonly organisationId: string | null;
}

/** A request for advice as a list shows it, with whether its first answer is late. */
export interface AdviceInQueue extends ListedAdvice {
  readonly overdue: boolean;
}

/** A request for advice with its clock, and what the reader can do with it. */
export interface AdviceOpened {
  readonly advice: AdviceInFull;
  readonly clock: ClockStanding | null;
  readonly overdue: boolean;
  readonly actions: readonly ActionOffer[];
}

/** Reads requests for advice, and the guidance that was made of them. */
@Injectable()
export class AdviceReadingService {
  private readonly ofCases = new OncePerReading<readonly AdviceOfCase[]>();
  private readonly besides = new OncePerReading<readonly Guidance[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly loading: CaseLoading,
  ) {}

  /** Requests for advice the person may see: departments their own, GDS Assurance and auditors all. */
  async list(
    acting: Acting,
    { adviser, overdue, ...criteria }: AdviceCriteria,
    page: { readonly after: ListPosition | null; readonly limit: number },
  ): Promise<Omit<AdvicePage, 'items'> & { readonly items: readonly AdviceInQueue[] }> {
    const now = this.clock.now();
    const found = await listAdvice(this.database.as(acting), {
      ...criteria,
      ...page,
      adviser: adviser === 'me' ? { id: acting.personId } : adviser,
      lateAt: overdue ? now : null,
      sight: sightOf(acting.roles),
    });
    acting.witness?.sawList(found.items.length);
    return {
      next: found.next,
      items: found.items.map((one) => ({ ...one, overdue: isLate(one, now) })),
    };
  }

  /** What waits for an answer of GDS Assurance, and by when. */
  waiting(acting: Acting): Promise<AdviceWaiting> {
    return sumAdviceWaiting(this.database.as(acting), sightOf(acting.roles), this.clock.now());
  }

  /**
   * One request for advice.
   * @throws ProblemError 404 when there is none or the person may not see it
   */
  async read(acting: Acting, reference: string): Promise<AdviceOpened> {
    const now = this.clock.now();
    const [found, loaded] = await together([
      readAdvice(this.database.as(acting), reference, sightOf(acting.roles)),
      this.loading.load(acting, reference),
    ]);
    if (found === null) throw notFound();
    const { advice, caseId } = found;
    acting.witness?.sawCase({ caseId, protectiveMarking: advice.protectiveMarking });
    return {
      advice,
      clock: clockStanding(loaded, loaded.record.clockEvents, now),
      overdue: isLate(advice, now),
      actions: offersTo(acting, loaded, now),
    };
  }

  /**
   * What was advised on a case, in the order it was asked.
   * @throws ProblemError 404 when the person may not see the case
   */
  ofCase(acting: Acting, reference: string): Promise<readonly AdviceOfCase[]> {
    return this.ofCases.get(acting, reference, async () => {
      const [, advised] = await together([
        this.loading.load(acting, reference),
        adviceOfCase(this.database.as(acting), reference, sightOf(acting.roles)),
      ]);
      return advised;
    });
  }

  /** The newest published guidance on a point. */
  guidanceBeside(acting: Acting, point: PointNumber, most: number): Promise<readonly Guidance[]> {
    return this.besides.get(acting, String(point), async () => {
      const { items } = await this.guidance(acting, { subject: null, point }, { after: null, limit: most });
      return items;
    });
  }

  /** Published guidance, which is the same for everybody; newest first. */
  guidance(
    acting: Acting,
    asked: { readonly subject: AdviceSubject | null; readonly point: PointNumber | null },
    page: { readonly after: ListPosition | null; readonly limit: number },
  ): Promise<GuidancePage> {
    return listGuidance(this.database.as(acting), { ...asked, ...page });
  }
}

function isLate({ firstAnswerDueAt }: ListedAdvice, now: Date): boolean {
  return firstAnswerDueAt !== null && new Date(firstAnswerDueAt) <= now;
}
