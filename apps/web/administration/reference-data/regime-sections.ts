import {
  choice,
  codePoint,
  conditionWords,
  formatPounds,
  inSentenceCase,
  MANDATORY_WORDS,
  MEASURE_WORDS,
  plainWords,
  POINT_NUMBERS,
  ROLE_NAMES,
  type ClockMoment,
  type Regime,
  type Threshold,
} from '#domain';
import {
  incomplete,
  known,
  origin,
  originCells,
  ORIGIN_HEAD,
  table,
  words,
  type Block,
  type Section,
} from './blocks.js';
import { ratingBlocks } from './rating-sections.js';

/** Everything a regime says, part by part, each with whose it is and where it was read. */
export function regimeSections(regime: Regime): readonly Section[] {
  return [
    { title: 'Thresholds', blocks: thresholds(regime) },
    { title: 'Mandatory points', blocks: mandatory(regime) },
    { title: 'Rating', blocks: ratingBlocks(regime) },
    { title: 'Strategic commitments', blocks: commitments(regime) },
    { title: 'Routes', blocks: routes(regime) },
    { title: 'Decisions made elsewhere', blocks: steps(regime) },
    { title: 'Turnaround', blocks: turnaround(regime) },
  ];
}

const EFFECTS: Readonly<Record<Threshold['effect'], string>> = {
  'needs-approval': 'Needs approval',
  'pipeline-reporting': 'Is reported in the pipeline',
};

function thresholds(regime: Regime): readonly Block[] {
  const row = (applies: string, { thresholdPence, measure, effect, provenance }: Threshold) => [
    inSentenceCase(applies),
    `Over ${formatPounds(thresholdPence)}`,
    inSentenceCase(MEASURE_WORDS[measure]),
    EFFECTS[effect],
    ...originCells(provenance),
  ];
  return known(regime.thresholds, ({ scoped, otherwise }) => [
    words('Of all that apply the lowest counts. Exactly the amount is not over it.'),
    table(
      'Thresholds',
      ['When', 'Amount', 'Compared with', 'Spending over it', ...ORIGIN_HEAD],
      [
        ...scoped.map((one) => row(conditionWords(one.when, regime), one)),
        row('for everything else', otherwise),
      ],
    ),
  ]);
}

function mandatory({ mandatoryPoints: { points, provenance } }: Regime): readonly Block[] {
  return [
    table(
      'Which points of the Technology Code of Practice are mandatory',
      ['Point', 'Mandatory'],
      POINT_NUMBERS.map((point) => [
        `${String(point)}. ${codePoint(point).title}`,
        inSentenceCase(MANDATORY_WORDS[points[point]]),
      ]),
    ),
    origin(provenance),
  ];
}

function commitments(regime: Regime): readonly Block[] {
  return known(
    regime.strategicCommitments,
    ({ askedWhen, commitments: asked, complete, note, provenance }) => [
      words(
        `Asked when ${conditionWords(askedWhen, regime)}. A “no” needs an explanation and is not a rejection.`,
      ),
      { kind: 'list', items: asked.map(({ text }) => text) },
      ...incomplete(complete, note),
      origin(provenance),
    ],
  );
}

function routes(regime: Regime): readonly Block[] {
  const { routes: all, rules, otherwise } = regime.routing;
  const nameOf = (id: string): string => all.find((route) => route.id === id)?.name ?? id;
  return [
    words(
      rules.length === 0
        ? 'Every case takes the same route.'
        : 'The first rule that applies counts. A case that is not rated takes the last.',
    ),
    table(
      'Which route a case takes',
      ['When', 'Route', 'Because', ...ORIGIN_HEAD],
      [
        ...rules.map(({ when, route, reason, provenance }) => [
          inSentenceCase(conditionWords(when, regime)),
          nameOf(route),
          reason,
          ...originCells(provenance),
        ]),
        [
          rules.length === 0 ? 'Always' : 'Otherwise',
          nameOf(otherwise.route),
          otherwise.reason,
          ...originCells(otherwise.provenance),
        ],
      ],
    ),
    table(
      'The routes',
      ['Route', 'Assured by', 'Decided by', 'What must hold', ...ORIGIN_HEAD],
      all.map(({ name, roles, conditions, provenance }) => [
        name,
        inSentenceCase(ROLE_NAMES[roles.assures]),
        inSentenceCase(ROLE_NAMES[roles.decides]),
        conditions.join('; '),
        ...originCells(provenance),
      ]),
    ),
  ];
}

function steps(regime: Regime): readonly Block[] {
  return known(regime.furtherSteps, (all) =>
    all.length === 0
      ? [words('None.')]
      : [
          words('They are recorded here with document and date, never made here.'),
          table(
            'Decisions made elsewhere',
            ['Decision', 'When', ...ORIGIN_HEAD],
            all.map(({ name, when, provenance }) => [
              name,
              inSentenceCase(conditionWords(when, regime)),
              ...originCells(provenance),
            ]),
          ),
        ],
  );
}

function moments(all: readonly ClockMoment[]): string {
  return all.length === 0 ? 'nothing' : choice(all.map((moment) => `“${plainWords(moment)}”`));
}

function turnaround(regime: Regime): readonly Block[] {
  return known(regime.turnaround, ({ cutOff, stoppedBy, resumedBy, targets, provenance }) => [
    table(
      'Targets',
      ['To', 'Within', 'Met by', 'Warned before (this service’s own)', 'More time at most', ...ORIGIN_HEAD],
      targets.map((target) => {
        const days = (count: number): string =>
          count === 0
            ? 'None'
            : `${String(count)} ${plainWords(target.dayKind).slice(0, count === 1 ? -1 : undefined)}`;
        return [
          inSentenceCase(target.name),
          days(target.days),
          inSentenceCase(moments(target.metBy)) +
            (target.whenTimeRunsOut === 'closes' ? '; never having to is no breach' : ''),
          days(target.warnDaysBefore),
          days(target.mostExtensionDays),
          ...originCells(target.provenance),
        ];
      }),
    ),
    words(
      `What arrives at ${cutOff} in London or later counts as arriving on the next day that counts. The clock is stopped by ${moments(stoppedBy)} and goes on with ${moments(resumedBy)}.`,
    ),
    origin(provenance),
  ]);
}
