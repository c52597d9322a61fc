import type { CarriedOver, IsoDate, Pence, PromiseCarried, SpendReport } from '#domain';
import type { Rider } from './case-change.js';

/** By this the database refuses a second request from one approval, whoever sees the first. */
export const ONLY_FOLLOWER_CONSTRAINT = 'spend_case_only_follower';

/** Writes what a request takes over from the approval it starts from. Its case must be made by the same change. */
export function takeOver(
  { points, legacyExceptions }: CarriedOver,
  takenBy: string,
  takenAt: Date,
): readonly Rider[] {
  const evidence: Rider = (bind) => `insert into point_evidence (case_id, point, self_assessment, narrative,
      not_applicable_reason, links, remediation, components, revision, saved_by, saved_at)
    select changed.id, p.point, p."selfAssessment", p.narrative, p."notApplicableReason", p.links,
      nullif(p.remediation, 'null'::jsonb), p.components, 1, ${bind(takenBy, 'uuid')}, ${bind(takenAt, 'timestamptz')}
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(points), 'jsonb')}) as p(point smallint,
      "selfAssessment" text, narrative text, "notApplicableReason" text, links jsonb, remediation jsonb,
      components jsonb)`;
  if (legacyExceptions.length === 0) return [evidence];
  const exceptions: Rider = (bind) => `insert into legacy_exception (id, case_id, system, points, explanation,
      remediation_plan, funded, target_date, owner, scores, benefits, revision, saved_by, saved_at)
    select x.id, changed.id, x.system, array(select jsonb_array_elements_text(x.points)::smallint), x.explanation,
      x."remediationPlan", x.funded, x."targetDate", x.owner, x.scores, x.benefits, 1, ${bind(takenBy, 'uuid')},
      ${bind(takenAt, 'timestamptz')}
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(legacyExceptions), 'jsonb')}) as x(id uuid,
      system text, points jsonb, explanation text, "remediationPlan" text, funded boolean, "targetDate" date,
      owner text, scores jsonb, benefits jsonb)`;
  return [evidence, exceptions];
}

/** Says that the reminders of the approval a request starts from are to be worked out again. */
export function stirFollowed(followedCaseId: string): Rider {
  return (bind) => `update spend_case followed set schedule_stale = true from changed
    where followed.id = ${bind(followedCaseId, 'uuid')} and followed.id <> changed.id`;
}

/** Says of promises of a case that they are followed with another one, or with this one again. */
export function carryPromises(
  promises: readonly PromiseCarried[],
  followingReference: string,
  at: Date,
): Rider {
  return (
    bind,
  ) => `update condition set status = p.status, revision = condition.revision + 1, changed_at = ${bind(at, 'timestamptz')},
      carried_over_to = case p.status when 'carried-over' then ${bind(followingReference, 'text')} end
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(promises), 'jsonb')}) as p("conditionId" uuid,
      status text)
    where condition.id = p."conditionId" and condition.case_id = changed.id`;
}

/** Records what the department says was spent so far. */
export function recordSpendReport(
  report: SpendReport & {
    readonly id: string;
    readonly decisionId: string;
    readonly approvedPence: Pence | null;
    readonly totalPence: Pence;
    readonly recordedBy: string;
    readonly recordedAt: Date;
  },
): Rider {
  return (
    bind,
  ) => `insert into spend_report (id, case_id, sequence, decision_id, approved_pence, years, total_pence,
      note, final, ended_on, recorded_by, recorded_at)
    select ${bind(report.id, 'uuid')}, id, revision, ${bind(report.decisionId, 'uuid')},
      ${bind(report.approvedPence, 'bigint')}, ${bind(JSON.stringify(report.years), 'jsonb')},
      ${bind(report.totalPence, 'bigint')}, ${bind(report.note, 'text')}, ${bind(report.final, 'boolean')},
      ${bind(report.endedOn, 'date')}, ${bind(report.recordedBy, 'uuid')}, ${bind(report.recordedAt, 'timestamptz')}
    from changed`;
}

/** Gives a condition a later day by which it is to be met. */
export function moveConditionDue(conditionId: string, dueOn: IsoDate, at: Date): Rider {
  return (bind) => `update condition set due_on = ${bind(dueOn, 'date')}, revision = condition.revision + 1,
      changed_at = ${bind(at, 'timestamptz')}
    from changed where condition.id = ${bind(conditionId, 'uuid')} and condition.case_id = changed.id`;
}
