import type { ActionRule } from '../lifecycle/actions.js';
import { ADVICE_STATES, OPEN_ADVICE_STATES } from './advice-words.js';

/**
 * What is done to a request for advice: rows of the lifecycle like any other. Who may ask, and that GDS Assurance answers,
 * follow the Code of Practice page; the rest is this service's own. A question that follows an answer is with GDS
 * Assurance again, but its first-answer clock has been met.
 */
export const ADVICE_ACTIONS = {
  'follow-up-advice': {
    name: 'write again about the question',
    from: OPEN_ADVICE_STATES,
    to: ['advice-asked'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: [],
  },
  'answer-advice': {
    name: 'answer the question',
    from: OPEN_ADVICE_STATES,
    to: ['advice-answered'],
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation'],
  },
  'refer-advice': {
    name: 'send the question to the Crown Commercial Service',
    from: OPEN_ADVICE_STATES,
    to: ['advice-answered'],
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation', 'may-leave-the-service'],
  },
  'close-advice': {
    name: 'close the question',
    from: OPEN_ADVICE_STATES,
    to: ['advice-closed'],
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider'],
    reason: 'none',
    guards: ['advice-outcome-fits'],
  },
  'reopen-advice': {
    name: 'open the question again',
    from: ['advice-closed'],
    to: ['advice-asked'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: [],
  },
  'tie-advice': {
    name: 'say which case the question is about',
    from: ADVICE_STATES,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider'],
    reason: 'none',
    guards: ['case-fits-the-question'],
  },
  'attach-to-advice': {
    name: 'attach a file to what you wrote',
    from: OPEN_ADVICE_STATES,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider'],
    reason: 'none',
    guards: ['message-is-own'],
  },
  'mark-advice': {
    name: 'mark the question higher',
    from: ADVICE_STATES,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider'],
    reason: 'none',
    guards: ['marking-is-higher'],
  },
  'publish-guidance': {
    name: 'publish an answer as guidance',
    from: ['advice-answered', 'advice-closed'],
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation', 'may-be-published', 'answer-was-given', 'guidance-names-nobody'],
  },
  'withdraw-guidance': {
    name: 'withdraw published guidance',
    from: ADVICE_STATES,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'guidance-is-published'],
  },
} as const satisfies Record<string, ActionRule>;
