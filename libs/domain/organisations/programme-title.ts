/** What is written in capitals within a name, whatever the case of the rest. */
const CAPITALS: ReadonlySet<string> = new Set([
  'ECHO',
  'ETMP',
  'FBIS',
  'HMRC',
  'HOB',
  'IPT',
  'IT',
  'LLC',
  'MODNET',
  'NSAP',
  'R&D',
  'ROSA',
]);

/** Words that begin small in the middle of a name. */
const SMALL: ReadonlySet<string> = new Set(['AND', 'FOR', 'OF', 'THE', 'TO']);

/**
 * The name of a programme as it is properly written. The source has some of them in capitals throughout: those get
 * a capital at the beginning of each word. What is written in both cases stays as it is.
 */
export function programmeTitle(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .replaceAll(/[A-Z](?:[A-Z&]*[A-Z])?/g, (word, at: number) => {
      if (CAPITALS.has(word)) return word;
      return at > 0 && SMALL.has(word)
        ? word.toLowerCase()
        : `${word.charAt(0)}${word.slice(1).toLowerCase()}`;
    })
    .replace(' - ', ' – ');
}
