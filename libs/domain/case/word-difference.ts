/** A stretch of text that both texts have, or that only one of them has. */
export interface TextStretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words, numbers and runs of space stay whole; every other character stands for itself. */
const WORD = /[\p{L}\p{N}\p{M}'’_-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/**
 * Most insertions and deletions that are looked for word by word. Texts that differ in more were written anew, and
 * are shown so: one removed, the other added. It also bounds how long a comparison can take.
 */
export const MOST_WORD_CHANGES = 1_000;

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** One step of a way from one text to the other. */
type Step = readonly [kind: TextStretch['kind'], word: string];

/**
 * How far along the first text each diagonal has been followed, after each number of changes; `null` where there are
 * too many. After E. W. Myers, An O(ND) Difference Algorithm and Its Variations (1986).
 */
function furthestReaches(before: readonly string[], after: readonly string[]): readonly Int32Array[] | null {
  const most = Math.min(before.length + after.length, MOST_WORD_CHANGES);
  const reach = new Int32Array(2 * most + 3);
  const origin = most + 1;
  const kept: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    kept.push(reach.slice(origin - changes - 1, origin + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const fromAbove = Number(reach[origin + diagonal + 1]);
      const fromLeft = Number(reach[origin + diagonal - 1]);
      const isDown = diagonal === -changes || (diagonal !== changes && fromLeft < fromAbove);
      let x = isDown ? fromAbove : fromLeft + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[origin + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return kept;
    }
  }
  return null;
}

/** Goes the shortest way back from the end of both texts. */
function stepsBack(
  before: readonly string[],
  after: readonly string[],
  reaches: readonly Int32Array[],
): readonly Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  // Before the first change the texts run along together.
  for (const [changes, reach] of [...reaches.entries()].slice(1).reverse()) {
    const at = (diagonal: number): number => Number(reach[diagonal + changes + 1]);
    const diagonal = x - y;
    const isDown = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1));
    const cameFrom = isDown ? diagonal + 1 : diagonal - 1;
    const startX = at(cameFrom);
    const startY = startX - cameFrom;
    const changedX = isDown ? startX : startX + 1;
    for (; x > changedX; x -= 1, y -= 1) steps.push(['same', String(before[x - 1])]);
    steps.push(isDown ? ['added', String(after[startY])] : ['removed', String(before[startX])]);
    x = startX;
    y = startY;
  }
  for (; x > 0; x -= 1) steps.push(['same', String(before[x - 1])]);
  return steps.reverse();
}

/**
 * Joins steps into stretches people can read: what was removed stands before what was added in its place, and a space
 * between two changed words belongs to the change.
 */
function stretchesOf(steps: readonly Step[]): readonly TextStretch[] {
  const stretches: TextStretch[] = [];
  const pending = { removed: '', added: '', space: '' };
  const put = (kind: TextStretch['kind'], text: string): void => {
    const last = stretches.at(-1);
    if (text === '') return;
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + text };
    else stretches.push({ kind, text });
  };
  const flush = (): void => {
    put('removed', pending.removed);
    put('added', pending.added);
    put('same', pending.space);
    Object.assign(pending, { removed: '', added: '', space: '' });
  };
  for (const [kind, word] of steps) {
    if (kind === 'same') {
      const changing = pending.removed !== '' && pending.added !== '' && pending.space === '';
      if (changing && /^[^\S\n]+$/u.test(word)) {
        pending.space = word;
        continue;
      }
      flush();
      put('same', word);
      continue;
    }
    if (pending.space !== '') {
      pending.removed += pending.space;
      pending.added += pending.space;
      pending.space = '';
    }
    pending[kind] += word;
  }
  flush();
  return stretches;
}

/**
 * What changed from one text to another, word by word. Left out, what was added leaves the first text, and what was
 * removed the second; the same texts always give the same answer.
 */
export function wordDifference(before: string, after: string): readonly TextStretch[] {
  const first = wordsOf(before);
  const second = wordsOf(after);
  const reaches = furthestReaches(first, second);
  if (reaches !== null) return stretchesOf(stepsBack(first, second, reaches));
  return stretchesOf([
    ['removed', before],
    ['added', after],
  ]);
}
