import { FOLLOWING_NAMES, formatPounds, overspend } from '#domain';
import { conditionSaid, evidenceBy } from './after-decision.js';
import { formatDay } from './days-in-words.js';
import { byRole, given, type Template } from './letter.js';

/** A condition, or a promised remediation, was given more time. */
export const conditionExtended: Template = (parameters) => {
  const { title, dueOn, recipientPart } = parameters;
  return {
    headline: 'a condition has more time',
    paragraphs: [
      dueOn === null
        ? `A condition of the approval of “${title}” was given more time${byRole(parameters)}.`
        : `A condition of the approval of “${title}” was given more time${byRole(parameters)}. It is due on ${formatDay(dueOn)} now.`,
      conditionSaid(parameters),
      given('Reason', parameters.reason),
      dueOn === null
        ? `What you need to do next: ${evidenceBy(recipientPart)} in time.`
        : `What you need to do next: ${evidenceBy(recipientPart)} by the end of ${formatDay(dueOn)}.`,
    ],
  };
};

/** The department said what it spent. */
export const spendRecorded: Template = (parameters) => {
  const { title, organisation, spentPence, approvedPence, final } = parameters;
  const over = spentPence === null ? null : overspend(spentPence, approvedPence);
  return {
    headline: over === null ? 'actual spend recorded' : 'more was spent than approved',
    paragraphs: [
      `What was spent of the approval of “${title}” from ${organisation} was recorded${byRole(parameters)}.`,
      [
        ...(approvedPence === null ? [] : [`Amount approved: ${formatPounds(approvedPence)}`]),
        ...(spentPence === null
          ? []
          : [`${final ? 'Spent in all' : 'Spent so far'}: ${formatPounds(spentPence)}`]),
        ...(over === null ? [] : [`More than approved by: ${formatPounds(over)}`]),
      ].join('\n'),
      given('What the department says about it', parameters.reason),
      over === null
        ? 'You do not need to do anything.'
        : 'What you need to do next: ask the department what it does about it. Spending above the amount approved needs a variation.',
    ],
  };
};

/** A period of spending is over, and what was spent in it is not known. */
export const spendReportDue: Template = ({ title, approvedPence, endsOn }) => ({
  headline: 'say what was spent',
  paragraphs: [
    `“${title}” was approved${approvedPence === null ? '' : `, for ${formatPounds(approvedPence)}`}. ${
      endsOn === null
        ? 'What was spent of it is asked for now.'
        : `What was spent of it until ${formatDay(endsOn)} has not been recorded yet.`
    }`,
    'What you need to do next: record in the case what was spent so far, by financial year. If the spending has ended, say so and give the day: you are not asked again then.',
  ],
});

/** An approval ends before long, and nothing that follows on it is asked for. */
export const approvalEnding: Template = ({ title, endsOn, recipientPart }) => ({
  headline: 'the approval is about to run out',
  paragraphs: [
    endsOn === null
      ? `The approval of “${title}” is about to run out.`
      : `The approval of “${title}” ends on ${formatDay(endsOn)}: that is when the spending it is for, or the contract, was to end.`,
    recipientPart === 'senior-responsible-owner'
      ? 'What you need to do next: see to it that an extension is asked for in time if money is to be spent after that.'
      : 'What you need to do next: if money is to be spent after that, start an extension from the case now. Everything is carried over, and you need to explain only what changes. If the spending has ended, record the final amounts in the case.',
  ],
});

/** A request was started from an approval. */
export const variationStarted: Template = (parameters) => {
  const { title, following } = parameters;
  const what = following === null ? 'A request' : `${FOLLOWING_NAMES[following.kind]} ${following.reference}`;
  return {
    headline:
      following === null
        ? 'a variation was started'
        : `${FOLLOWING_NAMES[following.kind].toLowerCase()} ${following.reference} started`,
    paragraphs: [
      `${what} was started from the approval of “${title}”${byRole(parameters)}. It is a draft with everything that was approved.`,
      given('What changes and why', parameters.reason),
      'What you need to do next: help to finish the draft. The approval stands as it is until there is a decision on it.',
    ],
  };
};
