import type { Provenance } from '../triage/regime.js';

/** What a department can ask GDS Assurance about; the last is not theirs to answer. */
export const ADVICE_SUBJECTS = [
  'implementing-the-code',
  'breaking-up-large-systems',
  'maturity-of-the-market',
  'common-platforms',
  'buying-through-frameworks',
] as const;
export type AdviceSubject = (typeof ADVICE_SUBJECTS)[number];

/** Who answers questions about a subject. */
export type AnsweredBy = 'gds-assurance' | 'crown-commercial-service';

/** A subject as people read it. */
export interface AdviceSubjectWords {
  readonly name: string;
  /** What to ask about it, a sentence without a full stop. */
  readonly hint: string;
  readonly answeredBy: AnsweredBy;
}

/** Where the subjects were read. The hints are this service's own words. */
export const ADVICE_SUBJECTS_SOURCE: Provenance = {
  whose: 'government',
  source: 'GOV.UK, The Technology Code of Practice, page of 18 February 2025: what to ask whom for help with',
  url: 'https://www.gov.uk/guidance/the-technology-code-of-practice',
};

/** The subjects the Code of Practice page names, and who it says to ask. */
export const ADVICE_SUBJECT_WORDS: Readonly<Record<AdviceSubject, AdviceSubjectWords>> = {
  'implementing-the-code': {
    name: 'Implementing the Technology Code of Practice',
    hint: 'How a point of the Code applies to what you plan, and what would show that it is met',
    answeredBy: 'gds-assurance',
  },
  'breaking-up-large-systems': {
    name: 'A strategy for breaking up large systems and services',
    hint: 'How to replace or buy a large system in smaller parts',
    answeredBy: 'gds-assurance',
  },
  'maturity-of-the-market': {
    name: 'The maturity of the market to buy from',
    hint: 'Whether what you need can be bought, and from how many',
    answeredBy: 'gds-assurance',
  },
  'common-platforms': {
    name: 'Opportunities to use common platforms and components',
    hint: 'Whether something other departments use already would do',
    answeredBy: 'gds-assurance',
  },
  'buying-through-frameworks': {
    name: 'Buying through frameworks',
    hint: 'The Crown Commercial Service answers these: your question is sent to them by email, and you get a copy',
    answeredBy: 'crown-commercial-service',
  },
};

/** Whether a question about a subject is sent on to the Crown Commercial Service as soon as it is asked. */
export function isSentOn(subject: AdviceSubject): boolean {
  return ADVICE_SUBJECT_WORDS[subject].answeredBy === 'crown-commercial-service';
}
