import type { EventType } from '../decision-log/events.js';

/** Types of events about one subject, for who chooses among them. */
export interface EventSubject {
  readonly name: string;
  readonly types: readonly EventType[];
}

const SUBJECTS: readonly EventSubject[] = [
  {
    name: 'Requests',
    types: [
      'case-created',
      'request-begun',
      'details-changed',
      'point-evidence-saved',
      'legacy-exception-added',
      'legacy-exception-changed',
      'legacy-exception-removed',
      'signed-off',
      'sign-off-taken-back',
      'submitted',
      'resubmitted',
      'withdrawn',
      'closed-below-threshold',
      'assured-by-department',
      'imported',
    ],
  },
  {
    name: 'Review',
    types: [
      'acknowledged',
      'review-started',
      'called-in',
      'rating-reviewed',
      'review-depth-set',
      'returned',
      'return-unanswered',
      'put-in-touch',
    ],
  },
  { name: 'Decisions', types: ['decided', 'external-decision-recorded'] },
  {
    name: 'Conditions',
    types: [
      'condition-evidence-submitted',
      'condition-changed',
      'condition-extended',
      'condition-due-soon',
      'condition-due',
      'condition-overdue',
    ],
  },
  {
    name: 'After the decision',
    types: [
      'variation-started',
      'promises-carried-over',
      'spend-report-due',
      'spend-recorded',
      'approval-ending',
    ],
  },
  { name: 'Targets', types: ['target-near', 'target-missed', 'clock-extended'] },
  {
    name: 'Comments and files',
    types: [
      'comment-added',
      'comment-edited',
      'comment-resolved',
      'comment-reopened',
      'attachment-added',
      'attachment-removed',
      'attachment-infected',
    ],
  },
  {
    name: 'Advice',
    types: [
      'advice-asked',
      'advice-followed-up',
      'advice-answered',
      'advice-referred',
      'advice-closed',
      'advice-reopened',
      'advice-tied',
      'advice-marked',
      'guidance-published',
      'guidance-withdrawn',
    ],
  },
  { name: 'Disposal', types: ['disposal-marked', 'disposed'] },
];

/** Types of events by their subject; those of none of them last, as “Other”. */
export function bySubject(types: readonly EventType[]): readonly EventSubject[] {
  const known = new Set(SUBJECTS.flatMap((subject) => subject.types));
  return [
    ...SUBJECTS.map(({ name, types: all }) => ({ name, types: all.filter((type) => types.includes(type)) })),
    { name: 'Other', types: types.filter((type) => !known.has(type)) },
  ].filter((subject) => subject.types.length > 0);
}
