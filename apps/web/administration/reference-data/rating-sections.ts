import {
  choice,
  inSentenceCase,
  levelWords,
  MEASURE_WORDS,
  plainWords,
  type QuestionSet,
  type RatingScheme,
  type Regime,
} from '#domain';
import { dayInWords } from '../../views/page-filters.js';
import { incomplete, known, origin, originCells, ORIGIN_HEAD, table, words, type Block } from './blocks.js';

/** How a regime rates cases: the levels, how answers make a rating, and the questions of each time. */
export function ratingBlocks(regime: Regime): readonly Block[] {
  return known(regime.rating, (scheme) => [
    words(`Called “${scheme.name}”: ${choice(scheme.levels.map(({ name }) => name))}.`),
    ...combination(scheme, regime),
    origin(scheme.provenance),
    ...scheme.questionSets.flatMap((set) => questions(scheme, set)),
  ]);
}

function combination({ combination: how, levels }: RatingScheme, regime: Regime): readonly Block[] {
  if (how.kind === 'highest-answer')
    return [words('Every question must be answered. The highest answer makes the rating.')];
  const top = levels.at(-1)?.name ?? '';
  const scores = Object.entries(how.scores)
    .map(([level, score]) => `${levelWords(regime, level)} ${String(score)}`)
    .join(', ');
  return [
    words(
      `Every question must be answered. Any answer of ${top} makes the whole ${top}. Otherwise the answers score (${scores}) and the sum makes the rating.`,
    ),
    table(
      'Rating by the sum of the scores',
      ['Sum', 'Rating'],
      how.bands.map(({ upTo, level }, index) => {
        const before = how.bands[index - 1]?.upTo ?? null;
        const from = before === null ? '' : `From ${String(before + 1)} `;
        return [
          inSentenceCase(upTo === null ? `${from}on` : `${from}to ${String(upTo)}`),
          levelWords(regime, level),
        ];
      }),
    ),
  ];
}

/** One question a row, one level a column. */
function questions({ levels }: RatingScheme, set: QuestionSet): readonly Block[] {
  const { categories, validFrom, validTo, complete, note, questions: asked } = set;
  const until = validTo === null ? 'on' : `to ${dayInWords(validTo)}`;
  const caption = `Questions on ${choice(categories.map(plainWords))}, from ${dayInWords(validFrom)} ${until}`;
  return [
    table(
      caption,
      ['Question', 'Answered by', ...levels.map(({ name }) => name), ...ORIGIN_HEAD],
      asked.map(({ text, workedOutFrom, options, provenance }) => [
        text,
        workedOutFrom === undefined ? 'The department' : `The ${MEASURE_WORDS[workedOutFrom]}`,
        ...levels.map(({ id }) =>
          options
            .filter(({ level }) => level === id)
            .map(({ label }) => label)
            .join('; '),
        ),
        ...originCells(provenance),
      ]),
    ),
    ...incomplete(complete, note),
  ];
}
