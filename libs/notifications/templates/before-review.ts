import { aim, byRole, given, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

/** Spend that was planned is to be asked for now. */
export const requestBegun: Template = (parameters) => ({
  headline: 'request begun',
  paragraphs: [
    `The request for “${parameters.title}”, which was planned spend, was begun${byRole(parameters)}. It is a draft now.`,
    'What you need to do next: help to finish the draft, so that it can be signed off and submitted before the spending starts.',
  ],
});

/** The department has signed the case off; it can go to GDS Assurance. */
export const signedOff: Template = (parameters) => ({
  headline: 'signed off by the department',
  paragraphs: [
    `“${parameters.title}” was signed off${byRole(parameters)}.`,
    'What you need to do next: submit it to GDS Assurance. No deadline runs until you do.',
  ],
});

/** The sign-off was taken back; the case is a draft again. */
export const signOffTakenBack: Template = (parameters) => ({
  headline: 'sign-off taken back',
  paragraphs: [
    `The department’s sign-off of “${parameters.title}” was taken back${byRole(parameters)}. The case is a draft again.`,
    given('Reason', parameters.reason),
    parameters.recipientPart === 'assurance-lead'
      ? 'What you need to do next: sign it off again once it is ready. It cannot be submitted before.'
      : 'What you need to do next: make the changes asked for. It needs a new sign-off before it can be submitted.',
  ],
});

/** The case has reached GDS Assurance. */
export const submitted: Template = (parameters) => {
  const happened = `“${parameters.title}” from ${parameters.organisation} was submitted to GDS Assurance${byRole(parameters)}.`;
  if (parameters.recipientPart === 'assurance-inbox')
    return {
      headline: 'submitted, needs a reviewer',
      paragraphs: [
        happened,
        aims(parameters),
        'What you need to do next: acknowledge the case and name a reviewer. The clock runs from its submission.',
      ],
    };
  return {
    headline: 'submitted to GDS Assurance',
    paragraphs: [
      happened,
      aims(parameters),
      'You do not need to do anything now. GDS Assurance will acknowledge the case and name a reviewer; we will email you when they do.',
    ],
  };
};

/** By when GDS Assurance aims to do what, and whose targets these are; nothing where there are none. */
function aims({ targets, targetsSource }: NoticeParameters): string | null {
  if (targets.length === 0) return null;
  return [
    ...targets.flatMap((target) => aim(target) ?? []),
    targetsSource ?? OUR_TARGETS,
    'The clock is stopped while a case is returned for information.',
  ].join('\n');
}

const OUR_TARGETS =
  'These targets are this service’s own, after those once published for version 4 of the spend control.';

/** The department gave the request up. */
export const withdrawn: Template = (parameters) => ({
  headline: 'withdrawn',
  paragraphs: [
    `“${parameters.title}” was withdrawn${byRole(parameters)}.`,
    given('Reason', parameters.reason),
    parameters.recipientPart === 'named-reviewer' || parameters.recipientPart === 'assurance-inbox'
      ? 'You do not need to do anything. The case is closed and stays on record.'
      : 'You do not need to do anything. The case is closed and stays on record. To ask again for this spending, create a new case.',
  ],
});

/** The amount is under the threshold; the spending is recorded and needs no approval. */
export const closedBelowThreshold: Template = (parameters) => ({
  headline: 'closed, below the threshold',
  paragraphs: [
    `“${parameters.title}” is below the threshold for approval and was closed${byRole(parameters)}. The spending stays on record.`,
    given('Reason', parameters.reason),
    'You do not need to do anything. If the amount grows, create a new case before you commit the money.',
  ],
});
