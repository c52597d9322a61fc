import type { Recipient } from '#domain';
import { conditionSaid, evidenceBy } from './after-decision.js';
import { counted, formatDay } from './days-in-words.js';
import { answerTheReturn } from './in-review.js';
import { byDeadline, given, questions, type Template } from './letter.js';
import type { ToldTarget } from './notice-parameters.js';

/** A condition is open and its due date is not far off. */
export const conditionDueSoon: Template = (parameters) => {
  const { title, dueOn, recipientPart } = parameters;
  return {
    headline: 'a condition is due soon',
    paragraphs: [
      dueOn === null
        ? `A condition of the approval of “${title}” is due soon and still open.`
        : `A condition of the approval of “${title}” is due on ${formatDay(dueOn)} and still open.`,
      conditionSaid(parameters),
      dueOn === null
        ? `What you need to do next: ${evidenceBy(recipientPart)}, as soon as you can.`
        : `What you need to do next: ${evidenceBy(recipientPart)} by the end of ${formatDay(dueOn)}. From the day after that it counts as overdue.`,
    ],
  };
};

/** A condition is open and its due date has passed. */
export const conditionOverdue: Template = (parameters) => {
  const { title, dueOn, recipientPart } = parameters;
  return {
    headline: 'a condition is overdue',
    paragraphs: [
      dueOn === null
        ? `A condition of the approval of “${title}” is overdue: it is still open.`
        : `A condition of the approval of “${title}” is overdue: it was due on ${formatDay(dueOn)} and is still open.`,
      conditionSaid(parameters),
      `What you need to do next: ${aboutOverdue(recipientPart)}`,
    ],
  };
};

function aboutOverdue(part: Recipient): string {
  switch (part) {
    case 'senior-responsible-owner':
      return 'see to it that the condition is met and that evidence of it is entered in the case, at once. The spending was approved on this condition.';
    case 'named-reviewer':
    case 'deciders':
    case 'assurance-inbox':
    case 'crown-commercial-service':
      return 'ask the department how it stands and when the condition will be met. A decider can waive it, with a reason, if it no longer has to be met.';
    case 'condition-owner':
    case 'submitter':
    case 'assurance-lead':
    case 'uploader':
      return `${evidenceBy(part)}, at once. If that cannot be done, say why in a comment on the case.`;
  }
}

/** The department has not answered a return for some time. */
export const returnUnanswered: Template = (parameters) => {
  const { title, workingDays, reminder, recipientPart } = parameters;
  const since = workingDays === null ? '' : ` ${counted(workingDays, 'working day')} ago`;
  const again = reminder === null || reminder < 2 ? '' : ` This is reminder number ${String(reminder)}.`;
  const happened = `GDS Assurance returned “${title}” for information${since} and has had no answer yet.${again}`;
  if (recipientPart === 'named-reviewer')
    return {
      headline: 'the return is still unanswered',
      paragraphs: [
        happened,
        'What you need to do next: ask the department whether it means to answer, or to withdraw the case. The clock stays stopped until it answers.',
      ],
    };
  return {
    headline: 'GDS Assurance is waiting for your answer',
    paragraphs: [
      happened,
      given('Why it was returned', parameters.reason),
      questions(parameters.points),
      answerTheReturn(parameters),
    ],
  };
};

/** The time of a target runs out soon. */
export const targetNear: Template = (parameters) => {
  const { title, organisation, target, recipientPart, advice } = parameters;
  return {
    headline: `the time to ${nameOf(target)} runs out soon`,
    paragraphs: [
      `GDS Assurance aims to ${nameOf(target)}${byDeadline(target)} and has not done so yet (“${title}” from ${organisation}).`,
      advice
        ? `What you need to do next: answer the question, or see that somebody does${byDeadline(target)}.`
        : recipientPart === 'assurance-inbox'
          ? `What you need to do next: see that somebody has the case in hand and does this${byDeadline(target)}.`
          : `What you need to do next: do this${target?.dueAt == null ? ' in time' : byDeadline(target)}. Where the target can be extended, you can extend it before that, with a reason.`,
    ],
  };
};

/** The time of a target has run out. */
export const targetMissed: Template = (parameters) => {
  const { title, organisation, target, recipientPart, advice } = parameters;
  return {
    headline: `the time to ${nameOf(target)} has run out`,
    paragraphs: [
      `GDS Assurance aimed to ${nameOf(target)}${byDeadline(target)} and did not (“${title}” from ${organisation}). The department can see this.`,
      `What you need to do next: ${advice ? 'answer the question at once, or see that somebody does.' : aboutMissed(recipientPart)}`,
    ],
  };
};

function aboutMissed(part: Recipient): string {
  if (part === 'deciders')
    return 'decide if the case is waiting for your decision; otherwise settle with its reviewer when this will be done.';
  if (part === 'assurance-inbox') return 'see that somebody has the case in hand, at once.';
  return 'do it at once, and tell the department in a comment on the case when to expect it.';
}

/** What the target asks for, to follow "to". */
function nameOf(target: ToldTarget | null): string {
  return target === null ? 'deal with this case' : target.name;
}
