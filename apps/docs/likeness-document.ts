import {
  ALIKE_ENOUGH,
  COMMON_WORDS,
  LIKENESS_WEIGHTS,
  LOOKING_FOR_LIKENESS,
  PAST_COMPARING,
  SPELT_OUT,
  STATE_NAMES,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

const SIGNS: Readonly<Record<keyof typeof LIKENESS_WEIGHTS, string>> = {
  title:
    'How many trigrams (groups of three letters) the words of the titles have in common. The order of words does not matter.',
  words: `Which words of title and description both have, against all the words each has; a word counts the more, the fewer cases have it. In full only where as much is shared as ${String(LOOKING_FOR_LIKENESS.enough)} words nobody else has.`,
  suppliers:
    'A supplier is named in both, current or proposed. Capitals, full stops, “&” for “and” and the legal form (Ltd, Limited, plc, LLP, Inc) make no difference.',
  category: 'Both are in the same category.',
  time: 'Spending is expected at the same time; where no end is known, it is taken to last a year.',
};

const WHAT_IT_IS = list([
  'Planned spend and cases of different organisations are compared with one another, and those that look alike are suggested to GDS Assurance and auditors with the reasons. A department sees nothing of it. Nothing is decided by it.',
  'Organisations that belong to the same department are not compared: they know of each other. Nor is what is over or given up (' +
    PAST_COMPARING.map((state) => `“${STATE_NAMES[state]}”`).join(', ') +
    ').',
  'A request that was varied or extended is shown once, by the latest of its chain that was not refused or given up. The reasons say all that adds to the score; a supplier is named as one of the two writes it.',
  'Whoever speaks for the organisation of one of the two sees nothing of the pair, whatever else they are.',
  'A change is compared by the worker: within half a minute, or five seconds on one’s own machine.',
  `Of one case at most ${String(LOOKING_FOR_LIKENESS.kept)} others are suggested, those most alike.`,
]);

const WHAT_ONE_DOES = list([
  '**Put in touch** (a reviewer): whoever made each case, and the assurance leads of both organisations, get an email with the other organisation, the title and reference of its case, and whom to speak to, with their email address. It is in the history of both cases, each of which from then on shows whom to speak to. The two are marked as related, where nobody had done so. Neither department sees the other’s case.',
  'What is marked higher than OFFICIAL never goes to another department: such a pair is suggested, and putting it in touch is refused. So is a pair where one organisation has nobody to be told.',
  '**Dismiss for good** (a reviewer): the two are never suggested again, whatever they say later. It is in the history of both cases, for GDS Assurance and auditors alone.',
  'Both need a reason, and neither can be undone. Each is one event in each of the two cases, written together with the emails or not at all.',
]);

const ROUTES = table(
  ['Where', 'What'],
  [
    ['`/alike`', 'Page: pairs nobody has judged, the most alike first.'],
    [
      '`/cases/{reference}/alike/{other}`',
      'Page: two cases beside one another, line by line, with what a reviewer can do.',
    ],
    ['`GET /api/v1/likenesses`', 'The same pairs, page by page.'],
    [
      '`GET /api/v1/cases/{reference}/likenesses`',
      'What looks like a case, and whom its department was put in touch with.',
    ],
    ['`GET /api/v1/cases/{reference}/likenesses/{other}`', 'Two cases beside one another.'],
    ['`POST …/likenesses/{other}/put-in-touch`', 'Puts two departments in touch. For people alone.'],
    ['`POST …/likenesses/{other}/dismiss`', 'Dismisses a pair for good. For people alone.'],
  ],
);

/** `docs/same-thing-twice.md`: how cases of different organisations are compared. */
export function likenessDocument(): string {
  return generatedDocument(
    'The same thing twice',
    'Two departments about to do the same thing are found, and put in touch.',
    '## What it is',
    WHAT_IT_IS,
    '## What a reviewer does',
    WHAT_ONE_DOES,
    '## Where it is',
    ROUTES,
    '## How two cases are compared',
    `What is suggested scores at least ${String(ALIKE_ENOUGH)} of 1. Weights, lists and limits are this service’s own.`,
    table(
      ['Sign', 'Weight', 'What it is'],
      Object.entries(SIGNS).map(([sign, meaning]) => [
        sign,
        String(LIKENESS_WEIGHTS[sign as keyof typeof LIKENESS_WEIGHTS]),
        meaning,
      ]),
    ),
    `Before two texts are compared, abbreviations are spelt out, and common words and the names of the case’s own organisation are left out. Others are looked for by title, and by the ${String(LOOKING_FOR_LIKENESS.words)} least common words of a case that no more than ${String(LOOKING_FOR_LIKENESS.mostCasesOfAWord)} cases have.`,
    table(
      ['Abbreviation', 'Spelt out'],
      Object.entries(SPELT_OUT).map(([short, long]) => [short, long]),
    ),
    `Common words, with their plurals: ${[...COMMON_WORDS].toSorted().join(', ')}.`,
  );
}
