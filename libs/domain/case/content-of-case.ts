import { withAttachments, type StandingAttachment } from '../attachments/attachment.js';
import type { CaseContent } from './case-content.js';

/** A case as it is kept: what the department says, and its files beside that. */
export interface KeptContent extends CaseContent {
  readonly attachments: readonly StandingAttachment[];
}

/** What the department says now, as one value: without revisions, rulings and whatever else is kept about it. */
export function contentOfCase({ details, points, legacyExceptions, attachments }: KeptContent): CaseContent {
  const content: CaseContent = {
    details,
    points: points.map(
      ({ point, selfAssessment, narrative, notApplicableReason, links, remediation, components }) => ({
        point,
        selfAssessment,
        narrative,
        notApplicableReason,
        links,
        remediation,
        ...(components === undefined ? {} : { components }),
      }),
    ),
    legacyExceptions: legacyExceptions.map(
      ({ id, system, points: limits, explanation, remediationPlan, funded, targetDate, owner, ...rest }) => ({
        id,
        system,
        points: limits,
        explanation,
        remediationPlan,
        funded,
        targetDate,
        owner,
        scores: rest.scores,
        ...(rest.benefits === undefined ? {} : { benefits: rest.benefits }),
      }),
    ),
  };
  return withAttachments(content, attachments);
}
