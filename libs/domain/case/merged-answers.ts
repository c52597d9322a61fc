/**
 * What became of one answer that two people could write at the same time: neither changed it, one of them alone did,
 * both wrote the same, or each wrote something else, so that somebody has to choose.
 */
export type AnswerStanding = 'untouched' | 'theirs' | 'mine' | 'alike' | 'disputed';

/** One answer three times, as people read it. */
export interface AnswerThrice {
  /** Before either wrote; `null` where nobody knows any more. */
  readonly base: string | null;
  /** As whoever comes later wrote it. */
  readonly mine: string;
  /** As it is saved now. */
  readonly theirs: string;
}

/** Line ends and the space around a text are nobody's change. */
function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/**
 * What became of an answer. Where nobody knows what it was before, whatever differs is in dispute: better one question
 * too many than something overwritten that nobody was asked about.
 */
export function standingOfAnswer({ base, mine, theirs }: AnswerThrice): AnswerStanding {
  const [before, later, saved] = [base === null ? null : tidy(base), tidy(mine), tidy(theirs)];
  if (later === saved) return later === before ? 'untouched' : 'alike';
  if (later === before) return 'theirs';
  return saved === before ? 'mine' : 'disputed';
}
