/**
 * Words that anybody would try first at this service: its name, what it is about, and who runs it (OWASP ASVS 5.0,
 * 6.1.2). Those of a person, their name, address and organisations, come to them, see {@link wordsOfPerson}.
 */
export const SERVICE_WORDS = [
  'spend control',
  'spend controls',
  'case management',
  'government digital service',
  'cabinet office',
  'gds assurance',
  'assurance',
  'government',
  'digital',
  'technology',
  'department',
  'service',
  'spending',
  'spend',
  'control',
  'approval',
  'decision',
  'reviewer',
  'submitter',
  'decider',
  'auditor',
  'administrator',
  'password',
] as const;

/** Fewest characters there must be in a password beside such words. This service's own choice. */
export const LEAST_BESIDE_WORDS = 8;

/** Shorter ones are part of too many other words to count. */
const SHORTEST_WORD = 4;

/** What is known of who chooses a password. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  /** Names and short names of the organisations they have a role in. */
  readonly organisations: readonly string[];
}

/** Letters and digits alone, in lower case and one form of composition: what is written apart or joined is the same. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Words of a person that their password must not be made of: their name, their address, their organisations. */
export function wordsOfPerson({ name, email, organisations }: PasswordOwner): readonly string[] {
  return [name, email, ...organisations].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
}

/**
 * Whether so little of a password is left when those words are taken out of it that it is easily guessed by who knows
 * whose it is, or where.
 */
export function isMadeOfWords(password: string, words: readonly string[]): boolean {
  const taken = [...new Set(words.map(plain))]
    .filter((word) => word.length >= SHORTEST_WORD)
    // The longest first, so that what is left of a long word is not taken for something else.
    .sort((one, other) => other.length - one.length);
  const whole = plain(password);
  const left = taken.reduce((rest, word) => rest.replaceAll(word, ''), whole);
  return left !== whole && left.length < LEAST_BESIDE_WORDS;
}
