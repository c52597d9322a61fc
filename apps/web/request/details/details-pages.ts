import { createHash } from 'node:crypto';
import { SHORT_LIVED_DIGEST, canonicalJson, type CaseDetails } from '#domain';
import type { Answer } from '../answer.js';
import { ASKING_PAGES } from './asking-pages.js';
import { DESCRIBING_PAGES } from './describing-pages.js';
import { DETAILS_PAGE_NAMES, type Asked, type DetailsPage, type DetailsPageName } from './details-page.js';

/** Every page of the details. */
export const DETAILS_PAGES: Readonly<Record<DetailsPageName, DetailsPage>> = {
  ...DESCRIBING_PAGES,
  ...ASKING_PAGES,
};

/** Whether a part of an address names a page of the details. */
export function isDetailsPageName(text: string): text is DetailsPageName {
  return (DETAILS_PAGE_NAMES as readonly string[]).includes(text);
}

/**
 * Marks what a page showed. All details have one revision, so a form carries this too: where it is the same still,
 * whoever was quicker changed something that this page does not ask.
 */
export function stampOf(page: DetailsPage, details: CaseDetails, asked: Asked): string {
  return createHash(SHORT_LIVED_DIGEST)
    .update(canonicalJson(page.boxes(details, asked)))
    .digest('hex')
    .slice(0, 32);
}

/** What the regime asks, with the answers somebody wrote in place of those that are saved. */
export function askedWith(asked: Asked, details: CaseDetails): Asked {
  const { route } = asked;
  const questions = route.commitments.questions.map((question) => ({
    ...question,
    answer: details.commitmentAnswers[question.id] ?? null,
  }));
  return { ...asked, route: { ...route, commitments: { ...route.commitments, questions } } };
}

/**
 * The answers of a page as two people's are compared: with those that are asked only where another answer is given, so
 * that none of them is written over unseen.
 */
export function comparedAnswers(page: DetailsPage, details: CaseDetails, asked: Asked): readonly Answer[] {
  return (page.compares ?? page.said)(details, askedWith(asked, details));
}
