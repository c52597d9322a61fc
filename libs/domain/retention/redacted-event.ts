import { withoutWhatChanges } from '../after-decision/following.js';
import type { AttachmentRef } from '../attachments/attachment.js';
import {
  emptyPointEvidence,
  type CaseContent,
  type CaseDetails,
  type LegacyException,
  type PointEvidence,
} from '../case/case-content.js';
import type { CaseEvent } from '../decision-log/events.js';

/** Details with what could be personal taken out. */
export function redactedDetails(details: CaseDetails): CaseDetails {
  return {
    ...withoutWhatChanges(details),
    description: null,
    currentSuppliers: [],
    proposedSuppliers: [],
    retrospectiveExplanation: null,
    seniorResponsibleOwner: null,
    commitmentAnswers: Object.fromEntries(
      // Those of before commitments were asked about lack them.
      Object.entries((details as Partial<CaseDetails>).commitmentAnswers ?? {}).map(([id, { meets }]) => [
        id,
        { meets, explanation: null },
      ]),
    ),
  };
}

/** Names and checksums of files go; that there were some, of which type and size, stays. */
function withoutNames<Part extends { readonly attachments?: readonly AttachmentRef[] }>(part: Part): Part {
  const { attachments } = part;
  return attachments === undefined
    ? part
    : { ...part, attachments: attachments.map((one) => ({ ...one, name: '', sha256: '' })) };
}

/** Which common components are used stays; why not goes. */
function withoutReasons(evidence: PointEvidence): PointEvidence {
  const { components } = evidence;
  return components === undefined
    ? evidence
    : { ...evidence, components: components.map((one) => ({ ...one, reason: null })) };
}

function redactedEvidence(evidence: PointEvidence): PointEvidence {
  // Early events may lack it.
  const { remediation } = { ...emptyPointEvidence(evidence.point), ...evidence };
  return {
    ...withoutNames(withoutReasons(evidence)),
    narrative: null,
    notApplicableReason: null,
    links: [],
    remediation: remediation === null ? null : { action: null, owner: null, dueOn: remediation.dueOn },
  };
}

/** By when a benefit was promised and what it was to be worth stays; what it is goes. */
function withoutBenefits(exception: LegacyException): LegacyException {
  const { benefits } = exception;
  return benefits === undefined
    ? exception
    : { ...exception, benefits: benefits.map((one) => ({ ...one, benefit: '', measure: null })) };
}

function redactedException(exception: LegacyException): LegacyException {
  return {
    ...withoutNames(withoutBenefits(exception)),
    explanation: null,
    remediationPlan: null,
    owner: null,
  };
}

/** Everything a department says with what could be personal taken out; the database does the same to what it keeps. */
export function redactedContent({ details, points, legacyExceptions }: CaseContent): CaseContent {
  return {
    details: redactedDetails(details),
    points: points.map(redactedEvidence),
    legacyExceptions: legacyExceptions.map(redactedException),
  };
}

const NO_OWNER = { text: '', ownerName: '', ownerEmail: '' } as const;

/**
 * An event of a case that was disposed of, in the shape events have: where its text was taken away, nothing stands.
 * What is kept of an event after disposal are its facts, which lack the text altogether.
 */
export function redactedEvent(event: CaseEvent): CaseEvent {
  return { ...event, reason: '', payload: { ...event.payload, ...withoutText(event) } } as CaseEvent;
}

/** The parts of a payload that hold text, without it. Every type is named, so that none is forgotten. */
function withoutText(event: CaseEvent): object {
  switch (event.type) {
    case 'case-created': {
      const { details, carriedOver } = event.payload;
      if (carriedOver === undefined) return { details: redactedDetails(details) };
      const { points, legacyExceptions, attachments } = carriedOver;
      return {
        details: redactedDetails(details),
        carriedOver: {
          points: points.map(redactedEvidence),
          legacyExceptions: legacyExceptions.map(redactedException),
          ...(attachments === undefined
            ? {}
            : { attachments: attachments.map((file) => ({ ...file, name: '', sha256: '' })) }),
        },
      };
    }
    case 'spend-recorded':
      return { note: null };
    case 'details-changed':
      return { details: redactedDetails(event.payload.details) };
    case 'imported':
      return {
        details: redactedDetails(event.payload.details),
        rowHash: '',
        contentHash: '',
        decidedBy: '',
        document: null,
        conditions: event.payload.conditions.map((condition) => ({ ...condition, ...NO_OWNER })),
      };
    case 'point-evidence-saved':
      return { evidence: redactedEvidence(event.payload.evidence) };
    case 'legacy-exception-added':
    case 'legacy-exception-changed':
      return { exception: redactedException(event.payload.exception) };
    case 'advice-asked':
      return { details: redactedDetails(event.payload.details), body: '' };
    case 'advice-referred':
      return { body: '', sentTo: '' };
    case 'guidance-published':
      return { title: '', body: '' };
    case 'comment-added':
    case 'advice-followed-up':
    case 'advice-answered':
    case 'advice-closed':
    case 'advice-reopened':
      return { body: '' };
    case 'comment-edited':
      return { body: '', before: '' };
    case 'signed-off':
    case 'submitted':
    case 'resubmitted':
    case 'assured-by-department':
      return { contentHash: '' };
    case 'point-assessed':
      return { explanation: null };
    case 'returned':
      return { points: event.payload.points.map(({ point }) => ({ point, question: '' })) };
    case 'decided':
      return {
        overrides: event.payload.overrides.map(({ point }) => ({ point, reason: '' })),
        conditions: event.payload.conditions.map((condition) => ({ ...condition, ...NO_OWNER })),
      };
    case 'condition-evidence-submitted':
      return { text: '', links: [] };
    case 'external-decision-recorded':
      return { documentTitle: '', documentUrl: '' };
    case 'attachment-added':
      return { name: '', sha256: '' };
    case 'attachment-infected':
      return { signature: '' };
    case 'advice-tied':
    case 'advice-marked':
    case 'guidance-withdrawn':
    case 'attachment-removed':
    case 'legacy-exception-removed':
    case 'comment-resolved':
    case 'comment-reopened':
    case 'request-begun':
    case 'sign-off-taken-back':
    case 'acknowledged':
    case 'review-started':
    case 'legacy-exception-ruled-on':
    case 'recommended':
    case 'referred-back':
    case 'withdrawn':
    case 'closed-below-threshold':
    case 'condition-changed':
    case 'condition-extended':
    case 'variation-started':
    case 'promises-carried-over':
    case 'spend-report-due':
    case 'approval-ending':
    case 'condition-due':
    case 'rating-reviewed':
    case 'review-depth-set':
    case 'case-related':
    case 'case-unrelated':
    case 'put-in-touch':
    case 'likeness-dismissed':
    case 'clock-extended':
    case 'reviewer-assigned':
    case 'reviewer-unassigned':
    case 'called-in':
    case 'condition-due-soon':
    case 'condition-overdue':
    case 'return-unanswered':
    case 'target-near':
    case 'target-missed':
    case 'disposal-marked':
    case 'disposal-held':
    case 'disposal-released':
    case 'disposed':
      return {};
  }
}
