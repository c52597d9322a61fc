import { aim, byRole, given, NEXT_STEP, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

function isWithTheDepartment({ recipientPart }: NoticeParameters): boolean {
  return recipientPart === 'submitter';
}

function about({ subject }: NoticeParameters): string | null {
  return subject === null ? null : `About: ${subject}`;
}

/** Somebody asks for advice: who asked has it in writing, GDS Assurance learns of it. */
export const adviceAsked: Template = (parameters) => {
  const { title, organisation, target, message } = parameters;
  if (isWithTheDepartment(parameters))
    return {
      headline: 'we have your question',
      paragraphs: [
        `You asked GDS Assurance for advice: “${title}”.`,
        given('What you asked', message),
        aim(target),
        'You do not need to do anything now. We will email you the answer.',
      ],
    };
  return {
    headline: 'a question to answer',
    paragraphs: [
      `${organisation} asks for advice: “${title}”.`,
      about(parameters),
      given('What is asked', message),
      aim(target),
      `${NEXT_STEP}answer it, or give it to somebody who can.`,
    ],
  };
};

/** The department wrote again. */
export const adviceFollowedUp: Template = ({ title, organisation, message }) => ({
  headline: 'the department wrote again',
  paragraphs: [
    `${organisation} wrote again about its question “${title}”.`,
    given('What it says', message),
    `${NEXT_STEP}answer it.`,
  ],
});

/** A question that was closed is open again. */
export const adviceReopened: Template = ({ title, organisation, message }) => ({
  headline: 'a question was opened again',
  paragraphs: [
    `${organisation} opened its question “${title}” again.`,
    given('What it says', message),
    `${NEXT_STEP}answer it, or close it again saying why.`,
  ],
});

/** GDS Assurance has answered. */
export const adviceAnswered: Template = (parameters) => ({
  headline: 'an answer to your question',
  paragraphs: [
    `GDS Assurance answered “${parameters.title}”${byRole(parameters)}.`,
    given('The answer', parameters.message),
    isWithTheDepartment(parameters)
      ? `${NEXT_STEP}read it. If it does not answer your question, write again; if it does, close the question.`
      : 'You do not need to do anything. The department can write again.',
  ],
});

/** A question went to the Crown Commercial Service; who asked it gets the same words. */
export const adviceReferred: Template = (parameters) => {
  const { message, title, recipientPart } = parameters;
  if (recipientPart === 'crown-commercial-service')
    return {
      headline: 'a question about buying through frameworks',
      paragraphs: [message, `${NEXT_STEP}answer whoever asks, at their own address.`],
    };
  return {
    headline: 'your question was sent to the Crown Commercial Service',
    paragraphs: [
      `“${title}” was sent to the Crown Commercial Service, which answers questions about buying through frameworks.`,
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
    `The question “${parameters.title}” was closed${byRole(parameters)}.`,
    parameters.status === null ? null : `How it ended: ${parameters.status}`,
    given('What was said about it', parameters.message),
    isWithTheDepartment(parameters)
      ? 'You do not need to do anything. You can open the question again if something is left to ask.'
      : 'You do not need to do anything.',
  ],
});
