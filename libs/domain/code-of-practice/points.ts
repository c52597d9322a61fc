import { POINT_NUMBERS, type PointNumber } from '../case/case-content.js';

/** Date of the GOV.UK page these points follow. */
export const CODE_OF_PRACTICE_VERSION = '18 February 2025';
export const CODE_OF_PRACTICE_URL = 'https://www.gov.uk/guidance/the-technology-code-of-practice';

/** One point of the Technology Code of Practice. */
export interface CodePoint {
  readonly number: PointNumber;
  readonly title: string;
  readonly summary: string;
  /** How the guidance puts the duty. */
  readonly verb: string;
  /** What evidence could show; this service's own words, not an official list. */
  readonly evidencePrompts: readonly string[];
  readonly url: string;
}

/**
 * The 13 points by number. Titles and verbs: GOV.UK, The Technology Code of Practice, 18 February 2025, Open Government
 * Licence v3.0. Summaries and evidence prompts are this service's own.
 */
const POINTS = {
  1: {
    number: 1,
    title: 'Define user needs',
    summary: 'Know who your users are and what they need.',
    verb: 'must show',
    evidencePrompts: [
      'The user research done so far, and what is planned',
      'Who the users are, colleagues and support teams among them',
      'How what you learned shaped the proposal',
    ],
    url: 'https://www.gov.uk/guidance/define-user-needs',
  },
  2: {
    number: 2,
    title: 'Make things accessible and inclusive',
    summary: 'Everybody who needs the technology can use it.',
    verb: 'must show',
    evidencePrompts: [
      'Plan or results for WCAG 2.2 level AA',
      'Testing with assistive technology',
      'How bought products meet EN 301 549',
      'The accessibility statement',
    ],
    url: 'https://www.gov.uk/guidance/make-things-accessible',
  },
  3: {
    number: 3,
    title: 'Be open and use open source',
    summary: 'Publish your code, and use open source where it fits.',
    verb: 'must show you have considered',
    evidencePrompts: [
      'Where the code is, or will be, and its licence',
      'The open source options you looked at',
      'Why any code stays closed',
    ],
    url: 'https://www.gov.uk/guidance/be-open-and-use-open-source',
  },
  4: {
    number: 4,
    title: 'Make use of open standards',
    summary: 'Build on open standards, so that systems and data work together.',
    verb: 'must show you have considered',
    evidencePrompts: ['The standards you use', 'How you meet compulsory open standards, or your exemption'],
    url: 'https://www.gov.uk/guidance/make-use-of-open-standards',
  },
  5: {
    number: 5,
    title: 'Use cloud first',
    summary: 'Consider public cloud before anything else.',
    verb: 'must show you have considered public cloud',
    evidencePrompts: [
      'The hosting options you compared',
      'If not public cloud, why that is better value and how it can change later',
      'How you limit lock-in, and how you would leave',
    ],
    url: 'https://www.gov.uk/guidance/use-cloud-first',
  },
  6: {
    number: 6,
    title: 'Make things secure',
    summary: 'Keep systems and data as safe as the risk calls for.',
    verb: 'must show',
    evidencePrompts: [
      'The risk assessment',
      'The Secure by Design self-assessment',
      'Who owns the risk',
      'How attacks are noticed and answered',
      'Cyber Assessment Framework or GovAssure results, where they apply',
    ],
    url: 'https://www.gov.uk/guidance/make-things-secure',
  },
  7: {
    number: 7,
    title: 'Make privacy integral',
    summary: 'Design privacy in from the start.',
    verb: 'must show',
    evidencePrompts: [
      'Answers to the screening questions for a data protection impact assessment',
      'The data protection impact assessment itself',
      'How long personal data is kept',
    ],
    url: 'https://www.gov.uk/guidance/make-privacy-integral',
  },
  8: {
    number: 8,
    title: 'Share, reuse and collaborate',
    summary: 'Do not do again what government has done already.',
    verb: 'should consider',
    evidencePrompts: [
      'What you looked at reusing before buying, and buying before building',
      'Common components used: Notify, Pay, One Login, Forms',
      'The other departments you spoke to',
    ],
    url: 'https://www.gov.uk/guidance/share-and-reuse-technology',
  },
  9: {
    number: 9,
    title: 'Integrate and adapt technology',
    summary: 'Fit in with what is there, and be ready for what comes.',
    verb: 'must show',
    evidencePrompts: [
      'How the parts fit together',
      'The legacy systems touched, and their risk scores',
      'How you keep this from becoming legacy',
      'Checks on any emerging technology',
    ],
    url: 'https://www.gov.uk/guidance/integrate-and-adapt-technology',
  },
  10: {
    number: 10,
    title: 'Make better use of data',
    summary: 'Look after data from when it is made until it is deleted.',
    verb: 'must show you have considered the data lifecycle',
    evidencePrompts: [
      'Who owns the data',
      'The data lifecycle and standards',
      'How data is shared, by API where possible',
      'What becomes open data',
      'How data is archived or deleted',
    ],
    url: 'https://www.gov.uk/guidance/make-better-use-of-data',
  },
  11: {
    number: 11,
    title: 'Define your purchasing strategy',
    summary: 'Buy in a way that keeps your choices open.',
    verb: 'must show',
    evidencePrompts: [
      'The sourcing strategy and route to market',
      'Contracts of at most £100 million, unless exceptional',
      'Break clauses after at most 2 years where that makes sense',
      'No automatic extensions',
      'No supplier both integrating and providing components',
      'Who owns data and intellectual property',
      'The exit plan',
    ],
    url: 'https://www.gov.uk/guidance/define-your-purchasing-strategy',
  },
  12: {
    number: 12,
    title: 'Make your technology sustainable',
    summary: 'Lessen the harm to the environment over the whole life of the technology.',
    verb: 'should include in your plans',
    evidencePrompts: [
      'How you work towards the Greening Government ICT outcomes',
      'Measures of carbon, resources and waste',
      'Who leads on digital sustainability',
    ],
    url: 'https://www.gov.uk/guidance/make-your-technology-sustainable',
  },
  13: {
    number: 13,
    title: 'Meet the Service Standard',
    summary: 'If you build a service, meet the Service Standard as well.',
    verb: 'will also need to, if building a service',
    evidencePrompts: [
      'The phase the service is in',
      'Whether a service assessment is required',
      'Dates and outcomes of service assessments',
    ],
    url: 'https://www.gov.uk/service-manual/service-standard',
  },
} as const satisfies { readonly [Number in PointNumber]: CodePoint & { readonly number: Number } };

/** One point by its number. */
export function codePoint(number: PointNumber): CodePoint {
  return POINTS[number];
}

/** The 13 points, in order. */
export const CODE_POINTS: readonly CodePoint[] = POINT_NUMBERS.map(codePoint);

/** "point 5 (Use cloud first)", for the middle of a sentence. */
export function namePoint(number: PointNumber): string {
  return `point ${number} (${POINTS[number].title})`;
}
