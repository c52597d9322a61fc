import { given, NEXT_STEP, type Template } from './letter.js';

/** GDS Assurance brings two departments together that may be about to do the same thing. */
export const putInTouch: Template = ({ title, other, reason }) => ({
  headline: 'another department plans something alike',
  paragraphs: [
    `“${title}” looks like something another department plans or does, and GDS Assurance puts you in touch.`,
    other === null
      ? null
      : [
          `Department: ${other.organisation}`,
          `What it is about: ${other.title} (${other.reference})`,
          `Who to speak to: ${other.contactName}, ${other.contactEmail}`,
        ].join('\n'),
    given('Why', reason),
    `${NEXT_STEP}speak to each other before you go on, to see whether one of you can use what the other has, or whether you can do it together. They were told the same about your case.`,
  ],
});
