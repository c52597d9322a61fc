import { dateInWords, londonDate } from '#domain';
import type { CaseRecord } from '#persistence';

/** Why nothing can be done with a case that was disposed of; `null` for every other. */
export function disposedSentence({ disposedAt }: Pick<CaseRecord, 'disposedAt'>): string | null {
  if (disposedAt === null) return null;
  const day = dateInWords(londonDate(new Date(disposedAt)));
  return `What this case held was disposed of on ${day}: nothing can be done with it any more`;
}
