import {
  AdviceService,
  AskingService,
  CommentService,
  ConditionService,
  DecisionService,
  DraftingService,
  GuidanceService,
  LikenessService,
  NobodyToNudge,
  PairDesk,
  PolicyBook,
  ReviewService,
  StepUp,
  SpendService,
  SubmissionService,
  CaseDesk,
  TriageService,
  VariationService,
  type Acting,
  type Answer,
} from '#casework';
import { londonDate, type IsoDate, type LegacyException, type PointNumber } from '#domain';
import type { Database } from '#persistence';
import { ManualClock, type Config } from '#platform';

/** What every answer to a change says. */
export interface DrivenAnswer {
  readonly reference: string;
  readonly revision: number;
  readonly version: number | null;
  readonly id?: string;
  readonly decisionId?: string;
  readonly conditions?: readonly { readonly id: string; readonly number: number }[];
}

/** Which event the latest assessment of each point is. */
class LatestAssessments {
  private readonly sequences = new Map<PointNumber, number>();

  /** Its sequence, 0 where there is none. */
  latest(point: PointNumber): number {
    return this.sequences.get(point) ?? 0;
  }

  /** Notes a new one. */
  made(point: PointNumber, sequence: number): void {
    this.sequences.set(point, sequence);
  }
}

/** Reads what a change answered. */
export function readAnswer(answer: Answer): DrivenAnswer {
  return JSON.parse(answer.body) as DrivenAnswer;
}

/**
 * The application's own commands on a clock of their own, so that demonstration cases have a past. Nothing here
 * writes to the database by another way.
 */
export class CaseDriver {
  readonly drafting: DraftingService;
  readonly submission: SubmissionService;
  readonly triage: TriageService;
  readonly review: ReviewService;
  readonly decision: DecisionService;
  readonly conditions: ConditionService;
  readonly comments: CommentService;
  readonly advice: AdviceService;
  readonly guidance: GuidanceService;
  readonly asking: AskingService;
  readonly likeness: LikenessService;
  readonly spend: SpendService;
  readonly variations: VariationService;
  readonly assessments = new LatestAssessments();
  /** The legacy exception of the case being driven, where it has one. */
  exceptionId: string | null = null;
  private readonly clock: ManualClock;
  private latest: DrivenAnswer | null = null;

  constructor(database: Database, config: Config, start: Date) {
    this.clock = new ManualClock(start);
    const nobody = new NobodyToNudge();
    const desk = new CaseDesk(database, this.clock, config, nobody);
    this.drafting = new DraftingService(desk, database, this.clock);
    this.submission = new SubmissionService(desk);
    this.triage = new TriageService(desk, database);
    this.review = new ReviewService(desk, database, this.clock);
    this.decision = new DecisionService(desk, database, new StepUp(config, this.clock));
    this.conditions = new ConditionService(desk);
    this.comments = new CommentService(desk);
    this.advice = new AdviceService(database, desk, config);
    this.guidance = new GuidanceService(database, desk);
    this.asking = new AskingService(database, this.clock, config, new PolicyBook(), nobody, this.advice);
    this.likeness = new LikenessService(new PairDesk(database, this.clock, config, nobody), database);
    this.spend = new SpendService(desk, database, this.clock);
    this.variations = new VariationService(desk, database, this.clock);
  }

  /** Reference of the case being driven. */
  get reference(): string {
    if (this.latest === null) throw new Error('No case has been made yet');
    return this.latest.reference;
  }

  /** Revision of the case being driven. */
  get revision(): number {
    return this.latest?.revision ?? 0;
  }

  /** The date so many days from the driver's own today, `YYYY-MM-DD`. */
  readonly today = (daysOn: number): IsoDate =>
    londonDate(new Date(this.clock.now().getTime() + daysOn * 86_400_000));

  /** Somebody who signed in a moment ago, by the driver's clock. */
  readonly signedIn = (acting: Acting): Acting => ({ ...acting, authenticatedAt: this.clock.now() });

  /** Adds a legacy exception an hour later, and remembers it. */
  async addException(acting: Acting, exception: Omit<LegacyException, 'id'>): Promise<void> {
    const answer = await this.after(60, ({ drafting, reference }) =>
      drafting.addException(acting, reference, exception),
    );
    this.exceptionId = answer.id ?? null;
  }

  /** Lets time pass, then does one thing and remembers where the case stands. */
  async after(minutes: number, step: (driver: this) => Promise<Answer>): Promise<DrivenAnswer> {
    this.clock.advance(minutes * 60_000);
    this.latest = readAnswer(await step(this));
    return this.latest;
  }
}
