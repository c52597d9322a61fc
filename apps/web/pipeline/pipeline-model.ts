import type { ListedPlan, PipelineFigures } from '#casework';
import {
  CATEGORY_NAMES,
  formatPounds,
  PHASE_NAMES,
  periodName,
  PIPELINE_SHOW_NAMES,
  PIPELINE_SHOWS,
  type PipelineCriteria,
} from '#domain';
import { fullMoney, wholeNumber } from '../charts/chart-words.js';
import { dayInWords } from '../views/page-filters.js';
import { pipelinePath } from './pipeline-address.js';

/** An entry of the list. */
export interface PlanRow {
  readonly reference: string;
  readonly key: string | null;
  readonly title: string;
  readonly organisation: string;
  readonly synthetic: boolean;
  /** Kind of spending and phase, as far as they are known. */
  readonly kind: string;
  readonly starts: string;
  readonly expected: string;
  readonly suppliers: string;
  readonly engageNow: boolean;
  readonly extension: boolean;
}

/** Entries that start in one period, under its name. */
export interface PlanGroup {
  readonly title: string;
  readonly rows: readonly PlanRow[];
}

function rowOf(plan: ListedPlan): PlanRow {
  const { details } = plan;
  const { category, phase } = details;
  const suppliers =
    details.proposedSuppliers.length > 0 ? details.proposedSuppliers : details.currentSuppliers;
  return {
    reference: plan.reference,
    key: plan.key,
    title: details.title,
    organisation: plan.organisation.name,
    synthetic: plan.synthetic,
    kind: [category === null ? '' : CATEGORY_NAMES[category], phase === null ? '' : PHASE_NAMES[phase]]
      .filter((text) => text !== '')
      .join(', '),
    starts: dayInWords(details.spendStartsOn),
    expected: plan.expectedPence === null ? '' : formatPounds(plan.expectedPence),
    suppliers: suppliers.join(', '),
    engageNow: plan.engageNow,
    extension: details.flags.contractExtension === true,
  };
}

/** Entries under the periods they start in; they come in that order. */
export function planGroups(plans: readonly ListedPlan[]): readonly PlanGroup[] {
  const groups = new Map<string, PlanRow[]>();
  for (const plan of plans) {
    const title = periodName(plan.period);
    groups.set(title, [...(groups.get(title) ?? []), rowOf(plan)]);
  }
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

/** The figures as the tables of the page show them. */
export function figuresModel(figures: PipelineFigures, criteria: PipelineCriteria) {
  const everything = { ...criteria, period: null, show: 'all' } as const;
  return {
    entries: figures.entries,
    engageUntil: figures.engageUntil,
    horizon: figures.horizon,
    engageNow: { count: figures.engageNow, href: pipelinePath({ ...everything, show: 'engage-now' }) },
    extensions: { count: figures.extensions, href: pipelinePath({ ...everything, show: 'extensions' }) },
    periods: figures.periods.map((figure) => ({
      title: periodName(figure.period),
      entries: wholeNumber(figure.entries),
      href: figure.entries === 0 ? null : pipelinePath({ ...everything, period: figure.period }),
      expected: fullMoney(figure.expectedPence),
      withoutAmount: wholeNumber(figure.withoutAmount),
      engageNow: wholeNumber(figure.engageNow),
    })),
    years: figures.years.map(({ financialYear, amountPence, entries }) => ({
      financialYear,
      amount: fullMoney(amountPence),
      entries: wholeNumber(entries),
    })),
    contracts: figures.contractsEnding,
    moreContracts: figures.moreContracts,
  };
}

/** What the list is narrowed to, and how to narrow it otherwise. */
export function narrowingModel(
  criteria: PipelineCriteria,
  figures: PipelineFigures,
  organisations: ReadonlyMap<string, string>,
) {
  return {
    organisations: [
      { value: '', text: 'All organisations', selected: criteria.organisationId === null },
      ...[...organisations].map(([value, text]) => ({
        value,
        text,
        selected: value === criteria.organisationId,
      })),
    ],
    periods: [
      { value: '', text: 'Any time', selected: criteria.period === null },
      ...figures.periods.map(({ period }) => ({
        value: period,
        text: periodName(period),
        selected: period === criteria.period,
      })),
    ],
    shows: PIPELINE_SHOWS.map((value) => ({
      value,
      text: PIPELINE_SHOW_NAMES[value],
      selected: value === criteria.show,
    })),
    isOneOrganisation: criteria.organisationId !== null,
    isNarrowed: criteria.period !== null || criteria.show !== 'all' || criteria.organisationId !== null,
  };
}
