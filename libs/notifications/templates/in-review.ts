import { STATE_NAMES } from '#domain';
import { formatDay } from './days-in-words.js';
import { byRole, given, questions, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

/** GDS Assurance has named a reviewer. */
export const acknowledged: Template = (parameters) => {
  const happened = `GDS Assurance acknowledged “${parameters.title}” and named a reviewer.`;
  if (parameters.recipientPart === 'named-reviewer')
    return {
      headline: 'you are the named reviewer',
      paragraphs: [
        happened,
        'You are the reviewer.',
        'What you need to do next: start the review. The clock runs from the day the case was submitted.',
      ],
    };
  return {
    headline: 'acknowledged by GDS Assurance',
    paragraphs: [
      happened,
      'You do not need to do anything now. We will email you when the review starts, or if GDS Assurance needs more information.',
    ],
  };
};

/** The review has begun. */
export const reviewStarted: Template = (parameters) => ({
  headline: 'review started',
  paragraphs: [
    `GDS Assurance has started to review “${parameters.title}” against the 13 points of the Technology Code of Practice.`,
    'You do not need to do anything now. We will email you if more information is needed, and when there is a decision.',
  ],
});

/** The case came back with questions; the clock stands still. */
export const returned: Template = (parameters) => ({
  headline: 'returned for information',
  paragraphs: [
    `GDS Assurance needs more information about “${parameters.title}”. The case was returned${byRole(parameters)}.`,
    given('Why it was returned', parameters.reason),
    questions(parameters.points),
    answerTheReturn(parameters),
  ],
});

/** What the department is to do about a return, by the reader's part. */
export function answerTheReturn({ dueOn, recipientPart }: NoticeParameters): string {
  const deadline =
    dueOn === null
      ? 'There is no fixed date, but the review goes on only once you have resubmitted: until then its clock is stopped.'
      : `Please do so by ${formatDay(dueOn)}. Until then the clock of the review is stopped.`;
  return recipientPart === 'assurance-lead'
    ? `What you need to do next: once the answers are in the case, sign it off and resubmit it. ${deadline}`
    : `What you need to do next: answer each question in the case, then ask your assurance lead to sign it off and resubmit it. ${deadline}`;
}

/** The department has answered. */
export const resubmitted: Template = (parameters) => {
  const happened = `“${parameters.title}” from ${parameters.organisation} was resubmitted${byRole(parameters)}. It is back in GDS Assurance review and its clock runs again.`;
  return {
    headline: 'resubmitted',
    paragraphs: [
      happened,
      given('What the department says about it', parameters.reason),
      parameters.recipientPart === 'submitter' || parameters.recipientPart === 'assurance-lead'
        ? 'You do not need to do anything now. We will email you when there is a decision, or if GDS Assurance needs more information.'
        : 'What you need to do next: read what changed, point by point, and go on with the review.',
    ],
  };
};

/** The reviewer has recommended a decision. */
export const recommended: Template = (parameters) => ({
  headline: 'recommended, needs a decision',
  paragraphs: [
    `A decision on “${parameters.title}” from ${parameters.organisation} was recommended${byRole(parameters)}.`,
    parameters.outcome === null ? null : `Recommended outcome: ${outcomeName(parameters.outcome)}`,
    given('Why', parameters.reason),
    'What you need to do next: decide, or refer it back to the review. The person who recommended it cannot decide it.',
  ],
});

/** The decider wants the review to go on. */
export const referredBack: Template = (parameters) => ({
  headline: 'referred back to the review',
  paragraphs: [
    `The recommendation on “${parameters.title}” was referred back${byRole(parameters)}. The case is in GDS Assurance review again.`,
    given('Reason', parameters.reason),
    'What you need to do next: look at the case again and recommend a decision. The clock is running.',
  ],
});

/** An outcome as people read it, whether it was stored by its name or by its key. */
export function outcomeName(outcome: string): string {
  return Object.entries(STATE_NAMES).find(([key]) => key === outcome)?.[1] ?? outcome;
}
