import type { CaseAction, CaseState } from '#domain';

/** What a department does with a request as a whole; each is a page of its own, at the end of the case's address. */
export const STEP_NAMES = [
  'sign-off',
  'take-back-sign-off',
  'submit',
  'resubmit',
  'record-departmental-assurance',
  'close-below-threshold',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** How a step is asked about and done. */
export interface Step {
  readonly action: CaseAction;
  /** Of its page. */
  readonly title: string;
  /** Of the link that leads to it. */
  readonly link: string;
  readonly button: string;
  /** What happens when the button is pressed. */
  readonly says: readonly string[];
  /** What has to be confirmed; `null` where nothing has. */
  readonly declaration: string | null;
  /** The words that have to be given; `null` where none have. */
  readonly reason: {
    readonly label: string;
    readonly hint: string;
    /** What to say where it was left empty. */
    readonly ask: string;
  } | null;
  /** Whether it is what usually comes next, and so a main button. */
  readonly isMain: boolean;
}

/** Every step. Titles and declaration are this service's own words. */
export const STEPS: Readonly<Record<StepName, Step>> = {
  'sign-off': {
    action: 'sign-off',
    title: 'Sign off for the department',
    link: 'Sign off for the department',
    button: 'Sign off',
    says: [
      'Once you have signed off, nobody can change the request unless the sign-off is taken back.',
      'It is not sent yet: you, or a submitter, submit it afterwards.',
    ],
    declaration:
      'I have read this request. To the best of my knowledge it is right and complete, and my organisation stands behind it',
    reason: null,
    isMain: true,
  },
  'take-back-sign-off': {
    action: 'take-back-sign-off',
    title: 'Take back the sign-off',
    link: 'Take back the sign-off',
    button: 'Take back the sign-off',
    says: [
      'The request becomes a draft again. It has to be signed off once more before it can be submitted.',
    ],
    declaration: null,
    reason: {
      label: 'Why do you take it back?',
      hint: 'The reason stays in the history of the case.',
      ask: 'Say why you take the sign-off back',
    },
    isMain: false,
  },
  submit: {
    action: 'submit',
    title: 'Submit to GDS Assurance',
    link: 'Submit to GDS Assurance',
    button: 'Submit',
    says: [
      'What you submit is kept as it stands, as version 1. You can change it again only if GDS Assurance returns it.',
      'We email you when a reviewer is named, and whenever the request moves on.',
    ],
    declaration: null,
    reason: null,
    isMain: true,
  },
  resubmit: {
    action: 'resubmit',
    title: 'Sign off and resubmit',
    link: 'Sign off and resubmit',
    button: 'Sign off and resubmit',
    says: [
      'The review goes on where it stopped, and its clock runs again.',
      'What you changed becomes the next version; GDS Assurance sees what is different, point by point.',
    ],
    declaration:
      'I have read the changes. To the best of my knowledge the request is right and complete, and my organisation stands behind it',
    reason: {
      label: 'How have you answered the questions?',
      hint: 'In a few sentences: what you changed, and where.',
      ask: 'Say how you have answered the questions',
    },
    isMain: true,
  },
  'record-departmental-assurance': {
    action: 'record-departmental-assurance',
    title: 'Record your department’s own assurance',
    link: 'Record your department’s own assurance',
    button: 'Record the assurance',
    says: [
      'Your organisation has earned autonomy for requests at this level, so it assures this one itself. The spending is recorded all the same.',
      'What you assured is kept as it stands. GDS Assurance can call it in, with a reason.',
    ],
    declaration: null,
    reason: {
      label: 'What did your assurance find?',
      hint: 'Who looked at the request, when, and what came of it.',
      ask: 'Say what your assurance found',
    },
    isMain: true,
  },
  'close-below-threshold': {
    action: 'close-draft-below-threshold',
    title: 'Record it and close the request',
    link: 'Record it and close the request',
    button: 'Record and close',
    says: [
      'This spending is under the threshold, so it needs no approval. It is recorded, and the request is closed for good.',
    ],
    declaration: null,
    reason: {
      label: 'Why is the request closed?',
      hint: 'For example, that the spending is under the threshold.',
      ask: 'Say why the request is closed',
    },
    isMain: false,
  },
};

/** What is said once a step is done, where the answers are shown next, and the state in which it is true. */
export const DONE_NOTICES: Readonly<
  Partial<Record<StepName, { readonly text: string; readonly state: CaseState }>>
> = {
  'sign-off': { text: 'You have signed the request off. It can be submitted now.', state: 'signed-off' },
  'take-back-sign-off': {
    text: 'The sign-off was taken back. The request can be changed again.',
    state: 'draft',
  },
};

/** What is said of a step in a state; nothing where the request stands otherwise, whatever the address says. */
export function doneNotice(step: string | undefined, state: CaseState): string | undefined {
  const notice = step !== undefined && isStepName(step) ? DONE_NOTICES[step] : undefined;
  return notice?.state === state ? notice.text : undefined;
}

/** Whether a part of an address names a step. */
export function isStepName(text: string): text is StepName {
  return (STEP_NAMES as readonly string[]).includes(text);
}

/** States in which the answers are shown to be checked and handed on. */
export const CHECKED_STATES = ['draft', 'returned', 'signed-off'] as const satisfies readonly CaseState[];
