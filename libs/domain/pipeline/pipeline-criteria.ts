import type { IsoDate } from '../case/case-content.js';
import { engageUntil, periodDays, type PipelinePeriod } from './horizon.js';

/** Which planned spend to show: all of it, what needs its request begun now, or extensions of contracts. */
export const PIPELINE_SHOWS = ['all', 'engage-now', 'extensions'] as const;
export type PipelineShow = (typeof PIPELINE_SHOWS)[number];

/** What people read for each. */
export const PIPELINE_SHOW_NAMES: Readonly<Record<PipelineShow, string>> = {
  all: 'All planned spend',
  'engage-now': 'Engage now',
  extensions: 'Extensions foreseen',
};

/** Which planned spend somebody asks for. Everything in it narrows. */
export interface PipelineCriteria {
  /** An organisation with those that belong to it; `null` for all the person may see. */
  readonly organisationId: string | null;
  readonly period: PipelinePeriod | null;
  readonly show: PipelineShow;
}

/** Criteria by the days they come to. */
export interface PipelineDays {
  /** `null` for any start; days are included. */
  readonly starts: 'unknown' | { readonly from: IsoDate | null; readonly to: IsoDate | null } | null;
  /** It must start by this day; `null` where that is not asked. */
  readonly until: IsoDate | null;
  /** Only extensions of contracts. */
  readonly extensions: boolean;
}

/** The days that criteria ask for on a day. */
export function pipelineDays({ period, show }: PipelineCriteria, today: IsoDate): PipelineDays {
  return {
    starts: period === null ? null : (periodDays(period, today) ?? 'unknown'),
    until: show === 'engage-now' ? engageUntil(today) : null,
    extensions: show === 'extensions',
  };
}
