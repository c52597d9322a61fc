import { Injectable } from '@nestjs/common';
import { faultsInFields, londonDate, type ActionRequest, type CaseAction } from '#domain';
import { Clock, type FieldProblem } from '#platform';
import type { Acting } from './acting.js';
import { CaseLoading } from './case-loading.js';

/** What a form says so far: what could not be read, or was not filled in, is left out. */
export interface SaidSoFar extends Omit<ActionRequest, 'today' | 'condition' | 'extension'> {
  /** The condition it is about. */
  readonly conditionId?: string;
}

/** Looks through forms that are not whole yet, so that people are told everything at once. */
@Injectable()
export class FormFaults {
  constructor(
    private readonly loading: CaseLoading,
    private readonly clock: Clock,
  ) {}

  /**
   * What the rules find wrong with the fields a form has so far. To do the thing is still asked of its own service,
   * which says the rest: who may, and when.
   * @throws ProblemError 404 when the person may not see the case
   */
  async of(
    acting: Acting,
    reference: string,
    action: CaseAction,
    { conditionId, ...said }: SaidSoFar,
  ): Promise<readonly FieldProblem[]> {
    const { record, facts } = await this.loading.load(acting, reference);
    const condition = record.conditions.find(({ id }) => id === conditionId);
    const request = { ...said, condition, today: londonDate(this.clock.now()) };
    return faultsInFields(action, facts, acting, request).map(({ pointer, message }) => ({
      pointer,
      detail: message,
    }));
  }
}
