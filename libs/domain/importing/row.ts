import {
  COMMERCIAL_APPROACHES,
  PHASES,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  UNANSWERED_FLAGS,
  type CaseDetails,
  type EvidenceLink,
} from '../case/case-content.js';
import { dateInWords } from '../case/dates.js';
import { LONGEST_NAME, LONGEST_NARRATIVE, LONGEST_REASON, LONGEST_TITLE } from '../case/limits.js';
import { isLink } from '../case/text.js';
import { canonicalHash } from '../decision-log/canonical.js';
import { DECIDED_STATES, type DecidedState } from '../lifecycle/states.js';
import { formatPounds, type Pence } from '../money/pence.js';
import { regimeInForceOn, wasInForceOn } from '../triage/regime-on.js';
import { bad, readChoice, readDate, readPounds, type Cell } from './cells.js';
import type { ImportCells, ImportColumnName } from './columns.js';
import { organisationOf, type ImportContext } from './context.js';
import type { ImportProblem } from './header.js';
import type { ImportedCondition, ImportedDecision } from './imported-decision.js';
import { readConditions, readFlags, readSuppliers } from './lists.js';
import { choice, RowReader, text } from './row-reader.js';

/** A row, read: the decision, or everything that is wrong with it. */
export type RowReading =
  | { readonly ok: true; readonly decision: ImportedDecision }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** Longest reference of a source system, in characters. This service's own choice. */
const LONGEST_REFERENCE = 64;

/**
 * Reads one row. Amounts, dates and organisations must be unmistakable, and the decision must be one this service
 * could have recorded: not more approved than requested, conditions with owner and due date, and a regime that was in
 * force. Nothing is guessed and nothing is corrected.
 */
export function readRow(cells: ImportCells, context: ImportContext): RowReading {
  const row = new RowReader<ImportColumnName>(cells);
  const sourceReference = row.required('reference', text(LONGEST_REFERENCE));
  const organisationId = row.required('organisation', (cell) => organisationOf(cell, context));
  const details = detailsOf(row);
  const dates = datesOf(row, context.today);
  const regimeVersion = regimeOf(row, context, dates.submittedOn);
  const rating = ratingOf(row, context, regimeVersion);
  const outcome = row.required('outcome', choice(DECIDED_STATES));
  const approvedPence = approvedOf(row, outcome, details.requestedPence);
  const decidedBy = row.required('decided-by', text(LONGEST_NAME));
  const reason = row.required('reason', text(LONGEST_REASON, true));
  const conditions = conditionsOf(row, outcome, dates.decidedOn);
  const document = documentOf(row);
  const decision = {
    ...dates,
    rowHash: rowHash(cells),
    sourceReference,
    organisationId,
    regimeVersion,
    details,
    rating,
    outcome,
    requestedPence: details.requestedPence,
    approvedPence,
    decidedBy,
    reason,
    conditions,
    document,
  };
  // Whatever is asked for and could not be read has left a problem, so what is left is whole.
  return row.problems.length > 0
    ? { ok: false, problems: row.problems }
    : { ok: true, decision: decision as ImportedDecision };
}

/** Empty cells do not count, so a column that is added and not filled in changes no row. */
function rowHash(cells: ImportCells): string {
  return canonicalHash(Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')));
}

function detailsOf(row: RowReader<ImportColumnName>): CaseDetails {
  return {
    title: row.required('title', text(LONGEST_TITLE)) ?? '',
    description: row.optional('description', text(LONGEST_NARRATIVE, true)),
    category: row.optional('category', choice(SPEND_CATEGORIES)),
    phase: row.optional('phase', choice(PHASES)),
    requestedPence: row.required('requested-amount', readPounds),
    wholeLifePence: row.optional('whole-life-cost', readPounds),
    yearAmounts: [],
    spendStartsOn: row.optional('spend-starts-on', readDate),
    spendEndsOn: row.optional('spend-ends-on', readDate),
    contractEndsOn: row.optional('contract-ends-on', readDate),
    currentSuppliers: row.optional('current-suppliers', readSuppliers) ?? [],
    proposedSuppliers: row.optional('proposed-suppliers', readSuppliers) ?? [],
    commercialApproach: row.optional('commercial-approach', choice(COMMERCIAL_APPROACHES)),
    flags: row.optional('flags', readFlags) ?? UNANSWERED_FLAGS,
    retrospectiveExplanation: null,
    protectiveMarking:
      row.required('protective-marking', choice(PROTECTIVE_MARKINGS)) ?? 'OFFICIAL-SENSITIVE',
    seniorResponsibleOwner: null,
    ratingAnswers: {},
    commitmentAnswers: {},
  };
}

function datesOf(
  row: RowReader<ImportColumnName>,
  today: string,
): { readonly submittedOn: string | null; readonly decidedOn: string | null } {
  const submittedOn = row.required('submitted-on', readDate);
  const decidedOn = row.required('decided-on', readDate);
  if (decidedOn !== null && decidedOn > today)
    row.refuse(
      'decided-on',
      `Only decisions of the past are imported: this is after today, ${dateInWords(today)}`,
    );
  if (submittedOn !== null && decidedOn !== null && decidedOn < submittedOn)
    row.refuse('decided-on', `This is before the submission on ${dateInWords(submittedOn)}`);
  return { submittedOn, decidedOn };
}

/** By the day of the submission, as with every case: that is what pins a case to its regime. */
function regimeOf(
  row: RowReader<ImportColumnName>,
  { regimes }: ImportContext,
  submittedOn: string | null,
): string | null {
  const named = row.optional('regime', choice(regimes.map(({ version }) => version)));
  if (submittedOn === null || (named === null && !row.isEmpty('regime'))) return null;
  if (named === null) {
    const regime = regimeInForceOn(regimes, submittedOn);
    if (regime === null)
      row.refuse(
        'submitted-on',
        `No spend control this service knows was in force on ${dateInWords(submittedOn)}, so the decision cannot be pinned to one: leave the row out`,
      );
    return regime?.version ?? null;
  }
  if (!regimes.some((regime) => regime.version === named && wasInForceOn(regime, submittedOn)))
    row.refuse(
      'regime',
      `${named} was not in force on ${dateInWords(submittedOn)}: correct it, or leave it empty`,
    );
  return named;
}

function ratingOf(
  row: RowReader<ImportColumnName>,
  { regimes }: ImportContext,
  version: string | null,
): string | null {
  const regime = regimes.find((known) => known.version === version);
  if (regime === undefined) return null;
  const { rating } = regime;
  return row.optional('rating', (cell) =>
    rating === 'not-known'
      ? bad(`The levels of ${regime.version} are not known: leave this empty`)
      : readChoice(
          cell,
          rating.levels.map(({ id }) => id),
        ),
  );
}

function approvedOf(
  row: RowReader<ImportColumnName>,
  outcome: DecidedState | null,
  requested: Pence | null,
): Pence | null {
  if (outcome === 'not-approved') {
    if (!row.isEmpty('approved-amount'))
      row.refuse('approved-amount', 'Leave this empty: nothing was approved');
    return null;
  }
  // Whether it is asked for is not known while the outcome is not.
  const approved =
    outcome === null
      ? row.optional('approved-amount', readPounds)
      : row.required('approved-amount', readPounds);
  if (approved === 0) row.refuse('approved-amount', 'The approved amount must be more than nought');
  if (approved !== null && requested !== null && approved > requested)
    row.refuse('approved-amount', `This is more than the ${formatPounds(requested)} requested`);
  return approved;
}

function conditionsOf(
  row: RowReader<ImportColumnName>,
  outcome: DecidedState | null,
  decidedOn: string | null,
): readonly ImportedCondition[] {
  const asked = outcome === 'approved-with-conditions';
  if (outcome !== null && !asked && !row.isEmpty('conditions')) {
    row.refuse('conditions', 'Leave this empty, or make the outcome “approved-with-conditions”');
    return [];
  }
  const conditions =
    (asked ? row.required('conditions', readConditions) : row.optional('conditions', readConditions)) ?? [];
  for (const [index, { dueOn }] of conditions.entries())
    if (decidedOn !== null && dueOn < decidedOn)
      row.refuse(
        'conditions',
        `Condition ${String(index + 1)}: it is due on ${dateInWords(dueOn)}, before the decision`,
      );
  return conditions;
}

function documentOf(row: RowReader<ImportColumnName>): EvidenceLink | null {
  const title = row.optional('document-title', text(LONGEST_NAME));
  const url = row.optional('document-url', (cell): Cell<string> =>
    isLink(cell)
      ? { ok: true, value: cell }
      : bad('Give a link that begins with https:// or http://, without a user name or password'),
  );
  if (title !== null && row.isEmpty('document-url'))
    row.refuse('document-url', 'Say where the document is, or leave out its title');
  return url === null ? null : { title: title ?? 'Source document', url };
}
