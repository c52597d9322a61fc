import type { CaseDetails, EvidenceLink, IsoDate } from '../case/case-content.js';
import type { ConditionStatus, NewCondition } from '../lifecycle/case-facts.js';
import type { DecidedState } from '../lifecycle/states.js';
import type { Pence } from '../money/pence.js';

/** Where a condition of an imported decision stood in the source. */
export const IMPORTED_CONDITION_STATUSES = [
  'open',
  'met',
  'waived',
] as const satisfies readonly ConditionStatus[];
export type ImportedConditionStatus = (typeof IMPORTED_CONDITION_STATUSES)[number];

/** A condition as the source has it. */
export interface ImportedCondition extends NewCondition {
  readonly status: ImportedConditionStatus;
}

/** A decision of the past, read from one row and held against the rules. */
export interface ImportedDecision {
  /** What the source system calls the case. */
  readonly sourceReference: string;
  /** SHA-256 of the row's cells by column, hex: the same row again is known by it, in whatever order its columns are. */
  readonly rowHash: string;
  readonly organisationId: string;
  readonly regimeVersion: string;
  readonly details: CaseDetails;
  /** Level of the regime's scale. */
  readonly rating: string | null;
  readonly submittedOn: IsoDate;
  readonly decidedOn: IsoDate;
  readonly outcome: DecidedState;
  readonly requestedPence: Pence;
  readonly approvedPence: Pence | null;
  /** Name or role, as in the source; personal data. */
  readonly decidedBy: string;
  readonly reason: string;
  readonly conditions: readonly ImportedCondition[];
  readonly document: EvidenceLink | null;
}
