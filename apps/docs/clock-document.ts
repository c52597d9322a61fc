import {
  CLOCK_ENDS,
  CLOCK_STARTS,
  daysInWords,
  EVENT_NAMES,
  standingOf,
  type ClockEvent,
  type Regime,
  type TargetStanding,
  type Turnaround,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';
import { DEFAULT_REGIME, SHIPPED_CALENDAR, SHIPPED_REGIMES } from './shipped-regimes.js';

/** Something that happens to a case in an example, at an instant in UTC. */
type Step = readonly [at: string, moment: ClockEvent['moment'], days?: number];

/** The clock the examples run by. */
const EXAMPLE_CLOCK: Turnaround = knownTurnaround();

function knownTurnaround(): Turnaround {
  const { turnaround, version } = DEFAULT_REGIME;
  if (turnaround === 'not-known')
    throw new Error(`The clock of ${version} is not known: no examples can be worked`);
  return turnaround;
}

interface Example {
  readonly what: string;
  readonly steps: readonly Step[];
  /** UTC; the instant at which it is asked how the clock stands. */
  readonly asked: string;
}

const EXAMPLES: readonly Example[] = [
  {
    what: 'a minute before the cut-off hour',
    steps: [['2026-03-10T12:59:00Z', 'submitted']],
    asked: '2026-03-10T12:59:00Z',
  },
  {
    what: 'at the cut-off hour',
    steps: [['2026-03-10T13:00:00Z', 'submitted']],
    asked: '2026-03-10T13:00:00Z',
  },
  {
    what: 'on a Friday after the hour',
    steps: [['2026-03-13T15:00:00Z', 'submitted']],
    asked: '2026-03-16T09:00:00Z',
  },
  {
    what: 'before Easter',
    steps: [['2026-04-02T09:00:00Z', 'submitted']],
    asked: '2026-04-07T09:00:00Z',
  },
  {
    what: 'on the afternoon before Christmas',
    steps: [['2026-12-24T14:00:00Z', 'submitted']],
    asked: '2026-12-29T09:00:00Z',
  },
  {
    what: 'the night the clocks go forward',
    steps: [['2026-03-29T01:30:00Z', 'submitted']],
    asked: '2026-03-30T09:00:00Z',
  },
  {
    what: 'the night the clocks go back',
    steps: [['2026-10-25T01:30:00Z', 'submitted']],
    asked: '2026-10-26T09:00:00Z',
  },
  {
    what: 'returned for a week, then resubmitted',
    steps: [
      ['2026-03-10T09:00:00Z', 'submitted'],
      ['2026-03-11T09:00:00Z', 'acknowledged'],
      ['2026-03-12T10:00:00Z', 'returned'],
      ['2026-03-19T10:00:00Z', 'resubmitted'],
    ],
    asked: '2026-03-20T09:00:00Z',
  },
  {
    what: 'given seven days more',
    steps: [
      ['2026-03-10T09:00:00Z', 'submitted'],
      ['2026-03-11T09:00:00Z', 'acknowledged'],
      ['2026-03-20T10:00:00Z', 'extended', 7],
    ],
    asked: '2026-03-20T11:00:00Z',
  },
  {
    what: 'never acknowledged',
    steps: [['2026-03-10T09:00:00Z', 'submitted']],
    asked: '2026-03-13T09:00:00Z',
  },
];

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function inLondon(instant: Date | string): string {
  return LONDON.format(new Date(instant)).replace(' at ', ', ');
}

function events(steps: readonly Step[]): readonly ClockEvent[] {
  return steps.map(([at, moment, days]) =>
    moment === 'extended'
      ? { moment, at: new Date(at), target: 'decide', days: days ?? 0 }
      : { moment, at: new Date(at) },
  );
}

function dueWords({ dueAt, state, breachedAt }: TargetStanding): string {
  const due = dueAt === null ? 'none while stopped' : inLondon(dueAt);
  return breachedAt === null ? `${due} (${state})` : `${due} (missed)`;
}

function exampleRow({ what, steps, asked }: Example): readonly string[] {
  const { targets } = standingOf(EXAMPLE_CLOCK, SHIPPED_CALENDAR, events(steps), new Date(asked));
  return [
    what,
    steps
      .map(
        ([at, moment, days]) =>
          `${moment}${days === undefined ? '' : ` by ${String(days)} days`} ${inLondon(at)}`,
      )
      .join('; '),
    targets[0]?.receivedOn ?? '',
    ...targets.map(dueWords),
  ];
}

function regimeRow(regime: Regime): readonly string[] {
  if (regime.turnaround === 'not-known') return [`\`${regime.version}\``, 'not known', '', '', ''];
  const { cutOff, stoppedBy, resumedBy, targets } = regime.turnaround;
  return [
    `\`${regime.version}\``,
    cutOff,
    stoppedBy.map((type) => `“${EVENT_NAMES[type]}”`).join(', '),
    resumedBy.map((type) => `“${EVENT_NAMES[type]}”`).join(', '),
    targets
      .map(
        ({ name, days, dayKind, whenTimeRunsOut }) =>
          `${name} within ${daysInWords(days, dayKind)}${whenTimeRunsOut === 'closes' ? ' (never having to is no breach)' : ''}`,
      )
      .join('; '),
  ];
}

function holidayRows(): readonly (readonly string[])[] {
  const years = [...new Set(SHIPPED_CALENDAR.holidays.map(({ date }) => date.slice(0, 4)))];
  return years.map((year) => [
    year,
    SHIPPED_CALENDAR.holidays
      .filter(({ date }) => date.startsWith(year))
      .map(({ date, title }) => `${title} ${date.slice(5)}`)
      .join('; '),
  ]);
}

/** The rules of the clock, from the regimes, the calendar and the clock itself. */
export function clockDocument(): string {
  const named = (types: readonly (keyof typeof EVENT_NAMES)[]): string =>
    types.map((type) => `“${EVENT_NAMES[type]}”`).join(', ');
  return generatedDocument(
    'The clock of a case',
    'How much of the published turnaround a case has used, when each target is due, and whether it was missed. Nothing of it is stored as an answer: it is worked out from the events of the case, so that it can be asked for any instant: `GET /api/v1/cases/{reference}/clock?at=2026-03-20T09:00:00Z`.',
    '## Rules',
    list([
      `It starts with ${named(CLOCK_STARTS)} and ends with ${named(CLOCK_ENDS)}.`,
      'It counts days in London, whatever the time of year: a day is the time between two midnights there, 23 or 25 hours long when the clocks change. The day a case counts as received is day 0.',
      'What arrives at or after the cut-off hour counts as received on the next day that counts. Working days are Monday to Friday but not the bank holidays of England and Wales; calendar days are all days.',
      'A target is due at the midnight that ends its last day. It is missed at that instant, and stays missed.',
      'It stands still while a case is returned. The day of the return still counts as used; the day on which the resubmission counts as received is a day 0 again, and from it the days run that were left.',
      'A running target can be given more days, with a reason, up to the most its regime allows; a missed one cannot.',
      'Whoever has the case is warned some days before, in office hours of a working day. Warnings that fall on a weekend or a bank holiday come on the working day before.',
      'The regime a case is pinned to decides, also when another one has come into force since. A case keeps the bank holidays that were known at the instant asked for.',
    ]),
    '## What each regime says',
    table(
      ['Regime', 'Cut-off (London)', 'Stopped by', 'Goes on with', 'Targets'],
      SHIPPED_REGIMES.map(regimeRow),
    ),
    'Whose each of these is, and where it was published, is in [regimes](regimes.md).',
    `## Examples under \`${DEFAULT_REGIME.version}\``,
    'Worked out by the clock itself when this page was generated. All times are in London.',
    table(
      ['A case', 'Events', 'Day 0 of working days', ...EXAMPLE_CLOCK.targets.map(({ name }) => `To ${name}`)],
      EXAMPLES.map(exampleRow),
    ),
    '## Bank holidays',
    `${SHIPPED_CALENDAR.name}, from [${SHIPPED_CALENDAR.source}](${SHIPPED_CALENDAR.url}), ${SHIPPED_CALENDAR.licence}. Published until ${SHIPPED_CALENDAR.publishedUntil}; later years follow the same rules and are replaced by loading a newer file: \`npm run reference-data -- load\`.`,
    table(['Year', 'Holidays'], holidayRows()),
  );
}
