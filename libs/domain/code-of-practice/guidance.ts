import type { PointNumber } from '../case/case-content.js';

/** How to write about a point; all of it this service's own words, and none of it government policy. */
export interface PointGuidance {
  /** What the point is about and what to write, as two or three plain sentences. */
  readonly sentences: readonly string[];
  /** What good evidence could read like; nothing in it is about a real request. */
  readonly example: string;
}

/** Guidance on each of the 13 points, by number. */
export const POINT_GUIDANCE: Readonly<Record<PointNumber, PointGuidance>> = {
  1: {
    sentences: [
      'Say who will use what you pay for, and how you found out what they need.',
      'Include colleagues and support teams as well as the public.',
      'Then say what you changed, or chose, because of what you learned.',
    ],
    example:
      'We interviewed 24 caseworkers and 31 applicants between March and May. Applicants gave up because they could not save their answers, so saving comes first in the plan. We test with six users every two weeks; findings are in the linked research log.',
  },
  2: {
    sentences: [
      'Show that people who use assistive technology can use this, whether you build it or buy it.',
      'Say which tests you have done or will do, what they found, and who puts the faults right by when.',
    ],
    example:
      'An audit against WCAG 2.2 level AA in June found 14 faults; 11 are mended and the rest will be by 30 September. Five people who use screen readers or magnification took part in testing. The supplier’s report against EN 301 549 and our draft accessibility statement are linked.',
  },
  3: {
    sentences: [
      'Say which code you will publish, where and under which licence.',
      'If you buy a closed product, say which open source options you compared it with, and why they did not fit.',
    ],
    example:
      'New code is written in the open under the MIT licence; the repository is linked. Two rules that detect fraud stay closed, as the guidance allows. We compared three open source case management tools with the product we propose; the comparison is linked.',
  },
  4: {
    sentences: [
      'Name the open standards your systems and data will use.',
      'If a standard is compulsory in government and you cannot use it, say who agreed to the exemption.',
    ],
    example:
      'The interfaces are REST with OpenAPI 3 descriptions. Dates follow ISO 8601 and addresses carry their unique property reference number. Documents are published as HTML and ODF. We need no exemption from a compulsory standard.',
  },
  5: {
    sentences: [
      'Say how you considered public cloud before anything else.',
      'If you will not use it, say why something else is better value, and when you will look again.',
      'Either way, say how you would move to another provider.',
    ],
    example:
      'We compared public cloud, our own data centre and a shared platform over five years: public cloud costs 38% less and scales for the January peak. It runs in two United Kingdom regions. Containers and a standard database keep the cost of leaving to about £120,000; the exit plan is linked.',
  },
  6: {
    sentences: [
      'Say what the main risks to systems and data are, who owns them, and what you do about them.',
      'Say how you would notice an attack and what you would do then.',
      'Leave out details that would help an attacker: say where a reviewer can read them.',
    ],
    example:
      'The risk assessment of May names nine risks, each with an owner; two are above our appetite and will be below it by October. The Secure by Design self-assessment is complete. Logs go to the department’s monitoring team, and we rehearsed an incident in April.',
  },
  7: {
    sentences: [
      'Say which personal data you will use, why, and for how long you keep it.',
      'If you need a data protection impact assessment, say how far it is; if not, say how you know.',
    ],
    example:
      'The service holds names, addresses and dates of birth of about 200,000 applicants, for six years after a licence ends. Our data protection officer agreed the impact assessment on 12 May; it is linked. Test systems use made-up data alone.',
  },
  8: {
    sentences: [
      'Say what you looked for before you decided to buy or build, in your own department and in others.',
      'Name the shared components you will use, and what others could reuse of yours.',
    ],
    example:
      'Messages go through GOV.UK Notify and payments through GOV.UK Pay. We spoke to two departments that run licensing services and reuse the address lookup of one of them. Our eligibility rules will be an interface that others can call.',
  },
  9: {
    sentences: [
      'Say how this fits with the systems you have, and which of them are legacy.',
      'Say how you will be able to change it later without beginning again.',
    ],
    example:
      'The service replaces two of five parts of the licensing system, and speaks to the rest through an interface, so that each can be replaced on its own. The mainframe scores 26.67, and is explained as a legacy exception. Versions are kept no more than one release behind.',
  },
  10: {
    sentences: [
      'Say who owns the data, how good it is, and how it is looked after from the day it is made until it is deleted.',
      'Say how it is shared, and what becomes open data.',
    ],
    example:
      'The head of licensing owns the data. Quality is measured each month against the rules in the linked data catalogue. Two agencies read it through an interface under agreements. Counts of licences by region are published every quarter as open data.',
  },
  11: {
    sentences: [
      'Say how you will find suppliers, how long contracts last and how you can leave them.',
      'If you do not compete, or a contract is very large or is extended, say why that is right here.',
    ],
    example:
      'Two contracts of two years, each with a break after 12 months, are competed under a framework: one for hosting, one for development, so that no supplier does both. We own the code and the data. The exit plan is part of both contracts.',
  },
  12: {
    sentences: [
      'Say how you measure and lessen the harm to the environment, from making equipment to disposing of it.',
      'Say who leads on it.',
    ],
    example:
      'The hosting provider reports carbon for our account each month; moving saves about 40 tonnes a year. Old servers go to the department’s reuse contract. Our head of infrastructure leads on sustainability and reports against the Greening Government ICT outcomes.',
  },
  13: {
    sentences: [
      'If you build a service, say which phase it is in, and when it was or will be assessed.',
      'If you do not build one, choose “Not applicable” and say so.',
    ],
    example:
      'The service is in beta. It met the Service Standard at its alpha assessment on 3 February, and the two recommendations have been acted on; the report is linked. The next assessment is booked for November.',
  },
};
