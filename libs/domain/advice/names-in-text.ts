/** Fewest letters of a name to look for: shorter ones are words of every text. */
const SHORTEST_NAME = 2;

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}@.]+/gu, ' ')
    .replaceAll(/\.(?=\s|$)/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()} `;
}

/**
 * Names that are written in a text, as whole words, whatever their capitals and the signs between them. A slip that is
 * caught, and no more: somebody may be told by what they do as well.
 */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  const searched = plain(text);
  return [...new Set(names)].filter((name) => {
    const wanted = plain(name);
    return wanted.trim().length >= SHORTEST_NAME && searched.includes(wanted);
  });
}
