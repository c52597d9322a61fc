/**
 * What abbreviations stand for, so that one spelt out and one that is not are the same. Only those that mean one thing
 * in government technology. This service's own list.
 */
export const SPELT_OUT: Readonly<Record<string, string>> = {
  ai: 'artificial intelligence',
  anpr: 'automatic number plate recognition',
  bi: 'business intelligence',
  ccms: 'case management',
  cms: 'content management',
  crm: 'customer relationship management',
  edrms: 'electronic document records management',
  erp: 'enterprise resource planning',
  gis: 'geographic information',
  hcm: 'human capital management',
  hr: 'human resources',
  iam: 'identity access management',
  idam: 'identity access management',
  itsm: 'it service management',
  lan: 'local area network',
  lims: 'laboratory information management',
  ocr: 'optical character recognition',
  rpa: 'robotic process automation',
  sd: 'software defined',
  siem: 'security information event management',
  soc: 'security operations centre',
  vdi: 'virtual desktop infrastructure',
  voip: 'voice over internet protocol',
  wan: 'wide area network',
};

/**
 * Words that say nothing of what is bought: nearly every title has some. They are left out before two texts are
 * compared, with their plurals. This service's own list.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'an',
    'and',
    'as',
    'at',
    'by',
    'for',
    'from',
    'in',
    'into',
    'it',
    'its',
    'of',
    'on',
    'or',
    'our',
    'the',
  ],
  ...[
    'this',
    'that',
    'their',
    'to',
    'up',
    'we',
    'will',
    'with',
    'is',
    'are',
    'be',
    'been',
    'which',
    'who',
    'than',
  ],
  ...['activity', 'agency', 'application', 'authority', 'based', 'build', 'business', 'capability', 'change'],
  ...['commission', 'continuation', 'continuing', 'contract', 'core', 'corporate', 'current', 'delivery'],
  ...['department', 'development', 'digital', 'enabling', 'existing', 'extension', 'framework', 'future'],
  ...['generation', 'gov', 'government', 'ict', 'implementation', 'improvement', 'information', 'initiative'],
  ...['integrated', 'legacy', 'management', 'modern', 'modernisation', 'national', 'need', 'new', 'next'],
  ...['office', 'old', 'older', 'operation', 'phase', 'platform', 'portfolio', 'procurement', 'product'],
  ...['programme', 'program', 'project', 'provide', 'provision', 'public', 'purchase', 'renewal', 'replace'],
  ...[
    'replacement',
    'replacing',
    'reprocurement',
    'request',
    'service',
    'solution',
    'spend',
    'staff',
    'stage',
  ],
  ...['strategic', 'supplier', 'support', 'system', 'team', 'technology', 'tool', 'transformation'],
  ...['transforming', 'uk', 'update', 'upgrade', 'use', 'user', 'work', 'year'],
]);

/** What an organisation is called: in what it plans that says whose it is, and not what. */
export interface CalledBy {
  readonly name: string;
  readonly acronym: string | null;
}

/**
 * The words of a text by which it can be compared with others: in small letters, abbreviations spelt out, without years
 * and other numbers, without common words and without the names of the organisations it is of. Order is kept, and so are repeats.
 */
export function wordsToCompare(text: string, organisations: readonly CalledBy[]): readonly string[] {
  const own = new Set(
    organisations.flatMap(({ name, acronym }) => [...wordsOf(name), ...wordsOf(acronym ?? '')]),
  );
  return wordsOf(text)
    .filter((word) => !own.has(word))
    .flatMap((word) => SPELT_OUT[word]?.split(' ') ?? [word])
    .filter((word) => !COMMON_WORDS.has(word) && !COMMON_WORDS.has(singular(word)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && /\p{L}/u.test(word));
}

function singular(word: string): string {
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}
