import {
  ADVICE_OUTCOME_NAMES,
  EXCEPTION_RULING_NAMES,
  EXTERNAL_OUTCOME_NAMES,
  FOLLOWING_NAMES,
  formatPounds,
  isPence,
  namePoint,
  RELATION_NAMES,
  REVIEW_DEPTH_NAMES,
  sizeInWords,
  STATE_NAMES,
  FURTHER_STEP_NAMES,
  VERDICT_NAMES,
} from '#domain';
import { dayInWords } from '../views/page-filters.js';
import { CONDITION_CHANGES, type ConditionNames } from './condition-names.js';
import type { EventText } from './event-texts.js';

/** Names of people an event may speak of by id. */
export type NamesById = ReadonlyMap<string, string>;

function somebody(names: NamesById, id: string): string {
  return names.get(id) ?? 'a reviewer';
}

/**
 * What an event says beside its name, who, when and why: a line each, without a full stop. What it carries in full,
 * such as the whole of an answer, is shown where it belongs.
 * @param conditions of the case, which events speak of by id
 */
export function eventInWords(
  event: EventText,
  names: NamesById,
  conditions: ConditionNames = new Map(),
): readonly string[] {
  const condition = (id: string): string => conditions.get(id) ?? 'A condition';
  switch (event.type) {
    case 'point-evidence-saved':
      return [`About ${namePoint(event.payload.evidence.point)}`];
    case 'legacy-exception-added':
    case 'legacy-exception-changed':
      return [`About ${event.payload.exception.system}`];
    case 'comment-added':
      return [event.payload.body];
    case 'comment-edited':
      return [event.payload.body];
    case 'attachment-added':
      return [event.payload.name, sizeInWords(event.payload.bytes)];
    case 'attachment-infected':
      return [event.payload.signature];
    case 'submitted':
    case 'resubmitted':
      return event.payload.newVersion === false ? ['Nothing had changed, so it is the same version'] : [];
    case 'acknowledged':
      return [`The reviewer is ${somebody(names, event.payload.reviewerId)}`];
    case 'point-assessed': {
      const { point, verdict, explanation } = event.payload;
      return [`About ${namePoint(point)}: ${VERDICT_NAMES[verdict].toLowerCase()}`, explanation ?? ''];
    }
    case 'legacy-exception-ruled-on':
      return [EXCEPTION_RULING_NAMES[event.payload.ruling]];
    case 'returned':
      return event.payload.points.map(({ point, question }) => `About ${namePoint(point)}: ${question}`);
    case 'recommended':
      return [STATE_NAMES[event.payload.outcome]];
    case 'decided': {
      const { outcome, approvedPence, requestedPence, supersedesId } = event.payload;
      const conditions = event.payload.conditions.filter(({ kind }) => kind === undefined);
      return [
        STATE_NAMES[outcome],
        isPence(approvedPence)
          ? `${formatPounds(approvedPence)} approved of ${formatPounds(requestedPence)} requested`
          : '',
        conditions.length === 0
          ? ''
          : `With ${conditions.length} ${conditions.length === 1 ? 'condition' : 'conditions'}`,
        supersedesId === null ? '' : 'It supersedes the decision before',
      ];
    }
    case 'closed-below-threshold':
      return [event.payload.rule];
    case 'condition-evidence-submitted':
      return [condition(event.payload.conditionId), event.payload.text];
    case 'condition-changed': {
      const { conditionId, status } = event.payload;
      return [`${condition(conditionId)}: ${CONDITION_CHANGES[status]}`];
    }
    case 'condition-due':
    case 'condition-due-soon':
    case 'condition-overdue':
      return [`${condition(event.payload.conditionId)}: due on ${dayInWords(event.payload.dueOn)}`];
    case 'condition-extended':
      return [
        `${condition(event.payload.conditionId)}: due on ${dayInWords(event.payload.dueOn)} instead of ${dayInWords(event.payload.previousDueOn)}`,
      ];
    case 'promises-carried-over': {
      const { followingReference, promises } = event.payload;
      return promises.map(
        ({ conditionId, status }) =>
          `${condition(conditionId)}: ${status === 'open' ? 'followed here again, no longer with' : 'carried over to'} ${followingReference}`,
      );
    }
    case 'variation-started':
      return [`${FOLLOWING_NAMES[event.payload.kind]} ${event.payload.followingReference}`];
    case 'spend-recorded': {
      const { totalPence, approvedPence, final, endedOn } = event.payload;
      return [
        isPence(approvedPence)
          ? `${formatPounds(totalPence)} spent of ${formatPounds(approvedPence)} approved`
          : `${formatPounds(totalPence)} spent`,
        final && endedOn !== null ? `These are the final amounts: it ended on ${dayInWords(endedOn)}` : '',
      ];
    }
    case 'spend-report-due':
      return [`What was spent until ${dayInWords(event.payload.endsOn)}`];
    case 'approval-ending':
      return [`It ends on ${dayInWords(event.payload.endsOn)}`];
    case 'case-created': {
      const { follows } = event.payload;
      return follows === undefined
        ? []
        : [`${FOLLOWING_NAMES[follows.kind]} of ${follows.reference}, with all that it says`];
    }
    case 'rating-reviewed':
      return [
        event.payload.computed === event.payload.rating
          ? `Rated ${event.payload.rating}, as the answers make it`
          : `Rated ${event.payload.rating}; the answers make ${event.payload.computed ?? 'no rating'}`,
      ];
    case 'review-depth-set':
      return [REVIEW_DEPTH_NAMES[event.payload.depth]];
    case 'case-related':
      return [`This case ${RELATION_NAMES[event.payload.kind]} ${event.payload.relatedReference}`];
    case 'case-unrelated':
    case 'likeness-dismissed':
      return [event.payload.relatedReference];
    case 'put-in-touch':
      return [`About ${event.payload.relatedReference}: ${event.payload.relatedTitle}`];
    case 'external-decision-recorded': {
      const { kind, outcome, decidedOn } = event.payload;
      return [
        `${FURTHER_STEP_NAMES[kind]}: ${EXTERNAL_OUTCOME_NAMES[outcome].toLowerCase()}, on ${dayInWords(decidedOn)}`,
      ];
    }
    case 'clock-extended':
      return [
        `${event.payload.days} more ${event.payload.days === 1 ? 'day' : 'days'} to ${event.payload.target}`,
      ];
    case 'reviewer-assigned':
      return [`The reviewer is ${somebody(names, event.payload.reviewerId)}`];
    case 'reviewer-unassigned':
      return [`It was with ${somebody(names, event.payload.reviewerId)}`];
    case 'return-unanswered':
      return [`For ${event.payload.workingDays} working days`];
    case 'target-near':
    case 'target-missed':
      return [`To ${event.payload.target}`];
    case 'imported':
      return [
        `From ${event.payload.source}, ${event.payload.sourceReference}`,
        `Decided there on ${dayInWords(event.payload.decidedOn)}: ${STATE_NAMES[event.payload.outcome].toLowerCase()}`,
      ];
    case 'advice-asked':
    case 'advice-followed-up':
    case 'advice-reopened':
    case 'advice-answered':
      return [event.payload.body];
    case 'advice-referred':
      return [`To ${event.payload.sentTo}`, event.payload.body];
    case 'advice-closed':
      return [ADVICE_OUTCOME_NAMES[event.payload.outcome], event.payload.body];
    case 'advice-tied': {
      const { aboutReference, point } = event.payload;
      return [`About ${aboutReference}${point === null ? '' : `, point ${String(point)}`}`];
    }
    case 'advice-marked':
      return [event.payload.protectiveMarking, 'Guidance that was made of it is no longer published'];
    case 'guidance-published':
      return [event.payload.title, event.payload.body];
    case 'disposal-marked':
      return [`Its period of keeping ended on ${dayInWords(event.payload.dueOn)}`];
    case 'details-changed':
    case 'legacy-exception-removed':
    case 'attachment-removed':
    case 'comment-resolved':
    case 'comment-reopened':
    case 'request-begun':
    case 'signed-off':
    case 'sign-off-taken-back':
    case 'review-started':
    case 'referred-back':
    case 'withdrawn':
    case 'assured-by-department':
    case 'called-in':
    case 'guidance-withdrawn':
    case 'disposal-held':
    case 'disposal-released':
    case 'disposed':
      return [];
  }
}
