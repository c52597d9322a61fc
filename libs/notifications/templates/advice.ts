import { aim, byRole, given, NEXT_STEP, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

function isWithTheDepartment({ recipientPart }: NoticeParameters): boolean {
  return recipientPart === 'submitter';
}

/** The question by its title; a marked one by none. */
function named({ title, withheld }: NoticeParameters): string {
  return withheld ? title : `“${title}”`;
}

function about({ subject }: NoticeParameters): string | null {
  return subject === null ? null : `About: ${subject}`;
}

/** Somebody asks for advice: who asked has it in writing, GDS Assurance learns of it. */
export const adviceAsked: Template = (parameters) => {
  const { organisation, target, message, sentOn } = parameters;
  if (isWithTheDepartment(parameters))
    return {
      headline: 'we have your question',
      paragraphs: [
        `You asked GDS Assurance for advice: ${named(parameters)}.`,
        given('What you asked', message),
        aim(target),
        'You do not need to do anything now. We will email you the answer.',
      ],
    };
  if (sentOn)
    return {
      headline: 'a question was sent to the Crown Commercial Service',
      paragraphs: [
        `${organisation} asks about buying through frameworks: ${named(parameters)}. The question was sent to the Crown Commercial Service as soon as it was asked.`,
        given('What is asked', message),
        'You do not need to do anything. The Crown Commercial Service answers whoever asked.',
      ],
    };
  return {
    headline: 'a question to answer',
    paragraphs: [
      `${organisation} asks for advice: ${named(parameters)}.`,
      about(parameters),
      given('What is asked', message),
      aim(target),
      `${NEXT_STEP}answer it, or give it to somebody who can.`,
    ],
  };
};

/** The department wrote again. */
export const adviceFollowedUp: Template = (parameters) => ({
  headline: 'the department wrote again',
  paragraphs: [
    `${parameters.organisation} wrote again about its question: ${named(parameters)}.`,
    given('What it says', parameters.message),
    `${NEXT_STEP}answer it.`,
  ],
});

/** A question that was closed is open again. */
export const adviceReopened: Template = (parameters) => ({
  headline: 'a question was opened again',
  paragraphs: [
    `${parameters.organisation} opened its question again: ${named(parameters)}.`,
    given('What it says', parameters.message),
    aim(parameters.target),
    `${NEXT_STEP}answer it, or close it again saying why.`,
  ],
});

/** GDS Assurance has answered. */
export const adviceAnswered: Template = (parameters) => ({
  headline: 'an answer to your question',
  paragraphs: [
    `GDS Assurance answered ${named(parameters)}${byRole(parameters)}.`,
    given('The answer', parameters.message),
    isWithTheDepartment(parameters)
      ? `${NEXT_STEP}read it. If it does not answer your question, write again; if it does, close the question.`
      : 'You do not need to do anything. The department can write again.',
  ],
});

/** A question went to the Crown Commercial Service; who asked it gets the same words. */
export const adviceReferred: Template = (parameters) => {
  const { message, recipientPart } = parameters;
  if (recipientPart === 'crown-commercial-service')
    return {
      headline: 'a question about buying through frameworks',
      paragraphs: [
        message,
        `${NEXT_STEP}answer whoever asks: an answer to this email goes to their own address.`,
      ],
    };
  return {
    headline: 'your question was sent to the Crown Commercial Service',
    paragraphs: [
      `Your question ${named(parameters)} was sent to the Crown Commercial Service, which answers questions about buying through frameworks.`,
      given('What was sent', message),
      isWithTheDepartment(parameters)
        ? 'You do not need to do anything now. The Crown Commercial Service answers you itself, not through this service.'
        : 'You do not need to do anything now.',
    ],
  };
};

/** A question was closed. */
export const adviceClosed: Template = (parameters) => ({
  headline: 'question closed',
  paragraphs: [
    parameters.withheld
      ? `A question that is marked was closed${byRole(parameters)}.`
      : `The question ${named(parameters)} was closed${byRole(parameters)}.`,
    parameters.status === null ? null : `How it ended: ${parameters.status}`,
    given('What was said about it', parameters.message),
    isWithTheDepartment(parameters)
      ? 'You do not need to do anything. You can open the question again if something is left to ask.'
      : 'You do not need to do anything.',
  ],
});
