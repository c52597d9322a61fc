import { counted } from './days-in-words.js';
import { aim, byDeadline, byRole, given, type Message, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

/** A reviewer confirmed the rating, or gave another. */
export const ratingReviewed: Template = (parameters) => {
  const { title, rating } = parameters;
  const overridden = rating?.overridden === true;
  return {
    headline: overridden ? 'rating changed by GDS Assurance' : 'rating confirmed by GDS Assurance',
    paragraphs: [
      overridden
        ? `GDS Assurance gave “${title}” another risk and importance rating than your answers make.`
        : `GDS Assurance confirmed the risk and importance rating of “${title}”.`,
      ratingSaid(parameters),
      given('Why', parameters.reason),
      'You do not need to do anything. If you think the rating is wrong, say so in a comment on the case.',
    ],
  };
};

function ratingSaid({ rating }: NoticeParameters): string | null {
  if (rating === null) return null;
  return [
    `Rating: ${rating.level}`,
    ...(rating.overridden ? [`Rating from your answers: ${rating.computed ?? 'none'}`] : []),
  ].join('\n');
}

/** GDS Assurance took more time for a target. */
export const clockExtended: Template = (parameters) => {
  const { title, target, recipientPart } = parameters;
  const what = target === null ? 'deal with this case' : target.name;
  return {
    headline: `more time to ${what}`,
    paragraphs: [
      `The time GDS Assurance has to ${what} was extended by ${daysInWords(parameters)}${byRole(parameters)} (“${title}”).`,
      target?.dueAt == null ? null : `GDS Assurance now aims to ${what}${byDeadline(target)}.`,
      given('Why', parameters.reason),
      recipientPart === 'named-reviewer'
        ? 'What you need to do next: keep to the new date.'
        : 'You do not need to do anything. The new date is shown on the case.',
    ],
  };
};

/** Somebody at GDS Assurance has a question in hand now. */
function questionAssigned(parameters: NoticeParameters): Message {
  const { title, organisation, target, reviewerName, recipientPart } = parameters;
  if (recipientPart === 'named-reviewer')
    return {
      headline: 'a question is yours to answer',
      paragraphs: [
        `“${title}”, a question from ${organisation}, was assigned to you${byRole(parameters)}.`,
        given('What was said about it', parameters.reason),
        aim(target),
        'What you need to do next: answer it, or give it back with a reason.',
      ],
    };
  return {
    headline: 'somebody has your question',
    paragraphs: [
      `${reviewerName ?? 'Somebody'} of GDS Assurance now has your question “${title}”.`,
      'You do not need to do anything now. We will email you the answer.',
    ],
  };
}

/** Somebody has the case in hand now: the reviewer learns that it is theirs, the department who it is. */
export const reviewerAssigned: Template = (parameters) => {
  const { title, organisation, target, reviewerName, recipientPart, advice } = parameters;
  if (advice) return questionAssigned(parameters);
  if (recipientPart === 'named-reviewer')
    return {
      headline: 'you are now the reviewer',
      paragraphs: [
        `“${title}” from ${organisation} was assigned to you${byRole(parameters)}.`,
        given('What was said about it', parameters.reason),
        aim(target),
        `What you need to do next: look at the case and go on with it${byDeadline(target)}. If you cannot take it, give it back with a reason.`,
      ],
    };
  return {
    headline: 'a reviewer was named',
    paragraphs: [
      reviewerName === null
        ? `GDS Assurance named a reviewer for “${title}”.`
        : `${reviewerName} of GDS Assurance now reviews “${title}”.`,
      aim(target),
      'You do not need to do anything now. We will email you if GDS Assurance needs more information, and when there is a decision.',
    ],
  };
};

/** Nobody has the case in hand any more. */
export const reviewerUnassigned: Template = (parameters) => {
  const { title, organisation, target, reviewerName, advice } = parameters;
  if (advice)
    return {
      headline: 'a question nobody has in hand',
      paragraphs: [
        `${reviewerName ?? 'Whoever had it'} no longer has a question of ${organisation} in hand. Nobody has it now.`,
        given('Why', parameters.reason),
        aim(target),
        'What you need to do next: answer it, or give it to somebody who can.',
      ],
    };
  return {
    headline: 'needs another reviewer',
    paragraphs: [
      `${reviewerName ?? 'The reviewer'} no longer reviews “${title}” from ${organisation}. Nobody has the case in hand now.`,
      given('Why', parameters.reason),
      aim(target),
      'What you need to do next: name another reviewer.',
    ],
  };
};

/** The organisation assured the spending itself, as its earned autonomy lets it. */
export const assuredByDepartment: Template = (parameters) => {
  const { title, organisation, rating, recipientPart } = parameters;
  return {
    headline: 'assured by the department',
    paragraphs: [
      `“${title}” was assured by ${organisation} itself${byRole(parameters)}, under its earned autonomy.`,
      rating === null ? null : `Rating: ${rating.level}`,
      recipientPart === 'assurance-inbox'
        ? 'You do not need to do anything. The spending is recorded. If GDS Assurance should look at it after all, call the case in.'
        : 'You do not need to do anything. The spending is recorded. GDS Assurance can still call the case in; we will email you if it does.',
    ],
  };
};

/** GDS Assurance reviews what the department assured. */
export const calledIn: Template = (parameters) => {
  const happened = `“${parameters.title}” from ${parameters.organisation}, which the department had assured itself, was called in${byRole(parameters)}: GDS Assurance will review it.`;
  return {
    headline: 'called in by GDS Assurance',
    paragraphs: [
      happened,
      given('Why', parameters.reason),
      parameters.recipientPart === 'assurance-inbox'
        ? 'What you need to do next: acknowledge the case and name a reviewer. The clock runs from the day it was called in.'
        : 'You do not need to do anything now. GDS Assurance will acknowledge the case and name a reviewer; we will email you when they do.',
    ],
  };
};

/** `5 working days`, or `some time` where it was not said. */
function daysInWords({ days, dayKind }: NoticeParameters): string {
  if (days === null) return 'some time';
  switch (dayKind) {
    case 'working-days':
      return counted(days, 'working day');
    case 'calendar-days':
      return counted(days, 'calendar day');
    case null:
      return counted(days, 'day');
  }
}
