import {
  assessmentsThatCount,
  casesDecided,
  casesInState,
  codePoint,
  CONDITION_STANDING_NAMES,
  CONDITION_STANDINGS,
  conditionsStanding,
  decisionsOfMonth,
  percentOf,
  POINT_NUMBERS,
  STATE_NAMES,
  TIME_BUCKET_NAMES,
  TIME_BUCKETS,
  verdictsOn,
  type CaseCriteria,
  type ConditionFigures,
  type FigureOrganisation,
  type MoneyFigure,
  type MoneyFigures,
  type StateFigure,
  type TimeBucket,
  type TimeToDecisionFigures,
  type VerdictFigure,
} from '#domain';
import { casesByStateChart } from '../charts/cases-by-state-chart.js';
import { counted, fullMoney, monthName, wholeNumber } from '../charts/chart-words.js';
import { conditionsChart } from '../charts/conditions-chart.js';
import { requestedAgainstApprovedChart } from '../charts/requested-against-approved-chart.js';
import { timeToDecisionChart } from '../charts/time-to-decision-chart.js';
import { verdictHeatMap } from '../charts/verdict-heat-map.js';
import { dayInWords } from '../views/page-filters.js';
import { hrefOf } from './behind.js';

/** A place of a table: a number, with the list behind it where there is one. */
export interface FigureCell {
  readonly text: string;
  readonly href: string | null;
}

/** A chart with the table of the same figures. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  /** What is counted. */
  readonly caption: readonly string[];
  /** SVG of ours, in which every text is escaped; `null` where there is nothing to draw. */
  readonly svg: string | null;
  readonly headings: readonly { readonly text: string; readonly title: string | null }[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly FigureCell[] }[];
}

/** Links of a figure above which there is a way past them for who goes by keyboard. This service's own choice. */
const MOST_LINKS = 10;

/** A figure as the page draws it: whether it has so many links that there is a way past them. */
export function drawn(figure: Figure): Figure & { readonly isLong: boolean } {
  const links = figure.rows.flatMap(({ cells }) => cells.filter(({ href }) => href !== null));
  return { ...figure, isLong: links.length > MOST_LINKS };
}

function headings(...texts: readonly string[]): Figure['headings'] {
  return texts.map((text) => ({ text, title: null }));
}

function cell(text: string, href: string | null = null): FigureCell {
  return { text, href };
}

function number(count: number, href: string | null): FigureCell {
  return cell(wholeNumber(count), count === 0 ? null : href);
}

function caption(...sentences: readonly (string | null)[]): readonly string[] {
  return sentences.filter((sentence) => sentence !== null);
}

/** How many cases are in each state. */
export async function statesFigure(states: readonly StateFigure[], criteria: CaseCriteria): Promise<Figure> {
  const behind = ({ state }: StateFigure) => hrefOf(casesInState(criteria, state));
  return {
    id: 'states',
    title: 'Cases by status',
    caption: caption('Counts every case these filters find, by the status it has now, drafts included.'),
    svg: await casesByStateChart(states, behind),
    headings: headings('Status', 'Cases'),
    rows: states.map((figure) => ({
      heading: STATE_NAMES[figure.state],
      cells: [number(figure.cases, behind(figure))],
    })),
  };
}

/** How long decisions took, by month. */
export async function timeFigure(figures: TimeToDecisionFigures, criteria: CaseCriteria): Promise<Figure> {
  const { months, targets, notTimed } = figures;
  const behind = (month: string, ...buckets: readonly TimeBucket[]) =>
    hrefOf(decisionsOfMonth(criteria, month, buckets.length === 0 ? TIME_BUCKETS : buckets));
  const allowed = targets
    .map(({ days, dayKind }) => `${String(days)} ${dayKind.replaceAll('-', ' ')}`)
    .join(' or ');
  return {
    id: 'times',
    title: 'Time to decision',
    caption: caption(
      `Counts decided cases by the month their clock ended in: ${monthsInWords(figures, criteria)}. While a case is returned its clock stands still.`,
      allowed === '' ? null : `The time allowed is ${allowed}, as each case’s regime has it.`,
      notTimed === 0
        ? null
        : `${counted(notTimed, 'decided case')} left out: imported, or of a regime whose targets are not known.`,
    ),
    svg: await timeToDecisionChart(figures, ({ month }) => behind(month)),
    headings: headings(
      'Month',
      'Decided',
      'In time',
      ...TIME_BUCKETS.map((bucket) => TIME_BUCKET_NAMES[bucket]),
    ),
    rows: months.map(({ month, cases, inTime, buckets }) => ({
      heading: monthName(month),
      cells: [
        number(cases, behind(month)),
        number(inTime, behind(month, 'first-half', 'second-half')),
        ...TIME_BUCKETS.map((bucket) => number(buckets[bucket], behind(month, bucket))),
      ],
    })),
  };
}

/** Which months are counted. */
function monthsInWords(
  { months }: TimeToDecisionFigures,
  { submittedFrom, submittedTo }: CaseCriteria,
): string {
  if (submittedFrom === null && submittedTo === null) return 'this month and the eleven before it';
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''].map(monthName);
  return first === last ? `${String(first)} alone` : `from ${String(first)} to ${String(last)}`;
}

/** What was asked for and what was approved, by organisation. */
export async function moneyFigure(figures: MoneyFigures, criteria: CaseCriteria): Promise<Figure> {
  const behind = (organisation: FigureOrganisation | 'all') => hrefOf(casesDecided(criteria, organisation));
  const row = (heading: string, money: MoneyFigure, href: string | null) => {
    const percent = percentOf(money.approvedPence, money.requestedPence);
    return {
      heading,
      cells: [
        number(money.cases, href),
        cell(fullMoney(money.requestedPence)),
        cell(fullMoney(money.approvedPence)),
        cell(percent === null ? 'Not known' : `${String(percent)}%`),
      ],
    };
  };
  const { organisations, inAll } = figures;
  return {
    id: 'money',
    title: 'Requested against approved',
    caption: caption(
      'Adds up what decided cases asked for and what the decisions that stand approved. A case that was not approved counts with what it asked for and nothing approved.',
    ),
    svg: await requestedAgainstApprovedChart(figures, behind),
    headings: headings('Organisation', 'Decided cases', 'Requested', 'Approved', 'Share approved'),
    rows:
      organisations.length === 0
        ? []
        : [
            row('All organisations', inAll, behind('all')),
            ...organisations.map((money) => row(money.organisation.name, money, behind(money.organisation))),
          ],
  };
}

/** How far each point is met, by organisation. */
export async function verdictsFigure(
  figures: readonly VerdictFigure[],
  criteria: CaseCriteria,
): Promise<Figure> {
  const behind = (figure: VerdictFigure) => hrefOf(verdictsOn(criteria, figure));
  const organisations = [
    ...new Map(figures.map(({ organisation }) => [organisation.id, organisation])).values(),
  ];
  return {
    id: 'points',
    title: 'Points met, by organisation',
    caption: caption(
      'Counts the latest assessment of each point of each case: how many say “met”, of those that say anything but “not applicable”. “2 of 3” is two met of three that say how far. Where every assessment says that a point does not apply, the table says how many do.',
    ),
    svg: await verdictHeatMap(figures, behind),
    headings: [
      { text: 'Organisation', title: null },
      ...POINT_NUMBERS.map((point) => ({ text: String(point), title: codePoint(point).title })),
    ],
    rows: organisations.map((organisation) => ({
      heading: organisation.name,
      cells: POINT_NUMBERS.map((point) => {
        const figure = figures.find((one) => one.organisation.id === organisation.id && one.point === point);
        if (figure === undefined) return cell('–');
        const { verdicts } = figure;
        const counts = assessmentsThatCount(figure);
        const text =
          counts === 0
            ? `Does not apply: ${wholeNumber(verdicts['not-applicable'])}`
            : `${wholeNumber(verdicts.met)} of ${wholeNumber(counts)}`;
        return cell(text, behind(figure));
      }),
    })),
  };
}

/** Where conditions have got to, by organisation. */
export async function conditionsFigure(figures: ConditionFigures, criteria: CaseCriteria): Promise<Figure> {
  const { today, organisations } = figures;
  const behind = (organisation: FigureOrganisation, standing: (typeof CONDITION_STANDINGS)[number]) =>
    hrefOf(conditionsStanding(criteria, organisation, standing, today));
  return {
    id: 'conditions-figure',
    title: 'Conditions',
    caption: caption(`Counts the conditions of decisions that stand, as of ${dayInWords(today)}.`),
    svg: await conditionsChart(figures, behind),
    headings: headings(
      'Organisation',
      ...CONDITION_STANDINGS.map((standing) => CONDITION_STANDING_NAMES[standing]),
    ),
    rows: organisations.map(({ organisation, conditions }) => ({
      heading: organisation.name,
      cells: CONDITION_STANDINGS.map((standing) =>
        number(conditions[standing], behind(organisation, standing)),
      ),
    })),
  };
}
