/** Longest name that one like it is looked for, in characters. */
const LONGEST_COMPARED = 200;
/** Of a name’s letters, how many may differ in one that is suggested for it; at least two may. */
const SHARE_THAT_MAY_DIFFER = 0.2;

/**
 * What names of organisations are compared by: capitals, “&” for “and”, kinds of apostrophe and dash, and how many blanks
 * stand where make no difference. This service's own rule.
 */
export function comparedOrganisationName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[‘’`´]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The name that is most like another, where one is near enough to be it with a slip; `null` where none is. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const wanted = comparedOrganisationName(name).slice(0, LONGEST_COMPARED);
  let most = Math.max(2, Math.floor(wanted.length * SHARE_THAT_MAY_DIFFER));
  let nearest: string | null = null;
  // Of a short name nearly everything would differ.
  if (wanted.length <= most * 2) return null;
  for (const one of known) {
    const distance = distanceWithin(wanted, comparedOrganisationName(one), most);
    if (distance === null) continue;
    nearest = one;
    if (distance === 0) return nearest;
    most = distance - 1;
  }
  return nearest;
}

/** By how many letters put in, left out or changed two texts differ; `null` where by more than `most`. */
function distanceWithin(one: string, other: string, most: number): number | null {
  if (most < 0 || Math.abs(one.length - other.length) > most) return null;
  const letters = Array.from(other);
  let before = [0, ...letters.map((_, index) => index + 1)];
  let distance = letters.length;
  for (const [row, letter] of Array.from(one).entries()) {
    const now = [row + 1];
    let diagonal = row;
    distance = row + 1;
    for (const [column, above] of before.slice(1).entries()) {
      distance = Math.min(distance + 1, above + 1, diagonal + (letter === letters[column] ? 0 : 1));
      diagonal = above;
      now.push(distance);
    }
    if (Math.min(...now) > most) return null;
    before = now;
  }
  return distance > most ? null : distance;
}
