import { FOLLOWING_KINDS, type FollowingKind, type Pence, type SpendReport } from '#domain';
import { Choice, DateField, FinancialYearField, Flag, Nested, PenceField, Text } from '../fields/fields.js';
import { QueryUuid } from '../fields/query-fields.js';
import { LONGEST_NARRATIVE, LONGEST_REASON, MOST_YEARS } from './limits.js';

/** A request that starts from an approval. */
export class VariationRequestBody {
  @Choice(FOLLOWING_KINDS, { description: '“varies” asks for something else, “extends” for more time.' })
  readonly kind!: FollowingKind;

  @Text({
    max: LONGEST_NARRATIVE,
    multiline: true,
    description: 'What changes from what was approved, and why.',
  })
  readonly whatChanges!: string;
}

/** Money spent in one financial year. */
export class YearSpentRequest {
  @FinancialYearField()
  readonly financialYear!: string;

  @PenceField()
  readonly amountPence!: Pence;
}

/** What was spent so far. */
export class SpendReportRequest {
  @Nested(() => YearSpentRequest, {
    array: true,
    maxItems: MOST_YEARS,
    description:
      'All that was spent so far, by financial year: it replaces what an earlier report said. None only in a final report, where nothing was spent.',
  })
  readonly years!: YearSpentRequest[];

  @Text({
    max: LONGEST_REASON,
    multiline: true,
    optional: true,
    nullable: true,
    description:
      'Needed where more was spent than approved, where it ended before it was to start, and where final amounts are put right.',
  })
  readonly note?: string | null;

  @Flag({ optional: true, description: 'Whether the spending has ended and these are the final amounts.' })
  readonly final?: boolean;

  @DateField({ optional: true, nullable: true, description: 'The day it ended; with final amounts only.' })
  readonly endedOn?: string | null;
}

/** A later day by which a condition is to be met. */
export class ConditionExtensionRequest {
  @DateField({ description: 'Later than the day before it, and today or later.' })
  readonly dueOn!: string;

  @Text({ max: LONGEST_REASON, multiline: true })
  readonly reason!: string;
}

/** Whose approvals to look at. */
export class EndingApprovalsQuery {
  @QueryUuid({ description: 'Only of this organisation.' })
  organisation?: string;
}

/** What was spent, as the service that records it takes it. */
export function spendReportOf({ years, note, final, endedOn }: SpendReportRequest): SpendReport {
  return {
    years: years.map(({ financialYear, amountPence }) => ({ financialYear, amountPence })),
    note: note ?? null,
    final: final ?? false,
    endedOn: endedOn ?? null,
  };
}
