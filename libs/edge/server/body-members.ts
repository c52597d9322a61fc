/**
 * Most members of a body, in all and at whatever depth: fields of objects, items of lists, fields of a form. Checking
 * takes work for every one, and some of it grows faster than their number. The largest honest body is a version of
 * reference data, of which the largest so far has 476; a decision with 50 conditions has some 300, and imports are CSV.
 */
export const MOST_MEMBERS = 5_000;

/** Deepest nesting of a body; no request of this service needs more than a handful of levels. */
export const DEEPEST_BODY = 20;

/** What is wrong with the shape of a body, as a sentence that says what to do. */
export type ShapeFault = `The body ${string}.`;

/**
 * What is wrong with the shape of a body, whatever it says; `null` where it can be checked in good time. It looks at no
 * more members than may be, and goes down without recursion, which a hostile body could exhaust.
 */
export function shapeFaultOf(body: unknown): ShapeFault | null {
  let level: unknown[] = [body];
  let members = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_BODY)
      return `The body is nested too deeply. Use at most ${String(DEEPEST_BODY)} levels.`;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      const children: unknown[] = Object.values(item);
      members += children.length;
      if (members > MOST_MEMBERS)
        return `The body has too many fields and items. Send at most ${MOST_MEMBERS.toLocaleString('en-GB')} in all.`;
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return null;
}
