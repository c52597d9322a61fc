export * from './money/pence.js';
export * from './access/access-record.js';
export * from './access/access-rules.js';
export * from './access/authorise.js';
export * from './attachments/attachment.js';
export * from './attachments/file-name.js';
export * from './attachments/file-types.js';
export * from './access/invitation.js';
export * from './access/network-address.js';
export * from './access/sign-in-tries.js';
export * from './access/machine-access.js';
export * from './access/step-up.js';
export * from './case/case-content.js';
export * from './case/case-words.js';
export * from './case/case-reference.js';
export * from './case/dates.js';
export * from './case/difference.js';
export * from './case/field-names.js';
export * from './case/flag-statements.js';
export * from './case/limits.js';
export * from './case/text.js';
export * from './case/point-evidence.js';
export * from './case/review-words.js';
export * from './case/version-content.js';
export * from './case/word-difference.js';
export * from './code-of-practice/completeness.js';
export * from './code-of-practice/guidance.js';
export * from './code-of-practice/points.js';
export * from './dashboard/cases-behind.js';
export * from './dashboard/figures.js';
export * from './dashboard/time-to-decision.js';
export * from './decision-history/calendar-quarter.js';
export * from './decision-history/catalogue.js';
export * from './decision-history/examples.js';
export * from './decision-history/filters.js';
export * from './decision-history/history-words.js';
export * from './decision-history/nil-return.js';
export * from './decision-history/question.js';
export * from './decision-history/questions-of-cases.js';
export * from './decision-history/questions-of-events.js';
export * from './decision-history/read-criteria.js';
export * from './decision-history/times.js';
export * from './decision-log/canonical.js';
export * from './decision-log/event-form.js';
export * from './decision-log/checkpoint.js';
export * from './decision-log/events.js';
export {
  append,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  frontierNodes,
  HASH_BYTES,
  leafHash,
  nodeHash,
  rootOf,
  type Frontier,
  type Hash,
  type NodePosition,
  type TreeNode,
} from './decision-log/merkle.js';
export * from './decision-log/merkle-proof.js';
export * from './decision-log/merkle-verify.js';
export * from './decision-log/note-keys.js';
export * from './decision-log/signed-note.js';
export * from './decision-log/projected-columns.js';
export * from './decision-log/projection.js';
export * from './decision-log/projection-differences.js';
export * from './decision-log/replay.js';
export * from './decision-log/replayed.js';
export * from './importing/columns.js';
export * from './importing/context.js';
export * from './importing/header.js';
export * from './importing/imported-decision.js';
export * from './importing/report.js';
export * from './importing/lists.js';
export * from './importing/row.js';
export * from './triage/json-place.js';
export * from './triage/reference-data-kinds.js';
export * from './triage/regime-on.js';
export * from './legacy-risk/criteria.js';
export * from './legacy-risk/score.js';
export * from './lifecycle/actions.js';
export * from './lifecycle/case-facts.js';
export * from './lifecycle/check-action.js';
export * from './lifecycle/checked-table.js';
export * from './lifecycle/guards.js';
export * from './lifecycle/refusal.js';
export * from './lifecycle/request-parts.js';
export * from './lifecycle/roles.js';
export * from './lifecycle/sight.js';
export * from './lifecycle/standing.js';
export * from './lifecycle/states.js';
export * from './lifecycle/validate-table.js';
export * from './notifying/email-preference.js';
export * from './notifying/notice-table.js';
export * from './organisations/government-organisations.js';
export * from './organisations/major-programmes.js';
export * from './reminders/digest.js';
export * from './reminders/occasions.js';
export * from './reminders/reminder-rules.js';
export * from './retention/disposal.js';
export * from './retention/redacted-event.js';
export * from './retention/retention-periods.js';
export * from './search/case-criteria.js';
export * from './triage/commitments.js';
export * from './triage/condition-words.js';
export * from './triage/condition.js';
export * from './triage/earned-autonomy.js';
export * from './triage/evaluate.js';
export * from './triage/kept-route.js';
export * from './triage/mandatory-points.js';
export * from './triage/questions.js';
export * from './triage/rating.js';
export * from './triage/read-regime.js';
export * from './triage/regime.js';
export * from './triage/regime-dates.js';
export * from './triage/regime-faults.js';
export * from './triage/regime-schema.js';
export * from './triage/relations.js';
export * from './triage/routing.js';
export * from './triage/thresholds.js';
export * from './triage/triage.js';
export * from './triage/triage-record.js';
export * from './working-time/business-hours.js';
export * from './working-time/clock.js';
export * from './working-time/clock-events.js';
export * from './working-time/extension.js';
export * from './working-time/london-time.js';
export * from './working-time/turnaround.js';
export * from './working-time/working-calendar.js';
export * from './webhooks/webhook.js';
