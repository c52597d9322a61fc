import { londonDate, machineRefusal, offerActions, type ActionOffer } from '#domain';
import type { Acting } from './acting.js';
import type { LoadedCase } from './case-loading.js';
import { disposedSentence } from './disposed-cases.js';

/** What a person, or a program that acts for them, can do with a case now, and why not where they can't. */
export function offersTo(
  acting: Acting,
  { record, facts }: Pick<LoadedCase, 'record' | 'facts'>,
  now: Date,
): readonly ActionOffer[] {
  const offers = offerActions(facts, acting, { today: londonDate(now) }).map((offer) => {
    const refusal = acting.machine === undefined ? null : machineRefusal(acting.machine, offer.action);
    return refusal === null ? offer : { ...offer, allowed: false, why: [refusal] };
  });
  const disposed = disposedSentence(record);
  return disposed === null ? offers : offers.map((offer) => ({ ...offer, allowed: false, why: [disposed] }));
}
