import type { EventType } from '../decision-log/events.js';

/** Who can be told of something, as a part they play in the case. */
export const RECIPIENTS = [
  'submitter',
  'assurance-lead',
  'uploader',
  'assurance-inbox',
  'named-reviewer',
  'deciders',
  'senior-responsible-owner',
  'condition-owner',
  'crown-commercial-service',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Those at GDS Assurance: what is written to them is for nobody who speaks for the case's organisation. */
export const INTERNAL_RECIPIENTS = [
  'assurance-inbox',
  'named-reviewer',
  'deciders',
] as const satisfies readonly Recipient[];

/** What people read for each kind of recipient. */
export const RECIPIENT_NAMES: Readonly<Record<Recipient, string>> = {
  submitter: 'the person who created the case',
  'assurance-lead': "the organisation's assurance leads",
  uploader: 'the person who attached the file',
  'assurance-inbox': 'the GDS Assurance inbox',
  'named-reviewer': 'the named reviewer',
  deciders: 'the GDS Assurance deciders',
  'senior-responsible-owner': 'the senior responsible owner',
  'condition-owner': 'the owner of each condition',
  'crown-commercial-service': 'the Crown Commercial Service',
};

/** Who is told of an event, and how. */
export interface Notice {
  readonly to: readonly Recipient[];
  /** Whoever did it is told too. */
  readonly evenTheActor: boolean;
  /** It cannot wait for tomorrow: sent at once even to those who prefer a daily digest. */
  readonly urgent?: true;
}

/**
 * Which event tells whom. This service's own; the examples of the published process are all in it. An event that is
 * not listed tells nobody. A person who would be told twice of one event is told once, and nobody is told of what
 * they did themselves unless they would otherwise have no record of it (`evenTheActor`). Also this service's own is
 * what cannot wait for a daily digest (`urgent`): a return, because until it is answered the case stands still; a
 * decision, because money is spent or not spent on it; a missed target, because each day makes it worse; a virus in a
 * file, because whoever sent it may have it on their own computer.
 */
export const NOTICES = {
  'request-begun': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  'signed-off': { to: ['submitter'], evenTheActor: false },
  'sign-off-taken-back': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  submitted: { to: ['submitter', 'assurance-lead', 'assurance-inbox'], evenTheActor: true },
  acknowledged: { to: ['submitter', 'assurance-lead', 'named-reviewer'], evenTheActor: false },
  'review-started': { to: ['submitter'], evenTheActor: false },
  returned: { to: ['submitter', 'assurance-lead'], evenTheActor: false, urgent: true },
  resubmitted: { to: ['submitter', 'named-reviewer', 'assurance-inbox'], evenTheActor: false },
  recommended: { to: ['deciders'], evenTheActor: false },
  'referred-back': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  decided: {
    to: ['submitter', 'assurance-lead', 'named-reviewer', 'senior-responsible-owner', 'condition-owner'],
    evenTheActor: false,
    urgent: true,
  },
  withdrawn: {
    to: ['submitter', 'assurance-lead', 'named-reviewer', 'assurance-inbox'],
    evenTheActor: false,
  },
  'closed-below-threshold': { to: ['submitter', 'assurance-lead'], evenTheActor: true },
  'condition-evidence-submitted': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'condition-changed': { to: ['submitter', 'assurance-lead', 'condition-owner'], evenTheActor: false },
  'condition-extended': { to: ['submitter', 'assurance-lead', 'condition-owner'], evenTheActor: false },
  'spend-recorded': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'spend-report-due': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  'approval-ending': {
    to: ['submitter', 'assurance-lead', 'senior-responsible-owner'],
    evenTheActor: false,
  },
  'variation-started': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  'condition-due': { to: ['condition-owner', 'submitter', 'assurance-lead'], evenTheActor: false },
  'condition-due-soon': { to: ['condition-owner', 'submitter', 'assurance-lead'], evenTheActor: false },
  'condition-overdue': {
    to: [
      'condition-owner',
      'submitter',
      'assurance-lead',
      'senior-responsible-owner',
      'named-reviewer',
      'assurance-inbox',
    ],
    evenTheActor: false,
  },
  'return-unanswered': { to: ['submitter', 'assurance-lead', 'named-reviewer'], evenTheActor: false },
  'target-near': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'target-missed': {
    to: ['named-reviewer', 'deciders', 'assurance-inbox'],
    evenTheActor: false,
    urgent: true,
  },
  'rating-reviewed': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  'clock-extended': { to: ['submitter', 'assurance-lead', 'named-reviewer'], evenTheActor: false },
  'reviewer-assigned': { to: ['named-reviewer', 'submitter'], evenTheActor: false },
  'reviewer-unassigned': { to: ['assurance-inbox', 'deciders'], evenTheActor: false },
  'assured-by-department': { to: ['submitter', 'assurance-lead', 'assurance-inbox'], evenTheActor: true },
  'put-in-touch': { to: ['submitter', 'assurance-lead'], evenTheActor: false },
  'attachment-infected': { to: ['uploader'], evenTheActor: true, urgent: true },
  'advice-asked': { to: ['submitter', 'named-reviewer', 'assurance-inbox'], evenTheActor: true },
  'advice-followed-up': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'advice-reopened': { to: ['named-reviewer', 'assurance-inbox'], evenTheActor: false },
  'advice-answered': { to: ['submitter', 'named-reviewer'], evenTheActor: false },
  'advice-referred': { to: ['crown-commercial-service', 'submitter', 'named-reviewer'], evenTheActor: true },
  'advice-closed': { to: ['submitter', 'named-reviewer'], evenTheActor: false },
  'called-in': { to: ['submitter', 'assurance-lead', 'assurance-inbox'], evenTheActor: false },
} as const satisfies Partial<Record<EventType, Notice>>;

/** Events that tell somebody. */
export type NoticeEvent = keyof typeof NOTICES;
export const NOTICE_EVENTS = Object.keys(NOTICES) as readonly NoticeEvent[];

/** Whether an event of this type tells somebody. */
export function tellsSomebody(type: EventType): type is NoticeEvent {
  return type in NOTICES;
}

/** Whether an event is told at once even to those who prefer a daily digest. */
export function cannotWait(event: NoticeEvent): boolean {
  const notice: Notice = NOTICES[event];
  return notice.urgent === true;
}

/** Kinds of end a queued email can come to, and the steps before it. */
export const EMAIL_STATUSES = [
  'queued',
  'sending',
  'sent',
  'refused',
  'technical-failure',
  'held',
  'in-digest',
] as const;
export type EmailStatus = (typeof EMAIL_STATUSES)[number];

/** What people read for each. */
export const EMAIL_STATUS_NAMES: Readonly<Record<EmailStatus, string>> = {
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  refused: 'Refused by the receiving system',
  'technical-failure': 'Could not be sent',
  held: 'Waiting for the next daily digest',
  'in-digest': 'Put in a daily digest',
};
