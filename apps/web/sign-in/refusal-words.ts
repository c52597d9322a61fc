import type { SignInRefusal } from '#identity';

/** What somebody is told whose sign-in came to nothing. */
export interface RefusalWords {
  readonly status: number;
  readonly title: string;
  /** What to do, a sentence or two each. */
  readonly paragraphs: readonly string[];
  /** What the button offers; `null` where going again would change nothing. */
  readonly retry: 'Try again' | 'Sign in with another account' | null;
}

const ASK = 'If you should have access, ask an administrator of this service, and quote the reference below.';

/** Words for every reason. None says more than somebody at a provider's button may know. */
export const REFUSAL_WORDS: Readonly<Record<SignInRefusal, RefusalWords>> = {
  cancelled: {
    status: 400,
    title: 'You did not sign in',
    paragraphs: ['You cancelled signing in, or your organisation did not let you go on.'],
    retry: 'Try again',
  },
  expired: {
    status: 400,
    title: 'Signing in took too long',
    paragraphs: ['You have 10 minutes to sign in. Nothing was changed.'],
    retry: 'Try again',
  },
  used: {
    status: 400,
    title: 'This sign-in was used already',
    paragraphs: [
      'The page you came back from works once. If you are signed in, go to your home page; if not, sign in from there.',
    ],
    retry: null,
  },
  'not-begun': {
    status: 400,
    title: 'This sign-in did not begin in this browser',
    paragraphs: [
      'Start from this service, in the same browser, and let it keep its cookies. If you followed a link that somebody sent you, do not use it.',
    ],
    retry: null,
  },
  'provider-down': {
    status: 503,
    title: 'You cannot sign in just now',
    paragraphs: [
      'The sign-in service of your organisation does not answer. Nothing was changed. Try again in a little while.',
    ],
    retry: 'Try again',
  },
  'not-proved': {
    status: 403,
    title: 'You could not be signed in',
    paragraphs: [
      'What the sign-in service of your organisation answered could not be verified, so you are not signed in.',
      'Try again. If it happens again, tell an administrator of this service, and quote the reference below.',
    ],
    retry: 'Try again',
  },
  'email-not-verified': {
    status: 403,
    title: 'Your email address is not confirmed',
    paragraphs: [
      'Your organisation did not say that your email address is confirmed, or it is not an address of that organisation.',
      'Ask whoever looks after your account there to confirm it, or sign in with another account.',
    ],
    retry: 'Sign in with another account',
  },
  nobody: {
    status: 403,
    title: 'You do not have access to this service',
    paragraphs: ['You signed in at your organisation, and there is no account for you here.', ASK],
    retry: 'Sign in with another account',
  },
  'other-subject': {
    status: 403,
    title: 'Your email address is of another account',
    paragraphs: [
      'Somebody has signed in here with this email address before, from another account at your organisation. This is what happens when an address is given to somebody else, or an account is made anew.',
      'Ask an administrator of this service to make sure that it is yours, and quote the reference below.',
    ],
    retry: 'Sign in with another account',
  },
  'other-organisation': {
    status: 403,
    title: 'You cannot sign in this way',
    paragraphs: [
      'This way of signing in is for the people of some organisations, and your roles here are not of these alone.',
      ASK,
    ],
    retry: 'Sign in with another account',
  },
  'no-role': {
    status: 403,
    title: 'You do not have access to this service',
    paragraphs: [
      'You signed in at your organisation, which gives you no role in this service.',
      'If you should have one, ask whoever looks after your account there.',
    ],
    retry: 'Sign in with another account',
  },
  'other-person': {
    status: 403,
    title: 'You signed in as somebody else',
    paragraphs: [
      'So nothing was done, and nobody else was signed in here. To go on with what you were doing, sign in with your own account.',
    ],
    retry: 'Sign in with another account',
  },
  'not-again': {
    status: 403,
    title: 'You were not asked to sign in again',
    paragraphs: [
      'To go on you must show again that it is you, and your organisation did not ask you to. You are still signed in here as before.',
      'Sign out at your organisation, and try again. If it happens again, tell an administrator of this service.',
    ],
    retry: 'Try again',
  },
};
