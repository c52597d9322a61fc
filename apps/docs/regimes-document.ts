import {
  choice,
  conditionWords,
  formatPounds,
  levelWords,
  MEASURE_WORDS,
  plainWords,
  POINT_NUMBERS,
  ROLE_NAMES,
  WHOSE_WORDS,
  type ClockMoment,
  type Known,
  type Provenance,
  type QuestionSet,
  type RatingScheme,
  type Regime,
  type Threshold,
  type Turnaround,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';
import { SHIPPED_REGIMES } from './shipped-regimes.js';

function source({ source: words, url }: Provenance): string {
  return url === undefined ? words : `[${words}](${url})`;
}

/** The last two cells of a row: whose it is and where it was read. */
function origin(provenance: Provenance): readonly [string, string] {
  return [WHOSE_WORDS[provenance.whose], source(provenance)];
}

/** A line under a table on all of it. */
function originLine(provenance: Provenance): string {
  return `${provenance.whose === 'ours' ? '**This service’s own.**' : 'Government’s.'} ${source(provenance)}.`;
}

function known<T>(part: Known<T>, blocks: (part: T) => readonly string[]): readonly string[] {
  return part === 'not-known' ? ['**Not known**: no source that could be read says.'] : blocks(part);
}

function thresholdRow(applies: string, threshold: Threshold): readonly string[] {
  const { thresholdPence, measure, effect, provenance } = threshold;
  const means = effect === 'needs-approval' ? 'needs approval' : 'is reported in the pipeline';
  return [
    applies,
    `over ${formatPounds(thresholdPence)}`,
    MEASURE_WORDS[measure],
    means,
    ...origin(provenance),
  ];
}

function thresholds(regime: Regime): readonly string[] {
  return known(regime.thresholds, ({ scoped, otherwise }) => [
    'Of all that apply the lowest counts. Exactly the amount is not over it.',
    table(
      ['When', 'Amount', 'Compared with it', 'Over it, spending', 'Whose', 'Source'],
      [
        ...scoped.map((threshold) => thresholdRow(conditionWords(threshold.when, regime), threshold)),
        thresholdRow('for everything else', otherwise),
      ],
    ),
  ]);
}

function mandatory({ mandatoryPoints: { points, provenance } }: Regime): readonly string[] {
  const withRule = (rule: string): string =>
    POINT_NUMBERS.filter((point) => points[point] === rule).join(', ') || 'none';
  return [
    list([
      `always: ${withRule('always')}`,
      `when building a service: ${withRule('when-building-a-service')}`,
      `not: ${withRule('no')}`,
    ]),
    originLine(provenance),
  ];
}

/** One question a row, one level a column: the decision table of the rating. */
function questions({ levels }: RatingScheme, set: QuestionSet): readonly string[] {
  const { categories, validFrom, validTo, complete, note, questions: asked } = set;
  const days = validTo === null ? `From ${validFrom}` : `From ${validFrom} to ${validTo}`;
  return [
    `#### ${days}: ${choice(categories.map(plainWords))}`,
    ...(complete ? [] : [`**Not complete.** ${note ?? ''}.`]),
    ...(asked.length === 0
      ? []
      : [
          table(
            ['Question', 'Answered by', ...levels.map(({ name }) => name)],
            asked.map(({ text, workedOutFrom, options }) => [
              text,
              workedOutFrom === undefined ? 'the department' : `the ${MEASURE_WORDS[workedOutFrom]}`,
              ...levels.map(({ id }) =>
                options
                  .filter(({ level }) => level === id)
                  .map(({ label }) => label)
                  .join('; '),
              ),
            ]),
          ),
          ...new Set(asked.map(({ provenance }) => originLine(provenance))),
        ]),
  ];
}

function combination({ combination: how, levels }: RatingScheme, regime: Regime): readonly string[] {
  if (how.kind === 'highest-answer')
    return ['Every question must be answered. The highest answer makes the rating.'];
  const top = levels.at(-1)?.name ?? '';
  const from = (index: number): string => {
    const before = how.bands[index - 1]?.upTo ?? null;
    return before === null ? '' : `from ${String(before + 1)} `;
  };
  return [
    `Every question must be answered. Any answer of ${top} makes the whole ${top}. Otherwise the answers score (${Object.entries(
      how.scores,
    )
      .map(([level, score]) => `${levelWords(regime, level)} ${String(score)}`)
      .join(', ')}) and the sum makes the rating:`,
    table(
      ['Sum', 'Rating'],
      how.bands.map(({ upTo, level }, index) => [
        upTo === null ? `${from(index)}on` : `${from(index)}to ${String(upTo)}`,
        levelWords(regime, level),
      ]),
    ),
  ];
}

function rating(regime: Regime): readonly string[] {
  return known(regime.rating, (scheme) => [
    `Called “${scheme.name}”: ${choice(scheme.levels.map(({ name }) => name))}.`,
    ...combination(scheme, regime),
    originLine(scheme.provenance),
    ...scheme.questionSets.flatMap((set) => questions(scheme, set)),
  ]);
}

function commitments(regime: Regime): readonly string[] {
  return known(
    regime.strategicCommitments,
    ({ askedWhen, commitments: asked, complete, note, provenance }) => [
      `Asked when ${conditionWords(askedWhen, regime)}. A “no” needs an explanation and is not a rejection.`,
      list(asked.map(({ text }) => text)),
      ...(complete ? [] : [`**Not complete.** ${note ?? ''}.`]),
      originLine(provenance),
    ],
  );
}

function routing(regime: Regime): readonly string[] {
  const { routes, rules, otherwise } = regime.routing;
  const nameOf = (id: string): string => routes.find((route) => route.id === id)?.name ?? id;
  return [
    rules.length === 0
      ? 'Every case takes the same route.'
      : 'The first rule that applies counts. A case that is not rated takes the last.',
    table(
      ['When', 'Route', 'Because', 'Whose', 'Source'],
      [
        ...rules.map(({ when, route, reason, provenance }) => [
          conditionWords(when, regime),
          nameOf(route),
          reason,
          ...origin(provenance),
        ]),
        [
          rules.length === 0 ? 'always' : 'otherwise',
          nameOf(otherwise.route),
          otherwise.reason,
          ...origin(otherwise.provenance),
        ],
      ],
    ),
    table(
      ['Route', 'Assured by', 'Decided by', 'What must hold', 'Whose', 'Source'],
      routes.map(({ name, roles, conditions, provenance }) => [
        name,
        ROLE_NAMES[roles.assures],
        ROLE_NAMES[roles.decides],
        conditions.join('; '),
        ...origin(provenance),
      ]),
    ),
  ];
}

function steps(regime: Regime): readonly string[] {
  return known(regime.furtherSteps, (all) => [
    'Recorded here with document and date, never decided here.',
    table(
      ['Decision', 'When', 'Whose', 'Source'],
      all.map(({ name, when, provenance }) => [name, conditionWords(when, regime), ...origin(provenance)]),
    ),
  ]);
}

function moments(all: readonly ClockMoment[]): string {
  return all.length === 0 ? 'nothing' : choice(all.map((moment) => `“${plainWords(moment)}”`));
}

function targets({ cutOff, stoppedBy, resumedBy, targets: all, provenance }: Turnaround): readonly string[] {
  return [
    table(
      ['To', 'Within', 'Met by', 'Whose', 'Source', 'Warned before (ours)', 'More time, at most (ours)'],
      all.map((target) => {
        const days = (count: number): string =>
          count === 0
            ? 'none'
            : `${String(count)} ${plainWords(target.dayKind).slice(0, count === 1 ? -1 : undefined)}`;
        return [
          target.name,
          days(target.days),
          moments(target.metBy) +
            (target.whenTimeRunsOut === 'closes' ? '; never having to is no breach' : ''),
          ...origin(target.provenance),
          days(target.warnDaysBefore),
          days(target.mostExtensionDays),
        ];
      }),
    ),
    `What arrives at ${cutOff} in London or later counts as arriving on the next day that counts. The clock is stopped by ${moments(stoppedBy)} and goes on with ${moments(resumedBy)}.`,
    originLine(provenance),
  ];
}

function section(regime: Regime): readonly string[] {
  const { version, name, summary, validFrom, validTo, provenance, licence } = regime;
  return [
    `## ${name} (\`${version}\`)`,
    summary,
    list([
      `In force: from ${validFrom} ${validTo === null ? 'on' : `to ${validTo}`}`,
      `Source: ${source(provenance)}`,
      `Licence: ${licence}`,
    ]),
    '### Thresholds',
    ...thresholds(regime),
    '### Mandatory points of the Technology Code of Practice',
    ...mandatory(regime),
    '### Rating',
    ...rating(regime),
    '### Strategic commitments',
    ...commitments(regime),
    '### Routes',
    ...routing(regime),
    '### Decisions made elsewhere',
    ...steps(regime),
    '### Turnaround',
    ...known(regime.turnaround, targets),
  ];
}

/** `docs/regimes.md`. */
export function regimesDocument(): string {
  return generatedDocument(
    'The versions of the spend control',
    'Each version is a file in `prisma/reference-data/regimes`, checked against `prisma/reference-data/regime.schema.json`; a new one needs no code. What follows is written from these files. Where no source that could be read says, it is not known, and this service invents nothing in its place. Amounts are as published; the sources do not say whether they include VAT.',
    'The dates of versions 4 and 5 overlap because they come from different sources: the end of version 4 is what a press report says of it. Which version a request comes under is not read from these dates but from the day on which each was adopted here: version 5 on 1 April 2018, version 6 on 23 February 2024. Version 6 is the one new requests come under until another is adopted, although it ended by its own dates, because it is the one this service was made for and its owner decides; the answers say so where it counts later.',
    ...SHIPPED_REGIMES.flatMap(section),
  );
}
