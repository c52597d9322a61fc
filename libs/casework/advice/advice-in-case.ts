import { type AdviceRecord, type CaseRecord } from '#persistence';
import { notFound } from '#platform';

/** @throws ProblemError 404 when the case asks for no advice, which the states of its actions rule out */
export function adviceIn({ advice }: CaseRecord): AdviceRecord {
  if (advice === null) throw notFound();
  return advice;
}
