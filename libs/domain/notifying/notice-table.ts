import type { EventType } from '../decision-log/events.js';

/** Who can be told of something, as a part they play in the case. */
export const RECIPIENTS = [
  'submitter',
  'assurance-lead',
  'assurance-inbox',
  'named-reviewer',
  'deciders',
  'senior-responsible-owner',
  'condition-owner',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** What people read for each kind of recipient. */
export const RECIPIENT_NAMES: Readonly<Record<Recipient, string>> = {
  submitter: 'the person who created the case',
  'assurance-lead': "the organisation's assurance leads",
  'assurance-inbox': 'the GDS Assurance inbox',
  'named-reviewer': 'the named reviewer',
  deciders: 'the GDS Assurance deciders',
  'senior-responsible-owner': 'the senior responsible owner',
  'condition-owner': 'the owner of each condition',
};

/**
 * Which event tells whom. This service's own; the examples of the published process are all in it. An event that is
 * not listed tells nobody. A person who would be told twice of one event is told once, and nobody is told of what
 * they did themselves unless they would otherwise have no record of it (`evenTheActor`).
 */
export const NOTICES = {
  'signed-off': { to: ['submitter'], evenTheActor: false },
  'sign-off-taken-back': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  submitted: { to: ['submitter', 'assurance-lead', 'assurance-inbox'], evenTheActor: true },
  acknowledged: { to: ['submitter', 'assurance-lead', 'named-reviewer'], evenTheActor: false },
  'review-started': { to: ['submitter'], evenTheActor: false },
  returned: { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  resubmitted: { to: ['submitter', 'named-reviewer', 'assurance-inbox'], evenTheActor: false },
  recommended: { to: ['deciders'], evenTheActor: false },
  'referred-back': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  decided: {
    to: ['submitter', 'assurance-lead', 'named-reviewer', 'senior-responsible-owner', 'condition-owner'],
    evenTheActor: false,
  },
  withdrawn: {
    to: ['submitter', 'assurance-lead', 'named-reviewer', 'assurance-inbox'],
    evenTheActor: false,
  },
  'closed-below-threshold': { to: ['submitter', 'assurance-lead'], evenTheActor: true },
  'condition-evidence-submitted': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'condition-changed': { to: ['submitter', 'assurance-lead', 'condition-owner'], evenTheActor: false },
  'condition-due': { to: ['condition-owner', 'submitter', 'assurance-lead'], evenTheActor: false },
} as const satisfies Partial<
  Record<EventType, { readonly to: readonly Recipient[]; readonly evenTheActor: boolean }>
>;

/** Events that tell somebody. */
export type NoticeEvent = keyof typeof NOTICES;
export const NOTICE_EVENTS = Object.keys(NOTICES) as readonly NoticeEvent[];

/** Whether an event of this type tells somebody. */
export function tellsSomebody(type: EventType): type is NoticeEvent {
  return type in NOTICES;
}

/** Kinds of end a queued email can come to, and the steps before it. */
export const EMAIL_STATUSES = ['queued', 'sending', 'sent', 'refused', 'technical-failure'] as const;
export type EmailStatus = (typeof EMAIL_STATUSES)[number];

/** What people read for each. */
export const EMAIL_STATUS_NAMES: Readonly<Record<EmailStatus, string>> = {
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  refused: 'Refused by the receiving system',
  'technical-failure': 'Could not be sent',
};
