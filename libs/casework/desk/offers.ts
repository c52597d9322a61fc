import { londonDate, offerActions, type ActionOffer } from '#domain';
import type { Acting } from './acting.js';
import type { LoadedCase } from './case-loading.js';
import { disposedSentence } from './disposed-cases.js';

/** What a person can do with a case now, and why not where they can't. */
export function offersTo(
  acting: Acting,
  { record, facts }: Pick<LoadedCase, 'record' | 'facts'>,
  now: Date,
): readonly ActionOffer[] {
  const offers = offerActions(facts, acting, { today: londonDate(now) });
  const disposed = disposedSentence(record);
  return disposed === null ? offers : offers.map((offer) => ({ ...offer, allowed: false, why: [disposed] }));
}
