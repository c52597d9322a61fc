import { Injectable } from '@nestjs/common';
import {
  endsWithinHorizon,
  engageUntil,
  horizonOf,
  londonDate,
  periodOf,
  periodsOf,
  pipelineDays,
  shouldEngageNow,
  type IsoDate,
  type PipelineCriteria,
  type PipelinePeriod,
} from '#domain';
import {
  contractsEnding,
  countPlansToEngage,
  Database,
  listPlans,
  plansToExport,
  sumPlans,
  type ContractFound,
  type PipelineScope,
  type PlannedSpend,
  type PlanPosition,
  type QuarterSum,
  type YearSum,
} from '#persistence';
import { Clock, together, unprocessable } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import { csvOfPlans } from './plan-csv.js';

/** Planned spend as a list shows it. */
export interface ListedPlan extends PlannedSpend {
  /** The quarter it is to start in, or why it is in none of those shown. */
  readonly period: PipelinePeriod;
  /** Approval will be needed soon, or is needed already, and no request is begun. */
  readonly engageNow: boolean;
}

/** A page of a pipeline. */
export interface ListedPlans {
  readonly items: readonly ListedPlan[];
  readonly next: PlanPosition | null;
}

/** What is planned to start in a period. */
export interface PeriodFigure extends Omit<QuarterSum, 'quarterBegins'> {
  readonly period: PipelinePeriod;
}

/** A pipeline in figures, whatever of it is listed. */
export interface PipelineFigures {
  /** London, `YYYY-MM-DD`. */
  readonly today: IsoDate;
  readonly horizon: IsoDate;
  /** Starts by this day, included, need their request begun now. */
  readonly engageUntil: IsoDate;
  /** Every quarter of the horizon, and what lies outside of it, in order. */
  readonly periods: readonly PeriodFigure[];
  readonly years: readonly YearSum[];
  readonly entries: number;
  readonly engageNow: number;
  readonly extensions: number;
  readonly contractsEnding: readonly ContractFound[];
  /** More contracts end than are listed. */
  readonly moreContracts: boolean;
}

/** A file of planned spend. */
export interface ExportedPlans {
  readonly text: string;
  readonly rows: number;
  /** When it was read. */
  readonly at: Date;
}

/** Contracts that are listed, the earliest ends first. This service's own choice. */
const MOST_CONTRACTS = 200;
/** Most entries in one exported file: what an import takes. */
const MOST_EXPORTED = 5_000;

const NOTHING = { entries: 0, expectedPence: 0, withoutAmount: 0, engageNow: 0 };

/** Reads the pipeline of planned spend, for departments their own and for GDS Assurance and auditors all. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Planned spend the person may see that fits the criteria, in the order it is to start. */
  async list(
    acting: Acting,
    criteria: PipelineCriteria,
    page: { readonly after: PlanPosition | null; readonly limit: number },
  ): Promise<ListedPlans> {
    const today = this.today();
    const { items, next } = await listPlans(this.database.as(acting), {
      scope: scopeOf(acting, criteria),
      days: pipelineDays(criteria, today),
      ...page,
    });
    acting.witness?.sawList(items.length);
    return { items: items.map((plan) => listed(plan, today)), next };
  }

  /** The pipeline in figures: of an organisation with those that belong to it, or of all the person may see. */
  async figures(acting: Acting, organisationId: string | null): Promise<PipelineFigures> {
    const today = this.today();
    const scope = scopeOf(acting, { organisationId });
    const until = engageUntil(today);
    const horizon = horizonOf(today);
    const [{ quarters, years, extensions }, found] = await together([
      sumPlans(this.database.as(acting), scope, until),
      contractsEnding(this.database.as(acting), scope, {
        from: today,
        to: horizon,
        most: MOST_CONTRACTS + 1,
      }),
    ]);
    const ending = found
      .slice(0, MOST_CONTRACTS)
      .filter((contract) => endsWithinHorizon(contract.contractEndsOn, today));
    const periods = periodFigures(quarters, today);
    const sum = (part: 'entries' | 'engageNow'): number =>
      periods.reduce((total, figure) => total + figure[part], 0);
    acting.witness?.sawList(sum('entries') + ending.length);
    return {
      today,
      horizon,
      engageUntil: until,
      periods,
      years,
      entries: sum('entries'),
      engageNow: sum('engageNow'),
      extensions,
      contractsEnding: ending,
      moreContracts: found.length > MOST_CONTRACTS,
    };
  }

  /** How many entries of some organisations should have their request begun now. */
  toEngage(acting: Acting, organisationIds: readonly string[]): Promise<number> {
    return countPlansToEngage(this.database.as(acting), organisationIds, engageUntil(this.today()));
  }

  /**
   * A file of exactly what a list of the criteria shows, on all its pages; it can be imported again.
   * @throws ProblemError 422 where that is more than a file holds
   */
  async export(acting: Acting, criteria: PipelineCriteria): Promise<ExportedPlans> {
    const at = this.clock.now();
    const days = pipelineDays(criteria, londonDate(at));
    const scope = scopeOf(acting, criteria);
    const plans = await plansToExport(this.database.as(acting), scope, days, MOST_EXPORTED + 1);
    if (plans.length > MOST_EXPORTED)
      throw unprocessable(
        `There are more than ${String(MOST_EXPORTED)} entries: export one organisation or one quarter at a time.`,
        [],
      );
    acting.witness?.sawList(plans.length);
    return { text: csvOfPlans(plans), rows: plans.length, at };
  }

  private today(): IsoDate {
    return londonDate(this.clock.now());
  }
}

function scopeOf(
  acting: Acting,
  { organisationId }: Pick<PipelineCriteria, 'organisationId'>,
): PipelineScope {
  return { sight: sightOf(acting.roles), organisationId };
}

function listed(plan: PlannedSpend, today: IsoDate): ListedPlan {
  const { spendStartsOn } = plan.details;
  return {
    ...plan,
    period: periodOf(spendStartsOn, today),
    engageNow: shouldEngageNow({ state: 'planned', spendStartsOn }, today),
  };
}

/** Quarters as periods of the pipeline, those without anything too. */
function periodFigures(quarters: readonly QuarterSum[], today: IsoDate): readonly PeriodFigure[] {
  return periodsOf(today).map((period) =>
    quarters
      .filter(({ quarterBegins }) => periodOf(quarterBegins, today) === period)
      .reduce<PeriodFigure>(
        (figure, { entries, expectedPence, withoutAmount, engageNow }) => ({
          period,
          entries: figure.entries + entries,
          expectedPence: figure.expectedPence + expectedPence,
          withoutAmount: figure.withoutAmount + withoutAmount,
          engageNow: figure.engageNow + engageNow,
        }),
        { period, ...NOTHING },
      ),
  );
}
