/** Levels of lists and objects a file may have; no regime anybody would write comes near. This service's own choice. */
export const DEEPEST = 40;

/** A character PostgreSQL cannot keep: null, or half of a pair. */
const UNKEEPABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * What keeps parsed JSON from being read and kept at all, whatever it is: text with characters that cannot be stored,
 * and more levels than a rule could be worked out over. It goes level by level and not into itself, so that no depth
 * overthrows it.
 * @returns each fault as a JSON pointer and a sentence; of too many levels only the first is told
 */
export function faultsOfJson(json: unknown): readonly string[] {
  const faults: string[] = [];
  let level: readonly (readonly [at: string, value: unknown])[] = [['', json]];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > DEEPEST && first !== undefined)
      return [...faults, `${first[0]}: It is more than ${String(DEEPEST)} levels deep`];
    level = level.flatMap(([at, value]) => {
      if (typeof value === 'string' && UNKEEPABLE.test(value))
        faults.push(`${at}: It has a character that cannot be kept, such as \\u0000`);
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).map(([key, part]) => {
        if (UNKEEPABLE.test(key))
          faults.push(`${at}: A name has a character that cannot be kept, such as \\u0000`);
        return [`${at}/${key}`, part] as const;
      });
    });
  }
  return faults;
}
