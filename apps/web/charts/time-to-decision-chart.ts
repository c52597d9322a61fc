import {
  percentOf,
  TIME_BUCKET_NAMES,
  TIME_BUCKETS,
  type DecisionMonth,
  type DecisionTarget,
  type TimeBucket,
  type TimeToDecisionFigures,
} from '#domain';
import { counted, linesOf, monthName, wholeNumber } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, headings, marks, wordsAt } from './layers.js';
import { BLUE, DARK_BLUE, ORANGE, RED } from './palette.js';

const LABELS = 160;
const COLUMN = 160;
const VALUES = 50;
const GAP = 12;
const COLOURS: Readonly<Record<TimeBucket, string>> = {
  'first-half': DARK_BLUE,
  'second-half': BLUE,
  late: ORANGE,
  'very-late': RED,
};

function targetWords({ days, dayKind }: DecisionTarget): string {
  return `${String(days)} ${dayKind === 'working-days' ? 'working days' : 'days'}`;
}

function describe(months: readonly DecisionMonth[], { targets, notTimed }: TimeToDecisionFigures): string {
  const cases = months.reduce((sum, month) => sum + month.cases, 0);
  const inTime = months.reduce((sum, month) => sum + month.inTime, 0);
  const notKnown = notTimed === 0 ? '' : ` Of ${counted(notTimed, 'other case')} the time is not known.`;
  return (
    `${counted(cases, 'decision')} from ${monthName(months[0]?.month ?? '')} to ` +
    `${monthName(months.at(-1)?.month ?? '')}, ${wholeNumber(inTime)} of them in time. ` +
    `Time allowed: ${targets.map(targetWords).join(' or ')}, not counting days on which the clock was stopped.${notKnown}`
  );
}

function shareOf(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? '–' : `${String(percent)}%`;
}

function labelOf({ month, cases, inTime, buckets }: DecisionMonth): string {
  const each = TIME_BUCKETS.filter((bucket) => buckets[bucket] > 0).map(
    (bucket) => `${wholeNumber(buckets[bucket])} ${TIME_BUCKET_NAMES[bucket].toLowerCase()}`,
  );
  return `${monthName(month)}: ${counted(cases, 'decision')}, ${wholeNumber(inTime)} in time: ${each.join(', ')}`;
}

/**
 * How long decisions took against the time allowed: for each month, four columns of bars from early to
 * very late, and how many were in time.
 *
 * @param hrefOf where the list of the decisions of a month is; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where there is no decision whose time is known
 */
export async function timeToDecisionChart(
  figures: TimeToDecisionFigures,
  hrefOf: (month: DecisionMonth) => string | null,
  id = 'time-to-decision',
): Promise<string | null> {
  const { months } = figures;
  if (months.every(({ cases }) => cases === 0)) return null;
  const rows = months.length;
  const most = Math.max(...months.flatMap(({ buckets }) => Object.values(buckets)));
  const leftOf = (column: number): number => LABELS + column * (COLUMN + GAP);
  const shares = leftOf(TIME_BUCKETS.length);
  return drawChart({
    id,
    title: 'Time to decision against target',
    description: describe(months, figures),
    rows,
    rowHeight: 36,
    headHeight: 76,
    layers: [
      ...TIME_BUCKETS.flatMap((bucket, column) =>
        bars(
          {
            left: leftOf(column),
            right: leftOf(column) + COLUMN - VALUES,
            most,
            colour: COLOURS[bucket],
          },
          rows,
          months.map(({ buckets }, row) => ({
            row,
            amount: buckets[bucket],
            words: wholeNumber(buckets[bucket]),
          })),
        ),
      ),
      headings(
        [
          ...TIME_BUCKETS.map((bucket, column) => ({
            x: leftOf(column),
            lines: linesOf(TIME_BUCKET_NAMES[bucket], 16, 3),
          })),
          { x: shares, lines: ['In time'] },
        ],
        { bold: true },
      ),
      wordsAt(
        shares,
        rows,
        months.map(({ cases, inTime }, row) => ({
          row,
          lines: [shareOf(inTime, cases)],
        })),
      ),
      wordsAt(
        LABELS - 10,
        rows,
        months.map(({ month }, row) => ({ row, lines: [monthName(month)] })),
        { align: 'right' },
      ),
      ...marks(
        rows,
        months
          .map((month, row) => ({ month, row, left: 0, right: ROW_END }))
          .filter(({ month }) => month.cases > 0)
          .map(({ month, ...place }) => ({ ...place, label: labelOf(month), href: hrefOf(month) })),
      ),
    ],
  });
}
